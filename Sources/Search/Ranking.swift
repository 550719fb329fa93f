#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores the entries of an index for a query: BM25F over the impacts, times how much of the query an entry covers.
///
/// Scores lie in arrays over all entries: at 100,000 they take less time than a heap or a dictionary would.
struct Ranking {
  private let index: Index
  private let weights: Weights
  private var scores: ContiguousArray<Float>
  private var covers: ContiguousArray<Float>
  private var covered: Float = 0

  private var node: Layer
  private var way: Layer
  private var unit: Layer
  private var postings: ContiguousArray<Posting> = []

  /// Scores of a part of the query; only those of `touched` are not zero.
  private struct Layer {
    var scores: ContiguousArray<Float>
    var covers: ContiguousArray<Float>
    var touched: ContiguousArray<Int32> = []

    init(count: Int) {
      scores = .init(repeating: 0, count: count)
      covers = .init(repeating: 0, count: count)
    }

    mutating func clear() {
      for entry in touched {
        scores[Int(entry)] = 0
        covers[Int(entry)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }

    mutating func raise(_ entry: Int32, to score: Float, _ cover: Float) {
      let i = Int(entry)
      if scores[i] == 0 { touched.append(entry) }
      scores[i] = max(scores[i], score)
      covers[i] = max(covers[i], cover)
    }

    /// The better of what was there and what comes, and a share of the other.
    mutating func join(_ entry: Int32, _ score: Float, _ cover: Float, _ share: Float) {
      let i = Int(entry)
      if scores[i] == 0 { touched.append(entry) }
      scores[i] = max(scores[i], score) + share * min(scores[i], score)
      covers[i] = max(covers[i], cover)
    }

    mutating func add(_ entry: Int32, _ score: Float, _ cover: Float) {
      let i = Int(entry)
      if scores[i] == 0 { touched.append(entry) }
      scores[i] += score
      covers[i] += cover
    }
  }

  init(_ index: Index, _ weights: Weights) {
    self.weights = weights
    self.index = index
    scores = .init(repeating: 0, count: index.entryLimit)
    covers = .init(repeating: 0, count: index.entryLimit)
    node = Layer(count: index.entryLimit)
    way = Layer(count: index.entryLimit)
    unit = Layer(count: index.entryLimit)
  }

  /// Adds what the entries score for a node of the query.
  mutating func add(_ queryNode: Query.Node) {
    var mostOfNode: Float = 0
    for queryWay in queryNode.ways {
      var mostOfWay: Float = 0
      for queryUnit in queryWay.units {
        mostOfWay += take(queryUnit)
        for entry in unit.touched { way.add(entry, unit.scores[Int(entry)], unit.covers[Int(entry)]) }
        unit.clear()
      }
      for entry in way.touched {
        node.join(
          entry, way.scores[Int(entry)] * queryWay.factor, way.covers[Int(entry)] * min(1, queryWay.factor),
          weights.otherWay)
      }
      way.clear()
      mostOfNode = max(mostOfNode, mostOfWay)
    }
    for entry in node.touched {
      scores[Int(entry)] += node.scores[Int(entry)] * queryNode.weight
      covers[Int(entry)] += node.covers[Int(entry)] * queryNode.weight
    }
    node.clear()
    covered += mostOfNode * queryNode.weight
  }

  /// Adds the same to each of some entries.
  mutating func add(_ bonus: Float, to entries: some Sequence<Int32>) {
    for entry in entries { scores[Int(entry)] += bonus }
  }

  /// Adds to each entry what the longest share of a name that the query starts is worth.
  mutating func raise(_ names: [Names.Found]) {
    var shares: [Int32: Float] = [:]
    for name in names {
      for entry in name.entries { shares[entry] = max(shares[entry] ?? 0, name.share) }
    }
    for (entry, share) in shares { scores[Int(entry)] += weights.startedName * share }
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
  var best: Float { ranked().reduce(0) { max($0, $1.score) } }

  /// The entries with a score, each with what it is worth when the share of the query it covers is counted.
  func ranked() -> [(entry: Int, score: Float)] {
    var found: [(entry: Int, score: Float)] = []
    for entry in scores.indices where scores[entry] > 0 {
      let share = covered > 0 ? min(1, covers[entry] / covered) : 1
      found.append((entry, scores[entry] * (weights.uncovered + (1 - weights.uncovered) * share)))
    }
    return found
  }

  /// The inverse document frequency of BM25.
  static func rarity(_ frequency: Int, of count: Int) -> Float {
    log(1 + (Float(count - frequency) + 0.5) / (Float(frequency) + 0.5))
  }
}
