#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The 21 parameters of FSRS-6 and what every formula needs of them, computed once.
package struct Parameters: Sendable, Hashable {
  package static let count = 21

  package let weights: [Double]
  /// The exponent of the forgetting curve, below zero.
  let decay: Double
  /// Makes recall 0.9 after as many days as the stability.
  let factor: Double
  /// `e^w8`, the growth of stability at a successful review.
  let growth: Double
  /// The difficulty after a first Easy, before it is clamped: what difficulty reverts to.
  let easiest: Double
  /// The most a lapse leaves of the stability.
  let lapseShare: Double

  /// Takes the numbers as they are; nil unless there are 21 finite ones.
  package init?(_ weights: [Double]) {
    guard weights.count == Parameters.count, weights.allSatisfy(\.isFinite) else { return nil }
    self.init(trusted: weights)
  }

  /// The numbers pulled into the bounds of py-fsrs.
  package init?(clamping weights: [Double]) {
    guard weights.count == Parameters.count, weights.allSatisfy(\.isFinite) else { return nil }
    self.init(trusted: zip(weights, Parameters.bounds).map { min(max($0, $1.lowerBound), $1.upperBound) })
  }

  private init(trusted weights: [Double]) {
    self.weights = weights
    decay = -weights[20]
    factor = pow(0.9, 1 / decay) - 1
    growth = exp(weights[8])
    easiest = weights[4] - exp(weights[5] * 3) + 1
    lapseShare = 1 / exp(weights[17] * weights[18])
  }

  /// What FSRS-6 starts from: fitted to the reviews of about 10,000 users by its authors.
  package static let standard = Parameters(trusted: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  /// The ranges that parameters are kept in (py-fsrs `scheduler.py`).
  static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5, 0...0.8,
    0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8, 0.1...0.8,
  ]
}
