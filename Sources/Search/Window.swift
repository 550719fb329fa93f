/// A thousand neighbouring entries: what each scores for a query, and how much of it each covers.
///
/// Unsafe, because each posting is scored here: arrays that are checked at every access take twice as long.
@safe struct Window: ~Copyable {
  static let size = 1024

  let standings: UnsafeMutableBufferPointer<Standing>

  private var node = Layer()
  private var way = Layer()
  private var unit = Layer()
  private let otherWay: Float
  /// The first entry.
  private(set) var start = 0
  /// The first posting of each list that is not before the window.
  private var next: ContiguousArray<Int>

  init(_ ranking: borrowing Ranking, otherWay: Float) {
    self.otherWay = otherWay
    next = ContiguousArray(ranking.lists.map(\.postings.lowerBound))
    unsafe standings = .allocate(capacity: Window.size)
  }

  deinit { unsafe standings.deallocate() }

  /// The start of the first window from an entry on in which there are postings; nil where there are no more.
  func nextStart(_ ranking: borrowing Ranking, from entry: Int) -> Int? {
    var first: Int32?
    for (list, place) in zip(ranking.lists, next) where place < list.postings.upperBound {
      let entry = ranking.postings[place].entry
      first = min(first ?? entry, entry)
    }
    return first.map { max(entry, Int($0)) / Window.size * Window.size }
  }

  /// Scores the entries from `start` on; windows are asked for in order.
  mutating func score(_ ranking: borrowing Ranking, from start: Int) {
    self.start = start
    unsafe standings.update(repeating: Standing())
    for queryNode in ranking.nodes {
      if let queryUnit = ranking.loneUnit(of: queryNode) {
        let lists = ranking.units[queryUnit]
        let factor = ranking.ways[queryNode.ways.lowerBound].factor
        if lists.count == 1 && !queryNode.isMinor {
          take(ranking, lists.lowerBound, queryNode, factor)
        } else {
          raise(ranking, lists)
          unsafe unit.empty(into: standings, queryNode, factor)
        }
      } else {
        take(ranking, queryNode)
      }
    }
  }

  /// Adds a term that is all of a node.
  private mutating func take(
    _ ranking: borrowing Ranking, _ list: Int, _ queryNode: Ranking.Node, _ factor: Float
  ) {
    let cover = ranking.lists[list].rarity * min(1, factor) * queryNode.weight
    let share = factor * queryNode.weight
    forEachPosting(ranking, list) { window, i, score in
      unsafe window.standings[i].score += score * share
      unsafe window.standings[i].cover += cover
    }
  }

  /// Adds a node of several ways or units.
  private mutating func take(_ ranking: borrowing Ranking, _ queryNode: Ranking.Node) {
    for number in queryNode.ways {
      let queryWay = ranking.ways[number]
      let (factor, cover) = (queryWay.factor, min(1, queryWay.factor))
      let lists = ranking.units[queryWay.units.lowerBound]
      if queryWay.units.count > 1 {
        for queryUnit in queryWay.units {
          raise(ranking, ranking.units[queryUnit])
          // Where nothing is there yet to be added to, the layers change places.
          if way.isEmpty { swap(&way, &unit) } else { unit.drain { i, standing in way.add(i, standing) } }
        }
        if node.isEmpty && factor == 1 {
          swap(&node, &way)
        } else {
          way.drain { i, standing in node.join(i, standing.score * factor, standing.cover * cover, otherWay) }
        }
      } else if number == queryNode.ways.lowerBound {
        // Nothing is there yet to be joined: the best of the one unit's terms is the way.
        for list in lists {
          let rarity = ranking.lists[list].rarity * cover
          forEachPosting(ranking, list) { window, i, score in window.node.raise(i, to: score * factor, rarity) }
        }
      } else if lists.count == 1 {
        let rarity = ranking.lists[lists.lowerBound].rarity * cover
        forEachPosting(ranking, lists.lowerBound) { window, i, score in
          window.node.join(i, score * factor, rarity, window.otherWay)
        }
      } else {
        raise(ranking, lists)
        unit.drain { i, standing in node.join(i, standing.score * factor, standing.cover * cover, otherWay) }
      }
    }
    unsafe node.empty(into: standings, queryNode, 1)
  }

  /// Takes the best of a unit's terms.
  private mutating func raise(_ ranking: borrowing Ranking, _ lists: Range<Int>) {
    for list in lists {
      let rarity = ranking.lists[list].rarity
      forEachPosting(ranking, list) { window, i, score in window.unit.raise(i, to: score, rarity) }
    }
  }

  /// Visits the postings of a list inside the window, with the place of the entry in it and what the term scores there.
  @inline(__always) private mutating func forEachPosting(
    _ ranking: borrowing Ranking, _ list: Int, _ visit: (inout Window, Int, Float) -> Void
  ) {
    let postings = ranking.lists[list].postings
    let place = next[list]
    guard place < postings.upperBound else { return }
    let (worths, start) = (list * Ranking.steps, start)
    next[list] = unsafe ranking.postings.withUnsafeBufferPointer { all in
      unsafe ranking.worths.withUnsafeBufferPointer { steps in
        var place = place
        while place < postings.upperBound {
          let posting = unsafe all[place]
          let i = Int(posting.entry) &- start
          guard i < Window.size else { break }
          unsafe visit(&self, i, steps[worths &+ Int(posting.impact)])
          place &+= 1
        }
        return place
      }
    }
  }
}

extension Window {
  /// What an entry scores, and how much of the query it covers.
  struct Standing {
    var score: Float = 0
    var cover: Float = 0

    /// By the bits: the two zeros of numbers would be told apart by a branch.
    @inline(__always) fileprivate var isZero: Bool { score.bitPattern == 0 }
  }

  /// Scores of a part of the query; only those of the touched entries are not zero.
  @safe fileprivate struct Layer: ~Copyable {
    private let standings: UnsafeMutableBufferPointer<Standing>
    /// Which they are, and room for one that is not new.
    private let touched: UnsafeMutableBufferPointer<Int16>
    private var count = 0

    init() {
      unsafe standings = .allocate(capacity: Window.size)
      unsafe standings.initialize(repeating: Standing())
      unsafe touched = .allocate(capacity: Window.size + 1)
    }

    deinit {
      unsafe standings.deallocate()
      unsafe touched.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    @inline(__always) private mutating func set(_ i: Int, _ standing: Standing, isNew: Bool) {
      unsafe standings[i] = standing
      // Without a branch: which are new is as good as random.
      unsafe touched[count] = Int16(truncatingIfNeeded: i)
      count = min(count &+ (isNew ? 1 : 0), Window.size)
    }

    @inline(__always) mutating func raise(_ i: Int, to score: Float, _ cover: Float) {
      let old = unsafe standings[i]
      set(i, Standing(score: max(old.score, score), cover: max(old.cover, cover)), isNew: old.isZero)
    }

    /// The better of what was there and what comes, and a share of the other.
    @inline(__always) mutating func join(_ i: Int, _ score: Float, _ cover: Float, _ share: Float) {
      let old = unsafe standings[i]
      let joined = max(old.score, score) + share * min(old.score, score)
      set(i, Standing(score: joined, cover: max(old.cover, cover)), isNew: old.isZero)
    }

    @inline(__always) mutating func add(_ i: Int, _ more: Standing) {
      let old = unsafe standings[i]
      let sum = Standing(score: old.score + more.score, cover: old.cover + more.cover)
      set(i, sum, isNew: old.isZero)
    }

    /// Adds what a node scores and clears it; a minor one adds only to what was found before it.
    mutating func empty(
      into sums: UnsafeMutableBufferPointer<Standing>, _ queryNode: Ranking.Node, _ factor: Float
    ) {
      let (share, cover) = (factor * queryNode.weight, min(1, factor) * queryNode.weight)
      drain { i, standing in
        guard unsafe !queryNode.isMinor || sums[i].score > 0 else { return }
        unsafe sums[i].score += standing.score * share
        unsafe sums[i].cover += standing.cover * cover
      }
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
  /// The unit of a node that is nothing but one word or pair of characters, as most are.
  fileprivate func loneUnit(of queryNode: Node) -> Int? {
    guard queryNode.ways.count == 1, ways[queryNode.ways.lowerBound].units.count == 1 else { return nil }
    return ways[queryNode.ways.lowerBound].units.lowerBound
  }
}
