package import Text

extension Ledger {
  /// An answer as the replay comes by it.
  package struct Answer: Sendable {
    package var id: Event.ID
    package var card: String
    package var time: Int
    package var grade: Grade
    package var duration: Int
    /// Before the answer; nil for a new card.
    package var progress: Progress?
    /// Whole local days since the answer before.
    package var days: Int
    package var reviews: Int
    /// What the model predicted.
    package var recall: Double?
  }

  /// Replays a settled log. `watch` sees each answer that counts, in order.
  ///
  /// Linear; a long log is replayed by all of the workforce, each for its share of the cards, unless it is watched.
  package init(
    replaying log: Log, schedule: Schedule = Schedule(), zone: Zone, by workforce: Workforce = .alone,
    watch: ((Answer) -> Void)? = nil
  ) {
    self.init(adopting: log, schedule: schedule, zone: zone)
    let shares = watch == nil ? min(workforce.count, log.eventCount / Ledger.leastShare) : 1
    if shares > 1 { replay(log, by: workforce, shares) } else { replay(log, .all, watch) }
    addAnswers(of: log)
  }

  /// The log's names with what they mean after relinks, and its parameters; nothing is replayed.
  init(adopting log: Log, schedule: Schedule = Schedule(), zone: Zone = .utc) {
    self.init(schedule: schedule, zone: zone)
    names = log.cards
    standings = Array(repeating: Standing(), count: names.count)
    meanings = (0..<Int32(clamping: names.count)).map { $0 }
    adoptRare(of: log)
  }

  /// Fewer events than this are not worth a thread.
  private static let leastShare = 2000

  /// Goes on from a snapshot with the log of what came later; nil where that changes what was before.
  package init?(_ snapshot: Snapshot, adding log: Log, schedule: Schedule = Schedule(), zone: Zone) {
    guard snapshot.horizon.isBefore(log) else { return nil }
    self.init(schedule: schedule, zone: zone)
    if let parameters = Parameters(snapshot.parameters) { self.schedule.scheduler.parameters = parameters }
    session = snapshot.session
    base = snapshot
    for (old, new) in snapshot.relinks {
      let (own, meaning) = (number(of: old), number(of: new))
      meanings[own] = Int32(clamping: meaning)
    }
    replay(log, .all, nil)
    addAnswers(of: log)
  }

  /// Which cards the open session has asked: the answers behind its beginning, which no share of the cards has all of.
  private mutating func addAnswers(of log: Log) {
    guard session != nil else { return }
    for entry in log.entries.reversed() where !log.isUndone(entry) {
      guard entry.kind == .rare else {
        meet(log.cards[Int(entry.subject)])
        continue
      }
      if case .begin = log.rare[Int(entry.subject)].kind { return }
    }
  }

  /// The cards that one thread of several replays: what becomes of a card depends on its own answers, and on the
  /// session, which every thread follows for itself.
  private struct Share {
    var number = 0
    var count = 1

    static let all = Share()

    func contains(_ card: Int) -> Bool { count == 1 || card % count == number }
  }

  private mutating func replay(_ log: Log, by workforce: Workforce, _ shares: Int) {
    let before = self
    let parts = workforce.map(shares) { number in
      var part = before
      part.replay(log, Share(number: number, count: shares), nil)
      return part
    }
    self = parts[0]
    for (number, part) in parts.enumerated().dropFirst() {
      for card in stride(from: number, to: standings.count, by: shares) { standings[card] = part.standings[card] }
    }
  }

  private mutating func replay(_ log: Log, _ share: Share, _ watch: ((Answer) -> Void)?) {
    // The log's numbers of cards are the ledger's where it has no others.
    let numbers = base == nil ? nil : (0..<log.cards.count).map { number(of: log.cards[$0]) }
    func card(_ entry: Log.Entry) -> Int { numbers?[Int(entry.subject)] ?? Int(meanings[Int(entry.subject)]) }
    for (i, entry) in log.entries.enumerated() where !log.isUndone(entry) {
      if i % Ledger.ahead == 0, look(at: log.entries[i...].prefix(Ledger.ahead), share, card) < 0 { return }
      switch entry.kind {
      case .review:
        let card = card(entry)
        guard share.contains(card) else { continue }
        if let watch { watch(answer(entry, card, log)) }
        review(card, entry.grade, at: entry.time)
      case .practice: break
      case .rare:
        let event = log.rare[Int(entry.subject)]
        // The newest parameters are adopted already, for all answers.
        if case .parameters = event.kind { continue }
        apply(event)
      }
    }
  }

  private static let ahead = 64

  /// Looks at the standings that the next events change, so that the memory hands them over all at once rather than one
  /// at a time: an event costs less than a wait for the memory. Gives a number that is not negative.
  private func look(at entries: ArraySlice<Log.Entry>, _ share: Share, _ card: (Log.Entry) -> Int) -> Int {
    var seen = 0
    for entry in entries where entry.kind == .review {
      let number = card(entry)
      guard share.contains(number) else { continue }
      seen |= standings[number].reviews | standings[number].lapses
    }
    return seen
  }

  /// What counts for the whole replay: the newest parameters, and which card a name means.
  private mutating func adoptRare(of log: Log) {
    for entry in log.entries where entry.kind == .rare && !log.isUndone(entry) {
      switch log.rare[Int(entry.subject)].kind {
      case .parameters(let weights):
        if let parameters = Parameters(clamping: weights) { schedule.scheduler.parameters = parameters }
      case .relink(let from, let to):
        let (old, new) = (last(number(of: from)), last(number(of: to)))
        meanings[old] = Int32(clamping: new)
      case .review, .practice, .undo, .suspend, .forget, .begin, .end, .torn, .unknown: break
      }
    }
    for number in meanings.indices { meanings[number] = Int32(clamping: last(number)) }
  }

  /// The card at the end of a chain of relinks, which becomes shorter by the search (Tarjan 1975, path halving).
  private mutating func last(_ number: Int) -> Int {
    var number = number
    while Int(meanings[number]) != number {
      meanings[number] = meanings[Int(meanings[number])]
      number = Int(meanings[number])
    }
    return number
  }

  private func answer(_ entry: Log.Entry, _ card: Int, _ log: Log) -> Answer {
    let standing = standings[card]
    return Answer(
      id: log.id(of: entry), card: names[card], time: entry.time, grade: entry.grade, duration: Int(entry.duration),
      progress: standing.progress, days: days(since: standing, at: entry.time), reviews: standing.reviews,
      recall: recall(standing, at: entry.time))
  }
}
