/// What the entries are worth for a query, in one array over all of them.
///
/// It is gone through eight entries at a time without a branch: which of them have a score is as good as random.
struct Standings {
  static let width = 8
  private typealias Eight = SIMD8<Float>

  private var worths: ContiguousArray<Float>
  /// The best before anything was added.
  private(set) var best: Float = 0
  private let base: Float
  private let share: Float
  private let most: Float

  /// A score counts by `base` and by `share` times what the entry covers, of which no more than `most` counts.
  init(count: Int, base: Float, share: Float, most: Float) {
    worths = .init(repeating: 0, count: (count + Window.size - 1) / Window.size * Window.size)
    (self.base, self.share, self.most) = (base, share, most)
  }

  /// Takes the entries of a window.
  mutating func take(_ window: borrowing Window) {
    var best = Eight.zero
    // Unsafe, because there is no checked way to read or write eight numbers at once.
    let (scores, covers) = unsafe (UnsafeRawBufferPointer(window.scores), UnsafeRawBufferPointer(window.covers))
    let start = window.start * MemoryLayout<Float>.size
    unsafe worths.withUnsafeMutableBytes { worths in
      for place in stride(from: 0, to: min(scores.count, worths.count - start), by: MemoryLayout<Eight>.size) {
        let cover = unsafe covers.loadUnaligned(fromByteOffset: place, as: Eight.self)
        let score = unsafe scores.loadUnaligned(fromByteOffset: place, as: Eight.self)
        let worth = score * (base + share * cover.replacing(with: most, where: cover .> most))
        best.replace(with: worth, where: worth .> best)
        unsafe worths.storeBytes(of: worth, toByteOffset: start + place, as: Eight.self)
      }
    }
    self.best = max(self.best, Standings.most(best))
  }

  /// Adds to what an entry scores that covers so much.
  mutating func add(_ bonus: Float, to entry: Int, covering cover: Float) {
    worths[entry] += bonus * (base + share * min(most, cover))
  }

  /// The entries that are worth at least so much, in order, and how many are worth at least a lesser `least`.
  func entries(
    atLeast worth: Float, counting least: Float
  ) -> (found: [(entry: Int, score: Float)], count: Int) {
    var found: [(entry: Int, score: Float)] = []
    var counts = SIMD8<Int32>.zero
    forEachEight { first, eight in
      counts.replace(with: counts &+ 1, where: (eight .>= least) .& (eight .> 0))
      guard Standings.most(eight) >= worth else { return }
      for i in 0..<Standings.width where eight[i] >= worth && eight[i] > 0 { found.append((first + i, eight[i])) }
    }
    return (found, Int(counts.wrappedSum()))
  }

  /// What only so many of the entries are worth at least; 0 where there are not that many.
  func worth(ofFirst limit: Int) -> Float {
    // The best so far, the largest first; few entries get among them.
    var best: ContiguousArray<Float> = []
    var least: Float = 0
    forEachEight { _, eight in
      guard Standings.most(eight) > least else { return }
      for i in 0..<Standings.width where eight[i] > least {
        if best.count == limit { best.removeLast() }
        var low = 0
        var high = best.count
        while low < high {
          let middle = (low + high) / 2
          if best[middle] >= eight[i] { low = middle + 1 } else { high = middle }
        }
        best.insert(eight[i], at: low)
        if best.count == limit { least = best[limit - 1] }
      }
    }
    return least
  }

  /// The largest of eight; `max()` of the library goes through a call for each.
  @inline(__always) private static func most(_ eight: Eight) -> Float {
    let (a, b) = (eight.lowHalf, eight.highHalf)
    let four = a.replacing(with: b, where: b .> a)
    return max(max(four[0], four[1]), max(four[2], four[3]))
  }

  /// Visits eight entries at a time.
  private func forEachEight(_ visit: (_ first: Int, Eight) -> Void) {
    unsafe worths.withUnsafeBytes { worths in
      for place in stride(from: 0, to: worths.count, by: MemoryLayout<Eight>.size) {
        let eight = unsafe worths.loadUnaligned(fromByteOffset: place, as: Eight.self)
        visit(place / MemoryLayout<Float>.size, eight)
      }
    }
  }
}
