import Catalog
import Testing
import Text

@testable import Search

/// What the ranking sums up in windows, beside the sum that the formulas say, entry by entry.
@Suite struct RankingTests {
  /// As many entries as do not fill three windows; in the second none has a word that is asked for.
  private static let count = 2500
  private static let words = ["brel", "crum", "dopt", "fisk", "glon", "glup"]
  private static let minor: Float = 0.1

  private static let index = Result {
    var random = SplitMix64(seed: 6)
    let files: [Library.File] = (0..<count).map { entry in
      let isSilent = (Window.size..<2 * Window.size).contains(entry)
      let said = words.flatMap { word in
        let isSaid = !isSilent && random.next() % 3 == 0
        return Array(repeating: word, count: isSaid ? Int(random.next() % 5) + 1 : 0)
      }
      let text = "# Note \(entry)\n\nzarf \(said.joined(separator: " "))\n"
      return (path: "note\(10000 + entry).md", bytes: ContiguousArray(text.utf8))
    }
    return try Index(of: files)
  }

  private typealias Standing = (score: Float, cover: Float)

  /// The best of a unit's terms in each entry.
  private func standings(of unit: Query.Unit, in index: Index) -> (entries: [Int: Standing], most: Float) {
    var standings: [Int: Standing] = [:]
    var most: Float = 0
    for term in unit.terms {
      var postings: ContiguousArray<Posting> = []
      index.append(term, to: &postings)
      guard !postings.isEmpty else { continue }
      let rarity = Ranking.rarity(postings.count, of: index.count) * term.weight
      most = max(most, rarity)
      for posting in postings {
        let old = standings[Int(posting.entry), default: (0, 0)]
        let score = rarity * Impact.saturated[Int(posting.impact)]
        standings[Int(posting.entry)] = (max(old.score, score), max(old.cover, rarity))
      }
    }
    return (standings, most)
  }

  /// What each entry is worth for some nodes.
  private func worths(of nodes: [Query.Node], in index: Index, _ weights: Weights) -> [Int: Float] {
    var sums: [Int: Standing] = [:]
    var covered: Float = 0
    for node in nodes {
      var best: [Int: Standing] = [:]
      var most: Float = 0
      for way in node.ways {
        var own: [Int: Standing] = [:]
        var worth: Float = 0
        for unit in way.units {
          let (entries, unitMost) = standings(of: unit, in: index)
          worth += unitMost
          for (entry, more) in entries {
            let old = own[entry, default: (0, 0)]
            own[entry] = (old.score + more.score, old.cover + more.cover)
          }
        }
        most = max(most, worth)
        for (entry, standing) in own {
          let old = best[entry, default: (0, 0)]
          let (score, cover) = (standing.score * way.factor, standing.cover * min(1, way.factor))
          let share = weights.otherWay * min(old.score, score)
          best[entry] = (max(old.score, score) + share, max(old.cover, cover))
        }
      }
      covered += most * node.weight
      for (entry, more) in best where !node.isMinor || sums[entry] != nil {
        let old = sums[entry, default: (0, 0)]
        sums[entry] = (old.score + more.score * node.weight, old.cover + more.cover * node.weight)
      }
    }
    return sums.mapValues {
      $0.score * (weights.uncovered + (1 - weights.uncovered) * min(covered, $0.cover) / covered)
    }
  }

  private static func unit(_ words: String...) -> Query.Unit {
    Query.Unit(
      terms: words.enumerated().map { i, word in
        let isStart = word.last == "*"
        return Query.Term(
          text: Array(word.utf8.filter { $0 != UInt8(ascii: "*") }), weight: 1 - 0.2 * Float(i), isStart: isStart)
      })
  }

  private static func node(_ ways: [(units: [Query.Unit], factor: Float)], weight: Float = 1, isMinor: Bool = false)
    -> Query.Node
  {
    let ways = ways.map { Query.Way(units: $0.units, factor: $0.factor) }
    return Query.Node(ways: ways, weight: weight, isMinor: isMinor, source: 0..<1)
  }

  private static let queries: [[Query.Node]] = [
    // One word, and one in three forms.
    [node([([unit("brel")], 1)])],
    [node([([unit("brel", "crum", "dopt")], 1)], weight: 0.7)],
    // Ways of one form each, that of three forms, and the other way round.
    [node([([unit("brel")], 1), ([unit("crum")], 0.6), ([unit("dopt")], 1.5)])],
    [node([([unit("brel", "crum", "dopt")], 1), ([unit("fisk")], 0.6)])],
    [node([([unit("fisk")], 1), ([unit("brel", "crum", "dopt")], 0.6)])],
    // Ways of several words, before and behind a single one.
    [node([([unit("brel"), unit("crum", "dopt")], 1), ([unit("fisk")], 0.6)])],
    [node([([unit("fisk")], 1), ([unit("brel"), unit("crum", "dopt"), unit("gl*")], 0.8)])],
    // Words of the frame add to what others found; one that no entry has does nothing.
    [node([([unit("brel")], 1)]), node([([unit("crum", "fisk")], 1)], weight: minor, isMinor: true)],
    [
      node([([unit("gl*", "glup")], 1)]), node([([unit("brel")], 1), ([unit("dopt")], 0.6)]),
      node([([unit("crum"), unit("fisk")], 1)], weight: minor, isMinor: true),
    ],
    [node([([unit("brel")], 1)]), node([([unit("none")], 1)]), node([([unit("brel", "none")], 1)], weight: 0.5)],
  ]

  @Test(arguments: queries.indices)
  func `each entry is worth what the formulas say of it`(number: Int) throws {
    let (index, weights) = (try RankingTests.index.get(), Weights.standard)
    let nodes = RankingTests.queries[number]
    var ranking = Ranking(index, weights)
    _ = ranking.add(nodes)
    let found = ranking.standings().best(RankingTests.count, of: 0..<RankingTests.count, atLeast: 0).found
    let expected = worths(of: nodes, in: index, weights)
    #expect(found.count == expected.count && found.count > 200)
    for (entry, worth) in found {
      let other = try #require(expected[entry])
      #expect(abs(worth - other) <= 1e-5 * other, "entry \(entry)")
    }
  }
}
