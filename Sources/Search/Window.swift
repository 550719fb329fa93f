/// A thousand neighbouring entries: what each scores for a query, and how much of it each covers.
struct Window {
  static let size = 1024

  private(set) var scores: ContiguousArray<Float> = .init(repeating: 0, count: size)
  private(set) var covers: ContiguousArray<Float> = .init(repeating: 0, count: size)

  private var node = Layer()
  private var way = Layer()
  private var unit = Layer()
  private let otherWay: Float
  private var start = 0

  init(otherWay: Float) { self.otherWay = otherWay }

  /// Scores the entries from `start` on; the lists of the ranking are left behind the window.
  mutating func score(_ ranking: inout Ranking, from start: Int) {
    self.start = start
    for i in scores.indices { (scores[i], covers[i]) = (0, 0) }
    for queryNode in ranking.nodes {
      if let list = ranking.loneList(of: queryNode) {
        take(&ranking, list, queryNode, ranking.ways[queryNode.ways.lowerBound].factor)
      } else {
        take(&ranking, queryNode)
      }
    }
  }

  /// Adds a term that is all of a node.
  private mutating func take(_ ranking: inout Ranking, _ list: Int, _ queryNode: Ranking.Node, _ factor: Float) {
    let cover = ranking.lists[list].rarity * min(1, factor) * queryNode.weight
    forEachPosting(&ranking, list) { window, i, score in
      window.scores[i] += score * factor * queryNode.weight
      window.covers[i] += cover
    }
  }

  private mutating func take(_ ranking: inout Ranking, _ queryNode: Ranking.Node) {
    for queryWay in ranking.ways[queryNode.ways] {
      for queryUnit in queryWay.units {
        for list in ranking.units[queryUnit] {
          let rarity = ranking.lists[list].rarity
          forEachPosting(&ranking, list) { window, i, score in window.unit.raise(i, to: score, rarity) }
        }
        for i in unit.touched { way.add(Int(i), unit.standings[Int(i)]) }
        unit.clear()
      }
      let cover = min(1, queryWay.factor)
      for i in way.touched {
        let standing = way.standings[Int(i)]
        node.join(Int(i), standing.score * queryWay.factor, standing.cover * cover, otherWay)
      }
      way.clear()
    }
    for i in node.touched where !queryNode.isMinor || scores[Int(i)] > 0 {
      let standing = node.standings[Int(i)]
      scores[Int(i)] += standing.score * queryNode.weight
      covers[Int(i)] += standing.cover * queryNode.weight
    }
    node.clear()
  }

  /// Visits the postings of a list inside the window, with the place of the entry in it and what the term scores there.
  @inline(__always) private mutating func forEachPosting(
    _ ranking: inout Ranking, _ list: Int, _ visit: (inout Window, Int, Float) -> Void
  ) {
    let (rarity, isMark, end) = (ranking.lists[list].rarity, ranking.lists[list].isMark, ranking.lists[list].end)
    var next = ranking.lists[list].next
    while next < end {
      let posting = ranking.postings[next]
      let place = Int(posting.entry) - start
      guard place < Window.size else { break }
      visit(&self, place, isMark ? rarity : rarity * Impact.saturated[Int(posting.impact)])
      next += 1
    }
    ranking.lists[list].next = next
  }
}

extension Window {
  /// What an entry scores, and how much of the query it covers.
  fileprivate struct Standing {
    var score: Float = 0
    var cover: Float = 0
  }

  /// Scores of a part of the query; only those of `touched` are not zero.
  fileprivate struct Layer {
    var standings: ContiguousArray<Standing> = .init(repeating: Standing(), count: Window.size)
    var touched: ContiguousArray<Int16> = []

    init() { touched.reserveCapacity(Window.size) }

    mutating func clear() {
      for i in touched { standings[Int(i)] = Standing() }
      touched.removeAll(keepingCapacity: true)
    }

    mutating func raise(_ i: Int, to score: Float, _ cover: Float) {
      let old = standings[i]
      if old.score == 0 { touched.append(Int16(i)) }
      standings[i] = Standing(score: max(old.score, score), cover: max(old.cover, cover))
    }

    /// The better of what was there and what comes, and a share of the other.
    mutating func join(_ i: Int, _ score: Float, _ cover: Float, _ share: Float) {
      let old = standings[i]
      if old.score == 0 { touched.append(Int16(i)) }
      let joined = max(old.score, score) + share * min(old.score, score)
      standings[i] = Standing(score: joined, cover: max(old.cover, cover))
    }

    mutating func add(_ i: Int, _ more: Standing) {
      if standings[i].score == 0 { touched.append(Int16(i)) }
      standings[i].score += more.score
      standings[i].cover += more.cover
    }
  }
}

extension Ranking {
  /// The list of a node that is nothing but one term, as nearly all in Chinese are.
  fileprivate func loneList(of queryNode: Node) -> Int? {
    guard !queryNode.isMinor, queryNode.ways.count == 1, ways[queryNode.ways.lowerBound].units.count == 1 else {
      return nil
    }
    let lists = units[ways[queryNode.ways.lowerBound].units.lowerBound]
    return lists.count == 1 ? lists.lowerBound : nil
  }
}
