/// What the entries are worth for a query, in one array over all of them.
///
/// It is gone through eight entries at a time without a branch: which of them have a score is as good as random.
struct Standings {
  private static let width = 8
  /// How many are looked at before one is.
  private static let block = 4 * width
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
    // Unsafe, because there is no checked way to read or write eight numbers at once.
    let pairs = unsafe UnsafeRawBufferPointer(window.standings)
    let start = window.start * MemoryLayout<Float>.size
    let best = unsafe worths.withUnsafeMutableBytes { worths in
      var best = Eight.zero
      var place = 0
      while place < min(pairs.count / 2, worths.count &- start) {
        let pairs = unsafe pairs.loadUnaligned(fromByteOffset: 2 &* place, as: SIMD16<Float>.self)
        let (score, cover) = (pairs.evenHalf, pairs.oddHalf)
        let worth = score * (base + share * cover.replacing(with: most, where: cover .> most))
        best.replace(with: worth, where: worth .> best)
        unsafe worths.storeBytes(of: worth, toByteOffset: start &+ place, as: Eight.self)
        place &+= MemoryLayout<Eight>.size
      }
      return best
    }
    self.best = max(self.best, Standings.most(best))
  }

  /// Adds to what an entry scores that covers so much.
  mutating func add(_ bonus: Float, to entry: Int, covering cover: Float) {
    worths[entry] += bonus * (base + share * min(most, cover))
  }

  /// Leaves only some entries anything worth.
  mutating func keep(only entries: some Sequence<Int>) {
    var kept = ContiguousArray<Float>(repeating: 0, count: worths.count)
    for entry in entries { kept[entry] = worths[entry] }
    worths = kept
  }

  /// The best of some entries, the best first and of equals the first, and how many are worth anything and at least so
  /// much.
  func best(
    _ limit: Int, of entries: Range<Int>, atLeast least: Float
  ) -> (found: [(entry: Int, score: Float)], count: Int) {
    let least = max(least, .leastNonzeroMagnitude)
    var best = Best(limit: limit, least: least)
    let end = entries.lowerBound + entries.count / Standings.block * Standings.block
    let below = unsafe worths.withUnsafeBytes { bytes in
      var below = SIMD8<Int32>.zero
      for first in stride(from: entries.lowerBound, to: end, by: Standings.block) {
        // Floats that are not negative are in the order of their bits, and differences have signs: so nothing branches.
        var most = SIMD8<Int32>(repeating: Int32(bitPattern: best.bar.bitPattern))
        let bar = most
        for i in 0..<Standings.block / Standings.width {
          let place = (first &+ i &* Standings.width) &* MemoryLayout<Float>.size
          let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Int32>.self)
          below &+= (eight &- Int32(bitPattern: least.bitPattern)) &>> 31
          let more = eight &- most
          most = most &+ (more & ~(more &>> 31))
        }
        // Few get among the best: mostly all of them are ruled out at once.
        if most != bar { for i in first..<first + Standings.block { best.take(i, worths[i]) } }
      }
      return below
    }
    var count = end - entries.lowerBound + Int(below.wrappedSum())
    for i in end..<entries.upperBound {
      count += worths[i] >= least ? 1 : 0
      best.take(i, worths[i])
    }
    best.cut()
    return (best.found, count)
  }

  /// The best entries: twice as many are kept before the worse half goes.
  private struct Best {
    private(set) var found: [(entry: Int, score: Float)] = []
    /// What another must be worth more than.
    private(set) var bar: Float
    private let limit: Int

    init(limit: Int, least: Float) {
      (self.limit, bar) = (limit, least.nextDown)
    }

    mutating func take(_ entry: Int, _ score: Float) {
      guard score > bar, limit > 0 else { return }
      found.append((entry, score))
      if found.count == 2 * limit { cut() }
    }

    /// Leaves the best, in order; later ones must be worth more than the last.
    mutating func cut() {
      found.sort { $0.score == $1.score ? $0.entry < $1.entry : $0.score > $1.score }
      guard found.count >= limit else { return }
      found.removeLast(found.count - limit)
      bar = found.last?.score ?? bar
    }
  }

  /// The largest of eight; `max()` of the library goes through a call for each.
  @inline(__always) private static func most(_ eight: Eight) -> Float {
    let (a, b) = (eight.lowHalf, eight.highHalf)
    let four = a.replacing(with: b, where: b .> a)
    return max(max(four[0], four[1]), max(four[2], four[3]))
  }
}
