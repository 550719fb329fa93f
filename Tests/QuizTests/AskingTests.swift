import Catalog
import Foundation
import Notes
import Quiz
import Testing

/// What answers are worth where they are typed: at a card of a note, with its twin in the other language.
@Suite struct AskingTests {
  /// The verdict on an answer to the first card of the English, or the Chinese, of two notes.
  private static func verdict(
    on typed: String, _ english: String, _ chinese: String? = nil, in language: Language = .english
  ) -> Verdict? {
    let texts = [("en", english)] + (chinese.map { [("zh", $0)] } ?? [])
    let files = texts.map { code, quiz in
      let text = "---\nslug: ddim\nlang: \(code)\ntitle: DDIM\n---\n\n## Quiz\n\n\(quiz)\n"
      return (path: "generative/ddim.\(code).md", bytes: ContiguousArray(text.utf8))
    }
    let library = Library(files: files)
    let deck = Deck(of: library, Roster(of: library, in: language), in: language)
    return deck.cards.first { !$0.isGenerated }.map { Asking($0, reviews: 0, seed: 0, in: deck).verdict(on: typed) }
  }

  @Test(arguments: ["Adam", "adam", "Adam.", " ADAM ", "the Adam"])
  func `an answer typed as the key is written is right where the reader judges`(typed: String) {
    #expect(AskingTests.verdict(on: typed, "Q: Which optimiser? <!-- id: a -->\n\nA: Adam") == .right)
  }

  @Test(arguments: ["SGD", "AdamW", "", "Ada"])
  func `another answer is left to the reader`(typed: String) {
    #expect(AskingTests.verdict(on: typed, "Q: Which optimiser? <!-- id: a -->\n\nA: Adam") == .undecided)
  }

  @Test func `a formula is not written by its letters alone`() {
    #expect(AskingTests.verdict(on: "x2", "Q: Which? <!-- id: a -->\n\nA: $x^2$") == .undecided)
    #expect(AskingTests.verdict(on: "x^2", "Q: Which? <!-- id: a -->\n\nA: $x^2$") == .right)
  }

  @Test(arguments: ["implicit-models", "Implicit Models", "denoising diffusion implicit models", "DDIM"])
  func `a concept is named by its slug too`(typed: String) throws {
    let text =
      "---\nslug: implicit-models\nlang: en\ntitle: Denoising diffusion implicit models\naliases: [DDIM]\n"
      + "summary: Samples an image in few deterministic steps from noise.\n---\n\nText.\n"
    let library = Library(files: [("generative/a.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let card = try #require(deck.cards.first { $0.kind == .term })
    #expect(Asking(card, reviews: 0, seed: 0, in: deck).verdict(on: typed) == .right)
  }

  private static let english = "C: Weights come from comparing a ==query== with keys. <!-- id: a -->"
  private static let chinese = "C: 权重由==查询==与键比较得到。 <!-- id: a -->"

  @Test(arguments: ["query", "queries", "Query", "查询", "qurey"])
  func `the key of the other language is right`(typed: String) {
    #expect(AskingTests.verdict(on: typed, AskingTests.english, AskingTests.chinese)?.isRight == true)
    #expect(AskingTests.verdict(on: typed, AskingTests.english, AskingTests.chinese, in: .chinese)?.isRight == true)
  }

  @Test(arguments: ["key", "键", "value", "问询"])
  func `what is the key in neither language is wrong`(typed: String) {
    #expect(AskingTests.verdict(on: typed, AskingTests.english, AskingTests.chinese) == .wrong)
    #expect(AskingTests.verdict(on: typed, AskingTests.english, AskingTests.chinese, in: .chinese) == .wrong)
  }

  @Test(arguments: [("0.5", true), ("0.5 nats", true), ("1/2 nat", true), ("0.5 奈特", true), ("0.5 bits", false)])
  func `a number of another unit than the question's is wrong`(typed: String, isRight: Bool) {
    let quiz = "Q: What is the KL, in nats? <!-- id: a; kind: typed -->\n\nA: 0.5"
    #expect(AskingTests.verdict(on: typed, quiz)?.isRight == isRight)
    // Where the question names no unit, any may be meant.
    #expect(AskingTests.verdict(on: typed, quiz.replacing(", in nats", with: ""))?.isRight == true)
  }

  @Test(arguments: [
    ("10 GB", "10 MB", false), ("10 GB", "10 GB", true), ("10 GB", "10", true), ("10 GB", "10 gigabytes", true),
    ("5 ms", "5 s", false), ("5 ms", "5 milliseconds", true), ("12 hours", "12 minutes", false),
    ("12 hours", "12 h", true), ("12 hours", "12", true), ("12 layers", "12 blocks", true),
    ("175B parameters", "175 billion", true), ("175B parameters", "175", false), ("8k tokens", "8000", true),
    ("5-fold", "5", true), ("512-d", "512", true), ("5 m/s", "5", true), ("1 - p", "1", false),
    ("1 - p", "1 / p", false), ("1 - p", "1-p", true), ("$1-p$", "1", false), ("$1-p$", "1-q", false),
    ("$1-p$", "-p+1", true),
    ("$2N$", "2", false), ("$2N$", "N*2", true), ("$2n$", "2x", false), ("$2m$", "2 million", false),
    ("$2k$", "2000", false), ("$25\\%$", "0.25", true), ("$1/4$", "25%", true), ("$10^3$", "1000", true),
    ("50", "50 hundred", false), ("50", "fifty calls", true), ("50", "50 or more", false), ("4", "4 squared", false),
    ("4", "4成", false), ("4", "4倍以上", false), ("4", "４倍", true), ("3", "三比特", true), ("4", "四秒钟", true),
    ("-0.5", "minus 0.5", true), ("-0.5", "负0.5", true), ("-10", "b = -10", true), ("1", "4 - 3 = 1", true),
    ("0.368", "1/e ≈ 0.368", true), ("-10", "b = 10", false), ("[1, 2]", "a = [1, 2]", true),
    ("6", "half a dozen", false),
    ("$y-F$", "y/F", false), ("$y-F$", "yF", false), ("$y-F$", "y - F", true), ("one-hot", "one-class", false),
  ])
  func `what stands behind a number is its scale or its unit, and a letter of a formula neither`(
    key: String, typed: String, isRight: Bool
  ) {
    let verdict = AskingTests.verdict(on: typed, "Q: How much? <!-- id: a; kind: typed -->\n\nA: \(key)")
    #expect((verdict?.isRight == true) == isRight)
  }

  @Test(arguments: [
    ("==1-β==", "1", false), ("==1-β==", "1-β", true), ("==`==`==", "==", true), ("==`==`==", "=", false),
    ("==`is`==", "is", true),
  ])
  func `a blank is right as it is written`(cloze: String, typed: String, isRight: Bool) {
    #expect((AskingTests.verdict(on: typed, "C: It is \(cloze). <!-- id: a -->")?.isRight == true) == isRight)
  }

  @Test(arguments: [
    ("$a/b$", "$a-b$", "$ab$"), ("$k$", "$K$", "$2k$"), ("$a \\ne b$", "$a = b$", "$a > b$"),
    ("[0, 1]", "(0, 1)", "01"),
  ])
  func `an option typed word for word is that option`(first: String, right: String, last: String) {
    let quiz = "Q: Which? <!-- id: a -->\n\n- [ ] \(first)\n- [x] \(right)\n- [ ] \(last)"
    for typed in [first, last] {
      #expect(AskingTests.verdict(on: typed, quiz) == .wrong)
      #expect(AskingTests.verdict(on: typed.filter { $0 != "$" }, quiz) == .wrong)
    }
    #expect(AskingTests.verdict(on: right, quiz) == .right)
    #expect(AskingTests.verdict(on: right.filter { $0 != "$" }, quiz) == .right)
  }

  @Test(arguments: [
    ("64", "8*8", true), ("64", "8 * 8", true), ("64", "8*9", false), ("3145728", "12*512*512", true),
    ("64", "sixty-four", true), ("64", "sixty-five", false), ("1024", "2*10^3", false), ("2000", "2*10^3", true),
    ("0.693", "log 2", true), ("0.693", "ln(200/100)", true), ("0.693", "\\ln 2", true), ("0.693", "ln 3", false),
    ("1.0986", "0.5 ln 9", true), ("1.0986", "1/2 ln(0.9/0.1)", true), ("8", "2^3", true), ("8", "sqrt(65)", false),
    ("8", "7.99+0.005", false), ("3", "x*3", false), ("2", "x/x*2", true), ("5", "1, 2", false),
  ])
  func `a number may be worked out`(key: String, typed: String, isRight: Bool) {
    let verdict = AskingTests.verdict(on: typed, "Q: How much? <!-- id: a; kind: typed -->\n\nA: \(key)")
    #expect((verdict?.isRight == true) == isRight)
  }

  @Test(arguments: [
    ("A ==one==-stage detector.", "one-stage"), ("A ==one==-stage detector.", "one stage"),
    ("A ==one==-stage detector.", "1-stage detector"), ("这叫==单==阶段检测器。", "单阶段"),
    ("It is a ==weak== reference.", "weak reference"), ("It is a ==weak== reference.", "a weak reference"),
    ("The ==forward== process (towards noise) is fixed.", "forward process"),
    ("It minimises the ==Jensen–Shannon== divergence. <!-- also: JS -->", "JS divergence"),
    ("A two-==stage== detector.", "the two-stage detector"), ("A net of ==12== layers.", "net of 12 layers"),
    ("A network has ==4== million weights.", "4 million"),
  ])
  func `an answer may repeat the words beside its blank`(cloze: String, typed: String) {
    #expect(AskingTests.verdict(on: typed, "C: \(cloze)") == .right)
  }

  @Test(arguments: [
    ("A ==one==-stage detector.", "two-stage"), ("A ==one==-stage detector.", "one-step"),
    ("A ==one==-stage detector.", "-stage"), ("A ==one==-stage detector.", "stage"),
    ("It is a ==weak== reference.", "strong reference"), ("It is a ==weak== reference.", "weak value"),
    ("A ==3==×3 convolution.", "33 convolution"), ("这叫==单==阶段检测器。", "两阶段"), ("An ==AB== x y.", "ABx"),
    ("The ==forward== process is fixed, the ==reverse== one learned.", "reverse process"),
  ])
  func `the words beside a blank make no wrong answer right`(cloze: String, typed: String) {
    #expect(AskingTests.verdict(on: typed, "C: \(cloze)")?.isRight != true)
  }

  @Test func `a long answer to a long cloze is graded at once`() {
    let long = String(repeating: "字", count: 20_000)
    #expect(AskingTests.verdict(on: long, "C: \(long)==单==\(long)")?.isRight != true)
    #expect(AskingTests.verdict(on: String(long.prefix(120)), "C: \(long)==单==\(long)")?.isRight != true)
  }

  @Test func `a comma in code is an answer`() {
    let quiz = "C: A ==comma== makes a tuple. <!-- id: a; also: the comma, `,`, `，` -->"
    for typed in [",", "，", "the comma", "comma"] { #expect(AskingTests.verdict(on: typed, quiz) == .right) }
    #expect(AskingTests.verdict(on: ".", quiz) == .wrong)
  }

  @Test(arguments: [Language.english, .chinese])
  func `what readers typed at the notes' cards is graded as a person would`(language: Language) {
    let library = GradingTests.library
    let deck = Deck(of: library, Roster(of: library, in: language), in: language)
    let wrong = AskingTests.typed.filter { id, typed, isRight in
      let verdict = deck[id].map { Asking($0, reviews: 0, seed: 0, in: deck).verdict(on: typed) }
      return verdict == nil || (verdict?.isRight == true) != isRight
    }
    #expect(wrong.map { "\($0.id): \($0.typed)" } == [])
  }

  private static let typed: [(id: String, typed: String, isRight: Bool)] = [
    ("vit-readout", "CLS token", true), ("vit-readout", "[CLS]", true), ("vit-readout", "分类 token", true),
    ("vit-readout", "patch token", false), ("moco-update-kind", "EMA", true), ("moco-update-kind", "移动平均", true),
    ("moco-update-kind", "exponential moving average", true), ("gan-js", "JS divergence", true),
    ("gan-js", "JS 散度", true), ("gan-js", "KL divergence", false), ("ddim-euler", "显式欧拉", true),
    ("ssl-collapse-name", "崩溃", true), ("vae-collapse", "后验崩溃", true), ("simclr-augmentation", "color jitter", true),
    ("simclr-augmentation", "颜色抖动", true), ("nce-limit", "MLE", true), ("nce-limit", "极大似然", true),
    ("listtuple-single", ",", true), ("listtuple-single", "，", true), ("listtuple-single", ";", false),
    ("mro-diamond", "D->B->C->A", true), ("mro-diamond", "D, B, C, A", true), ("mro-diamond", "D > B > C > A", true),
    ("mro-diamond", "D, C, B, A", false), ("ddim-x0-number", "0.40", false), ("ddim-x0-number", "0.42", false),
    ("ddim-x0-number", "0.414", true), ("fpn-cells", "64*64", true), ("fpn-cells", "64*63", false),
    ("small-coco", "32*32", true), ("attn-count", "5*7", true), ("tf-params", "12*512*512", true),
    ("spp-bins-number", "fifty", true), ("spp-bins-number", "fifteen", false),
    ("frcnn-tw-number", "ln(200/100)", true), ("frcnn-tw-number", "log 2", true),
    ("adaboost-alpha-number", "0.5 ln 9", true), ("adaboost-alpha-number", "ln 9", false),
    ("frcnn-one-stage", "one-stage", true), ("frcnn-one-stage", "单阶段", true),
    ("frcnn-one-stage", "two-stage", false), ("gc-weakref", "weak reference", true), ("gc-weakref", "弱引用", true),
    ("ddpm-which-learned", "forward process", true), ("ddpm-which-learned", "reverse process", false),
    ("idn-reset", "current", true), ("repr-probe-frozen", "固定", true), ("mi-zero", "相互独立", true),
  ]

  @Test func `the right option is right by its name in the other language`() {
    let english = "Q: Which loss? <!-- id: a -->\n\n- [ ] triplet loss\n- [x] cross-entropy"
    let chinese = "Q: 哪种损失？ <!-- id: a -->\n\n- [ ] 三元组损失\n- [x] 交叉熵"
    #expect(AskingTests.verdict(on: "交叉熵", english, chinese) == .right)
    #expect(AskingTests.verdict(on: "三元组损失", english, chinese) == .undecided)
  }

  @Test func `steps that read the same may change places`() throws {
    let text = "---\nslug: a\nlang: en\n---\n\n## Quiz\n\nQ: Order? <!-- id: a -->\n\n1. add\n2. norm\n3. add\n"
    let library = Library(files: [("a.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let asking = Asking(try #require(deck["a"]), reviews: 0, seed: 0, in: deck)
    let adds = asking.options.indices.filter { asking.options[$0] == "add" }.map(Asking.name)
    let norm = Asking.name(try #require(asking.options.firstIndex(of: "norm")))
    for order in [[adds[0], norm, adds[1]], [adds[1], norm, adds[0]]] {
      #expect(asking.verdict(on: order.joined()) == .right)
    }
    #expect(asking.verdict(on: (adds + [norm]).joined()) == .wrong)
    let letters = asking.correction.prefix { $0 != "\n" }
    #expect(asking.verdict(on: String(letters)) == .right && asking.correction.hasSuffix(asking.card.answer))
  }

  @Test(arguments: ["%", "%)", "(%)", "%.", "（%）", "%、"])
  func `an option is named by its letter, in brackets or not`(form: String) throws {
    let options = "- [ ] one\n- [x] two\n- [ ] three\n"
    let text = "---\nslug: a\nlang: en\n---\n\n## Quiz\n\nQ: Which? <!-- id: a -->\n\n" + options
    let library = Library(files: [("a.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let asking = Asking(try #require(deck["a"]), reviews: 0, seed: 0, in: deck)
    for (i, option) in asking.options.enumerated() {
      let typed = form.replacing("%", with: Asking.name(i))
      #expect(asking.verdict(on: typed) == (option == "two" ? .right : .wrong))
    }
    for typed in ["1.5", "2.1", "a.b", "b)c", "((b"] { #expect(asking.verdict(on: typed) == .undecided) }
  }

  private static let scale = #"C: $\operatorname{softmax}\big(QK^\top/\boxed{\sqrt{d}}\big)V$ <!-- id: a -->"#

  @Test(arguments: ["√d", "softmax(QK^T/√d)V", #"\operatorname{softmax}(QK^\top/\sqrt{d})V"#])
  func `a box is filled alone or with all around it`(typed: String) {
    #expect(AskingTests.verdict(on: typed, AskingTests.scale) == .right)
  }

  @Test(arguments: ["softmax(QK^T/d)V", "softmax(KQ^T/√d)V", "softmax(QK^T)V"])
  func `all around the box does not make a wrong box right`(typed: String) {
    #expect(AskingTests.verdict(on: typed, AskingTests.scale) != .right)
  }

  @Test func `a formula that the notes ask for is right as they write it`() {
    var refused: [String] = []
    for asking in AskingTests.formulas where asking.verdict(on: asking.shortAnswer ?? "") != .right {
      refused.append(asking.card.id)
    }
    #expect(refused == [])
    #expect(AskingTests.formulas.count > 60)
  }

  @Test func `no slip in a formula that the notes ask for is right`() {
    var accepted: [String] = []
    var count = 0
    for card in AskingTests.formulas.map(\.card) {
      guard case .formula(let key) = card.key else { continue }
      let whole = FormulaAnswer.wholes(of: key, in: card.stem)
      let slips = AskingTests.slips(in: key)
      count += slips.count
      for slip in slips where FormulaAnswer.verdict(on: slip, key: key, in: whole) == .right {
        accepted.append("\(card.id): \(slip)")
      }
    }
    #expect(accepted == [] && count >= 400)
  }

  private static let formulas: [Asking] = {
    let library = GradingTests.library
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    return deck.cards.filter { if case .formula = $0.key { !$0.isGenerated } else { false } }
      .map { Asking($0, reviews: 0, seed: 0, in: deck) }
  }()

  /// A formula with one sign, exponent, index or letter changed, in all ways that leave another formula.
  private static func slips(in key: String) -> [String] {
    let changes = [
      ("+", "-"), ("-", "+"), ("^2", "^3"), ("^2", ""), ("^{2}", ""), ("_i", "_j"), ("_t", "_s"), ("_j", "_k"),
      ("\\bar", ""), ("\\hat", ""), ("\\tilde", ""), ("\\max", "\\min"), ("\\log", ""), ("\\ln", ""), ("\\sqrt", ""),
      ("\\frac12", ""), ("\\odot", "+"), ("1-", "2-"), ("2", "4"), ("(", "-("), ("e^", "e^2e^"),
    ]
    return changes.flatMap { from, to in
      key.ranges(of: from).map { key.replacingCharacters(in: $0, with: to) }
    } + ["-\(key)", "2(\(key))", "(\(key))^2", "1/(\(key))"]
  }
}
