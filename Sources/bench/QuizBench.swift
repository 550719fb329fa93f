import Host
import Quiz

/// What the memory costs: a log of a million reviews read and replayed, parameters fitted, intervals offered.
enum QuizBench {
  private static let cards = 100_000
  private static let reviews = 1_000_000

  static func run(isJSON: Bool) {
    let bytes = logBytes()
    var log = Log()
    let read = time {
      log = Log()
      log.add(bytes, named: "bench")
      log.settle()
    }
    var ledger = Ledger()
    let replay = time { ledger = Ledger(replaying: log, zone: .utc) }
    let offer = time {
      for i in 0..<1000 { _ = ledger.choices(for: "card-\(i)", at: 1_900_000_000_000) }
    }
    let history = ReviewHistory(Array(log.reviews(zone: .utc).prefix(28_000)))
    let fit = time { _ = Fit(of: history) }
    let figures = [
      ("read_ms", read), ("read_mb_per_s", Double(bytes.count) / 1e6 / (read / 1000)), ("replay_ms", replay),
      ("offer_us", offer), ("fit_28000_ms", fit),
    ]
    for (name, value) in figures {
      print(isJSON ? "{\"bench\":\"quiz\",\"figure\":\"\(name)\",\"value\":\(value)}" : "\(name)  \(value)")
    }
  }

  /// The median of three runs, in milliseconds.
  private static func time(_ work: () -> Void) -> Double {
    let runs = (0..<3).map { _ in
      let start = Clock.ticks
      work()
      return Double(Clock.ticks - start) / 1e6
    }
    return runs.sorted()[1]
  }

  private static func logBytes() -> ContiguousArray<UInt8> {
    var random = SplitMix64(seed: 1)
    var bytes = ContiguousArray(Event.header(of: "bench"))
    for i in 0..<reviews {
      let grade = Grade(rawValue: random.below(8) == 0 ? 1 : 3) ?? .good
      let event = Event(
        id: .init(machine: "bench", sequence: i + 1), time: 1_600_000_000_000 + i * 200_000,
        kind: .review(
          card: "card-\(random.below(cards))", grade: grade, duration: 5000, kind: "recall", isOverride: false))
      bytes += event.line
    }
    return bytes
  }
}
