/// The symbols of a formula in reading order, and which of them belong together.
package struct SymbolSequence: Sendable {
  /// The symbols one behind the other, as UTF-8.
  package private(set) var text: ContiguousArray<UInt8> = []
  /// Where each symbol ends in the text.
  package private(set) var ends: ContiguousArray<Int> = []
  /// The symbols of each part of the tree that is more than one symbol: of `\sqrt{1-\bar\alpha_t}` the root, what
  /// stands under it, and `ᾱₜ`; so that search finds a formula inside any larger one.
  package private(set) var parts: [Range<Int>] = []
  /// How many rows have given their symbols.
  var rows = 0

  package init() {
    // Of most formulas all.
    text.reserveCapacity(64)
    ends.reserveCapacity(32)
    parts.reserveCapacity(16)
  }

  /// How many symbols there are.
  package var count: Int { ends.count }

  /// The place of a symbol in the text.
  package func place(of symbol: Int) -> Range<Int> { (symbol == 0 ? 0 : ends[symbol - 1])..<ends[symbol] }

  /// Forgets the symbols, but not the room for them.
  package mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    rows = 0
  }

  mutating func append(_ symbol: String) {
    text.append(contentsOf: symbol.utf8)
    endSymbol()
  }

  mutating func append(_ symbol: UInt32) {
    add(symbol)
    endSymbol()
  }

  /// Adds a character to the symbol at hand.
  mutating func add(_ character: UInt32) {
    if character < 0x80 {
      text.append(UInt8(character))
    } else if let scalar = Unicode.Scalar(character) {
      text.append(contentsOf: scalar.utf8)
    }
  }

  mutating func endSymbol() { ends.append(text.count) }

  /// Ends a part that started with a symbol.
  mutating func endPart(from start: Int) {
    if count - start > 1 { parts.append(start..<count) }
  }
}
