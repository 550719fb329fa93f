/// Words of questions and sentences that say nothing about what is asked.
enum StopWords {
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    table.find(ContiguousArray(word), in: 0..<word.count) != nil
  }

  private static let table = TermTable(words: english)

  /// Words that say what kind of answer is asked for, not what about: `cheat sheet`, `pros and cons`. The notes' own
  /// words they are no stop words of.
  static func isAsking(_ word: ArraySlice<UInt8>) -> Bool {
    asking.find(ContiguousArray(word), in: 0..<word.count) != nil
  }

  private static let asking = TermTable(
    words: """
      advantages author authors basics beginner beginners cheat cheatsheet compare compared comparing cons \
      disadvantages guide interview intro introduction invented inventor keras paper papers pros publish published \
      pytorch questions related released sheet tensorflow tutorial tutorials visualisation visualization visualize
      """)

  /// Chinese words that frame a question, the longest first. None is a single character: that is a frame only between
  /// words, which only its neighbours could tell.
  static let chinese: [String] = [
    "有什么不同", "有什么区别", "有什么关系", "有什么用", "有何不同", "有何区别", "是什么意思", "为什么不", "为什么", "是什么", "怎么样", "怎么做", "什么是", "什么",
    "怎么", "如何", "怎样", "为何", "哪些", "哪个", "是否", "可以", "能不能", "会不会", "不需要", "需要", "不能", "一个", "这个", "那个",
    "公式", "定义", "原理", "推导", "含义", "的区别", "的差别", "的不同", "的异同", "的优缺点", "优缺点", "面试题", "区别", "差别", "异同", "教程", "入门",
    "详解", "论文", "优点", "缺点", "怎么计算", "怎么算", "如何计算", "是怎么",
  ].sorted { $0.utf8.count > $1.utf8.count }

  /// Words after which stands what is not wanted: `不用RNN`, `without a decoder`.
  static let negations = [
    "不用", "不靠", "没有", "无需", "不需要", "除了", "without", "instead of", "no", "not", "except", "other than",
  ]

  /// Characters that join words: a pair with one of them is seldom a word.
  static func isParticle(_ character: ArraySlice<UInt8>) -> Bool { particles.contains(Array(character)) }

  private static let particles = characters("的了吗呢是和与及在很也都就被把而或")

  /// Characters of which two make no word that says what is asked: `要用`, `能不`.
  static func isEmpty(_ character: ArraySlice<UInt8>) -> Bool { empty.contains(Array(character)) }

  private static let empty = particles.union(characters("我你他它这那有用来要会能不对为何以么怎让给从到去做才再还"))

  private static func characters(_ text: String) -> Set<[UInt8]> { Set(text.map { Array(String($0).utf8) }) }

  /// English words, with a space between two, as `Lexer` gives them: without the apostrophe of `don't`.
  static let english = """
    a about all also an and any are arent as at be been between but by can cannot cant could couldnt did didnt \
    difference different do does doesnt doing dont explain for from get had has hasnt have havent how i if im in into \
    is isnt it its ive just like many me mean means more most much my need no not of on only or other our out over \
    should shouldnt so some such than that the their them then there these they theyre this to under versus right now \
    happening use used using very vs was wasnt we were werent what when where which while who why will with without \
    wont work works would wouldnt you your youre
    """
}
