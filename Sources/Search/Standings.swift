/// What the entries are worth for a query, in one array over all of them.
///
/// It is gone through four entries at a time without a branch: which of them have a score is as good as random.
struct Standings {
  private typealias Four = SIMD4<Float>
  /// How many neighbours are one block, of which is known what the best are worth.
  private static let block = 64

  /// As far as an entry is worth anything, rounded up to windows.
  private var worths: ContiguousArray<Float> = []
  /// What the best of each block is worth, and of each window.
  private var crests: ContiguousArray<Float>
  private var peaks: ContiguousArray<Float>
  /// The best before anything was added.
  private(set) var best: Float = 0
  private let base: Float
  private let share: Float
  private let most: Float

  /// A score counts by `base` and by `share` times what the entry covers, of which no more than `most` counts.
  init(count: Int, base: Float, share: Float, most: Float) {
    let windows = (count + Window.size - 1) / Window.size
    worths.reserveCapacity(windows * Window.size)
    crests = .init(repeating: 0, count: windows * Window.size / Standings.block)
    peaks = .init(repeating: 0, count: windows)
    (self.base, self.share, self.most) = (base, share, most)
  }

  /// Leaves the entries before one that are not there yet nothing worth.
  private mutating func reach(_ entry: Int) {
    worths.append(contentsOf: repeatElement(0, count: max(0, entry - worths.count)))
  }

  /// Takes the entries of a window, which is behind those that were taken or that something was added to.
  mutating func take(_ window: borrowing Window) {
    reach(window.start)
    let (base, share, most) = (Four(repeating: base), Four(repeating: share), Four(repeating: most))
    // Unsafe, because there is no checked way to read or write several numbers at once.
    let pairs = unsafe UnsafeRawBufferPointer(window.standings)
    let size = MemoryLayout<Float>.size
    let blockCount = Window.size / Standings.block
    let firstBlock = window.start / Standings.block
    var peak: Float = 0
    worths.append(addingCapacity: Window.size) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, count in
        let worths = UnsafeMutableRawBufferPointer(room)
        let start = count * size
        var place = 0
        for block in firstBlock..<firstBlock + blockCount {
          var crest = Four.zero
          let end = place &+ Standings.block &* size
          while place < end {
            let pairs = unsafe pairs.loadUnaligned(fromByteOffset: 2 &* place, as: SIMD8<Float>.self)
            let (score, cover) = (pairs.evenHalf, pairs.oddHalf)
            let worth = score * (base + share * cover.least(most))
            crest = crest.greatest(worth)
            unsafe worths.storeBytes(of: worth, toByteOffset: start &+ place, as: Four.self)
            place &+= MemoryLayout<Four>.size
          }
          crests[block] = crest.greatest
          peak = max(peak, crest.greatest)
        }
        count += Window.size
      }
    }
    peaks[window.start / Window.size] = peak
    best = max(best, peak)
  }

  /// Adds to what an entry scores that covers so much; a bonus is not negative.
  mutating func add(_ bonus: Float, to entry: Int, covering cover: Float) {
    reach(entry / Window.size * Window.size + Window.size)
    set(entry, to: worths[entry] + bonus * (base + share * min(most, cover)))
  }

  private mutating func set(_ entry: Int, to worth: Float) {
    worths[entry] = worth
    crests[entry / Standings.block] = max(crests[entry / Standings.block], worth)
    peaks[entry / Window.size] = max(peaks[entry / Window.size], worth)
  }

  /// Leaves only some entries anything worth.
  mutating func keep(only entries: some Sequence<Int>) {
    let all = worths
    worths = .init(repeating: 0, count: worths.count)
    crests = .init(repeating: 0, count: crests.count)
    peaks = .init(repeating: 0, count: peaks.count)
    for entry in entries where entry < all.count { set(entry, to: all[entry]) }
  }

  /// The best of some entries, the best first and of equals the first, and how many are worth anything and at least so
  /// much.
  func best(
    _ limit: Int, of entries: Range<Int>, atLeast least: Float
  ) -> (found: [(entry: Int, score: Float)], count: Int) {
    // Of no entries, the last would be before the first.
    guard !entries.isEmpty else { return ([], 0) }
    let least = max(least, .leastNonzeroMagnitude)
    var best = Best(limit: limit, least: max(least, leastBest(limit, of: entries)))
    for number in entries.lowerBound / Window.size..<(entries.upperBound + Window.size - 1) / Window.size
    where peaks[number] > best.bar {
      let window = (number * Window.size..<(number + 1) * Window.size).clamped(to: entries)
      let blocks = window.lowerBound / Standings.block...(window.upperBound - 1) / Standings.block
      for block in blocks where crests[block] > best.bar {
        let own = (block * Standings.block..<(block + 1) * Standings.block).clamped(to: window)
        for entry in own where worths[entry] > best.bar { best.take(entry, worths[entry]) }
      }
    }
    return (best.found, count(entries, atLeast: least))
  }

  /// What at least so many of some entries are worth, though more may be: by the best of each window, of which there
  /// are few. So most of what would be among the best only for a while is passed over.
  private func leastBest(_ limit: Int, of entries: Range<Int>) -> Float {
    let first = (entries.lowerBound + Window.size - 1) / Window.size
    let windows = first..<max(first, entries.upperBound / Window.size)
    guard limit > 0, windows.count >= limit else { return 0 }
    return peaks[windows].sorted(by: >)[limit - 1]
  }

  /// How many of some entries are worth at least so much, eight at a time.
  private func count(_ entries: Range<Int>, atLeast least: Float) -> Int {
    let size = MemoryLayout<Float>.size
    let entries = entries.clamped(to: worths.indices)
    let end = entries.lowerBound + entries.count / 8 * 8
    // Unsafe, as in `take`; the last that are read end at `end`.
    let counts = unsafe worths.withUnsafeBytes { worths in
      var counts = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
      var place = entries.lowerBound * size
      while place < end * size {
        let first = unsafe worths.loadUnaligned(fromByteOffset: place, as: Four.self)
        let second = unsafe worths.loadUnaligned(fromByteOffset: place &+ 4 &* size, as: Four.self)
        // Where it is true a mask is the number -1.
        unsafe counts.0 &-= unsafeBitCast(first .>= least, to: SIMD4<Int32>.self)
        unsafe counts.1 &-= unsafeBitCast(second .>= least, to: SIMD4<Int32>.self)
        place &+= 8 &* size
      }
      return counts.0 &+ counts.1
    }
    return (end..<entries.upperBound).reduce(Int(counts.wrappedSum())) { $0 + (worths[$1] >= least ? 1 : 0) }
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
}

extension SIMD4<Float> {
  /// Number by number the lesser of both, for which there is one instruction; the library's `pointwiseMin` branches.
  @inline(__always) fileprivate func least(_ other: Self) -> Self {
    Self(x < other.x ? x : other.x, y < other.y ? y : other.y, z < other.z ? z : other.z, w < other.w ? w : other.w)
  }

  fileprivate var greatest: Float {
    let pair = (x > z ? x : z, y > w ? y : w)
    return pair.0 > pair.1 ? pair.0 : pair.1
  }

  @inline(__always) fileprivate func greatest(_ other: Self) -> Self {
    Self(x > other.x ? x : other.x, y > other.y ? y : other.y, z > other.z ? z : other.z, w > other.w ? w : other.w)
  }
}
