import Catalog
import Quiz
import Testing

@Suite struct DialogueTests {
  private static let now = 1_780_000_000_000

  /// A dialogue that has asked the only card of a note.
  private static func asking(
    _ quiz: String, hasTwoButtons: Bool = false, showsSuggestions: Bool = true
  ) -> Dialogue {
    let text = "---\nslug: ddim\nlang: en\ntitle: DDIM\n---\n\n## Quiz\n\n\(quiz)\n"
    let library = Library(files: [("generative/ddim.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let cards = deck.cards.filter { !$0.isGenerated }
    var dialogue = Dialogue(
      Session(cards, of: deck, Ledger(replaying: Log(), zone: .utc), seed: 0), hasTwoButtons: hasTwoButtons,
      showsSuggestions: showsSuggestions)
    _ = dialogue.advance(at: now)
    return dialogue
  }

  /// The grade that Enter takes after these strokes.
  private static func suggested(_ quiz: String, _ strokes: Stroke...) -> Grade? {
    var dialogue = asking(quiz)
    var suggested: Grade?
    for stroke in strokes {
      for case .grades(_, let grade) in dialogue.take(stroke, at: now) { suggested = grade }
    }
    return suggested
  }

  private static let recall = "Q: Why is it fast? <!-- id: a -->\nA: Sampling may skip most of the steps."
  private static let cloze = "C: With ==no noise== the path is fixed. <!-- id: a -->"
  private static let truth = "Q: True or false: it is random. <!-- id: a -->\nA: False. Nothing is drawn."

  @Test func `what another session answered in the meantime is not asked again, and the due time is true`() throws {
    let text =
      "---\nslug: ddim\nlang: en\ntitle: DDIM\n---\n\n## Quiz\n\n"
      + ["a", "b", "c"].map { "Q: \($0)? <!-- id: \($0) -->\nA: It is \($0).\n\n" }.joined()
    let library = Library(files: [("generative/ddim.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let cards = deck.cards.filter { !$0.isGenerated }
    var session = Session(cards, of: deck, Ledger(replaying: Log(), zone: .utc), seed: 0)
    let asked = session.next(at: DialogueTests.now)
    let first = try #require(asked).card
    func event(_ card: String, _ machine: String, _ time: Int) -> Event {
      Event(
        id: .init(machine: machine, sequence: 1), time: time,
        kind: .review(card: card, grade: .easy, duration: 1, kind: "recall", isOverride: false))
    }
    let others = ["a", "b"].enumerated().map { event($1, "other\($0)", DialogueTests.now + $0 - 10_000) }
    let own = event(first.id, "own", DialogueTests.now)
    let both = Ledger(replaying: LogTests.log([ContiguousArray((others + [own]).flatMap(\.line))]), zone: .utc)
    let due = session.take(own, for: first, .easy, replayed: both)
    #expect(due == both.standing(of: first.id).flatMap { both.due(first.id, $0) })
    let rest = [session.next(at: DialogueTests.now), session.next(at: DialogueTests.now)]
    #expect(rest.map { $0?.card.id } == ["c", nil])
  }

  @Test func `a card that was gone back to is next, whatever step is over, and then the one that was asked`() throws {
    let text =
      "---\nslug: ddim\nlang: en\ntitle: DDIM\n---\n\n## Quiz\n\n"
      + ["a", "b", "c", "d"].map { "Q: \($0)? <!-- id: \($0) -->\nA: It is \($0).\n\n" }.joined()
    let library = Library(files: [("generative/ddim.en.md", ContiguousArray(text.utf8))])
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let cards = deck.cards.filter { !$0.isGenerated }
    var session = Session(cards, of: deck, Ledger(replaying: Log(), zone: .utc), seed: 0)
    var (sequence, now) = (0, DialogueTests.now)
    func answer(_ grade: Grade) throws -> Card {
      let asked = session.next(at: now)
      let card = try #require(asked).card
      sequence += 1
      let event = Event(
        id: .init(machine: "own", sequence: sequence), time: now,
        kind: .review(card: card.id, grade: grade, duration: 1, kind: "recall", isOverride: false))
      session.take(event, for: card, grade)
      return card
    }
    _ = try answer(.again)
    _ = try answer(.again)
    let before = session.ledger
    let answered = try answer(.easy)
    now += 62_000
    let asked = session.next(at: now)
    let current = try #require(asked).card
    #expect(current.id == "a")
    session.goBack(to: answered, wasAnswered: true, before, current: current)
    let rest = (0..<4).map { _ in session.next(at: now)?.card.id }
    #expect(rest == ["c", "a", "b", "d"])
  }

  @Test func `an answer that is only looked at is Good, one after a hint Hard`() {
    #expect(DialogueTests.suggested(DialogueTests.recall, .enter) == .good)
    #expect(DialogueTests.suggested(DialogueTests.recall, .key("h"), .enter) == .hard)
  }

  @Test func `what was read in the source before the answer is not recalled`() {
    #expect(DialogueTests.suggested(DialogueTests.recall, .key("s"), .enter) == .again)
    #expect(DialogueTests.suggested(DialogueTests.cloze, .key("s"), .typed("no noise")) == .again)
    #expect(DialogueTests.suggested(DialogueTests.recall, .enter, .key("s")) == .good)
  }

  @Test func `a letter is an option only where the options were seen`() {
    let choice = "Q: Which command returns? <!-- id: a -->\n\n- [ ] b\n- [x] c\n- [ ] d\n- [ ] a"
    #expect(DialogueTests.suggested(choice, .typed("c")) == .good)
    #expect(DialogueTests.suggested(choice, .typed("b")) == .again)
    let seen = ["a", "b", "c", "d"].map { DialogueTests.suggested(choice, .space, .key(Character($0))) }
    #expect(seen.count { $0 == .good } == 1)
    #expect(DialogueTests.suggested(DialogueTests.truth, .typed("b")) != .good)
    #expect(DialogueTests.suggested(DialogueTests.truth, .space, .key("b")) == .good)
  }

  @Test func `an answer that the reader judges is Good where it is like the right one, else Again`() {
    #expect(DialogueTests.suggested(DialogueTests.recall, .typed("it may skip steps")) == .good)
    #expect(DialogueTests.suggested(DialogueTests.recall, .typed("banana")) == .again)
  }

  @Test func `little words do not make an answer like the right one`() {
    #expect(DialogueTests.suggested(DialogueTests.recall, .typed("it is the most of the model")) == .again)
    #expect(DialogueTests.suggested(DialogueTests.recall, .typed("the")) == .again)
  }

  @Test func `who does not see what is suggested takes no undecided answer for right`() {
    var dialogue = DialogueTests.asking(DialogueTests.recall, showsSuggestions: false)
    let steps = dialogue.take(.typed("it may skip steps"), at: DialogueTests.now)
    guard case .grades(_, .again)? = steps.last else {
      Issue.record("an empty line comes to Again")
      return
    }
  }

  @Test func `hints mask what is seen, not how it is written`() {
    func hints(_ quiz: String) -> [String] {
      var dialogue = DialogueTests.asking(quiz)
      return (0..<3).flatMap { _ in dialogue.take(.key("h"), at: DialogueTests.now) }.compactMap {
        switch $0 {
        case .hint(let text): text
        case .noMoreHints: nil
        default: "no hint"
        }
      }
    }
    let formula = #"C: $x_s=\sqrt{\bar\alpha_s}\,\boxed{\hat x_0}+\sigma_t$ <!-- id: a -->"#
    #expect(hints(formula) == ["x̂…", "x̂·"])
    let fraction = #"C: $a=\boxed{\frac{u+v}{\sqrt{w}}}$ <!-- id: a -->"#
    #expect(hints(fraction) == ["(…", "(u + ·)/√w"])
    let functions = #"C: $L=\boxed{-\frac1N\sum_t \log p(x_t)}$ <!-- id: a -->"#
    #expect(hints(functions) == ["−…", "−(1/·) ∑ₜ log ·(x·)"])
    #expect(hints("Q: How much? <!-- id: a; kind: number -->\nA: 0.95") == ["0…", "0.··"])
    #expect(
      hints("Q: What is kept? <!-- id: a -->\nA: The loss $q(x_0)$; no more.") == [
        "T·· ·o·· ·(x·); ·· m···", "T·e ·o·s ·(x·); n· m·r·",
      ])
    #expect(hints(DialogueTests.truth) == ["N···i·· ·s ···w·", "N·t·i·g ·s ·r·w·"])
    #expect(hints("Q: How many? <!-- id: a; kind: number -->\nA: 0") == [])
    #expect(hints("Q: 判断：它是随机的。 <!-- id: a -->\nA: 错") == [])
    #expect(hints("Q: True or false: it is. <!-- id: a; hint: look twice -->\nA: True.") == ["look twice"])
    #expect(hints(DialogueTests.order) == ["one → …"])
  }

  @Test func `a verdict suggests its grade, and y counts a wrong answer as right`() throws {
    #expect(DialogueTests.suggested(DialogueTests.cloze, .typed("no noise")) == .good)
    var dialogue = DialogueTests.asking(DialogueTests.cloze)
    let steps = dialogue.take(.typed("big steps"), at: DialogueTests.now)
    guard case .answer(_, verdict: .wrong)? = steps.first, case .grades(_, .again)? = steps.last,
      case .record(_, .good, isOverride: true)? = dialogue.take(.key("y"), at: DialogueTests.now).first
    else {
      Issue.record("wrong, Again suggested, y overrides")
      return
    }
  }

  @Test func `a digit before the answer is no answer`() {
    var dialogue = DialogueTests.asking(DialogueTests.cloze)
    guard case .keys? = dialogue.take(.key("3"), at: DialogueTests.now).first else {
      Issue.record("the keys are told")
      return
    }
  }

  @Test func `who comes back sees the card again, as far as it was shown`() {
    func isAnswer(_ step: Step, _ wanted: Verdict?) -> Bool {
      if case .answer(_, let verdict) = step { verdict == wanted } else { false }
    }
    var dialogue = DialogueTests.asking(DialogueTests.recall)
    let asked = dialogue.take(.resumed, at: DialogueTests.now)
    #expect(asked.count == 1 && !asked.contains { isAnswer($0, nil) })
    _ = dialogue.take(.typed("banana"), at: DialogueTests.now)
    let answered = dialogue.take(.resumed, at: DialogueTests.now)
    #expect(answered.count == 3 && isAnswer(answered[1], .undecided))
    guard case .grades(_, .again)? = answered.last else {
      Issue.record("the grades stand below, Again is still suggested")
      return
    }
  }

  @Test(arguments: [Stroke.other, .key("j")])
  func `a key without a meaning changes nothing at the grades`(stroke: Stroke) {
    var dialogue = DialogueTests.asking(DialogueTests.cloze)
    _ = dialogue.take(.enter, at: DialogueTests.now)
    #expect(dialogue.take(stroke, at: DialogueTests.now).isEmpty)
    guard case .record(_, .easy, isOverride: false)? = dialogue.take(.key("4"), at: DialogueTests.now).first else {
      Issue.record("still to be graded")
      return
    }
  }

  @Test(arguments: [
    ([Stroke.enter], Grade.good), ([.key("h"), .typed("no noise")], .good), ([.key("h"), .enter], .good),
    ([.typed("big steps")], .again),
  ])
  func `of two buttons Enter is right and 1 wrong, whatever is suggested`(strokes: [Stroke], suggested: Grade) {
    for (key, grade) in [(Stroke.enter, Grade.good), (.key("1"), .again)] {
      var dialogue = DialogueTests.asking(DialogueTests.cloze, hasTwoButtons: true)
      var steps: [Step] = []
      for stroke in strokes { steps = dialogue.take(stroke, at: DialogueTests.now) }
      guard case .grades(_, suggested)? = steps.last,
        case .record(_, grade, isOverride: _)? = dialogue.take(key, at: DialogueTests.now).first
      else {
        Issue.record("suggested and recorded as expected")
        return
      }
    }
  }

  @Test func `a judgement is corrected in a sentence of its own`() throws {
    var dialogue = DialogueTests.asking(DialogueTests.truth)
    _ = dialogue.take(.space, at: DialogueTests.now)
    guard case .answer(let asking, verdict: .right)? = dialogue.take(.key("b"), at: DialogueTests.now).first else {
      Issue.record("b is False, which is right")
      return
    }
    #expect(asking.correction == "It is false. Nothing is drawn.")
  }

  private static let order = "Q: Order it. <!-- id: a -->\n\n1. one\n2. two\n3. three\n4. four\n5. five"

  @Test func `a letter pressed at steps begins the line of letters`() {
    var dialogue = DialogueTests.asking(DialogueTests.order)
    _ = dialogue.take(.space, at: DialogueTests.now)
    // The fifth letter is a step here, not the editor.
    guard case .readLine("e")? = dialogue.take(.key("e"), at: DialogueTests.now).first else {
      Issue.record("the line begins with the letter")
      return
    }
  }

  @Test(arguments: ["ab", "abcdx", "abcda", "z", ""])
  func `letters that are not each step's once are asked for again`(typed: String) {
    var dialogue = DialogueTests.asking(DialogueTests.order)
    let steps = dialogue.take(.typed(typed), at: DialogueTests.now)
    guard steps.count == 2, case .options = steps[0], case .missingLetters = steps[1],
      case .missingLetters? = dialogue.take(.typed(typed), at: DialogueTests.now).first
    else {
      Issue.record("the steps, if they are not shown, and a word on the letters")
      return
    }
    guard
      case .answer(_, verdict: .undecided)? = dialogue.take(.typed("first encode, then add"), at: DialogueTests.now)
        .first
    else {
      Issue.record("steps in words are the reader's to judge")
      return
    }
  }

  @Test func `the first letter of an order may be typed once or twice`() throws {
    var dialogue = DialogueTests.asking(DialogueTests.order)
    guard case .options(let asking)? = dialogue.take(.space, at: DialogueTests.now).first else {
      Issue.record("the steps are shown")
      return
    }
    let places = try ["one", "two", "three", "four", "five"].map { try #require(asking.options.firstIndex(of: $0)) }
    let letters = places.map(Asking.name).joined()
    #expect(asking.verdict(on: letters) == .right && asking.verdict(on: letters.prefix(1) + letters) == .right)
    #expect(asking.verdict(on: String(letters.reversed())) == .wrong)
  }
}
