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
    return (best.found, count)
  }

  /// The best entries in a binary heap, the worst of them first, and each of the others behind a worse one.
  private struct Best {
    /// What another must be worth more than.
    private(set) var bar: Float
    /// Each as one number, the larger the better: the bits of a score that is not negative are in its order, and of
    /// equals the first entry is the better.
    private var heap: [UInt64] = []
    private let limit: Int

    init(limit: Int, least: Float) {
      (self.limit, bar) = (limit, least.nextDown)
    }

    /// The best first.
    var found: [(entry: Int, score: Float)] {
      heap.sorted(by: >).map { (Int(~UInt32(truncatingIfNeeded: $0)), Float(bitPattern: UInt32($0 >> 32))) }
    }

    mutating func take(_ entry: Int, _ score: Float) {
      guard score > bar, limit > 0 else { return }
      let number = UInt64(score.bitPattern) << 32 | UInt64(~UInt32(truncatingIfNeeded: entry))
      if heap.count < limit {
        heap.append(number)
        rise(from: heap.count - 1)
      } else {
        heap[0] = number
        sink()
      }
      if heap.count == limit { bar = Float(bitPattern: UInt32(heap[0] >> 32)) }
    }

    private mutating func rise(from place: Int) {
      var place = place
      while place > 0, heap[place] < heap[(place - 1) / 2] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    private mutating func sink() {
      var place = 0
      while 2 * place + 1 < heap.count {
        let (left, right) = (2 * place + 1, 2 * place + 2)
        let worse = right < heap.count && heap[right] < heap[left] ? right : left
        guard heap[worse] < heap[place] else { return }
        heap.swapAt(place, worse)
        place = worse
      }
    }
  }

  /// The largest of eight; `max()` of the library goes through a call for each.
  @inline(__always) private static func most(_ eight: Eight) -> Float {
    let (a, b) = (eight.lowHalf, eight.highHalf)
    let four = a.replacing(with: b, where: b .> a)
    return max(max(four[0], four[1]), max(four[2], four[3]))
  }
}
