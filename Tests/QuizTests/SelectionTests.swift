import Catalog
import Quiz
import Testing

/// Which cards a session asks, and in what order.
@Suite struct SelectionTests {
  /// Notes of so many cards each: `a1`, `a2`, …
  private static func roster(_ counts: (slug: String, cards: Int)...) -> Roster {
    let notes = counts.map { slug, cards in
      let quiz = (1...cards).map { "Q: What is \(slug) \($0)? <!-- id: \(slug)\($0) -->\n\nA: It.\n" }
      return CardTests.note(quiz.joined(separator: "\n"), slug: slug)
    }
    return Roster(of: Library(notes), in: .english)
  }

  private static func queue(
    _ roster: Roster, _ ledger: Ledger = Ledger(zone: .utc), limit: Int = 20, named: Bool = false, seed: UInt64 = 0
  ) -> [String] {
    var selection = Selection()
    selection.limit = limit
    selection.seed = seed
    if named {
      selection.isNamed = true
      selection.newLimit = .max
      selection.slugs = Set(roster.notes.map(\.slug))
    }
    return selection.queue(from: roster, ledger, at: now).map(roster.id)
  }

  private static let now = 1_780_000_000_000

  private static func hasNeighbours(_ queue: [String]) -> Bool {
    zip(queue, queue.dropFirst()).contains { $0.first == $1.first }
  }

  @Test func `the new cards of a day come in turn from three notes, each from its start`() {
    let roster = SelectionTests.roster(("a", 12), ("b", 2), ("c", 12), ("d", 12), ("e", 12))
    #expect(SelectionTests.queue(roster) == ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "d1", "c3", "a4"])
  }

  @Test func `one note alone is asked from its start to its end`() {
    #expect(SelectionTests.queue(SelectionTests.roster(("a", 3))) == ["a1", "a2", "a3"])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no two cards of one note are neighbours where that can be`(seed: UInt64) {
    let roster = SelectionTests.roster(("a", 6), ("b", 3), ("c", 2))
    let queue = SelectionTests.queue(roster, named: true, seed: seed)
    #expect(queue.count == 11 && Set(queue).count == 11 && !SelectionTests.hasNeighbours(queue))
  }

  @Test func `the first new card is of another note than the last due one`() {
    let roster = SelectionTests.roster(("a", 2), ("b", 1))
    var ledger = Ledger(zone: .utc)
    ledger.apply(
      Event(
        id: .init(machine: "m", sequence: 1), time: SelectionTests.now - 40 * 86_400_000,
        kind: .review(card: "a1", grade: .good, duration: 0, kind: "recall", isOverride: false)))
    #expect(SelectionTests.queue(roster, ledger) == ["a1", "b1", "a2"])
  }
}
