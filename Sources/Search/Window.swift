/// A thousand neighbouring entries: what each scores for a query, and how much of it each covers.
///
/// Unsafe, because each posting is scored here: arrays that are checked at every access take twice as long. What keeps
/// every access inside: windows are asked for in order, the entries of a list ascend (what is read of a damaged one ends
/// where they do not), and so no posting behind `Progress.next` is of an entry before `start`; those behind the window
/// end a loop. An impact is below `steps`.
@safe struct Window: ~Copyable {
  static let size = 1024

  let standings: UnsafeMutableBufferPointer<Standing>

  private var node = Layer()
  private var way = Layer()
  private var unit = Layer()
  private let otherWay: Float
  private let progress: UnsafeMutableBufferPointer<Progress>
  /// What a posting of each list adds, for each step of impact that it has room for.
  private let worths: UnsafeMutableBufferPointer<Standing>
  private static let steps = 128
  /// The first entry.
  private(set) var start = 0

  /// How far a list was gone through.
  private struct Progress {
    /// The first posting of the window, the first behind it, and the end of the list.
    var first: Int
    var next: Int
    let end: Int
    /// The entry of the first posting behind the window.
    var entry: Int
  }

  init(_ ranking: borrowing Ranking, otherWay: Float) {
    self.otherWay = otherWay
    let count = ranking.lists.count
    unsafe standings = .allocate(capacity: Window.size)
    unsafe progress = .allocate(capacity: count)
    unsafe worths = .allocate(capacity: Window.steps * count)
    unsafe worths.initialize(repeating: Standing())
    for (i, list) in ranking.lists.enumerated() {
      let place = list.postings
      let entry = Window.entry(at: place.lowerBound, before: place.upperBound, ranking)
      unsafe progress.initializeElement(
        at: i, to: Progress(first: place.lowerBound, next: place.lowerBound, end: place.upperBound, entry: entry))
    }
    for queryNode in ranking.nodes {
      for queryWay in ranking.ways[queryNode.ways] {
        let (share, cover) = (queryWay.factor * queryNode.weight, min(1, queryWay.factor) * queryNode.weight)
        for list in ranking.units[queryWay.units].joined() { fill(list, ranking.lists[list], share, cover) }
      }
    }
  }

  deinit {
    unsafe standings.deallocate()
    unsafe progress.deallocate()
    unsafe worths.deallocate()
    for layer in [node, way, unit] { layer.deallocate() }
  }

  /// Of three tokens of a program only whether they are there is known.
  private func fill(_ number: Int, _ list: Ranking.List, _ share: Float, _ cover: Float) {
    for (impact, saturated) in Impact.saturated.enumerated() {
      let score = list.isMark ? list.rarity : list.rarity * saturated
      unsafe worths[number * Window.steps + impact] = Standing(score: score * share, cover: list.rarity * cover)
    }
  }

  /// The entry of a posting; behind all entries where the list ends before it.
  private static func entry(at place: Int, before end: Int, _ ranking: borrowing Ranking) -> Int {
    place < end ? Int(ranking.postings[place].entry) : .max
  }

  /// The start of the first window from an entry on in which there are postings; nil where there are no more.
  func nextStart(from entry: Int) -> Int? {
    var first = Int.max
    for i in unsafe progress.indices { first = unsafe min(first, progress[i].entry) }
    return first == .max ? nil : max(entry, first) / Window.size * Window.size
  }

  /// Scores the entries from `start` on; windows are asked for in order.
  mutating func score(_ ranking: borrowing Ranking, from start: Int) {
    self.start = start
    unsafe standings.update(repeating: Standing())
    let sums = unsafe standings
    for queryNode in ranking.nodes {
      if !ranking.isPlain(queryNode) {
        take(ranking, queryNode)
      } else if queryNode.isMinor {
        // A minor one adds only to what was found before it.
        sum(ranking, queryNode.ways) { i, more in unsafe sums[i] += more.times(sums[i].score > 0 ? 1 : 0) }
      } else {
        sum(ranking, queryNode.ways) { i, more in unsafe sums[i] += more }
      }
    }
  }

  /// Adds a node of several ways or units.
  private mutating func take(_ ranking: borrowing Ranking, _ queryNode: Ranking.Node) {
    // The layers are at hand here and not in the window: so their numbers stay in the processor's registers.
    var (node, way, unit, otherWay) = (node, way, unit, otherWay)
    for queryWay in ranking.ways[queryNode.ways] {
      let lists = ranking.units[queryWay.units.lowerBound]
      if queryWay.units.count > 1 {
        for queryUnit in queryWay.units {
          sum(ranking, ranking.units[queryUnit], joining: 0..<0) { i, more in way.add(i, more) }
        }
        if node.isEmpty { swap(&node, &way) } else { way.drain { i, standing in node.join(i, standing, otherWay) } }
      } else if node.isEmpty {
        // Nothing is there yet to be joined: the best of the one unit's terms is the way.
        for list in lists { forEachPosting(ranking, list) { i, worth in node.raise(i, to: worth) } }
      } else if lists.count == 1 {
        forEachPosting(ranking, lists.lowerBound) { i, worth in node.join(i, worth, otherWay) }
      } else {
        for list in lists { forEachPosting(ranking, list) { i, worth in unit.raise(i, to: worth) } }
        unit.drain { i, standing in node.join(i, standing, otherWay) }
      }
    }
    let (sums, isMinor) = unsafe (standings, queryNode.isMinor)
    node.drain { i, standing in unsafe sums[i] += standing.times(!isMinor || sums[i].score > 0 ? 1 : 0) }
    (self.node, self.way) = (node, way)
  }

  /// Adds a plain node's first way, and of each other way how much better the node is with it.
  @inline(__always) private func sum(
    _ ranking: borrowing Ranking, _ ways: Range<Int>, _ add: (Int, Standing) -> Void
  ) {
    let first = ranking.ways[ways.lowerBound].units.lowerBound
    sum(ranking, ranking.units[first], joining: ways.dropFirst(), add)
  }

  /// Adds the best of a unit's terms: of each how much better it is than those before it. Other ways of one list each
  /// then join that.
  @inline(__always) private func sum(
    _ ranking: borrowing Ranking, _ lists: Range<Int>, joining others: Range<Int>, _ add: (Int, Standing) -> Void
  ) {
    let (unit, otherWay) = (unit, otherWay)
    // What nothing comes behind is not kept.
    let last = others.isEmpty ? lists.upperBound - 1 : lists.upperBound
    for list in lists {
      switch (list == lists.lowerBound, list == last) {
      case (true, true): forEachPosting(ranking, list, add)
      case (true, false):
        forEachPosting(ranking, list) { i, worth in
          unit[i] = worth
          add(i, worth)
        }
      case (false, true): forEachPosting(ranking, list) { i, worth in add(i, unit[i].raised(to: worth) - unit[i]) }
      case (false, false):
        forEachPosting(ranking, list) { i, worth in
          let old = unit[i]
          unit[i] = old.raised(to: worth)
          add(i, unit[i] - old)
        }
      }
    }
    for way in others {
      forEachPosting(ranking, ranking.firstList(of: way)) { i, worth in
        let old = unit[i]
        unit[i] = old.joined(worth, otherWay)
        add(i, unit[i] - old)
      }
    }
    for list in lists.lowerBound..<last { clear(ranking, list) }
    for way in others { clear(ranking, ranking.firstList(of: way)) }
  }

  /// Clears what the postings of a list in this window left in the unit's layer.
  private func clear(_ ranking: borrowing Ranking, _ list: Int) {
    let (unit, start) = (unit, start)
    let place = unsafe progress[list].first..<progress[list].next
    unsafe ranking.postings.withUnsafeBufferPointer { all in
      for k in place { unit[unsafe Int(all[k].entry) &- start] = Standing() }
    }
  }

  /// Visits the postings of a list inside the window, with the place of the entry in it and what the term adds there.
  @inline(__always) private func forEachPosting(
    _ ranking: borrowing Ranking, _ list: Int, _ visit: (Int, Standing) -> Void
  ) {
    let (start, first, end) = unsafe (start, progress[list].next, progress[list].end)
    unsafe progress[list].first = first
    guard unsafe progress[list].entry < start &+ Window.size, let worths = unsafe worths.baseAddress else { return }
    let own = unsafe worths + list * Window.steps
    let next = unsafe ranking.postings.withUnsafeBufferPointer { all in
      var place = first
      while place < end {
        let posting = unsafe all[place]
        let i = Int(posting.entry) &- start
        assert(i >= 0)
        guard i < Window.size else { break }
        unsafe visit(i, own[Int(posting.impact)])
        place &+= 1
      }
      return place
    }
    unsafe progress[list].next = next
    unsafe progress[list].entry = Window.entry(at: next, before: end, ranking)
  }
}

extension Window {
  /// What an entry scores, and how much of the query it covers.
  struct Standing {
    private var both: SIMD2<Float>

    init(score: Float = 0, cover: Float = 0) { both = SIMD2(score, cover) }

    private init(_ both: SIMD2<Float>) { self.both = both }

    var score: Float { both.x }
    var cover: Float { both.y }

    /// By the bits: the two zeros of numbers would be told apart by a branch.
    @inline(__always) fileprivate var isZero: Bool { score.bitPattern == 0 }

    @inline(__always) fileprivate static func += (a: inout Standing, b: Standing) { a.both += b.both }
    @inline(__always) fileprivate static func - (a: Standing, b: Standing) -> Standing { Standing(a.both - b.both) }

    @inline(__always) fileprivate func times(_ factor: Float) -> Standing { Standing(both * factor) }

    // Number by number, for which there is one instruction; the library's `pointwiseMax` branches.
    @inline(__always) fileprivate func raised(to other: Standing) -> Standing {
      let (a, b) = (both, other.both)
      return Standing(SIMD2(a.x > b.x ? a.x : b.x, a.y > b.y ? a.y : b.y))
    }

    /// The better of both, and a share of the other's score.
    @inline(__always) fileprivate func joined(_ other: Standing, _ share: Float) -> Standing {
      let (a, b) = (both, other.both)
      let worse = SIMD2(a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y)
      return Standing(raised(to: other).both + SIMD2(share, 0) * worse)
    }
  }

  /// Scores of a part of the query; only those of the touched entries are not zero.
  ///
  /// The window it belongs to frees it.
  @safe fileprivate struct Layer {
    private let standings: UnsafeMutableBufferPointer<Standing>
    /// Which they are, and room for one that is not new.
    private let touched: UnsafeMutableBufferPointer<Int16>
    private var count = 0

    init() {
      unsafe standings = .allocate(capacity: Window.size)
      unsafe standings.initialize(repeating: Standing())
      unsafe touched = .allocate(capacity: Window.size + 1)
    }

    func deallocate() {
      unsafe standings.deallocate()
      unsafe touched.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    /// An entry's scores where the caller clears what it touches.
    subscript(i: Int) -> Standing {
      @inline(__always) get { unsafe standings[i] }
      @inline(__always) nonmutating set { unsafe standings[i] = newValue }
    }

    @inline(__always) private mutating func set(_ i: Int, _ standing: Standing, isNew: Bool) {
      unsafe standings[i] = standing
      // Without a branch: which are new is as good as random.
      unsafe touched[count] = Int16(truncatingIfNeeded: i)
      count = min(count &+ (isNew ? 1 : 0), Window.size)
    }

    @inline(__always) mutating func raise(_ i: Int, to standing: Standing) {
      let old = unsafe standings[i]
      set(i, old.raised(to: standing), isNew: old.isZero)
    }

    /// The better of what was there and what comes, and a share of the other.
    @inline(__always) mutating func join(_ i: Int, _ standing: Standing, _ share: Float) {
      let old = unsafe standings[i]
      set(i, old.joined(standing, share), isNew: old.isZero)
    }

    @inline(__always) mutating func add(_ i: Int, _ more: Standing) {
      let old = unsafe standings[i]
      var sum = old
      sum += more
      set(i, sum, isNew: old.isZero)
    }

    /// Visits what is there and clears it.
    @inline(__always) mutating func drain(_ visit: (Int, Standing) -> Void) {
      for k in 0..<count {
        let i = unsafe Int(touched[k])
        unsafe visit(i, standings[i])
        unsafe standings[i] = Standing()
      }
      count = 0
    }
  }
}

extension Ranking {
  fileprivate func firstList(of way: Int) -> Int { units[ways[way].units.lowerBound].lowerBound }

  /// Whether each way of a node is one word or pair of characters, and of those behind the first only in one form.
  fileprivate func isPlain(_ queryNode: Node) -> Bool {
    ways[queryNode.ways].allSatisfy { $0.units.count == 1 }
      && ways[queryNode.ways.dropFirst()].allSatisfy { units[$0.units.lowerBound].count == 1 }
  }
}
