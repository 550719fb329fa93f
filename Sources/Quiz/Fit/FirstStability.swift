#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// `w0` to `w3`, the stability after each first answer, fitted to how the second review went.
struct FirstStability {
  /// Second reviews after the same first grade and as many days.
  fileprivate struct Group {
    var count = 0.0
    var recalled = 0.0
  }

  private var groups = [[Int: Group]](repeating: [:], count: 4)

  /// Counts the items that are a card's second review; rare first intervals are left out as outliers: groups of less
  /// than 6, intervals of more than 100 days, and the rarest up to a twentieth of the reviews of a grade.
  init(_ sequences: [ReviewSequence]) {
    for sequence in sequences where sequence.reviews.count > 1 {
      let second = sequence.reviews[1]
      guard second.weight > 0 else { continue }
      groups[sequence.reviews[0].grade.rawValue - 1][second.days, default: Group()].add(second.grade.isRecalled)
    }
    for grade in groups.indices { groups[grade] = FirstStability.withoutOutliers(groups[grade]) }
  }

  /// The four stabilities, never falling with the grade. A grade without reviews follows those that have some.
  func fitted(from standard: Parameters = .standard) -> [Double] {
    let defaults = Array(standard.weights[..<4])
    let counts = groups.map { $0.values.reduce(0) { $0 + $1.count } }
    let total = counts.reduce(0, +)
    guard total > 0 else { return defaults }
    let recalled = groups.flatMap(\.values).reduce(0) { $0 + $1.recalled }
    let mean = recalled / total
    var fitted = defaults.indices.map { grade in
      counts[grade] > 0 ? best(groups[grade], near: defaults[grade], mean: mean, standard) : nil
    }
    let ratios = zip(fitted, defaults).compactMap { value, standard in value.map { log($0 / standard) } }
    let shift = exp(ratios.reduce(0, +) / Double(max(ratios.count, 1)))
    for grade in fitted.indices where fitted[grade] == nil { fitted[grade] = defaults[grade] * shift }
    return FirstStability.rising(fitted.compactMap { $0 }, counts)
  }

  /// Ternary search for the least loss of the groups, smoothed by one review of mean recall, plus a pull to the
  /// default.
  private func best(_ groups: [Int: Group], near standard: Double, mean: Double, _ parameters: Parameters) -> Double {
    let rows = groups.sorted { $0.key < $1.key }.map { days, group in
      (days: days, count: group.count, share: (group.recalled + mean) / (group.count + 1))
    }
    func loss(_ stability: Double) -> Double {
      let memory = Memory(stability: stability, difficulty: 5)
      return rows.reduce(abs(stability - standard) / 16) { sum, row in
        let recall = min(max(memory.recall(after: row.days, under: parameters), 1e-9), 1 - 1e-9)
        return sum - row.count * (row.share * log(recall) + (1 - row.share) * log(1 - recall))
      }
    }
    var (low, high) = (Memory.stabilities.lowerBound, 100.0)
    while high - low > 1e-6 {
      let third = (high - low) / 3
      if loss(low + third) < loss(high - third) { high -= third } else { low += third }
    }
    return (low + high) / 2
  }

  private static func withoutOutliers(_ groups: [Int: Group]) -> [Int: Group] {
    let total = groups.values.reduce(0) { $0 + $1.count }
    let allowed = max(20, total * 0.05)
    var removed = 0.0
    var kept = groups
    for (days, group) in groups.sorted(by: { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }) {
      guard removed + group.count < allowed || group.count < 6 || days > 100 else { continue }
      removed += group.count
      kept[days] = nil
    }
    return kept.isEmpty ? groups : kept
  }

  /// Of two grades in the wrong order, the one with fewer reviews gives way.
  private static func rising(_ values: [Double], _ counts: [Double]) -> [Double] {
    var values = values
    for (low, high) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] where values[low] > values[high] {
      if counts[low] > counts[high] { values[high] = values[low] } else { values[low] = values[high] }
    }
    for i in 1..<4 { values[i] = max(values[i], values[i - 1]) }
    return values
  }
}

extension FirstStability.Group {
  fileprivate mutating func add(_ wasRecalled: Bool) {
    count += 1
    recalled += wasRecalled ? 1 : 0
  }
}
