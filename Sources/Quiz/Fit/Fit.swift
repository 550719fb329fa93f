#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import Text

/// The parameters fitted to a history of reviews, and whether they are worth keeping.
package struct Fit: Sendable {
  package let reviews: Int
  package let earlierItems: Int
  package let laterItems: Int
  package let fitted: Parameters
  /// How the standard and the fitted parameters predict the later fifth.
  package let standardLater: Calibration
  package let fittedLater: Calibration

  /// The fitted parameters are kept only if they predict the later fifth better.
  package var isBetter: Bool { laterItems > 0 && fittedLater.logLoss < standardLater.logLoss }

  package init(of history: ReviewHistory) {
    reviews = history.reviewCount
    earlierItems = history.earlierCount
    laterItems = history.laterCount
    fitted = Fit.parameters(for: history.earlier, items: history.earlierCount)
    let later = history.later
    standardLater = Calibration(of: later, under: .standard)
    fittedLater = Calibration(of: later, under: fitted)
  }

  /// With less than 8 items the standard ones; with less than 64 only the first four parameters are fitted.
  private static func parameters(for sequences: [ReviewSequence], items: Int) -> Parameters {
    guard items >= 8 else { return .standard }
    let start = Array(FirstStability(sequences).fitted() + Parameters.standard.weights[4...])
    guard items >= 64 else { return Parameters(clamping: start) ?? .standard }
    return Descent(from: start, items: items).run(on: sequences)
  }
}

/// Adam (Kingma and Ba 2015) with a learning rate that falls as a cosine, and a pull to where it started.
private struct Descent {
  // fsrs-rs takes 5 epochs at 0.04 with a pull of 1 over batches of single items. A batch of whole cards is noisier:
  // twice the epochs at half the rate, and twice the pull, come to a log loss of 0.4604, 0.3320 and 0.1276 on the three
  // public logs, where its setting gives 0.4649, 0.3337 and 0.1317.
  private static let epochs = 10
  private static let batchSize = 512
  private static let rate = 0.02
  private static let pull = 2.0
  private static let (firstDecay, secondDecay, epsilon) = (0.9, 0.999, 1e-8)
  /// How far the parameters of different people lie apart: the scale of the pull.
  private static let spread = [
    6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32,
    0.14, 0.27,
  ]

  private let start: [Double]
  private let items: Int
  private var weights: [Double]
  private var first = [Double](repeating: 0, count: Parameters.count)
  private var second = [Double](repeating: 0, count: Parameters.count)
  private var step = 0

  init(from start: [Double], items: Int) {
    self.start = start
    self.items = items
    weights = start
  }

  /// Batches hold whole cards, so that each card's history is walked once an epoch.
  func run(on sequences: [ReviewSequence]) -> Parameters {
    var descent = self
    var random = SplitMix64(seed: 2023)
    let batches = Descent.batches(of: random.shuffled(sequences))
    let steps = batches.count * Descent.epochs
    for _ in 0..<Descent.epochs {
      for batch in random.shuffled(batches) {
        guard let parameters = Parameters(clamping: descent.weights) else { return .standard }
        var slope = Slope(at: parameters)
        for sequence in batch.sequences { slope.add(sequence) }
        descent.move(against: slope.gradient, share: Double(batch.items) / Double(items), of: steps)
      }
    }
    return Parameters(clamping: descent.weights) ?? .standard
  }

  private mutating func move(against gradient: [Double], share: Double, of steps: Int) {
    let rate = Descent.rate * (1 + cos(Double.pi * Double(step) / Double(steps))) / 2
    step += 1
    for i in weights.indices {
      let pull = 2 * Descent.pull * (weights[i] - start[i]) / (Descent.spread[i] * Descent.spread[i]) * share
      let slope = gradient[i] + pull
      first[i] = Descent.firstDecay * first[i] + (1 - Descent.firstDecay) * slope
      second[i] = Descent.secondDecay * second[i] + (1 - Descent.secondDecay) * slope * slope
      let mean = first[i] / (1 - pow(Descent.firstDecay, Double(step)))
      let square = second[i] / (1 - pow(Descent.secondDecay, Double(step)))
      let bounds = Parameters.bounds[i]
      let moved = weights[i] - rate * mean / (square.squareRoot() + Descent.epsilon)
      weights[i] = min(max(moved, bounds.lowerBound), bounds.upperBound)
    }
  }

  private static func batches(of sequences: [ReviewSequence]) -> [(sequences: [ReviewSequence], items: Int)] {
    var batches: [(sequences: [ReviewSequence], items: Int)] = []
    for sequence in sequences {
      let items = sequence.reviews.count { $0.weight > 0 }
      if let last = batches.indices.last, batches[last].items + items <= batchSize {
        batches[last].sequences.append(sequence)
        batches[last].items += items
      } else {
        batches.append(([sequence], items))
      }
    }
    return batches
  }
}
