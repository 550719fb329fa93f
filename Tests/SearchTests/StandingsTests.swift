import Testing

@testable import Search

@Suite struct StandingsTests {
  /// As many entries as do not fill a window, of which every seventh is worth something and many as much as others, and
  /// in each window the best more than in the one before.
  private static let worths: [Float] = (0..<5500).map { entry in
    let tenths = entry * 37 % 50 + entry / 700
    return entry % 7 == 3 ? Float(tenths) / 10 : 0
  }

  private static var standings: Standings {
    var standings = Standings(count: worths.count, base: 1, share: 0, most: 0)
    for (entry, worth) in worths.enumerated() { standings.add(worth, to: entry, covering: 0) }
    return standings
  }

  /// The same by a sort of them all.
  private func best(_ limit: Int, _ entries: Range<Int>, _ least: Float, _ kept: (Int) -> Bool = { _ in true })
    -> (entries: [Int], count: Int)
  {
    let found = entries.filter { StandingsTests.worths[$0] > 0 && StandingsTests.worths[$0] >= least && kept($0) }
    let sorted = found.sorted { (StandingsTests.worths[$1], $0) < (StandingsTests.worths[$0], $1) }
    return (Array(sorted.prefix(limit)), found.count)
  }

  @Test(
    arguments: [
      0..<5500, 5..<5497, 31..<33, 64..<96, 1000..<1000, 96..<96, 1024..<1024, 5499..<5500, 17..<3079,
    ], [0, 1, 2, 4, 50, 6000])
  func `the best are those of a sort, of equals the first, whatever part of all is asked`(
    entries: Range<Int>, limit: Int
  ) {
    for least: Float in [0, 2.5, 5.4, 6] {
      let found = StandingsTests.standings.best(limit, of: entries, atLeast: least)
      let expected = best(limit, entries, least)
      #expect(found.found.map(\.entry) == expected.entries)
      #expect(found.count == expected.count)
    }
  }

  @Test func `what is not kept is worth nothing`() {
    var standings = StandingsTests.standings
    standings.keep(only: stride(from: 3, to: 5500, by: 21))
    let found = standings.best(40, of: 0..<5500, atLeast: 1)
    let expected = best(40, 0..<5500, 1) { $0 % 21 == 3 }
    #expect(found.found.map(\.entry) == expected.entries && found.count == expected.count)
  }
}
