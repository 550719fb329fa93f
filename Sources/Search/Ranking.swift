#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores the entries of an index for a query: BM25F over the impacts, times how much of the query an entry covers.
///
/// All postings are read first; then the entries are gone through in windows of a thousand, so that what is summed
/// up stays in the processor's cache and takes no memory that must be cleared first (Lucene's `BooleanScorer` does so).
struct Ranking {
  /// Where a term's postings are that were not yet looked at, and what it is worth.
  struct List {
    var next: Int
    let end: Int
    let rarity: Float
    /// Of three tokens of a program only whether they are there is known.
    let isMark: Bool
  }

  struct Way {
    var units: Range<Int>
    var factor: Float
  }

  struct Node {
    var ways: Range<Int>
    var weight: Float
    var isMinor: Bool
  }

  private let index: Index
  private let weights: Weights
  private(set) var postings: ContiguousArray<Posting> = []
  var lists: [List] = []
  /// The lists of each unit.
  private(set) var units: [Range<Int>] = []
  private(set) var ways: [Way] = []
  private(set) var nodes: [Node] = []
  /// How many entries have each term that was added.
  private(set) var frequencies: [Query.Term: Int] = [:]
  private var covered: Float = 0
  private var bonuses: [Int32: Float] = [:]

  init(_ index: Index, _ weights: Weights) {
    self.weights = weights
    self.index = index
    // Room that is not used takes no memory; growing would copy all that was read.
    postings.reserveCapacity(4 * index.entryLimit)
  }

  /// Adds what the entries score for a node of the query; returns whether there are any. A minor node adds only to what
  /// those before it have found.
  mutating func add(_ queryNode: Query.Node) -> Bool {
    let firstWay = ways.count
    var most: Float = 0
    for queryWay in queryNode.ways {
      let firstUnit = units.count
      let worth = queryWay.units.reduce(0) { $0 + open($1) }
      most = max(most, worth)
      if units.count > firstUnit { ways.append(Way(units: firstUnit..<units.count, factor: queryWay.factor)) }
    }
    guard most > 0 else { return false }
    nodes.append(Node(ways: firstWay..<ways.count, weight: queryNode.weight, isMinor: queryNode.isMinor))
    covered += most * queryNode.weight
    return true
  }

  /// Reads the postings of a unit; returns what its best term can cover.
  private mutating func open(_ queryUnit: Query.Unit) -> Float {
    let firstList = lists.count
    var most: Float = 0
    for term in queryUnit.terms {
      let start = postings.count
      index.append(term, to: &postings)
      guard postings.count > start else { continue }
      frequencies[term] = postings.count - start
      let rarity = Ranking.rarity(postings.count - start, of: index.count) * term.weight
      most = max(most, rarity)
      let isMark = term.text.first == Namespace.shape
      lists.append(List(next: start, end: postings.count, rarity: rarity, isMark: isMark))
    }
    if lists.count > firstList { units.append(firstList..<lists.count) }
    return most
  }

  /// Adds the same to each of some entries.
  mutating func add(_ bonus: Float, to entries: some Sequence<Int32>) {
    for entry in entries { bonuses[entry, default: 0] += bonus }
  }

  /// Adds to each entry what the longest share of a name that the query starts is worth.
  mutating func raise(_ names: [Names.Found]) {
    var shares: [Int32: Float] = [:]
    for name in names {
      for entry in name.entries { shares[entry] = max(shares[entry] ?? 0, name.share) }
    }
    for (entry, share) in shares { bonuses[entry, default: 0] += weights.startedName * share }
  }

  /// What the entries are worth when the share of the query they cover is counted.
  mutating func standings() -> Standings {
    let (base, share) = covered > 0 ? (weights.uncovered, (1 - weights.uncovered) / covered) : (1, 0)
    var standings = Standings(count: index.entryLimit, base: base, share: share, most: covered)
    var window = Window(otherWay: weights.otherWay)
    let bonuses = bonuses.sorted { $0.key < $1.key }
    var next = 0
    for start in stride(from: 0, to: index.entryLimit, by: Window.size) {
      window.score(&self, from: start)
      standings.take(window)
      while next < bonuses.count, Int(bonuses[next].key) < start + Window.size {
        let entry = Int(bonuses[next].key)
        standings.add(bonuses[next].value, to: entry, covering: window.covers[entry - start])
        next += 1
      }
    }
    return standings
  }

  /// The inverse document frequency of BM25.
  static func rarity(_ frequency: Int, of count: Int) -> Float {
    log(1 + (Float(count - frequency) + 0.5) / (Float(frequency) + 0.5))
  }
}
