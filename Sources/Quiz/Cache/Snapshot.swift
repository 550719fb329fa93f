import Text

/// A ledger as words: every card as the logs left it up to a horizon, so that the next start replays only what came
/// later. It is derived: without it, or with one that is not ours, everything is replayed.
package struct Snapshot: Sendable {
  package let horizon: Horizon
  let parameters: [Double]
  let session: Ledger.OpenSession?
  let relinks: [(old: String, new: String)]
  let identities: SortedIdentities
  package let words: WordMemory

  private static let form: UInt64 = 0x6D6C_6E73_7461_7403
  /// Hash, stability, difficulty, due, last, first, counts and phase, place of the identity.
  private static let width = 8

  /// Reads one back; nil where it is none, or was made under other rules.
  package init?(_ words: WordMemory, schedule: Schedule = Schedule(), zone: Zone) {
    guard var reader = WordReader(words, form: Snapshot.form), reader.word() == Snapshot.rules(schedule, zone) else {
      return nil
    }
    horizon = Horizon(reading: &reader)
    parameters = reader.list { $0.number() }
    session =
      reader.integer() == 1
      ? .init(
        scope: reader.text(), count: reader.integer(), time: reader.integer(), machine: reader.text(),
        cards: Set(reader.list { $0.text() })) : nil
    relinks = reader.list { ($0.text(), $0.text()) }
    let count = reader.integer()
    guard parameters.count == Parameters.count, let records = reader.range(Snapshot.width * count) else { return nil }
    identities = SortedIdentities(
      words: words, start: records.lowerBound, width: Snapshot.width, namePlace: 7, count: count)
    self.words = words
  }

  /// A ledger as it stands; nil where a number of it fits no record.
  package init?(of ledger: Ledger, horizon: Horizon) {
    var writer = WordWriter(form: Snapshot.form)
    writer.append(Snapshot.rules(ledger.initialSchedule, ledger.zone))
    horizon.write(to: &writer)
    writer.append(Parameters.count)
    for weight in ledger.schedule.scheduler.parameters.weights { writer.append(weight) }
    writer.append(ledger.session == nil ? 0 : 1)
    if let session = ledger.session {
      writer.append(session.scope)
      writer.append(session.count)
      writer.append(session.time)
      writer.append(session.machine)
      writer.append(session.cards.count)
      for card in session.cards.sorted() { writer.append(card) }
    }
    writer.append(ledger.relinks.count)
    for (old, new) in ledger.relinks {
      writer.append(old)
      writer.append(new)
    }
    let cards = ledger.cards
    let order = cards.indices.map { (hash: cards[$0].id.stableHash, card: $0) }
      .sorted { $0.hash != $1.hash ? $0.hash < $1.hash : cards[$0.card].id < cards[$1.card].id }
    writer.append(cards.count)
    var start = writer.words.count + Snapshot.width * cards.count
    for (hash, number) in order {
      let card = cards[number]
      let standing = card.standing
      guard let packed = Snapshot.packed(standing) else { return nil }
      let length = card.id.utf8.count
      guard length < 1 << 24 else { return nil }
      writer.append(hash)
      writer.append(standing.progress?.memory.stability ?? 0)
      writer.append(standing.progress?.memory.difficulty ?? 0)
      writer.append(ledger.due(hash, standing) ?? 0)
      writer.append(standing.last)
      writer.append(standing.first)
      writer.append(packed)
      writer.append(start << 24 | length)
      start += (length + 7) / 8
    }
    for (_, number) in order { writer.appendBytes(cards[number].id.utf8) }
    self.init(writer.sealed(), schedule: ledger.initialSchedule, zone: ledger.zone)
  }

  func standing(of card: String) -> Ledger.Standing? { identities.place(of: card).map(standing) }

  func standing(at place: Int) -> Ledger.Standing {
    let record = identities.start + Snapshot.width * place
    let packed = words[record + 6]
    var standing = Ledger.Standing()
    standing.reviews = Int(packed & 0xFF_FFFF)
    standing.lapses = Int(packed >> 24 & 0xFFFF)
    standing.isSuspended = packed >> 63 == 1
    standing.level = Level(rawValue: Int(packed >> 56 & 3)) ?? .new
    standing.last = Int(Int64(bitPattern: words[record + 4]))
    standing.first = Int(Int64(bitPattern: words[record + 5]))
    if let phase = Snapshot.phase(packed) {
      let memory = Memory(
        stability: Double(bitPattern: words[record + 1]), difficulty: Double(bitPattern: words[record + 2]))
      standing.progress = Progress(memory: memory, phase: phase)
      standing.rest = .until(Int(Int64(bitPattern: words[record + 3])))
    }
    return standing
  }

  /// What the replay depends on besides the logs.
  private static func rules(_ schedule: Schedule, _ zone: Zone) -> UInt64 {
    let scheduler = schedule.scheduler
    let text =
      "\(scheduler.parameters.weights) \(scheduler.retention) \(scheduler.learningSteps)"
      + "\(scheduler.relearningSteps) \(scheduler.longestInterval) \(zone.fingerprint)"
    return text.stableHash
  }

  /// Reviews in 24 bits, lapses in 16, then phase and step in 8 each, the level in 2, and whether it is suspended.
  private static func packed(_ standing: Ledger.Standing) -> UInt64? {
    guard standing.reviews < 1 << 24, standing.lapses < 1 << 16 else { return nil }
    let phase = standing.progress?.phase
    let step = phase?.step ?? 0
    guard 0..<256 ~= step else { return nil }
    return UInt64(standing.reviews) | UInt64(standing.lapses) << 24 | UInt64(phase?.number ?? 0) << 40
      | UInt64(step) << 48 | UInt64(standing.level.rawValue) << 56 | (standing.isSuspended ? 1 << 63 : 0)
  }

  private static func phase(_ packed: UInt64) -> Progress.Phase? {
    let step = Int(packed >> 48 & 0xFF)
    return switch packed >> 40 & 0xFF {
    case 1: .learning(step: step)
    case 2: .review
    case 3: .relearning(step: step)
    default: nil
    }
  }
}
