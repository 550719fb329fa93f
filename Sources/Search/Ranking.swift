#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores the entries of an index for a query: BM25F over the impacts, times how much of the query an entry covers.
///
/// Scores lie in arrays over all entries: at 100,000 they take less time than a heap or a dictionary would. There is one
/// for all of the query; the others are made when a part of it can be said in several ways.
struct Ranking {
  private let index: Index
  private let weights: Weights
  private var total: Layer
  private var covered: Float = 0

  private var node = Layer()
  private var way = Layer()
  private var unit = Layer()
  private var postings: ContiguousArray<Posting> = []

  /// What an entry scores, and how much of the query it covers.
  private struct Standing {
    var score: Float = 0
    var cover: Float = 0
  }

  /// Scores of a part of the query; only those of `touched` are not zero.
  private struct Layer {
    var standings: ContiguousArray<Standing> = []
    var touched: ContiguousArray<Int32> = []

    mutating func open(_ count: Int) {
      if standings.isEmpty { standings = .init(repeating: Standing(), count: count) }
    }

    mutating func clear() {
      for entry in touched { standings[Int(entry)] = Standing() }
      touched.removeAll(keepingCapacity: true)
    }

    mutating func raise(_ entry: Int32, to score: Float, _ cover: Float) {
      let i = Int(entry)
      let old = standings[i]
      if old.score == 0 { touched.append(entry) }
      standings[i] = Standing(score: max(old.score, score), cover: max(old.cover, cover))
    }

    /// The better of what was there and what comes, and a share of the other.
    mutating func join(_ entry: Int32, _ score: Float, _ cover: Float, _ share: Float) {
      let i = Int(entry)
      let old = standings[i]
      if old.score == 0 { touched.append(entry) }
      let joined = max(old.score, score) + share * min(old.score, score)
      standings[i] = Standing(score: joined, cover: max(old.cover, cover))
    }

    mutating func add(_ entry: Int32, _ score: Float, _ cover: Float) {
      let i = Int(entry)
      if standings[i].score == 0 { touched.append(entry) }
      standings[i].score += score
      standings[i].cover += cover
    }
  }

  init(_ index: Index, _ weights: Weights) {
    self.weights = weights
    self.index = index
    total = Layer()
    total.open(index.entryLimit)
  }

  /// Adds what the entries score for a node of the query; returns whether there are any.
  mutating func add(_ queryNode: Query.Node) -> Bool {
    guard let first = queryNode.ways.first else { return false }
    unit.open(index.entryLimit)
    let most: Float
    // Most of a query can be said in one way only, as one unit.
    if queryNode.ways.count == 1 && first.units.count == 1 {
      most = take(first.units[0])
      add(unit, first.factor, min(1, first.factor), queryNode)
      unit.clear()
    } else if queryNode.ways.count == 1 {
      most = take(first)
      add(way, first.factor, min(1, first.factor), queryNode)
      way.clear()
    } else {
      most = take(queryNode)
      add(node, 1, 1, queryNode)
      node.clear()
    }
    covered += most * queryNode.weight
    return most > 0
  }

  /// A minor node adds only to what others have found.
  private mutating func add(_ layer: Layer, _ factor: Float, _ coverFactor: Float, _ queryNode: Query.Node) {
    let weight = queryNode.weight
    for entry in layer.touched where !queryNode.isMinor || total.standings[Int(entry)].score > 0 {
      let standing = layer.standings[Int(entry)]
      total.standings[Int(entry)].score += standing.score * factor * weight
      total.standings[Int(entry)].cover += standing.cover * coverFactor * weight
    }
  }

  /// Scores a node into `node`; returns what its best way can cover.
  private mutating func take(_ queryNode: Query.Node) -> Float {
    node.open(index.entryLimit)
    var most: Float = 0
    for queryWay in queryNode.ways {
      most = max(most, take(queryWay))
      let cover = min(1, queryWay.factor)
      for entry in way.touched {
        let standing = way.standings[Int(entry)]
        node.join(entry, standing.score * queryWay.factor, standing.cover * cover, weights.otherWay)
      }
      way.clear()
    }
    return most
  }

  /// Scores a way into `way`; returns what its units can cover.
  private mutating func take(_ queryWay: Query.Way) -> Float {
    way.open(index.entryLimit)
    var most: Float = 0
    for queryUnit in queryWay.units {
      most += take(queryUnit)
      for entry in unit.touched {
        let standing = unit.standings[Int(entry)]
        way.add(entry, standing.score, standing.cover)
      }
      unit.clear()
    }
    return most
  }

  /// Adds the same to each of some entries.
  mutating func add(_ bonus: Float, to entries: some Sequence<Int32>) {
    for entry in entries { total.standings[Int(entry)].score += bonus }
  }

  /// Adds to each entry what the longest share of a name that the query starts is worth.
  mutating func raise(_ names: [Names.Found]) {
    var shares: [Int32: Float] = [:]
    for name in names {
      for entry in name.entries { shares[entry] = max(shares[entry] ?? 0, name.share) }
    }
    for (entry, share) in shares { total.standings[Int(entry)].score += weights.startedName * share }
  }

  /// Scores a unit into `unit`; returns what its best term can cover.
  private mutating func take(_ queryUnit: Query.Unit) -> Float {
    var most: Float = 0
    for term in queryUnit.terms {
      index.read(term, into: &postings)
      guard !postings.isEmpty else { continue }
      let rarity = Ranking.rarity(postings.count, of: index.count) * term.weight
      most = max(most, rarity)
      // Of three tokens of a program only whether they are there is known.
      let isMark = term.text.first == Namespace.shape
      for posting in postings {
        let saturated = isMark ? 1 : Impact.saturated[Int(posting.impact)]
        unit.raise(posting.entry, to: rarity * saturated, rarity)
      }
    }
    return most
  }

  /// The best score so far.
  var best: Float { total.standings.indices.reduce(0) { max($0, worth(of: $1)) } }

  /// The entries with a score of at least so much, in order, each with what it is worth when the share of the query it
  /// covers is counted.
  func ranked(atLeast least: Float) -> [(entry: Int, score: Float)] {
    var found: [(entry: Int, score: Float)] = []
    for entry in total.standings.indices where total.standings[entry].score > 0 {
      let score = worth(of: entry)
      if score >= least { found.append((entry, score)) }
    }
    return found
  }

  private func worth(of entry: Int) -> Float {
    let standing = total.standings[entry]
    guard standing.score > 0 else { return 0 }
    let share = covered > 0 ? min(1, standing.cover / covered) : 1
    return standing.score * (weights.uncovered + (1 - weights.uncovered) * share)
  }

  /// The inverse document frequency of BM25.
  static func rarity(_ frequency: Int, of count: Int) -> Float {
    log(1 + (Float(count - frequency) + 0.5) / (Float(frequency) + 0.5))
  }
}
