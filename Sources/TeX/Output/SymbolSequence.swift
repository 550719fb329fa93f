/// The symbols of a formula in reading order, and which of them belong together.
package struct SymbolSequence: Sendable {
  package private(set) var symbols: [String] = []
  /// The symbols of each part of the tree that is more than one symbol: of `\sqrt{1-\bar\alpha_t}` the root, what stands
  /// under it, and `ᾱₜ`; so that search finds a formula inside any larger one.
  package private(set) var parts: [Range<Int>] = []
  /// How many rows have given their symbols.
  var rows = 0

  mutating func append(_ symbol: String) { symbols.append(symbol) }

  /// Ends a part that started with a symbol.
  mutating func endPart(from start: Int) {
    if symbols.count - start > 1 { parts.append(start..<symbols.count) }
  }
}
