import Text

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
    var draw = Draw(self, for: progress, card: card, reviews: reviews)
    return Grade.allCases.map { grade in
      let (next, wait) = scheduler.answered(progress, grade, after: days)
      return (next, draw.wait(wait, grade))
    }
  }

  /// The wait of one of the choices alone: those below it are worked out only as far as it depends on them.
  func wait(of grade: Grade, for progress: Progress?, after days: Int, card: UInt64, reviews: Int) -> Wait {
    var draw = Draw(self, for: progress, card: card, reviews: reviews)
    if grade.rawValue > Grade.hard.rawValue {
      _ = draw.wait(scheduler.answered(progress, .hard, after: days).wait, .hard)
    }
    if grade == .easy { _ = draw.wait(scheduler.answered(progress, .good, after: days).wait, .good) }
    return draw.wait(scheduler.answered(progress, grade, after: days).wait, grade)
  }

  /// The waits of one card, grade by grade from below.
  private struct Draw {
    private let schedule: Schedule
    private let share: Double
    /// The interval before, of a card in review.
    private let before: Int
    private var least = 0

    init(_ schedule: Schedule, for progress: Progress?, card: UInt64, reviews: Int) {
      self.schedule = schedule
      var random = SplitMix64(card: card, review: reviews)
      share = random.unit()
      before = progress.map { $0.phase == .review ? schedule.scheduler.interval(for: $0.memory) : 0 } ?? 0
    }

    mutating func wait(_ wait: Wait, _ grade: Grade) -> Wait {
      guard case .days(let interval) = wait else { return wait }
      let longest = schedule.scheduler.longestInterval
      // A lapse may well come back later than a step, but orders nothing.
      let wanted = grade == .again ? interval : max(interval, least)
      let floor = grade != .again && wanted > before ? before + 1 : 0
      let drawn = Fuzz.interval(wanted, at: share, above: max(least, floor), longest: longest)
      let chosen = min(max(drawn, least), longest)
      if grade != .again { least = chosen + 1 }
      return .days(chosen)
    }
  }
}
