#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What FSRS-6 knows of one card: how long it lasts and how hard it is to make it last.
///
/// Equal to py-fsrs 6.3, in `Double`; the numbering of the parameters is that of
/// "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling" and its successors.
package struct Memory: Sendable, Hashable {
  /// Days until recall falls to 0.9.
  package var stability: Double
  /// From 1 to 10.
  package var difficulty: Double

  package init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }

  /// After the first answer.
  package init(first grade: Grade, under parameters: Parameters = .standard) {
    let w = parameters.weights
    stability = Memory.clamped(w[grade.rawValue - 1], to: Memory.stabilities)
    difficulty = Memory.clamped(w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1, to: Memory.difficulties)
  }

  /// Three million years are the most: py-fsrs has no bound there, and its formulas come to infinity and then to what
  /// is no number, by parameters that it allows and a few hundred reviews.
  static let stabilities = 0.001...1e9
  private static let difficulties = 1.0...10.0

  /// The chance of recall after so many whole days; days before the last review count as none.
  package func recall(after days: Int, under parameters: Parameters = .standard) -> Double {
    recall(after: Double(days), under: parameters)
  }

  /// The chance of recall after a part of a day too, for what is shown.
  package func recall(after days: Double, under parameters: Parameters = .standard) -> Double {
    Memory.clamped(pow(1 + parameters.factor * max(0, days) / stability, parameters.decay), to: 0...1)
  }

  /// The memory after a review, so many whole days after the one before.
  package func reviewed(_ grade: Grade, after days: Int, under parameters: Parameters = .standard) -> Memory {
    let next: Double =
      if days < 1 {
        sameDayStability(grade, parameters)
      } else if grade == .again {
        lapsedStability(recall(after: days, under: parameters), parameters)
      } else {
        grownStability(grade, recall(after: days, under: parameters), parameters)
      }
    return Memory(
      stability: Memory.clamped(next, to: Memory.stabilities), difficulty: nextDifficulty(grade, parameters))
  }

  /// Days until recall falls to `retention`, before rounding.
  package func days(until retention: Double, under parameters: Parameters = .standard) -> Double {
    stability / parameters.factor * (pow(retention, 1 / parameters.decay) - 1)
  }

  private func grownStability(_ grade: Grade, _ recall: Double, _ parameters: Parameters) -> Double {
    let w = parameters.weights
    let penalty = grade == .hard ? w[15] : 1
    let bonus = grade == .easy ? w[16] : 1
    let growth = parameters.growth * (11 - difficulty) * pow(stability, -w[9]) * (exp((1 - recall) * w[10]) - 1)
    return stability * (1 + growth * penalty * bonus)
  }

  private func lapsedStability(_ recall: Double, _ parameters: Parameters) -> Double {
    let w = parameters.weights
    let longTerm = w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp((1 - recall) * w[14])
    return min(longTerm, stability * parameters.lapseShare)
  }

  private func sameDayStability(_ grade: Grade, _ parameters: Parameters) -> Double {
    let w = parameters.weights
    let change = exp(w[17] * (Double(grade.rawValue) - 3 + w[18])) * pow(stability, -w[19])
    return stability * (grade == .again ? change : max(1, change))
  }

  private func nextDifficulty(_ grade: Grade, _ parameters: Parameters) -> Double {
    let w = parameters.weights
    let change = -w[6] * Double(grade.rawValue - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return Memory.clamped(w[7] * parameters.easiest + (1 - w[7]) * damped, to: Memory.difficulties)
  }

  /// What is no number counts as the least: `min` and `max` would let it through.
  private static func clamped(_ value: Double, to bounds: ClosedRange<Double>) -> Double {
    value > bounds.lowerBound ? min(value, bounds.upperBound) : bounds.lowerBound
  }
}
