import Catalog
import Quiz
import Screen

/// How well the reader knows the notes: what the review log comes to.
struct Standings {
  private let stats: Stats
  private let new: Int

  init(of library: Library, _ invocation: Invocation) throws(Failure) {
    let time = try QuizTime(invocation)
    let deck = Deck(of: library, in: .english)
    // Without a home nothing was ever reviewed.
    let log = try (try? ReviewStore())?.log() ?? Log()
    stats = Stats(of: deck, log, at: time.now, zone: time.zone)
    let ledger = Ledger(replaying: log, zone: time.zone)
    new = Selection().candidates(from: deck, ledger, at: time.now).new.count
  }

  /// What the dashboard says of today; nil before the first review.
  var today: DashboardScreen.Standing? {
    guard stats.total.learned > 0 else { return nil }
    return .init(
      due: stats.total.due, new: new, streak: stats.streak, retention: stats.trueRetention(days: 30),
      target: stats.retention, minutes: (stats.total.due * stats.reviewTime + 59_999) / 60_000)
  }

  /// All the cards of a concept, those made from its marked structures too.
  func cards(of slug: String) -> Int { stats.notes[slug]?.cards ?? 0 }

  func due(of slug: String) -> Int { stats.notes[slug]?.due ?? 0 }

  func standing(of slug: String) -> ListScreen.Standing {
    guard let note = stats.notes[slug], note.cards > 0 else { return .unknown }
    if note.learned == 0 { return stats.total.learned == 0 ? .unknown : .new }
    return note.due > 0 ? .due(note.due) : .learned
  }

  /// The share of a topic's cards that would be recalled now.
  func mastery(ofTopic topic: String) -> Double? {
    stats.total.learned == 0 ? nil : stats.topics[topic]?.mastery
  }
}
