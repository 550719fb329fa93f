import Catalog
import Quiz
import Testing

@Suite struct GeneratedTests {
  private static func deck(_ body: String) -> Deck {
    let text = "---\nslug: ddim\nlang: en\ntitle: DDIM\n---\n\n\(body)\n"
    let library = Library(files: [("generative/ddim.en.md", ContiguousArray(text.utf8))])
    return Deck(of: library, Roster(of: library, in: .english), in: .english)
  }

  private static func card(_ body: String, _ kind: Card.Kind) -> Card? { deck(body).cards.first { $0.kind == kind } }

  @Test func `a labelled formula is completed among slips that have other values`() throws {
    let card = try #require(
      GeneratedTests.card("## Idea\n\n$$ y = \\sqrt{1-a}\\,x - b^2 $$\n<!-- eq: step -->\n\nText.", .mutation))
    guard case .choice(let options, right: 0) = card.key else {
      Issue.record("a mutation is a choice")
      return
    }
    #expect(options.first == "$\\sqrt{1-a}\\,x - b^2$" && Set(options).count == 3)
    #expect(card.stem.contains("y = \\;?"))
  }

  @Test func `a formula is asked by its left side, or by its label where that names two`() {
    let formulas = ["y = a+b", "z = a-b", "y = ab"].enumerated().map {
      "$$ \($1) $$\n<!-- eq: name-of-\(["one", "two", "three"][$0]) -->"
    }
    let cards = GeneratedTests.deck("## Idea\n\n" + formulas.joined(separator: "\n\n")).cards.filter {
      $0.kind == .equation
    }
    let lead = "DDIM: write down the formula"
    #expect(
      cards.map(\.stem) == ["\(lead) *name of one*.", "\(lead).\n\n$$\nz = \\;?\n$$", "\(lead) *name of three*."])
  }

  /// What the bundled notes ask in one language they ask in the other.
  @Test func `both languages have the same cards`() {
    let library = GradingTests.library
    let ids = [Language.english, .chinese].map { language in
      Set(Deck(of: library, Roster(of: library, in: language), in: language).cards.map(\.id))
    }
    #expect(ids[0].symmetricDifference(ids[1]).sorted() == [])
  }

  @Test func `slips stand in expectations and in norms as well`() throws {
    let body = "## Idea\n\n$$ L = \\mathbb E_{x\\sim p}\\lVert v(x)-u(x)\\rVert^2 $$\n<!-- eq: loss -->\n\nText."
    let card = try #require(GeneratedTests.card(body, .mutation))
    guard case .choice(let options, right: 0) = card.key else {
      Issue.record("a mutation is a choice")
      return
    }
    let slips = ["v(x)+u(x)\\rVert^2", "v(x)-u(x)\\rVert", "v(x)+u(x)\\rVert"].map {
      "$\\mathbb E_{x\\sim p}\\lVert \($0)$"
    }
    #expect(Set(options).count == 3 && options.dropFirst().allSatisfy(slips.contains))
  }

  /// At each place what most options have is the option that a guess would take.
  @Test func `the right side is no more often like the others than a wrong one`() throws {
    var right = 0
    for i in 0..<300 {
      let body = "## Idea\n\n$$ y = a-b^2 $$\n<!-- eq: label-\(i) -->\n\nText."
      let card = try #require(GeneratedTests.card(body, .mutation))
      guard case .choice(let options, right: 0) = card.key else { continue }
      let isTypical = ["-", "^2"].allSatisfy { own in
        options.count { $0.contains(own) } >= 2
      }
      right += isTypical ? 1 : 0
    }
    #expect(60...140 ~= right)
  }

  @Test(arguments: [
    // What is only added up has no slip; what names two formulas by one letter asks for neither.
    "$$ L = a + b + c $$\n<!-- eq: total -->",
    "$$ y = \\sqrt{x}-1 $$\n<!-- eq: one -->\n\n$$ y = \\log x-x^2 $$\n<!-- eq: two -->",
    "$$ y = \\mathbb E[x], z $$\n<!-- eq: list -->",
    // An arrow before a label does not end it.
    "$$ y = a + b $$ --> <!-- eq: total -->",
    // A fraction of single letters is not turned round, and no logarithm leaves its base behind.
    "$$ y = \\frac{1}{N}(a-b) $$\n<!-- eq: mean -->", "$$ y = a-\\log_2 b $$\n<!-- eq: bits -->",
    // The nearest is the nearest with a square and without, and a slip in what is written beside is none here.
    "$$ k = \\arg\\min_j\\lVert z-e_j\\rVert^2 $$\n<!-- eq: code -->", "$$ y = x, a-b^2 $$\n<!-- eq: beside -->",
    "$$ y = \\underbrace{a-b^2}_{c} $$\n<!-- eq: brace -->",
  ])
  func `a formula without plausible slips or with a name that is not its own is not asked`(body: String) {
    #expect(GeneratedTests.card("## Idea\n\n\(body)\n\nText.", .mutation) == nil)
  }

  /// It would be made and parsed anew for each of its signs.
  @Test func `a formula of many terms is not asked`() {
    let long = "$$ y = x\(String(repeating: "-2+x", count: 5000)) $$\n<!-- eq: long -->"
    #expect(GeneratedTests.card("## Idea\n\n\(long)\n\nText.", .mutation) == nil)
  }

  @Test func `the numbered list of a procedure is put in order`() throws {
    let card = try #require(GeneratedTests.card("## Steps\n\n1. Draw.\n2. Add.\n3. Return.", .steps))
    #expect(card.key == .order(["Draw.", "Add.", "Return."]))
  }

  @Test(arguments: [
    "## History\n\n1. Draw.\n2. Add.\n3. Return.", "## Steps\n\n1. Draw.\n2. Add.",
    "## Steps\n\n1. Encode.\n2. **A**: this.\n3. **B**: that.\n4. Sum.",
    "## Steps\n\n1. Draw.\n2. Add.\n3. Go to step 1.",
  ])
  func `a list whose order is not asked for, or means nothing, is no card`(body: String) {
    #expect(GeneratedTests.card(body, .steps) == nil)
  }

  private static let table = """
    ## Comparison

    <!-- quiz: 1 3 -->

    | Method | Field | Year | Cost |
    |---|---|---|---|
    | SPP-net | shared map | 2014 | one pass |
    | R-CNN | a crop each | 2013 | one pass and more |
    | Fast R-CNN | pooled regions | 2015 | fast pooling |
    | RetinaNet | dense anchors | 2017 | two passes |
    """

  @Test func `a marked table asks its marked columns, but no cell that names its row or that another one holds`() {
    let cards = GeneratedTests.deck(GeneratedTests.table).cards.filter { $0.kind == .cell }
    #expect(cards.map(\.id) == [1, 2, 3, 4].map { "ddim~cell-\($0)-1" } + [2, 4].map { "ddim~cell-\($0)-3" })
    #expect(cards.first?.stem == "Which method has this under **Field**: shared map?")
    guard case .choice(let options, right: 0)? = cards.first?.key else {
      Issue.record("a cell is a choice")
      return
    }
    #expect(options.first == "SPP-net" && Set(options).count == 4)
  }

  @Test(arguments: [
    ("x = [1]\nprint(x * 2)", "[1, 1]", 1), ("print(1 / 3)", "0.333", 0), ("import random\nprint(1)", "1", 0),
  ])
  func `a program's output is asked where it can be worked out`(code: String, output: String, count: Int) {
    let body = "## Example\n\n```python\n\(code)\n```\n\n```output\n\(output)\n```"
    #expect(GeneratedTests.deck(body).cards.count { $0.kind == .output } == count)
  }

  /// The question which concept a summary describes.
  private static func stem(_ title: String, summary: String) -> String? {
    let text = "---\nslug: it\nlang: en\ntitle: \(title)\nsummary: \(summary)\n---\n\nText.\n"
    let library = Library(files: [("generative/it.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let card = deck.cards.first { $0.kind == .term }.map { Asking($0, reviews: 0, seed: 0, in: deck).card }
    return card.flatMap { $0.stem.split(separator: "> ").last.map(String.init) }
  }

  @Test(arguments: [
    // The whole word, not the part of it that is in the name; and the word that is a part of one in the name.
    ("Momentum contrast", "Contrastive look-up in a dictionary of keys.", "＿＿ look-up in a dictionary of keys."),
    ("Contrastive loss", "It contrasts one pair with all the others here.", "It ＿＿ one pair with all the others here."),
    // Short names only by themselves, and of several words all together.
    ("GAN", "GANs organise a game of two players, no GAN-like.", "＿＿ organise a game of two players, no ＿＿-like."),
    ("Faster R-CNN", "A faster r-cnn shares what the networks compute.", "A ＿＿ shares what the networks compute."),
    // What is in many names tells nothing by itself.
    ("Image models", "A model of images that is made from the data.", "A model of images that is made from the data."),
    ("Deep learning", "Networks and deep learning, which is learning too.", "Networks and ＿＿, which is learning too."),
    // Han text: the parts of a name, to their ends, but no pair that is in many names.
    ("变分下界与变分自编码器", "对数似然的一个可计算下界，以及最大化它的自编码器。", "对数似然的一个可计算＿＿，以及最大化它的＿＿。"),
    ("图文对比预训练", "用训练好的网络把图像和文本预训练成对，再对比。", "用训练好的网络把图像和文本＿＿成对，再＿＿。"),
  ])
  func `a description hides all words of the name it asks for`(title: String, summary: String, shown: String) {
    #expect(GeneratedTests.stem(title, summary: summary) == shown)
  }

  @Test func `a choice is asked with options, then typed, then by recall as its memory lasts`() throws {
    let deck = GeneratedTests.deck(
      "## Quiz\n\nQ: Which method skips steps? <!-- id: a -->\n\n- [ ] DDPM\n- [x] DDIM\n\nQ: Which of these holds? <!-- id: b -->\n\n- [ ] one\n- [x] two"
    )
    func kinds(_ id: String) throws -> [Card.Kind] {
      let card = try #require(deck[id])
      return [0, 10, 40].map { Asking(card, reviews: 0, stability: $0, seed: 0, in: deck).kind }
    }
    #expect(try kinds("a") == [.choice, .typed, .recall] && kinds("b") == [.choice, .choice, .choice])
    let typed = Asking(try #require(deck["a"]), reviews: 0, stability: 10, seed: 0, in: deck)
    #expect(typed.options.isEmpty && typed.verdict(on: "ddim") == .right && typed.verdict(on: "DDPM") == .wrong)
  }

  @Test(arguments: [
    ("模型", "为什么", "哪个模型的“**为什么**”一栏写的是：步数更少？"),
    ("模型", "MLP", "哪个模型的“**MLP**”一栏写的是：步数更少？"),
    ("RoI 方法", "与 CLIP 的不同", "哪个 RoI 方法的“**与 CLIP 的不同**”一栏写的是：步数更少？"),
    ("CNN", "代价（秒）", "哪个 CNN 的“**代价（秒）**”一栏写的是：步数更少？"),
    ("", "效果", "哪一行的“**效果**”一栏写的是：步数更少？"),
  ])
  func `a cell is asked for in Chinese that is one`(row: String, column: String, stem: String) {
    let table = "| \(row) | \(column) |\n|---|---|\n| 甲 | 步数更少 |\n| 乙 | 似然 |\n| 丙 | 密度 |"
    let text = "---\nslug: it\nlang: zh\ntitle: 它\n---\n\n## 比较\n\n<!-- quiz -->\n\n\(table)\n"
    let library = Library(files: [("generative/it.zh.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .chinese), in: .chinese)
    #expect(deck.cards.first { $0.kind == .cell }?.stem == stem)
  }

  @Test func `of a long table the first sixty rows are asked`() throws {
    let rows = (1...400).map { "| name\($0) | place \($0) |" }.joined(separator: "\n")
    let cards = GeneratedTests.deck("## Places\n\n<!-- quiz -->\n\n| Name | Place |\n|---|---|\n\(rows)").cards
    #expect(cards.map(\.id) == (1...60).map { "ddim~cell-\($0)-1" })
  }
}
