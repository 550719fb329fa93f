import Catalog
import Quiz
import Testing
import Text

@Suite struct SnapshotTests {
  /// Events of two machines in the order of time, all kinds among them.
  private static func events(seed: UInt64, count: Int) -> [Event] {
    var random = SplitMix64(seed: seed)
    var sequences = ["aaaa": 0, "bb-b": 0]
    var time = 1_700_000_000_000
    return (0..<count).map { i in
      let machine = random.below(3) == 0 ? "bb-b" : "aaaa"
      time += random.below(2) == 0 ? 60_000 : random.below(400_000_000)
      let card = "card-\(random.below(40))"
      let grade = Grade(rawValue: random.below(4) + 1) ?? .good
      let kind: Event.Kind =
        switch random.below(60) {
        case 0: .suspend(card: card, isSuspended: random.below(2) == 0)
        case 1: .forget(card: card)
        case 2: .begin(scope: "ddim", count: 20)
        case 3: .end
        case 4: .practice(card: card, grade: grade, duration: 3, kind: "typed")
        case 5 where i % 5 == 0: .undo(of: Event.ID(machine: machine, sequence: sequences[machine] ?? 0))
        case 6 where i % 9 == 0: .relink(from: card, to: "new-\(i)")
        case 7 where i % 9 == 0: .parameters(Parameters.standard.weights.map { $0 * 1.1 })
        default: .review(card: card, grade: grade, duration: 900, kind: "cloze", isOverride: false)
        }
      sequences[machine, default: 0] += 1
      return Event(id: .init(machine: machine, sequence: sequences[machine] ?? 0), time: time, kind: kind)
    }
  }

  private static func log(_ events: some Sequence<Event>) -> Log {
    var log = Log()
    for event in events { log.add(event) }
    log.settle()
    return log
  }

  /// What a ledger says of each card, for comparing.
  private static func facts(_ ledger: Ledger) -> [String: String] {
    var facts: [String: String] = [:]
    for (id, standing) in ledger.cards {
      facts[id] =
        "\(String(describing: standing.progress)) \(standing.last) \(standing.first) \(standing.reviews) "
        + "\(standing.lapses) \(standing.isSuspended) \(standing.level) \(ledger.due(id, standing) ?? -1)"
    }
    facts["session"] = ledger.session.map { "\($0.scope) \($0.count) \($0.time) \($0.machine) \($0.cards.sorted())" }
    facts["parameters"] = String(describing: ledger.schedule.scheduler.parameters.weights)
    return facts
  }

  @Test func `a snapshot and what came later come to the same as a replay of all`() throws {
    var continued = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let events = SnapshotTests.events(seed: seed, count: 400)
      let whole = SnapshotTests.facts(Ledger(replaying: SnapshotTests.log(events), zone: .utc))
      for cut in [0, 1, 57, 200, 390, 399, 400] {
        let early = SnapshotTests.log(events.prefix(cut))
        let made = Snapshot(of: Ledger(replaying: early, zone: .utc), horizon: Horizon(of: early, files: []))
        let words = try #require(made).words
        let snapshot = try #require(Snapshot(words, zone: .utc))
        guard let ledger = Ledger(snapshot, adding: SnapshotTests.log(events.dropFirst(cut)), zone: .utc) else {
          continue
        }
        continued += 1
        #expect(SnapshotTests.facts(ledger) == whole)
        let again = try #require(Snapshot(of: ledger, horizon: snapshot.horizon))
        let same = try #require(Ledger(again, adding: Log(), zone: .utc))
        #expect(SnapshotTests.facts(same) == whole)
      }
    }
    #expect(continued > 20)
  }

  @Test func `events that change what was before are not simply added`() throws {
    let events = SnapshotTests.events(seed: 3, count: 50)
    let early = SnapshotTests.log(events)
    let ledger = Ledger(replaying: early, zone: .utc)
    let snapshot = try #require(Snapshot(of: ledger, horizon: Horizon(of: early, files: [])))
    let later = (events.last?.time ?? 0) + 5
    func isAdded(_ machine: String, _ sequence: Int, at time: Int, _ kind: Event.Kind) -> Bool {
      let event = Event(id: .init(machine: machine, sequence: sequence), time: time, kind: kind)
      return Ledger(snapshot, adding: SnapshotTests.log([event]), zone: .utc) != nil
    }
    #expect(isAdded("aaaa", 900, at: later, .end))
    #expect(!isAdded("aaaa", 900, at: later - 10, .end))
    #expect(!isAdded("aaaa", 1, at: later, .end))
    #expect(!isAdded("aaaa", 900, at: later, .undo(of: .init(machine: "aaaa", sequence: 2))))
    #expect(!isAdded("aaaa", 900, at: later, .relink(from: "card-1", to: "x")))
    #expect(!isAdded("aaaa", 900, at: later, .parameters(Parameters.standard.weights)))
    #expect(!isAdded(Event.importer, 900, at: later, .end))
  }

  @Test func `a snapshot that was cut, flipped or made under other rules is none`() throws {
    let log = SnapshotTests.log(SnapshotTests.events(seed: 5, count: 60))
    let ledger = Ledger(replaying: log, zone: .utc)
    let words = try #require(Snapshot(of: ledger, horizon: Horizon(of: log, files: []))).words.array
    #expect(
      Snapshot(WordMemory(words), zone: .utc) != nil
        && Snapshot(WordMemory(words), zone: Zone(secondsAhead: 3600)) == nil)
    for i in words.indices {
      var flipped = words
      flipped[i] ^= 1 << UInt64(i % 64)
      #expect(Snapshot(WordMemory(flipped), zone: .utc) == nil)
      #expect(Snapshot(WordMemory(ContiguousArray(words[..<i])), zone: .utc) == nil)
    }
  }

  @Test func `a card is due when its grade said it would be`() {
    var ledger = Ledger()
    for event in SnapshotTests.events(seed: 8, count: 600) {
      guard case .review(let card, let grade, _, _, _) = event.kind else { continue }
      let promised = ledger.due(ledger.choices(for: card, at: event.time)[grade.rawValue - 1].wait, from: event.time)
      ledger.apply(event)
      #expect(ledger.standing(of: card).flatMap { ledger.due(card, $0) } == promised)
    }
  }

  private static func library(cards: Int) -> Library {
    let quiz = (0..<cards).map { "Q: What is \($0)? <!-- id: card-\($0) -->\n\nA: It.\n" }.joined(separator: "\n")
    return Library([CardTests.note(quiz), CardTests.note("Q: More? <!-- id: more -->\n\nA: No.", slug: "ddpm")])
  }

  @Test func `a roster reads back from its words and letters and knows each card by its identity`() throws {
    let roster = Roster(of: SnapshotTests.library(cards: 50), in: .english, origin: 7)
    let again = try #require(Roster(roster.words, origin: 7))
    #expect(again.count == 51 && again.notes == roster.notes && Roster(roster.words, origin: 8) == nil)
    for card in 0..<again.count {
      #expect(again.number(of: again.id(of: card)) == card)
    }
    #expect(again.number(of: "card-50") == nil)
    #expect(Roster(WordMemory(ContiguousArray(roster.words.array.dropLast()))) == nil)
  }

  @Test func `the standings of a roster are those of its cards, with and without a snapshot`() throws {
    let roster = Roster(of: SnapshotTests.library(cards: 60), in: .english)
    // No undo, so that the end may be added.
    let events = SnapshotTests.events(seed: 11, count: 300).filter {
      switch $0.kind {
      case .undo, .parameters, .relink: false
      default: true
      }
    }
    let early = SnapshotTests.log(events.prefix(250))
    let made = try #require(
      Snapshot(of: Ledger(replaying: early, zone: .utc), horizon: Horizon(of: early, files: [])))
    let stored = try #require(Ledger(made, adding: SnapshotTests.log(events.dropFirst(250)), zone: .utc))
    let replayed = Ledger(replaying: SnapshotTests.log(events), zone: .utc)
    for ledger in [stored, replayed] {
      var seen: Set<Int> = []
      ledger.forEachMember(of: roster) { member in
        let isNew = seen.insert(member.card).inserted
        let other = ledger.standing(of: roster.id(of: member.card))
        #expect(isNew && member.attributes == roster[member.card] && member.standing?.progress == other?.progress)
        #expect(member.standing?.reviews ?? 0 == other?.reviews ?? 0)
      }
      #expect(seen.count == roster.count)
    }
    var selection = Selection()
    selection.limit = 100
    for now in [1_700_000_000_000, 1_800_000_000_000] {
      #expect(selection.queue(from: roster, stored, at: now) == selection.queue(from: roster, replayed, at: now))
      #expect(selection.counts(of: roster, stored, at: now) == selection.counts(of: roster, replayed, at: now))
    }
  }
}
