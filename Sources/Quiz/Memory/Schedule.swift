/// The waits we offer: those of FSRS, fuzzed, and longer for a better grade.
package struct Schedule: Sendable, Hashable {
  package var scheduler: Scheduler

  package init(_ scheduler: Scheduler = Scheduler()) {
    self.scheduler = scheduler
  }

  /// What each grade would make of a card: indices 0 to 3 are Again to Easy.
  ///
  /// The draw depends on the card and on how often it was reviewed, so that undoing an answer and giving it again, or
  /// replaying the log on another machine, comes to the same day.
  package func choices(
    for progress: Progress?, after days: Int, card: UInt64, reviews: Int
  ) -> [(progress: Progress, wait: Wait)] {
    var random = SplitMix64(card: card, review: reviews)
    let share = random.unit()
    let before = progress.map { $0.phase == .review ? scheduler.interval(for: $0.memory) : 0 } ?? 0
    var least = 0
    return Grade.allCases.map { grade in
      let (next, wait) = scheduler.answered(progress, grade, after: days)
      guard case .days(let interval) = wait else { return (next, wait) }
      // A lapse may well come back later than a step, but orders nothing.
      let wanted = grade == .again ? interval : max(interval, least)
      let floor = grade != .again && wanted > before ? before + 1 : 0
      let drawn = Fuzz.interval(wanted, at: share, above: max(least, floor), longest: scheduler.longestInterval)
      let chosen = min(max(drawn, least), scheduler.longestInterval)
      if grade != .again { least = chosen + 1 }
      return (next, .days(chosen))
    }
  }
}
