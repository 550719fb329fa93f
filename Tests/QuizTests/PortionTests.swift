import Quiz
import Testing
import Text

/// A log read and replayed by many at once.
@Suite struct PortionTests {
  /// Thousands of lines of every kind, of two machines, with lines among them that are none and without a last line
  /// end.
  static func bytes(seed: UInt64) -> ContiguousArray<UInt8> {
    var random = SplitMix64(seed: seed)
    var bytes = ContiguousArray(Event.header(of: "aaaa"))
    for i in 1...5000 {
      let card = "card-\(random.below(90))"
      let kind: Event.Kind =
        switch random.below(600) {
        case ..<10: .undo(of: .init(machine: "aaaa", sequence: max(1, i - 1)))
        case ..<20: .suspend(card: card, isSuspended: random.below(2) == 0)
        case 20: .relink(from: card, to: "card-\(random.below(80))")
        case ..<30: .forget(card: card)
        case ..<40: .begin(scope: random.below(2) == 0 ? "" : "ddim", count: 9)
        case ..<50: .practice(card: card, grade: .good, duration: 1, kind: "cloze")
        default:
          .review(
            card: card, grade: Grade(rawValue: random.below(4) + 1) ?? .good, duration: i, kind: "cloze",
            isOverride: false)
        }
      let machine = random.below(3) == 0 ? "bbbb" : "aaaa"
      let time = 1_780_000_000_000 + i * 90_000_000
      bytes += Event(id: .init(machine: machine, sequence: i), time: time, kind: kind).line
      if random.below(200) == 0 { bytes += "{\"v\":1,\"i\":\n".utf8 }
    }
    return bytes + "{\"torn".utf8
  }

  /// Several at once, the last piece first.
  private func workforce(of count: Int) -> Workforce {
    Workforce(count) { pieces, work in for piece in (0..<pieces).reversed() { work(piece) } }
  }

  @Test(arguments: [2, 3, 7])
  func `a log read in portions is the log read at once`(count: Int) {
    let bytes = PortionTests.bytes(seed: 5)
    let other = LogTests.bytes(LogTests.events(of: "cccc", from: 1_790_000_000_000), of: "cccc")
    func log(by workforce: Workforce) -> (log: Log, lines: Int) {
      var log = Log()
      log.add(other, named: "other")
      let lines = log.add(bytes, named: "file", by: workforce)
      log.settle()
      return (log, lines)
    }
    let (whole, parts) = (log(by: .alone), log(by: workforce(of: count)))
    #expect(parts.lines == whole.lines && parts.log.eventCount == whole.log.eventCount)
    #expect(parts.log.damage == whole.log.damage && whole.log.damage.count > 10)
    #expect(parts.log.torn(in: bytes.count) == whole.log.torn(in: bytes.count))
    #expect(parts.log.ids == whole.log.ids && parts.log.lastUndoable(of: "aaaa") == whole.log.lastUndoable(of: "aaaa"))
    #expect(LogTests.standings(parts.log) == LogTests.standings(whole.log))
  }

  @Test func `a line longer than what is read at once costs only itself`() {
    let events = LogTests.events(of: "aaaa", from: 1_780_000_000_000)
    let header = Event.header(of: "aaaa")
    let junk = [UInt8](repeating: UInt8(ascii: "x"), count: 700_000)
    let bytes = ContiguousArray(header + junk + [UInt8(ascii: "\n")] + events.flatMap(\.line))
    for count in 1...3 {
      var log = Log()
      #expect(log.add(bytes, named: "file", by: workforce(of: count)) == events.count + 2)
      #expect(log.eventCount == events.count)
      #expect(log.damage.map(\.line) == [2] && log.damage[0].bytes == header.count..<header.count + junk.count + 1)
    }
  }

  @Test(arguments: [2, 3])
  func `cards replayed in shares stand as those replayed one after the other`(count: Int) {
    let log = LogTests.log([PortionTests.bytes(seed: 6)])
    let whole = Ledger(replaying: log, zone: .utc)
    let shared = Ledger(replaying: log, zone: .utc, by: workforce(of: count))
    #expect(whole.cards.map(\.id) == shared.cards.map(\.id) && whole.cards.count > 20)
    #expect(whole.cards.map(\.standing) == shared.cards.map(\.standing))
    #expect(whole.session == shared.session)
  }

  @Test func `a hundred thousand relinks in a chain lead to its end`() {
    let count = 100_000
    var log = Log()
    for i in 0..<count {
      log.add(
        Event(id: .init(machine: "a", sequence: i), time: i, kind: .relink(from: "card-\(i)", to: "card-\(i + 1)")))
    }
    log.add(
      Event(
        id: .init(machine: "a", sequence: count), time: count,
        kind: .review(card: "card-0", grade: .good, duration: 1, kind: "cloze", isOverride: false)))
    log.settle()
    let ledger = Ledger(replaying: log, zone: .utc)
    #expect(ledger.standing(of: "card-\(count)")?.reviews == 1 && ledger.cards.count == 1)
  }
}
