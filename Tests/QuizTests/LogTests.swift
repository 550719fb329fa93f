import Quiz
import Testing

@Suite struct LogTests {
  /// Twenty answers of two machines with an undo, a suspension and a session around them.
  static func events(of machine: String, from start: Int) -> [Event] {
    var events = [Event(id: .init(machine: machine, sequence: 1), time: start, kind: .begin(scope: "", count: 20))]
    for i in 2...21 {
      let grade = Grade(rawValue: i * 7 % 4 + 1) ?? .good
      events.append(
        Event(
          id: .init(machine: machine, sequence: i), time: start + i * 7_200_000,
          kind: .review(card: "card-\(i % 6)", grade: grade, duration: 900 + i, kind: "cloze", isOverride: false)))
    }
    events.append(
      Event(
        id: .init(machine: machine, sequence: 22), time: start + 160_000_000,
        kind: .undo(of: .init(machine: machine, sequence: 20))))
    events.append(
      Event(
        id: .init(machine: machine, sequence: 23), time: start + 161_000_000,
        kind: .suspend(card: "card-3", isSuspended: true)))
    return events
  }

  static func bytes(_ events: [Event], of machine: String) -> ContiguousArray<UInt8> {
    ContiguousArray(Event.header(of: machine) + events.flatMap(\.line))
  }

  static func log(_ files: [ContiguousArray<UInt8>]) -> Log {
    var log = Log()
    for file in files { log.add(file, named: "log") }
    log.settle()
    return log
  }

  static func standings(_ log: Log) -> [String: Ledger.Standing] {
    let ledger = Ledger(replaying: log, zone: .utc)
    return Dictionary(uniqueKeysWithValues: ledger.cards.map { ($0.id, $0.standing) })
  }

  @Test func `the newest parameters are those of every answer, those before them too`() {
    func parameters(_ factor: Double, _ sequence: Int, at time: Int) -> Event {
      Event(
        id: .init(machine: "fit-", sequence: sequence), time: time,
        kind: .parameters(Parameters.standard.weights.map { $0 * factor }))
    }
    let answers = LogTests.events(of: "aaaa", from: 1_780_000_000_000)
    func standings(_ fits: [Event]) -> [String: Ledger.Standing] {
      LogTests.standings(LogTests.log([LogTests.bytes(answers, of: "aaaa"), LogTests.bytes(fits, of: "fit-")]))
    }
    let old = parameters(0.9, 1, at: 1_780_000_000_000 - 1)
    let new = parameters(1.1, 2, at: 1_780_000_000_000 + 100_000_000)
    #expect(standings([old, new]) == standings([new]) && standings([old]) != standings([new]))
  }

  @Test func `a line reads back as the event it was`() {
    let kinds: [Event.Kind] = [
      .review(card: "a\"b\\c\u{1}é", grade: .hard, duration: 12, kind: "truth", isOverride: true),
      .practice(card: "x", grade: .easy, duration: 0, kind: "recall"), .undo(of: .init(machine: "m-1", sequence: 4)),
      .suspend(card: "x", isSuspended: false), .forget(card: "x"), .relink(from: "a", to: "b"),
      .parameters(Parameters.standard.weights), .begin(scope: "ddim weak", count: 3), .end, .torn(bytes: 9),
    ]
    for kind in kinds {
      let event = Event(id: .init(machine: "m-1", sequence: 7), time: 1_795_255_200_123, kind: kind)
      let lines = EventLines(ContiguousArray(event.line), named: "log")
      #expect(lines.events.map(\.event) == [event] && lines.damage.isEmpty && lines.version == 1)
    }
  }

  @Test func `a line that is taken over keeps what this version does not know`() {
    let lines = [
      #"{"v":2,"i":"m-1","t":5,"k":"z","c":"c1","deep":{"a":[1]}}"#, "garbage", "",
      #"{"v":1,"i":"m-2","t":6,"k":"r","c":"c1","g":3,"new":"field"}"#, #"{"v":1,"i":"m-3","#,
    ]
    let read = EventLines(ContiguousArray(lines.joined(separator: "\n").utf8), named: "log")
    #expect(read.events.map { String(decoding: $0.line, as: UTF8.self) } == [lines[0], lines[3]])
    #expect(read.damage.map(\.line) == [2, 5] && read.version == 2)
  }

  @Test func `two machines merge to the same in both orders, and once only`() {
    let a = LogTests.bytes(LogTests.events(of: "aaaa", from: 1_700_000_000_000), of: "aaaa")
    let b = LogTests.bytes(LogTests.events(of: "bbbb", from: 1_700_000_050_000), of: "bbbb")
    let merged = LogTests.log([a, b])
    #expect(merged.eventCount == 46)
    #expect(LogTests.standings(merged) == LogTests.standings(LogTests.log([b, a])))
    #expect(LogTests.log([a, b, a]).eventCount == 46)
    #expect(LogTests.standings(LogTests.log([b, a, b])) == LogTests.standings(merged))
  }

  @Test func `a log cut at any byte keeps its whole lines and sets the rest aside`() {
    let whole = LogTests.bytes(LogTests.events(of: "aaaa", from: 1_700_000_000_000), of: "aaaa")
    for end in 0..<whole.count {
      let cut = ContiguousArray(whole[..<end])
      let log = LogTests.log([cut])
      let lines = cut.count { $0 == UInt8(ascii: "\n") }
      #expect(log.eventCount == max(0, lines - 1))
      let kept = (cut.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      #expect(log.torn(in: cut.count) == (kept == end ? nil : kept..<end))
    }
  }

  @Test func `a line of NULs costs only itself`() {
    let whole = LogTests.bytes(LogTests.events(of: "aaaa", from: 1_700_000_000_000), of: "aaaa")
    let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
    for line in ends.indices.dropFirst() {
      for range in [(ends[line - 1] + 1)..<ends[line], (ends[line - 1] + 1)..<(ends[line] + 1)] {
        var damaged = whole
        for i in range { damaged[i] = 0 }
        let log = LogTests.log([damaged])
        // With its line end gone the next line is lost with it.
        let lost = range.upperBound == ends[line] || line == ends.count - 1 ? 1 : 2
        #expect(log.eventCount == ends.count - 1 - lost)
        #expect(log.damage.count == 1)
        #expect((log.torn(in: damaged.count) != nil) == (line + lost >= ends.count))
      }
    }
  }

  @Test func `an undone answer leaves the card as it was before`() {
    let events = LogTests.events(of: "aaaa", from: 1_700_000_000_000)
    let undone = events.filter { $0.id.sequence != 20 && $0.id.sequence != 22 }
    let a = LogTests.standings(LogTests.log([LogTests.bytes(events, of: "aaaa")]))
    #expect(a == LogTests.standings(LogTests.log([LogTests.bytes(undone, of: "aaaa")])))
  }

  @Test func `a ledger kept up to date equals a replay`() {
    var events = LogTests.events(of: "aaaa", from: 1_700_000_000_000).filter { $0.id.sequence != 22 }
    events.insert(
      Event(
        id: .init(machine: "aaaa", sequence: 0), time: 1_700_000_000_001,
        kind: .practice(card: "only-practised", grade: .good, duration: 1, kind: "cloze")), at: 1)
    var ledger = Ledger()
    for event in events { ledger.apply(event) }
    let log = LogTests.log([LogTests.bytes(events, of: "aaaa")])
    let live = Dictionary(uniqueKeysWithValues: ledger.cards.map { ($0.id, $0.standing) })
    #expect(live == LogTests.standings(log) && ledger.session == Ledger(replaying: log, zone: .utc).session)
    #expect(ledger.session?.cards.count == 7)
  }

  @Test func `a relinked card keeps its memory under the new name`() {
    var events = LogTests.events(of: "aaaa", from: 1_700_000_000_000)
    let before = LogTests.standings(LogTests.log([LogTests.bytes(events, of: "aaaa")]))["card-1"]
    events.append(
      Event(id: .init(machine: "aaaa", sequence: 24), time: 1_800_000_000_000, kind: .relink(from: "card-1", to: "new"))
    )
    let ledger = Ledger(replaying: LogTests.log([LogTests.bytes(events, of: "aaaa")]), zone: .utc)
    #expect(ledger.standing(of: "new") == before && ledger.standing(of: "card-1") == before)
  }

  @Test(arguments: [[], [("card-1", "new"), ("card-2", "newer"), ("new", "newest")]])
  func `an import of what was exported adds nothing, whatever its cards were called before`(
    relinks: [(from: String, to: String)]
  ) {
    let file = LogTests.bytes(LogTests.events(of: "aaaa", from: 1_700_000_000_000), of: "aaaa")
    let early = LogTests.log([file]).reviews(zone: .utc)
    let later = ContiguousArray(
      relinks.enumerated().flatMap { i, relink in
        Event(
          id: .init(machine: "aaaa", sequence: 30 + i), time: 1_800_000_000_000 + i,
          kind: .relink(from: relink.from, to: relink.to)
        ).line
      })
    let reviews = LogTests.log([file, later]).reviews(zone: .utc)
    #expect(reviews.count == 19)
    let imports = [early, reviews].map { ContiguousArray($0.flatMap { Event(importing: $0).line }) }
    #expect(LogTests.log([file, later, imports[1], imports[1]]).reviews(zone: .utc) == reviews)
    #expect(LogTests.log([imports[1], imports[0], later, file]).reviews(zone: .utc) == reviews)
    #expect(LogTests.log([imports[1], imports[0], later]).eventCount == 19 + relinks.count)
  }

  @Test func `a forgotten card is new, and stays suspended`() throws {
    var events = LogTests.events(of: "aaaa", from: 1_700_000_000_000)
    events.append(
      Event(id: .init(machine: "aaaa", sequence: 24), time: 1_800_000_000_000, kind: .forget(card: "card-3")))
    let ledger = Ledger(replaying: LogTests.log([LogTests.bytes(events, of: "aaaa")]), zone: .utc)
    let standing = try #require(ledger.standing(of: "card-3"))
    #expect(standing.progress == nil && standing.reviews == 0 && standing.isSuspended)
    // Nor would it be known again where the reviews are taken in.
    let reviews = LogTests.log([LogTests.bytes(events, of: "aaaa")]).reviews(zone: .utc)
    #expect(!reviews.isEmpty && !reviews.contains { $0.card == "card-3" })
    events.append(
      Event(
        id: .init(machine: "aaaa", sequence: 25), time: 1_800_000_001_000,
        kind: .review(card: "card-3", grade: .good, duration: 7, kind: "cloze", isOverride: false)))
    let again = LogTests.log([LogTests.bytes(events, of: "aaaa")]).reviews(zone: .utc)
    #expect(again.filter { $0.card == "card-3" }.map(\.duration) == [7] && again.count == reviews.count + 1)
  }

  @Test func `the community's CSV reads back, and Anki's loses what is no review`() throws {
    let reviews = [
      Review(card: "a,\"b\"", time: 1_700_000_000_000, grade: .hard, state: 2, duration: 10),
      Review(card: "c", time: 1_700_000_000_001, grade: .good),
      Review(card: "c,\u{301}d\r\ne", time: 1_700_000_000_002, grade: .easy),
    ]
    #expect(try ReviewTable.reviews(in: Array(ReviewTable.text(of: reviews).utf8), path: "x") == reviews)
    let anki = """
      id,guid,ease,ivl,lastIvl,factor,time,type
      1700000000000,mln:c,3,1,0,0,900,0
      1700000100000,mln:c,0,1,0,2500,900,4
      1700000200000,mln:c,4,1,0,0,900,3
      1700000300000,mln:c,2,9,1,2500,800,1
      """
    let read = try ReviewTable.reviews(in: Array(anki.utf8), path: "x")
    #expect(read.map(\.grade) == [.good, .hard] && read.map(\.card) == ["c", "c"])
  }

  /// Letters as in Anki's own tests: Learning, Review, Filtered cramming, reset by hand, Set due by hand.
  @Test(arguments: [
    ("LLR", "LLR"), ("RR", "RR"), ("LRLR", "LR"), ("LLRx", ""), ("LxLL", "LL"), ("RxR", "R"), ("LxsRF", "R"),
    ("LxLFLR", "LLR"), ("LsL", "L"), ("LRxs", ""),
  ])
  func `a history of Anki's starts at its last reset or learning`(history: String, kept: String) throws {
    let rows = history.enumerated().map { i, letter in
      let columns: [Character: String] = ["L": "3,0,0", "R": "3,2500,1", "F": "3,0,3", "x": "0,0,4", "s": "0,9,4"]
      return "\(1_700_000_000_000 + i),c," + (columns[letter] ?? "")
    }
    let table = "id,guid,ease,factor,type\n" + rows.joined(separator: "\n")
    let read = try ReviewTable.reviews(in: Array(table.utf8), path: "x")
    #expect(read.map { $0.state == 1 ? "L" : "R" }.joined() == kept)
    #expect(read.map(\.time) == read.map(\.time).sorted())
  }

  @Test func `a duration below nothing is none`() throws {
    let table = "card_id,review_time,review_rating,review_state,review_duration\nc,1700000000000,3,2,-900\n"
    #expect(try ReviewTable.reviews(in: Array(table.utf8), path: "x").map(\.duration) == [0])
    let line = #"{"v":1,"i":"m-1","t":1700000000000,"k":"r","c":"c","g":3,"ms":-900,"q":"","o":0}"# + "\n"
    #expect(LogTests.log([ContiguousArray(line.utf8)]).reviews(zone: .utc).map(\.duration) == [0])
  }

  @Test func `a day begins at four in the morning, also when the clocks change`() {
    // New York fell back on 2025-11-02 at 06:00 UTC.
    let change = 1_762_063_200
    let zone = Zone(from: change - 9_000_000, to: change + 9_000_000) { $0 < change ? -14_400 : -18_000 }
    #expect(Zone.utc.day(of: 4 * 3_600_000 - 1) == -1 && Zone.utc.day(of: 4 * 3_600_000) == 0)
    for hour in -80...80 {
      let time = change * 1000 + hour * 3_600_000
      let day = zone.day(of: time)
      #expect(zone.start(of: day) <= time && time < zone.start(of: day + 1))
      #expect(zone.day(of: zone.start(of: day)) == day && zone.day(of: zone.start(of: day) - 1) == day - 1)
    }
  }

  @Test(arguments: [
    ("2026-11-21T10:00:00+08:00", 1_795_226_400_000), ("2026-11-21T02:00Z", 1_795_226_400_000),
    ("2026-11-21", 1_795_219_200_000), ("2024-02-29T23:59:59.5Z", 1_709_251_199_500),
  ])
  func `a moment of ISO 8601 is its time`(text: String, time: Int) {
    #expect(Moment(text)?.time == time)
  }

  @Test(arguments: [
    "", "2026-13-01", "2026-02-30", "2026-11-21T25:00Z", "2026-11-21T10:00+8", "tomorrow", "2026-11-21x",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func `a review of a later version makes its file one of that version`() {
    let line = #"{"v":2,"i":"aaaa-1","t":1700000000000,"k":"r","c":"x","g":3,"ms":7,"q":"","o":0}"# + "\n"
    var log = LogTests.log([ContiguousArray(line.utf8)])
    log.add(ContiguousArray(line.replacing("\"v\":2", with: "\"v\":1").utf8), named: "other")
    #expect(log.versions["log"] == 2 && log.versions["other"] ?? 0 < 2)
  }

  @Test func `only ms is the time an answer took`() {
    let line = #"{"v":1,"i":"aaaa-1","t":1700000000000,"k":"r","c":"x","g":3,"ms":7,"mx":9}"# + "\n"
    #expect(LogTests.log([ContiguousArray(line.utf8)]).reviews(zone: .utc).map(\.duration) == [7])
  }

  @Test func `damage within a file is told from damage at its end`() {
    let whole = LogTests.bytes(LogTests.events(of: "aaaa", from: 1_700_000_000_000), of: "aaaa")
    let bytes = ContiguousArray("no event\n".utf8) + whole + ContiguousArray("{\n{\"v\":".utf8)
    let log = LogTests.log([bytes])
    let file = Horizon.File(name: "log", size: bytes.count, lines: 0, tail: [])
    #expect(log.damage.map(\.line) == [1, 26, 27] && log.damage(within: [file]).map(\.line) == [1])
  }
}
