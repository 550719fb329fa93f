import Text

/// The events of all machines as one set in one order: a union, in which nothing counts twice.
///
/// Two machines' logs merged in either order are the same log: events are ordered by time, then by the name of their
/// machine, then by their number there.
package struct Log: Sendable {
  /// A review or practice, or a rare event that stands in `rare`.
  struct Entry: Sendable {
    enum Kind: UInt8 { case review, practice, rare }

    var time: Int
    var sequence: Int
    var machine: Int32
    /// The card's number, or the place in `rare`.
    var subject: Int32
    var duration: Int32
    var grade: Grade
    var kind: Kind

    func hasIdentity(of other: Entry) -> Bool { machine == other.machine && sequence == other.sequence }
  }

  /// Bytes of a file that are no event.
  package struct Damage: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var bytes: Range<Int>
  }

  var cards = Names()
  var machines = Names()
  var entries: [Entry] = []
  var rare: [Event] = []
  package internal(set) var damage: [Damage] = []
  /// The highest format in each file: one above `Event.formatVersion` may not be added to.
  package internal(set) var versions: [String: Int] = [:]
  var undone: Set<Event.ID> = []

  package init() {}

  package var eventCount: Int { entries.count }

  /// Adds one event, as the log's writer does after it is on disk.
  package mutating func add(_ event: Event) {
    switch event.kind {
    case .review(let card, let grade, let duration, _, _):
      append(event.id, event.time, Int32(truncatingIfNeeded: cards.add(card)), duration, grade, .review)
    case .practice(let card, let grade, let duration, _):
      append(event.id, event.time, Int32(truncatingIfNeeded: cards.add(card)), duration, grade, .practice)
    case .undo(let id):
      undone.insert(id)
      appendRare(event)
    case .suspend, .forget, .relink, .parameters, .begin, .end, .torn, .unknown: appendRare(event)
    }
  }

  /// Whether the event was taken back.
  func isUndone(_ entry: Entry) -> Bool { !undone.isEmpty && undone.contains(id(of: entry)) }

  func id(of entry: Entry) -> Event.ID {
    Event.ID(machine: machines[Int(entry.machine)], sequence: entry.sequence)
  }

  /// The highest number that a machine's events have.
  package func lastSequence(of machine: String) -> Int {
    guard let number = machines.number(of: machine) else { return 0 }
    return entries.reduce(0) { $1.machine == number ? max($0, $1.sequence) : $0 }
  }

  /// The identities of all events.
  package var ids: Set<Event.ID> { Set(entries.map(id)) }

  /// The bytes at the end of a file of `count` bytes that are no event, from the last line on that is one.
  package func torn(in count: Int) -> Range<Int>? {
    var start = count
    for piece in damage.reversed() where piece.bytes.upperBound == start { start = piece.bytes.lowerBound }
    return start < count ? start..<count : nil
  }

  /// The damage behind which a file goes on. What is at its end may still be on its way here, or is set aside by the
  /// next answer.
  package func damage(within files: [Horizon.File]) -> [Damage] {
    var ends = Dictionary(files.map { ($0.name, $0.size) }, uniquingKeysWith: { first, _ in first })
    var inner: [Damage] = []
    for piece in damage.reversed() {
      if ends[piece.file] == piece.bytes.upperBound {
        ends[piece.file] = piece.bytes.lowerBound
      } else {
        inner.append(piece)
      }
    }
    return inner.reversed()
  }

  /// What an undo takes back.
  package struct Undoable: Sendable, Hashable {
    package let id: Event.ID
    package let card: String
    /// Whether the card was answered; otherwise it was suspended.
    package let isAnswer: Bool
  }

  /// The last answer or suspension that counts of a machine's session under way; nil where none came since it began.
  /// The machine's own numbers say what came last: its clock may have gone back.
  package func lastUndoable(of machine: String) -> Undoable? {
    guard let machine = machines.number(of: machine) else { return nil }
    var last: Undoable?
    var highest = -1
    for entry in entries where Int(entry.machine) == machine && entry.sequence > highest && !isUndone(entry) {
      switch entry.kind == .rare ? rare[Int(entry.subject)].kind : nil {
      case nil: last = Undoable(id: id(of: entry), card: cards[Int(entry.subject)], isAnswer: true)
      case .suspend(let card, isSuspended: true): last = Undoable(id: id(of: entry), card: card, isAnswer: false)
      case .begin, .end: last = nil
      default: continue
      }
      highest = entry.sequence
    }
    return last
  }

  /// Puts the events in order and drops what is there twice. Linear where they are in order already.
  package mutating func settle() {
    let ranks = Log.ranks(of: machines)
    func precedes(_ a: Entry, _ b: Entry) -> Bool {
      (a.time, ranks[Int(a.machine)], a.sequence) < (b.time, ranks[Int(b.machine)], b.sequence)
    }
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1, $0) }
    if !isSorted { entries.sort(by: precedes) }
    dropRepeats()
  }

  /// Drops events with the identity of the one before, and imports of reviews that are there already.
  private mutating func dropRepeats() {
    var imports = reviewsBesideImports()
    var kept = 0
    for i in entries.indices {
      let entry = entries[i]
      if kept > 0, entries[kept - 1].hasIdentity(of: entry) { continue }
      if imports?.hasRepeat(entry) == true { continue }
      entries[kept] = entry
      kept += 1
    }
    entries.removeSubrange(kept...)
  }

  /// The reviews that an import may repeat: a review is known by its card, time and grade, and the card by what its
  /// name means now, as an export names it.
  private struct Imports {
    private struct Answered: Hashable {
      var time: Int
      var card: Int32
      var grade: Grade
    }

    private let importer: Int32
    private let meanings: [Int32]
    private var known: Set<Answered> = []

    init(_ importer: Int32, meanings: [Int32], beside entries: [Entry]) {
      self.importer = importer
      self.meanings = meanings
      for entry in entries where entry.machine != importer && entry.kind == .review { known.insert(answered(entry)) }
    }

    /// Whether the entry is an import of a review that is here, or came before.
    mutating func hasRepeat(_ entry: Entry) -> Bool {
      entry.machine == importer && entry.kind == .review && !known.insert(answered(entry)).inserted
    }

    private func answered(_ entry: Entry) -> Answered {
      Answered(time: entry.time, card: meanings[Int(entry.subject)], grade: entry.grade)
    }
  }

  private func reviewsBesideImports() -> Imports? {
    guard let importer = machines.number(of: Event.importer) else { return nil }
    return Imports(Int32(clamping: importer), meanings: Ledger(adopting: self).meanings, beside: entries)
  }

  private static func ranks(of machines: Names) -> [Int] {
    var ranks = [Int](repeating: 0, count: machines.count)
    let order = ranks.indices.map { (name: machines[$0], number: $0) }.sorted { $0.name < $1.name }
    for (rank, machine) in order.enumerated() { ranks[machine.number] = rank }
    return ranks
  }

  private mutating func appendRare(_ event: Event) {
    rare.append(event)
    append(event.id, event.time, Int32(truncatingIfNeeded: rare.count - 1), 0, .again, .rare)
  }

  private mutating func append(
    _ id: Event.ID, _ time: Int, _ subject: Int32, _ duration: Int, _ grade: Grade, _ kind: Entry.Kind
  ) {
    entries.append(
      Entry(
        time: time, sequence: id.sequence, machine: Int32(truncatingIfNeeded: machines.add(id.machine)),
        subject: subject, duration: Int32(clamping: duration), grade: grade, kind: kind))
  }
}
