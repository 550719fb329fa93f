/// The terms of formulas met before, by their TeX: a note says many more than once, and notes in two languages share
/// theirs.
struct KnownFormulas {
  private var table = TermTable()
  private var terms: ContiguousArray<Int32> = []
  /// Where the terms of each formula end.
  private var ends: ContiguousArray<Int> = []

  /// How many formulas are remembered.
  private static let most = 20_000

  /// The terms of a formula; nil where it was not met.
  func terms(of tex: ContiguousArray<UInt8>, _ place: Range<Int>) -> ContiguousArray<Int32>.SubSequence? {
    guard let number = table.find(tex, in: place) else { return nil }
    return terms[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
  }

  mutating func remember(_ tex: ContiguousArray<UInt8>, _ place: Range<Int>, _ found: ContiguousArray<Int32>) {
    guard table.count < KnownFormulas.most, table.number(of: tex, in: place) == ends.count else { return }
    terms += found
    ends.append(terms.count)
  }
}
