import Catalog
import Host
import Notes
import Quiz
import Text

/// What the memory costs: a log of a million reviews read and replayed, parameters fitted, intervals offered.
enum QuizBench {
  static func run(_ arguments: [String], isJSON: Bool) throws(SystemError) {
    if arguments.count == 2, arguments[0] == "--make" { return try MadeReviews.make(in: arguments[1]) }
    let bytes = MadeReviews.logBytes()
    let allCores = Workforce(Cores.count, Cores.run)
    var log = Log()
    let read = time {
      log = Log()
      log.add(bytes, named: "bench", by: allCores)
      log.settle()
    }
    var ledger = Ledger()
    let replay = time { ledger = Ledger(replaying: log, zone: .utc, by: allCores) }
    let offer = time {
      for i in 0..<1000 { _ = ledger.choices(for: "made-\(i)-7", at: 1_900_000_000_000) }
    }
    let history = ReviewHistory(Array(log.reviews(zone: .utc).prefix(28_000)))
    let fit = time { _ = Fit(of: history) }
    let figures =
      [
        ("read_ms", read), ("read_mb_per_s", Double(bytes.count) / 1e6 / (read / 1000)), ("replay_ms", replay),
        ("offer_us", offer), ("fit_28000_ms", fit),
      ] + grading
    for (name, value) in figures {
      print(isJSON ? "{\"bench\":\"quiz\",\"figure\":\"\(name)\",\"value\":\(value)}" : "\(name)  \(value)")
    }
  }

  /// What an answer costs that is wrong, in words and as a formula, in microseconds.
  private static var grading: [(String, Double)] {
    let library = Library(files: BundledNotes.files.map { ($0.path, $0.bytes) })
    let deck = Deck(of: library, Roster(of: library, in: .english), in: .english)
    let cards = deck.cards.filter { !$0.isGenerated }
    return [(Card.Kind.cloze, "a wrong word"), (.formula, "-sqrt(alpha_bar_t)/(1-x_t^2)")].map { kind, typed in
      let askings = cards.filter { $0.kind == kind }.prefix(50).map { Asking($0, reviews: 0, seed: 0, in: deck) }
      let all = time { for asking in askings { _ = asking.verdict(on: typed) } }
      return ("grade_\(kind.rawValue)_us", all * 1000 / Double(max(askings.count, 1)))
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
}
