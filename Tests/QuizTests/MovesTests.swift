import Catalog
import Quiz
import Testing

@Suite struct MovesTests {
  private static func roster(_ cards: [(question: String, answer: String)], slug: String = "ddim") -> Roster {
    let quiz = cards.map { "Q: \($0.question)\nA: \($0.answer)\n" }.joined(separator: "\n")
    return Roster(of: Library([CardTests.note(quiz, slug: slug)]), in: .english)
  }

  private static func ids(_ roster: Roster) -> [String] { (0..<roster.count).map(roster.id) }

  private static let cards = [
    (question: "What does the parameter eta control in the DDIM update?", answer: "The share of fresh noise."),
    (question: "Why may DDIM skip most of the time steps?", answer: "Only the marginals matter."),
    (question: "Who proposed it?", answer: "Song and others."),
  ]

  @Test func `cards of a renamed note move with their questions`() {
    let (old, new) = (MovesTests.roster(MovesTests.cards), MovesTests.roster(MovesTests.cards, slug: "implicit-models"))
    let moves = new.moves(since: old)
    #expect(Set(moves.map(\.old)) == Set(MovesTests.ids(old)) && Set(moves.map(\.new)) == Set(MovesTests.ids(new)))
    #expect(moves.allSatisfy { $0.old.suffix(10) == $0.new.suffix(10) })
  }

  @Test func `an edited question keeps its card by its answer, or where that changed too by its likeness`() {
    let old = MovesTests.roster(MovesTests.cards)
    var cards = MovesTests.cards
    cards[0] = ("Say what the number called eta does.", cards[0].answer)
    cards[1] = ("Why may DDIM skip nearly all of the time steps?", "Only the marginals enter the loss.")
    let new = MovesTests.roster(cards)
    let moves = new.moves(since: old)
    let pairs = zip(MovesTests.ids(old), MovesTests.ids(new)).prefix(2).map { "\($0) \($1)" }
    #expect(Set(moves.map { "\($0.old) \($0.new)" }) == Set(pairs))
  }

  @Test func `another card in the place of a deleted one is new`() {
    var cards = MovesTests.cards
    cards[2] = ("Which sampler has the fewest evaluations?", "A solver of second order.")
    #expect(MovesTests.roster(cards).moves(since: MovesTests.roster(MovesTests.cards)).isEmpty)
    #expect(MovesTests.roster(Array(cards.dropLast())).moves(since: MovesTests.roster(cards)).isEmpty)
  }

  @Test(arguments: [
    ("True or false: DDIM is deterministic.", "True or false: batch normalisation keeps means.", "True.", false),
    ("True or false: DDIM is deterministic.", "True or false: DDIM with eta zero is deterministic.", "True.", true),
    ("判断：DDIM 的采样是确定的。", "判断：批归一化保存滑动平均。", "对。", false),
    ("判断：DDIM 的采样是确定的。", "判断：当 η=0 时 DDIM 的采样是确定的。", "对。", true),
    ("How many networks has a GAN?", "How many axes has a matrix?", "2", false),
  ])
  func `an answer that many questions have tells an edit from another card only with the question`(
    old: String, new: String, answer: String, isEdit: Bool
  ) {
    let moves = MovesTests.roster([(new, answer)]).moves(since: MovesTests.roster([(old, answer)]))
    #expect(moves.count == (isEdit ? 1 : 0))
  }

  @Test func `cards with identities of their own never move`() {
    let old = MovesTests.roster([("What is it? <!-- id: a -->", "It.")])
    let new = MovesTests.roster([("What is it? <!-- id: b -->", "It.")])
    #expect(new.moves(since: old).isEmpty)
  }
}
