import Text

/// What the log comes to: every card's memory, and the session that is open.
///
/// Stability and difficulty are stored nowhere: they are replayed, so that better parameters reschedule everything.
package struct Ledger: Sendable {
  /// A card as its last answer left it.
  package struct Standing: Sendable, Hashable {
    package var progress: Progress?
    /// When it was answered last and first, in milliseconds since 1970.
    package var last = 0
    package var first = 0
    package var reviews = 0
    /// How often a card in review was forgotten.
    package var lapses = 0
    package var isSuspended = false
    package var level = Level.new
    var rest = Rest.until(0)
  }

  /// What says when a card is due.
  enum Rest: Sendable, Hashable {
    /// The progress before the last answer, its grade and the days before it: the wait is worked out when it is asked
    /// for, as that costs more than the answer.
    case after(Progress?, Grade, days: Int)
    case until(Int)
  }

  /// A session that was begun and not carried through.
  package struct OpenSession: Sendable, Hashable {
    package let scope: String
    package let count: Int
    package let time: Int
    /// Where it was begun.
    package let machine: String
    /// Those that were answered since.
    package internal(set) var cards: Set<String>

    /// Whether no note or topic was named for it.
    package let isMixed: Bool

    init(scope: String, count: Int, time: Int, machine: String, cards: Set<String> = []) {
      self.scope = scope
      self.count = count
      self.time = time
      self.machine = machine
      self.cards = cards
      isMixed = scope.split(separator: " ").allSatisfy {
        ["practice", "weak"].contains($0) || Card.Kind(rawValue: String($0)) != nil
      }
    }
  }

  package internal(set) var schedule: Schedule
  package let zone: Zone
  package internal(set) var session: OpenSession?
  /// Before the log's own parameters.
  let initialSchedule: Schedule
  /// The cards as an earlier replay left them; those that changed since stand in `standings`.
  var base: Snapshot?
  var names: Names
  var standings: [Standing]
  /// The card that each number means, after relinks.
  var meanings: [Int32]

  /// An empty one.
  package init(schedule: Schedule = Schedule(), zone: Zone = .utc) {
    self.schedule = schedule
    initialSchedule = schedule
    self.zone = zone
    names = Names()
    standings = []
    meanings = []
  }

  /// How far the logs were read for the snapshot below it.
  package var horizon: Horizon? { base?.horizon }

  package func standing(of card: String) -> Standing? {
    names.number(of: card).map { standings[Int(meanings[$0])] } ?? base?.standing(of: card)
  }

  /// The cards that have been answered or suspended, with what became of them.
  package var cards: [(id: String, standing: Standing)] {
    let own = standings.indices.compactMap { i in
      let isTouched = standings[i].progress != nil || standings[i].isSuspended
      return isTouched && Int(meanings[i]) == i ? (id: names[i], standing: standings[i]) : nil
    }
    guard let base else { return own }
    let others = (0..<base.identities.count).map { (id: base.identities.name($0), standing: base.standing(at: $0)) }
    return own + others.filter { names.number(of: $0.id) == nil }
  }

  /// Names that were given up, with those that took their place.
  var relinks: [(old: String, new: String)] {
    meanings.indices.filter { Int(meanings[$0]) != $0 }.map { (names[$0], names[Int(meanings[$0])]) }
  }

  /// Takes in one more event, the latest of all.
  package mutating func apply(_ event: Event) {
    switch event.kind {
    case .review(let card, let grade, _, _, _):
      review(number(of: card), grade, at: event.time)
      meet(card)
    case .practice(let card, _, _, _): meet(card)
    case .suspend(let card, let isSuspended): standings[number(of: card)].isSuspended = isSuspended
    case .forget(let card):
      let number = number(of: card)
      standings[number] = Standing(isSuspended: standings[number].isSuspended)
    case .begin(let scope, let count):
      session = OpenSession(scope: scope, count: count, time: event.time, machine: event.id.machine)
    case .end: session = nil
    case .parameters(let weights):
      if let parameters = Parameters(clamping: weights) { schedule.scheduler.parameters = parameters }
    case .undo, .relink, .torn, .unknown: break
    }
  }

  /// Counts a card as one of the session's.
  mutating func meet(_ card: String) {
    let number = number(of: card)
    session?.cards.insert(names[number])
  }

  /// When a card is due, in milliseconds since 1970; nil for a new one.
  package func due(_ card: String, _ standing: Standing) -> Int? {
    due(card.stableHash, standing)
  }

  /// The same by the hash of the card's identity.
  func due(_ hash: UInt64, _ standing: Standing) -> Int? {
    guard standing.progress != nil else { return nil }
    switch standing.rest {
    case .until(let time): return time
    case .after(let before, let grade, let days):
      let wait = schedule.wait(of: grade, for: before, after: days, card: hash, reviews: standing.reviews - 1)
      return due(wait, from: standing.last)
    }
  }

  /// When a wait from a moment on is over: a step to the second, days at the beginning of the day.
  package func due(_ wait: Wait, from time: Int) -> Int {
    switch wait {
    case .seconds(let seconds): time + Int(seconds * 1000)
    case .days(let days): zone.start(of: zone.day(of: time) + days)
    }
  }

  /// What each grade would make of a card now.
  package func choices(for card: String, at time: Int) -> [(progress: Progress, wait: Wait)] {
    let standing = standing(of: card) ?? Standing()
    return schedule.choices(
      for: standing.progress, after: days(since: standing, at: time), card: card.stableHash, reviews: standing.reviews)
  }

  /// The chance that a card would be recalled now; nil for a new one.
  package func recall(_ standing: Standing, at time: Int) -> Double? {
    standing.progress.map {
      $0.memory.recall(after: days(since: standing, at: time), under: schedule.scheduler.parameters)
    }
  }

  func days(since standing: Standing, at time: Int) -> Int {
    standing.progress == nil ? 0 : zone.day(of: time) - zone.day(of: standing.last)
  }

  mutating func number(of card: String) -> Int {
    let number = names.add(card)
    if number == standings.count {
      standings.append(base?.standing(of: card) ?? Standing())
      meanings.append(Int32(clamping: number))
    }
    return Int(meanings[number])
  }

  mutating func review(_ card: Int, _ grade: Grade, at time: Int) {
    let days = days(since: standings[card], at: time)
    let before = standings[card].progress
    if grade == .again && before?.phase == .review { standings[card].lapses += 1 }
    if before == nil { standings[card].first = time }
    standings[card].rest = .after(before, grade, days: days)
    standings[card].progress = schedule.scheduler.progress(before, grade, after: days)
    standings[card].last = time
    standings[card].reviews += 1
    standings[card].level = standings[card].level.answered(
      grade, stability: standings[card].progress?.memory.stability ?? 0, inMixedSession: session?.isMixed ?? false)
  }
}
