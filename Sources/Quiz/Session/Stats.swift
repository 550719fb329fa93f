/// How the learning goes: what was done, what is coming, and how well the memory model knows its reader.
package struct Stats: Sendable {
  package struct Note: Sendable {
    package var cards = 0
    package var learned = 0
    package var due = 0
    package var lapses = 0
    package var reviews = 0
    /// Cards of these levels and above.
    package var proficient = 0
    package var mastered = 0
    /// Of the learned cards, the sum of the chances of recall.
    package var recall = 0.0

    /// The share of all cards that would be recalled now.
    package var mastery: Double { cards == 0 ? 0 : recall / Double(cards) }

    /// The least share of lapses that the reviews make likely: the lower bound of Wilson's interval at 95 %.
    package var lapseRate: Double {
      guard reviews > 0 else { return 0 }
      let (n, z) = (Double(reviews), 1.96)
      let share = min(Double(lapses) / n, 1)
      let centre = share + z * z / (2 * n)
      let spread = z * ((share * (1 - share) + z * z / (4 * n)) / n).squareRoot()
      return max(0, (centre - spread) / (1 + z * z / n))
    }

    mutating func add(_ other: Note) {
      cards += other.cards
      learned += other.learned
      due += other.due
      lapses += other.lapses
      reviews += other.reviews
      proficient += other.proficient
      mastered += other.mastered
      recall += other.recall
    }
  }

  /// Reviews of one local day.
  package struct Day: Sendable, Hashable {
    package var reviews = 0
    package var milliseconds = 0
    /// Of the reviews at least a day after the one before.
    package var judged = 0
    package var recalled = 0
  }

  package private(set) var notes: [String: Note] = [:]
  package private(set) var topics: [String: Note] = [:]
  package private(set) var total = Note()
  /// How many cards of a note are suspended.
  package private(set) var suspended: [String: Int] = [:]
  /// Reviews by local day.
  package private(set) var days: [Int: Day] = [:]
  /// Cards that fall due on each of the next thirty days, what is late counted today.
  package private(set) var forecast = [Int](repeating: 0, count: 30)
  package private(set) var calibration = Calibration()
  package let today: Int
  package let retention: Double

  /// Of the cards alone, without the days that were.
  package init(of roster: Roster, _ ledger: Ledger, at now: Int) {
    today = ledger.zone.day(of: now)
    retention = ledger.schedule.scheduler.retention
    ledger.forEachMember(of: roster) { member in
      if member.attributes.kind.isOnRequest && member.standing?.progress == nil { return }
      add(member, of: roster.notes[member.attributes.note], ledger, now)
    }
  }

  /// Of the days too, for which all of the log is replayed.
  package init(of roster: Roster, _ log: Log, at now: Int, zone: Zone, schedule: Schedule = Schedule()) {
    var days: [Int: Day] = [:]
    var calibration = Calibration()
    // As the benchmark counts them: a first answer, and those at least a day after the one before.
    var lapses: [String: Int] = [:]
    let ledger = Ledger(replaying: log, schedule: schedule, zone: zone) { answer in
      let isJudged = answer.days >= 1 && answer.recall != nil
      days[zone.day(of: answer.time), default: Day()].add(answer, isJudged: isJudged)
      if isJudged, let recall = answer.recall {
        calibration.add(
          recall, recalled: answer.grade.isRecalled, days: answer.days, reviews: answer.reviews + 1,
          lapses: lapses[answer.card] ?? 0)
      }
      if answer.progress == nil { lapses[answer.card] = 0 }
      if !answer.grade.isRecalled && (answer.progress == nil || answer.days > 0) {
        lapses[answer.card, default: 0] += 1
      }
    }
    self.init(of: roster, ledger, at: now)
    self.days = days
    self.calibration = calibration
  }

  /// Days in a row with a review, up to today or yesterday.
  package var streak: Int {
    var day = days[today] == nil ? today - 1 : today
    var streak = 0
    while days[day] != nil {
      streak += 1
      day -= 1
    }
    return streak
  }

  /// The share of the last so many days' judged reviews that were recalled; nil without one.
  package func trueRetention(days count: Int) -> Double? {
    var (judged, recalled) = (0, 0)
    for day in (today - count + 1)...today {
      judged += days[day]?.judged ?? 0
      recalled += days[day]?.recalled ?? 0
    }
    return judged == 0 ? nil : Double(recalled) / Double(judged)
  }

  /// The notes with learned cards, the weakest first: by recall, drawn to the wanted one by two cards, less lapses.
  package var weakest: [(slug: String, note: Note)] {
    notes.filter { $0.value.learned > 0 }.map { ($0.key, $0.value) }.sorted {
      let (a, b) = (strength($0.1), strength($1.1))
      return a == b ? $0.0 < $1.0 : a < b
    }
  }

  /// How long a review takes, in milliseconds: the mean of the last thirty days, or twenty seconds.
  package var reviewTime: Int {
    var sum = Day()
    for day in (today - 29)...today {
      sum.reviews += days[day]?.reviews ?? 0
      sum.milliseconds += days[day]?.milliseconds ?? 0
    }
    return sum.reviews < 10 || sum.milliseconds == 0 ? 20_000 : sum.milliseconds / sum.reviews
  }

  /// How well a note's learned cards are known, from 0 to 1.
  package func strength(_ note: Note) -> Double {
    max(0, (note.recall + 2 * retention) / Double(note.learned + 2) - note.lapseRate)
  }

  private mutating func add(_ member: Ledger.Member, of note: Roster.Entry, _ ledger: Ledger, _ now: Int) {
    var one = Note(cards: 1)
    if let standing = member.standing {
      one.reviews = standing.reviews
      one.lapses = standing.lapses
      if standing.isSuspended { suspended[note.slug, default: 0] += 1 }
      if standing.progress != nil {
        one.learned = 1
        one.proficient = standing.level > .familiar ? 1 : 0
        one.mastered = standing.level == .mastered ? 1 : 0
        one.recall = ledger.recall(standing, at: now) ?? 0
        if let due = member.due, !standing.isSuspended {
          one.due = due <= now ? 1 : 0
          let ahead = max(0, ledger.zone.day(of: due) - today)
          if ahead < forecast.count { forecast[ahead] += 1 }
        }
      }
    }
    notes[note.slug, default: Note()].add(one)
    topics[note.topic, default: Note()].add(one)
    total.add(one)
  }
}

extension Stats.Day {
  fileprivate mutating func add(_ answer: Ledger.Answer, isJudged: Bool) {
    reviews += 1
    milliseconds += answer.duration
    judged += isJudged ? 1 : 0
    recalled += isJudged && answer.grade.isRecalled ? 1 : 0
  }
}
