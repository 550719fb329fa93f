#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How well predicted recall met what happened.
package struct Calibration: Sendable {
  /// Predictions of about the same height and what came of them.
  package struct Bin: Sendable, Hashable {
    package var count = 0
    package var predicted = 0.0
    package var recalled = 0
  }

  /// Ten bins, a tenth of the scale each.
  package private(set) var bins = [Bin](repeating: Bin(), count: 10)
  package private(set) var count = 0
  private var loss = 0.0
  private var groups: [Group: Bin] = [:]

  /// The bins of the benchmark of spaced repetition: by interval, number of reviews and lapses, each on a scale that
  /// grows by powers.
  private struct Group: Hashable {
    var interval: Int
    var length: Int
    var lapses: Int

    init(days: Int, reviews: Int, lapses: Int) {
      interval = Int(log(Double(max(days, 1))) / log(3.62))
      length = Int(log(Double(max(reviews, 1))) / log(1.89))
      self.lapses = lapses == 0 ? -1 : Int(log(Double(lapses)) / log(1.73))
    }
  }

  package init() {}

  /// Judges the parameters by every item of weight above 0.
  package init(of sequences: [ReviewSequence], under parameters: Parameters) {
    for sequence in sequences {
      guard let first = sequence.reviews.first else { continue }
      var memory = Memory(first: first.grade, under: parameters)
      var lapses = first.grade.isRecalled ? 0 : 1
      for (i, review) in sequence.reviews.enumerated().dropFirst() {
        if review.weight > 0 {
          let recall = memory.recall(after: review.days, under: parameters)
          add(recall, recalled: review.grade.isRecalled, days: review.days, reviews: i + 1, lapses: lapses)
        }
        if !review.grade.isRecalled && review.days > 0 { lapses += 1 }
        memory = memory.reviewed(review.grade, after: review.days, under: parameters)
      }
    }
  }

  package mutating func add(_ predicted: Double, recalled: Bool, days: Int, reviews: Int, lapses: Int) {
    let clamped = min(max(predicted, 0.0001), 0.9999)
    count += 1
    loss -= log(recalled ? clamped : 1 - clamped)
    bins[min(Int(predicted * 10), 9)].add(predicted, recalled)
    groups[Group(days: days, reviews: reviews, lapses: lapses), default: Bin()].add(predicted, recalled)
  }

  /// The mean of −log of the probability of what happened, predictions clamped to [0.0001, 0.9999].
  package var logLoss: Double { count == 0 ? 0 : loss / Double(count) }

  /// The root of the mean square of predicted less real recall over the benchmark's bins.
  package var error: Double {
    guard count > 0 else { return 0 }
    // Summed in a fixed order: a dictionary's own differs from run to run, and with it the last digit.
    let squares = groups.values.map { bin in
      let gap = (bin.predicted - Double(bin.recalled)) / Double(bin.count)
      return gap * gap * Double(bin.count)
    }.sorted()
    return (squares.reduce(0, +) / Double(count)).squareRoot()
  }
}

extension Calibration.Bin {
  fileprivate mutating func add(_ prediction: Double, _ wasRecalled: Bool) {
    count += 1
    predicted += prediction
    recalled += wasRecalled ? 1 : 0
  }
}
