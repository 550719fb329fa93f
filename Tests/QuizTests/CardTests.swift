import Catalog
import Quiz
import Testing
import Text

@Suite struct CardTests {
  static func note(_ quiz: String, slug: String = "ddim") -> Note {
    let text = "---\nslug: \(slug)\nlang: en\ntitle: DDIM\n---\n\n## Idea\n\nText.\n\n## Quiz\n\n\(quiz)\n"
    return Note(parsing: ContiguousArray(text.utf8), path: "generative/\(slug).en.md")
  }

  static func cards(_ quiz: String) -> [Card] { Cards.authored(in: note(quiz)) }

  @Test func `a question and its answer are a card for free recall`() throws {
    let card = try #require(
      CardTests.cards("Q: What does $\\eta=0$ give? <!-- id: eta0 -->\n\nA: A deterministic sampler.").first)
    #expect(card.id == "eta0" && card.kind == .recall && card.key == .open)
    #expect(card.stem == "What does $\\eta=0$ give?" && card.answer == "A deterministic sampler.")
  }

  @Test func `marks may have a full-width colon and follow line by line`() {
    let cards = CardTests.cards("Q：一？ <!-- id: a -->\nA：二\n\nQ: Three?\nA: Four")
    #expect(cards.map(\.answer) == ["二", "Four"])
  }

  @Test func `more options or steps than letters are asked for free recall, and the check says so`() {
    let list = (1...27).map { "\($0). step \($0)" }.joined(separator: "\n")
    let boxes = (1...27).map { "- [\($0 == 3 ? "x" : " ")] option \($0)" }.joined(separator: "\n")
    let note = CardTests.note("Q: Order? <!-- id: a -->\n\n\(list)\n\nQ: Which? <!-- id: b -->\n\n\(boxes)")
    let cards = Cards.authored(in: note)
    #expect(cards.map(\.kind) == [.recall, .recall] && cards.map(\.key) == [.open, .open])
    #expect(cards[0].answer.hasSuffix("27. step 27") && cards[1].answer == "option 3")
    #expect(
      Cards.problems(in: note).map(\.message).filter { $0.contains("27 options") || $0.contains("27 steps") }.count == 2
    )
  }

  @Test func `cards below headings of the quiz section are cards`() {
    let cards = CardTests.cards(
      "Q: One? <!-- id: a -->\nA: 1\n\n### Hard\n\nQ: Two? <!-- id: b -->\nA: 2\n\n## Notes\n\nQ: Three?\nA: 3")
    #expect(cards.map(\.id) == ["a", "b"])
    #expect(cards.map(\.answer) == ["1", "2"])
  }

  @Test func `a long question and many answers are read in linear time`() throws {
    let lines = String(repeating: "more words\n", count: 20_000)
    let card = try #require(CardTests.cards("Q: One?\n\(lines)A: x\n").first)
    #expect(card.stem.utf8.count == 7 + 11 * 20_000 - 3 && card.answer == "x")
    let answers = String(repeating: "A: y\n", count: 10_000)
    #expect(CardTests.cards("Q: One?\n\(answers)").first?.answer.utf8.count == 3 * 10_000 - 2)
  }

  @Test func `each highlight is a sibling, the first with the given identity`() {
    let cards = CardTests.cards("C: The ==forward== process is fixed, the ==reverse== one learned. <!-- id: which -->")
    #expect(cards.map(\.id) == ["which", "which.2"])
    #expect(cards.map(\.key) == [.text(["forward"]), .text(["reverse"])])
    #expect(cards[1].stem == "The forward process is fixed, the **[ … ]** one learned.")
    #expect(Set(cards.map(\.group)).count == 1)
  }

  @Test func `a box in a formula is a formula cloze`() throws {
    let card = try #require(CardTests.cards(#"C: $x=\boxed{\sqrt{\bar\alpha_t}}\,y$ <!-- id: m -->"#).first)
    #expect(card.kind == .formula && card.key == .formula(#"\sqrt{\bar\alpha_t}"#))
    #expect(card.stem == #"$x=\boxed{\ldots}\,y$"#)
  }

  @Test func `a task list is options, a numbered list steps`() {
    let cards = CardTests.cards(
      "Q: Which? <!-- id: a; also: x, y -->\n\n- [ ] one\n- [x] two\n\nA: Because.\n\nQ: Order? <!-- id: b -->\n\n1. first\n2. second\n3. third"
    )
    #expect(cards.map(\.key) == [.choice(["one", "two"], right: 1), .order(["first", "second", "third"])])
    #expect(cards[0].also == ["x", "y"] && cards[0].answer == "two\n\nBecause.")
  }

  @Test(arguments: [
    ("Q: True or false: a.\n\nA: False. No.", Card.Key.truth(false)), ("Q: 判断：甲。\n\nA: 对。", .truth(true)),
    ("Q: How many? <!-- id: a; kind: typed -->\n\nA: 1000", .number(1000)),
    ("Q: Who? <!-- id: a; kind: typed -->\n\nA: Ho et al.", .text(["Ho et al."])),
    ("Q: Which? <!-- id: a; kind: typed -->\n\nA: $x^2$", .formula("x^2")),
    ("Q: Which? <!-- id: a; kind: formula -->\n\nA: $2N$", .formula("2N")),
    ("Q: Which? <!-- id: a; kind: recall -->\n\nA: $x^2$", .open), ("Q: Which? <!-- kind: open -->\n\nA: 1", .open),
    ("Q: True or false? a.\n\nA: True, as b.", .truth(true)), ("Q: 判断：甲。\n\nA: 是的。", .truth(true)),
    ("Q: 判断 甲。\n\nA: 错误", .truth(false)), ("Q: 判断：SimCLR 需要负样本吗？\n\nA: 对比学习一般需要。", .open),
    ("Q: 判断分类器好坏的常用指标是什么？\n\nA: 正确，率", .open), ("Q: True or false: a.\n\nA: Trueish.", .open),
  ])
  func `the answer says what counts as right`(quiz: String, key: Card.Key) {
    #expect(CardTests.cards(quiz).map(\.key) == [key])
  }

  @Test func `a derived identity survives edits of the answer, of case and of punctuation`() {
    let ids = [
      "Q: What is DDIM?\n\nA: A sampler.", "Q: what is  DDIM\n\nA: Something else.",
    ].map { CardTests.cards($0).first?.id }
    #expect(ids[0] == ids[1] && ids[0]?.hasPrefix("ddim-") == true)
    #expect(CardTests.cards("Q: What is DDPM?\n\nA: A sampler.").first?.id != ids[0])
  }

  @Test func `options are shuffled the same way for the same seed`() throws {
    let library = Library([CardTests.note("Q: Which? <!-- id: a -->\n\n- [ ] one\n- [x] two\n- [ ] three")])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let card = try #require(deck["a"])
    for review in 0..<20 {
      let asking = Asking(card, reviews: review, seed: 4, in: deck)
      #expect(asking.options == Asking(card, reviews: review, seed: 4, in: deck).options)
      let right = try #require(asking.options.firstIndex(of: "two"))
      #expect(asking.verdict(on: Asking.name(right)) == .right && asking.verdict(on: "two") == .right)
      #expect(asking.verdict(on: Asking.name((right + 1) % 3)) == .wrong && asking.verdict(on: "one") == .wrong)
    }
  }

  @Test(arguments: [
    ("Q: Why? <!-- id: a -->\nA:", ["the question has no answer"]),
    ("Q: Why? <!-- id: a -->\nA: <!-- tol: 1 -->", ["the question has no answer"]),
    ("Q: In which order? <!-- id: a -->\n\n1. alone", ["a list of one step has no order; write it below 'A:'"]),
    ("Q: In which order? <!-- id: a -->\n\n1. first\n2. second", []),
  ])
  func `a card without an answer, or with a single step, is told`(text: String, problems: [String]) {
    #expect(Cards.problems(in: CardTests.note(text)).map(\.message) == problems)
  }

  @Test func `a blank within a word is shown without asterisks`() {
    let stems = CardTests.cards("C: A pre==trained== ==model==ing, ==so== on, 这叫==单==阶段。 <!-- id: k -->").map(\.stem)
    #expect(stems[0].hasPrefix("A pre[ … ] model") && stems[1].hasPrefix("A pretrained [ … ]ing"))
    #expect(stems[2].hasPrefix("A pretrained modeling, **[ … ]** on") && stems[3].hasSuffix("这叫**[ … ]**阶段。"))
  }

  @Test(arguments: [("0.05", 0.05), ("5%", 0.2), ("5 %", 0.2), ("0,05", nil), ("some", nil), ("-1", nil), ("nan", nil)])
  func `a tolerance is a number or a share`(text: String, tolerance: Double?) {
    let note = CardTests.note("Q: How many? <!-- id: a; kind: typed; tol: \(text) -->\n\nA: 4")
    #expect(Cards.authored(in: note).first?.tolerance == tolerance)
    let problems = tolerance == nil ? ["the tolerance '\(text)' is no number"] : []
    #expect(Cards.problems(in: note).map(\.message) == problems)
  }

  @Test func `a kind that is none is reported`() {
    let quiz = ["open", "typed", "recall"].map { "Q: A \($0)? <!-- id: \($0); kind: \($0) -->\n\nA: Yes" }
    let note = CardTests.note(quiz.joined(separator: "\n\n"))
    #expect(Cards.problems(in: note).map(\.message) == ["a card knows no kind 'open'"])
  }

  @Test func `a cloze asks for its first fifty blanks, and the check says so`() {
    let note = CardTests.note("C: \(String(repeating: "==a== ", count: 8000))<!-- id: k -->")
    let cards = Cards.authored(in: note)
    #expect(cards.count == 50 && cards.last?.id == "k.50")
    #expect(
      Cards.problems(in: note).map(\.message) == ["a cloze asks for its first 50 blanks alone, not for all 8000"])
  }

  @Test(arguments: [
    ("Q: One?\nA: Yes.\n", [3]), ("## Part\n\nC: It is ==one==.\n\n## Quiz\n\nText.\n", [5]),
    ("## Quiz\n\nQ: One? <!-- id: k -->\n\nA: Yes.\n", []), ("Q: a letter\n\nC: the constant\n", []),
  ])
  func `a card outside of the quiz is reported, as nobody asks it`(text: String, lines: [Int]) {
    let problems = Cards.problems(in: Note(parsing: ContiguousArray("# A\n\n\(text)".utf8), path: "a.md"))
    #expect(problems.map(\.line) == lines)
    #expect(problems.allSatisfy { $0.message == "a card outside of the quiz is never asked" })
  }

  @Test func `an empty identity is none`() {
    let ids = ["<!-- id: -->", "<!-- id: ; also: x -->", ""].map {
      CardTests.cards("Q: One? \($0)\n\nA: Two").map(\.id)
    }
    #expect(ids[0] == ids[2] && ids[1] == ids[2] && ids[2] != [""])
  }

  @Test func `other right answers are those of all blanks, or of the one that is numbered`() {
    let cloze = "C: ==one== and ==two== <!-- id: k; also: n; also.2: zwei, `2,0` -->"
    #expect(CardTests.cards(cloze).map(\.also) == [["n"], ["n", "zwei", "2,0"]])
    let note = CardTests.note("C: ==one== <!-- id: k; also.2: zwei; also.x: y; also.0: z -->")
    #expect(
      Cards.problems(in: note).map(\.message) == [
        "a card knows no attribute 'also.x'", "a card knows no attribute 'also.0'",
        "the card has no blank 2 for 'also.2'",
      ])
  }

  @Test func `an identity that two cards have is reported, in a note and among notes`() {
    let cloze = "C: ==one== and ==two== <!-- id: k -->"
    let both = CardTests.note("\(cloze)\n\nQ: Three? <!-- id: k.2 -->\n\nA: Four.")
    #expect(Cards.problems(in: both).map(\.message) == ["two cards have the id 'k.2'"])
    let first = CardTests.note(cloze)
    let second = CardTests.note("Q: Three? <!-- id: k.2 -->\n\nA: Four.", slug: "ddpm")
    #expect(Cards.problems(in: first).isEmpty && Cards.problems(in: second).isEmpty)
    let among = Cards.problemsAmong([first, second])
    #expect(among.map(\.message) == ["a card of generative/ddim.en.md has the id 'k.2' too"])
    #expect(among.map(\.path) == ["generative/ddpm.en.md"] && Cards.problemsAmong([first, first]).isEmpty)
  }

  @Test func `a long chain of prerequisites is put in order`() {
    let files = (1...2000).map { i in
      let text = "---\nslug: n\(i)\nlang: en\ntitle: N\nprerequisites: [n\(i + 1)]\n---\n\n## Idea\n\nText.\n"
      return (path: "n\(i).en.md", bytes: ContiguousArray(text.utf8))
    }
    let roster = Roster(of: Library(files: files), in: .english)
    #expect(roster.notes.map(\.slug) == (1...2000).reversed().map { "n\($0)" })
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `lines may end in each of Markdown's three ways`(end: String) {
    let text = "# DDIM\n\n## Quiz\n\nQ: One?\nA: Two\nand more\n\nQ: Three?\nA: Four\n".replacing("\n", with: end)
    let note = Note(parsing: ContiguousArray(text.utf8), path: "ddim.en.md")
    let cards = Cards.authored(in: note)
    #expect(cards.map(\.answer) == ["Two\nand more", "Four"])
    #expect(cards.map { note.place(of: $0.offset).line } == [5, 9])
  }
}
