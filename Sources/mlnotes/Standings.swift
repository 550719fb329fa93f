import Catalog
import Quiz
import Screen

/// How well the reader knows the notes: what the review log comes to.
struct Standings {
  private let roster: Roster
  private let ledger: Ledger
  private let time: QuizTime
  private let stats: Stats

  init(_ source: NoteSource, _ invocation: Invocation, telling console: inout Console) throws(Failure) {
    time = try QuizTime(invocation)
    roster = try source.roster(in: .english, telling: &console)
    ledger = try ReviewStore().ledger(zone: time.zone)
    stats = Stats(of: roster, ledger, at: time.now)
  }

  /// What the dashboard says of today; nil before the first review. All of the log is replayed for it.
  func today() throws(Failure) -> DashboardScreen.Standing? {
    guard stats.total.learned > 0 else { return nil }
    let stats = Stats(of: roster, try ReviewStore().log(), at: time.now, zone: time.zone)
    let new = Selection().counts(of: roster, ledger, at: time.now).new
    return .init(
      due: stats.total.due, new: new, streak: stats.streak, retention: stats.trueRetention(days: 30),
      target: stats.retention, minutes: (stats.total.due * stats.reviewTime + 59_999) / 60_000,
      rest: stats.total.due + new == 0 ? rest() : nil)
  }

  private func rest() -> Rest {
    let lull = Selection().lull(of: roster, ledger, at: time.now)
    return Rest(lull, at: time, ways: Rest.ways(of: lull, note: next.first?.shellWord ?? "NOTE"))
  }

  /// All the cards of a concept, those made from its marked structures too.
  func cards(of slug: String) -> Int { stats.notes[slug]?.cards ?? 0 }

  func due(of slug: String) -> Int { stats.notes[slug]?.due ?? 0 }

  func standing(of slug: String) -> ListScreen.Standing {
    guard let note = stats.notes[slug], note.cards > 0 else { return .unknown }
    if note.learned == 0 { return stats.total.learned == 0 ? .unknown : .new }
    if note.due > 0 { return .due(note.due) }
    return note.learned < note.cards ? .begun(note.learned, of: note.cards) : .learned
  }

  /// The notes that are not learned yet, after their prerequisites.
  var next: [String] {
    roster.notes.map(\.slug).filter { slug in stats.notes[slug].map { $0.learned < $0.cards } ?? true }
  }

  /// The share of a topic's cards that would be recalled now.
  func mastery(ofTopic topic: String) -> Double? {
    stats.total.learned == 0 ? nil : stats.topics[topic]?.mastery
  }

  func level(ofTopic topic: String) -> Level { stats.topics[topic]?.level ?? .new }
}
