import Text

/// Characters that are written without spaces between words.
extension Lexer {
  /// Takes the unified ideographs from a place on, nearly all of a Chinese text; returns where they end.
  mutating func takeUnifiedHan(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < end, let value = unifiedHan(bytes, at: i, end: end) {
      if i == start { endCompound(bytes) }
      let simplified = Folded.simplified(value)
      if simplified == value {
        addHan(i..<i + 3, text: i - self.start..<i - self.start + 3)
      } else {
        takeHan(simplified, bytes, at: i, 3)
      }
      i += 3
    }
    return i
  }

  /// Takes another such character.
  mutating func takeHan(_ value: UInt32, _ bytes: Span<UInt8>, at i: Int, _ length: Int) {
    endCompound(bytes)
    let start = text.count
    appendScalar(value)
    addHan(i..<i + length, text: start..<text.count)
  }

  /// Adds a character, and the pair it makes with the one before it.
  @inline(__always) private mutating func addHan(_ source: Range<Int>, text place: Range<Int>) {
    if hanEnd == source.lowerBound, let previous = tokens.last, previous.kind == .unigram {
      let pair =
        previous.text.upperBound == place.lowerBound
        ? previous.text.lowerBound..<place.upperBound : together(previous.text, place)
      tokens.append(Token(kind: .bigram, source: previous.source.lowerBound..<source.upperBound, text: pair))
    }
    tokens.append(Token(kind: .unigram, source: source, text: place))
    hanEnd = source.upperBound
  }

  /// Two pieces of the text, put together behind it.
  private mutating func together(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    let start = text.count
    // One by one: a slice holds the text, which would be copied to be appended to.
    for i in first { text.append(text[i]) }
    for i in second { text.append(text[i]) }
    return start..<text.count
  }

  /// A line end stands inside what is written without spaces, a second one behind it does not.
  mutating func takeLineEnd(_ bytes: Span<UInt8>, at i: Int) {
    if hanEnd == i && bytes[i - 1] != bytes[i] { hanEnd = i + 1 }
  }
}
