/// Block quotes (section 5.1): `>` and an optional space before each line.
///
///     > # Foo
///     > bar
extension BlockParser {
  mutating func openQuote() -> Bool {
    close(to: depth)
    let node = add(.blockQuote, from: cursor.next, to: cursor.next + 1)
    quotes.append(containers.count)
    open(Container(kind: .quote, node: node))
    skipQuoteMarker()
    return true
  }

  /// Whether the line goes on with an open block quote; its marker counts to the quote's range.
  @inline(__always) mutating func continueQuote(_ node: Int32) -> Bool {
    guard cursor.byte == .greater, !cursor.isIndented else { return false }
    tree.records[node].end = Int32(cursor.next + 1)
    skipQuoteMarker()
    return true
  }

  private mutating func skipQuoteMarker() {
    cursor.advance(bytes: 1)
    cursor.advance(columns: 1)
  }
}
