#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores the entries of an index for a query: BM25F over the impacts, times how much of the query an entry covers.
///
/// All postings are read first; then the entries are gone through in windows of a thousand, those without postings left
/// out, so that what is summed up stays in the processor's cache (Lucene's `BooleanScorer` does so).
struct Ranking {
  /// A list of postings that is open, and what the term is worth.
  struct List {
    let postings: Range<Int>
    let rarity: Float
    /// Whether it is of three tokens of a program.
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
  private(set) var lists: [List] = []
  /// The lists of each unit.
  private(set) var units: [Range<Int>] = []
  private(set) var ways: [Way] = []
  private(set) var nodes: [Node] = []
  private var readings: Readings
  private var covered: Float = 0
  private var bonuses: ContiguousArray<(entry: Int32, bonus: Float)> = []

  init(_ index: Index, _ weights: Weights) {
    self.weights = weights
    self.index = index
    readings = Readings(index)
    // Room that is not used takes no memory; growing would copy all that was read.
    postings.reserveCapacity(4 * index.entryLimit)
  }

  /// Adds what the entries score for a node of the query; returns whether there are any. A minor node adds only to what
  /// those before it have found.
  mutating func add(_ queryNode: Query.Node) -> Bool {
    let firstWay = ways.count
    var own: Float = 0
    var most: Float = 0
    for (i, queryWay) in queryNode.ways.enumerated() {
      let firstUnit = units.count
      var worth = queryWay.units.reduce(0) { $0 + open($1) }
      var factor = queryWay.factor
      if i == 0 { own = worth }
      // A translation says no more than the word that was typed, however rare it is where that word is common.
      if queryWay.isTranslation, own > 0, worth * factor > own { (factor, worth) = (own / worth, own) }
      most = max(most, worth)
      if units.count > firstUnit { ways.append(Way(units: firstUnit..<units.count, factor: factor)) }
    }
    guard most > 0 else { return false }
    nodes.append(Node(ways: firstWay..<ways.count, weight: queryNode.weight, isMinor: queryNode.isMinor))
    covered += most * queryNode.weight
    return true
  }

  /// Adds nodes, the minor ones last; returns where those stand in the query that some entries have and that none has.
  mutating func add(_ queryNodes: [Query.Node]) -> (known: [Range<Int>], unknown: [Range<Int>]) {
    var known: [Range<Int>] = []
    var unknown: [Range<Int>] = []
    for node in queryNodes where !node.isMinor {
      if add(node) { known.append(node.source) } else { unknown.append(node.source) }
    }
    for node in queryNodes where node.isMinor { _ = add(node) }
    return (known, unknown)
  }

  /// Reads the postings of a unit; returns what its best term can cover.
  private mutating func open(_ queryUnit: Query.Unit) -> Float {
    let firstList = lists.count
    var most: Float = 0
    for term in queryUnit.terms {
      let reading = readings.read(term, into: &postings)
      guard reading.count > 0 else { continue }
      let rarity = Ranking.rarity(reading.count, of: index.count) * term.weight
      most = max(most, rarity)
      for list in reading.lists {
        // Of a word the other forms remain: where a list counts for more already, it cannot add to the best.
        let isIdle = lists[firstList...].contains { $0.postings == list && $0.rarity >= rarity }
        if !isIdle { lists.append(List(postings: list, rarity: rarity, isMark: term.text.first == Namespace.shape)) }
      }
    }
    if lists.count > firstList { units.append(firstList..<lists.count) }
    return most
  }

  /// How many entries have a term that was added; nil where none has.
  func frequency(of term: Query.Term) -> Int? { readings.frequency(of: term) }

  /// Whether entries have each unit of a way that was added.
  func has(_ way: Query.Way) -> Bool {
    way.units.allSatisfy { $0.terms.contains { frequency(of: $0) != nil } }
  }

  /// Adds the same to each of some entries.
  mutating func add(_ bonus: Float, to entries: some Sequence<Int32>) {
    for entry in entries { bonuses.append((entry, bonus)) }
  }

  /// Adds to each entry what the longest share of a name that the query starts is worth.
  mutating func raise(_ names: [Names.Found]) {
    var shares: ContiguousArray<(entry: Int32, share: Float)> = []
    for name in names {
      for entry in name.entries { shares.append((entry, name.share)) }
    }
    shares.sort { $0.entry == $1.entry ? $0.share > $1.share : $0.entry < $1.entry }
    for (i, (entry, share)) in shares.enumerated() where i == 0 || shares[i - 1].entry < entry {
      bonuses.append((entry, weights.startedName * share))
    }
  }

  /// What the entries are worth when the share of the query they cover is counted.
  func standings() -> Standings {
    let (base, share) = covered > 0 ? (weights.uncovered, (1 - weights.uncovered) / covered) : (1, 0)
    var standings = Standings(count: index.entryLimit, base: base, share: share, most: covered)
    var window = Window(self, otherWay: weights.otherWay)
    let bonuses = bonuses.sorted { $0.entry < $1.entry }
    var next = 0
    var start = window.nextStart(from: 0)
    while let here = start {
      window.score(self, from: here)
      standings.take(window)
      while next < bonuses.count, Int(bonuses[next].entry) < here + Window.size {
        let (entry, bonus) = bonuses[next]
        let place = Int(entry) - here
        standings.add(bonus, to: Int(entry), covering: place < 0 ? 0 : unsafe window.standings[place].cover)
        next += 1
      }
      start = window.nextStart(from: here + Window.size)
    }
    for (entry, bonus) in bonuses[next...] { standings.add(bonus, to: Int(entry), covering: 0) }
    return standings
  }

  /// The inverse document frequency of BM25.
  static func rarity(_ frequency: Int, of count: Int) -> Float {
    // Not nothing, however many notes have the term, as the logarithm of one and little more would be.
    log1p((Float(count - frequency) + 0.5) / (Float(frequency) + 0.5))
  }
}
