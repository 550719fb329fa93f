#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The loss of FSRS-6 on sequences of reviews and its gradient by the 21 parameters.
///
/// One pass forward that keeps each step's memory, one backward that carries the adjoints of stability and difficulty:
/// all items of a card cost as much as its longest. Where a `min`, `max` or clamp cut a value off, nothing flows back.
package struct Slope {
  /// The weighted sum of −log of the probability of what happened.
  package private(set) var loss = 0.0
  package private(set) var gradient = [Double](repeating: 0, count: Parameters.count)
  private let w: [Double]
  private let parameters: Parameters
  /// The derivative of the factor by `w20`.
  private let factorSlope: Double
  private var trail: [Point] = []

  /// A step as the forward pass found it: the memory before it.
  private struct Point {
    var stability: Double
    var difficulty: Double
    var recall: Double
    var days: Double
    var grade: Int
    var weight: Double
  }

  package init(at parameters: Parameters) {
    self.parameters = parameters
    w = parameters.weights
    factorSlope = (parameters.factor + 1) * log(0.9) / (w[20] * w[20])
  }

  /// Adds a card's loss and gradient.
  package mutating func add(_ sequence: ReviewSequence) {
    guard let first = sequence.reviews.first, let last = sequence.reviews.lastIndex(where: { $0.weight > 0 }),
      last > 0
    else { return }
    var memory = Memory(first: first.grade, under: parameters)
    trail.removeAll(keepingCapacity: true)
    for review in sequence.reviews[1...last] {
      let recall = memory.recall(after: review.days, under: parameters)
      trail.append(
        Point(
          stability: memory.stability, difficulty: memory.difficulty, recall: recall, days: Double(review.days),
          grade: review.grade.rawValue, weight: review.weight))
      if review.weight > 0 { loss -= review.weight * log(review.grade.isRecalled ? recall : 1 - recall) }
      memory = memory.reviewed(review.grade, after: review.days, under: parameters)
    }
    descend(from: first.grade.rawValue)
  }

  private mutating func descend(from first: Int) {
    var byStability = 0.0
    var byDifficulty = 0.0
    for point in trail.reversed() {
      var byRecall = 0.0
      let next = step(point, byStability, &byRecall)
      let nextByDifficulty = difficultyStep(point, byDifficulty)
      byStability = next.stability
      byDifficulty = next.difficulty + nextByDifficulty
      if point.weight > 0 {
        byRecall -= point.weight * (point.grade > 1 ? 1 / point.recall : -1 / (1 - point.recall))
      }
      byStability += recallStep(point, byRecall)
    }
    gradient[first - 1] += Memory.isFree(w[first - 1]) ? byStability : 0
    let power = exp(w[5] * Double(first - 1))
    let difficulty = w[4] - power + 1
    if 1 < difficulty && difficulty < 10 {
      gradient[4] += byDifficulty
      gradient[5] -= byDifficulty * Double(first - 1) * power
    }
  }

  /// Through the recall that a step starts with: what flows to the stability before it.
  private mutating func recallStep(_ point: Point, _ byRecall: Double) -> Double {
    guard point.days > 0, byRecall != 0 else { return 0 }
    let (s, r, t) = (point.stability, point.recall, point.days)
    let x = 1 + parameters.factor * t / s
    gradient[20] += byRecall * r * (-log(x) - w[20] / x * t / s * factorSlope)
    return byRecall * w[20] * r / x * parameters.factor * t / (s * s)
  }

  /// Through the stability that a step ends with: what flows to stability and difficulty before it and to the recall.
  private mutating func step(
    _ point: Point, _ by: Double, _ byRecall: inout Double
  ) -> (stability: Double, difficulty: Double) {
    guard by != 0 else { return (0, 0) }
    if point.days < 1 { return (sameDayStep(point, by), 0) }
    return point.grade == 1 ? lapseStep(point, by, &byRecall) : growthStep(point, by, &byRecall)
  }

  private mutating func growthStep(
    _ point: Point, _ by: Double, _ byRecall: inout Double
  ) -> (stability: Double, difficulty: Double) {
    let (s, d, r) = (point.stability, point.difficulty, point.recall)
    let bonus = (point.grade == 2 ? w[15] : 1) * (point.grade == 4 ? w[16] : 1)
    let surprise = exp((1 - r) * w[10])
    let scale = parameters.growth * (11 - d) * pow(s, -w[9]) * bonus
    let growth = scale * (surprise - 1)
    guard Memory.isFree(s * (1 + growth)) else { return (0, 0) }
    gradient[8] += by * s * growth
    gradient[9] -= by * s * growth * log(s)
    gradient[10] += by * s * scale * surprise * (1 - r)
    if point.grade == 2, w[15] > 0 { gradient[15] += by * s * growth / w[15] }
    if point.grade == 4 { gradient[16] += by * s * growth / w[16] }
    byRecall -= by * s * scale * surprise * w[10]
    return (by * (1 + growth * (1 - w[9])), -by * s * growth / (11 - d))
  }

  private mutating func lapseStep(
    _ point: Point, _ by: Double, _ byRecall: inout Double
  ) -> (stability: Double, difficulty: Double) {
    let (s, d, r) = (point.stability, point.difficulty, point.recall)
    let power = pow(s + 1, w[13])
    let scale = pow(d, -w[12]) * exp((1 - r) * w[14])
    let longTerm = w[11] * scale * (power - 1)
    let ceiling = s * parameters.lapseShare
    guard Memory.isFree(min(longTerm, ceiling)) else { return (0, 0) }
    if longTerm > ceiling {
      gradient[17] -= by * ceiling * w[18]
      gradient[18] -= by * ceiling * w[17]
      return (by * parameters.lapseShare, 0)
    }
    gradient[11] += by * scale * (power - 1)
    gradient[12] -= by * longTerm * log(d)
    gradient[13] += by * w[11] * scale * power * log(s + 1)
    gradient[14] += by * longTerm * (1 - r)
    byRecall -= by * longTerm * w[14]
    return (by * w[11] * scale * w[13] * power / (s + 1), -by * longTerm * w[12] / d)
  }

  private mutating func sameDayStep(_ point: Point, _ by: Double) -> Double {
    let s = point.stability
    let shift = Double(point.grade) - 3 + w[18]
    let change = exp(w[17] * shift) * pow(s, -w[19])
    if point.grade > 1 && change < 1 { return by }
    guard Memory.isFree(s * change) else { return 0 }
    gradient[17] += by * s * change * shift
    gradient[18] += by * s * change * w[17]
    gradient[19] -= by * s * change * log(s)
    return by * change * (1 - w[19])
  }

  /// Through the difficulty that a step ends with: what flows to the difficulty before it.
  private mutating func difficultyStep(_ point: Point, _ by: Double) -> Double {
    guard by != 0 else { return 0 }
    let shift = Double(point.grade - 3)
    let damped = point.difficulty - (10 - point.difficulty) * w[6] * shift / 9
    let next = w[7] * parameters.easiest + (1 - w[7]) * damped
    guard 1 < next, next < 10 else { return 0 }
    gradient[4] += by * w[7]
    gradient[5] -= by * w[7] * 3 * exp(w[5] * 3)
    gradient[6] -= by * (1 - w[7]) * (10 - point.difficulty) / 9 * shift
    gradient[7] += by * (parameters.easiest - damped)
    return by * (1 - w[7]) * (1 + w[6] * shift / 9)
  }
}

extension Memory {
  /// Whether a stability is not cut off at its bounds.
  fileprivate static func isFree(_ stability: Double) -> Bool {
    stabilities.lowerBound < stability && stability < stabilities.upperBound
  }
}
