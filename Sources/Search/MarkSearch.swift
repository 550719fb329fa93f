import Text

/// Looks for the marks in a text: of most of it only how a word starts is read.
///
/// What stands between two spaces, or between other places where no word goes on, is given to the lexer as soon as one
/// of its words may start as a mark does. So the marks found are those that the whole text has, in the same order.
struct MarkSearch {
  private let marks: Marks
  private var lexer = Lexer()

  init(_ marks: Marks) { self.marks = marks }

  /// Visits the marks in a range with the places where they start; linear in its length.
  mutating func forEach(
    in text: ContiguousArray<UInt8>, _ range: Range<Int>, _ visit: (_ mark: Int, _ place: Int) -> Void
  ) {
    // Names in code start with signs.
    if marks.hasCode { return read(text, range, visit) }
    var start = range.lowerBound
    while let piece = next(text.span, start..<range.upperBound) {
      read(text, piece, visit)
      start = piece.upperBound
    }
  }

  private mutating func read(_ text: ContiguousArray<UInt8>, _ range: Range<Int>, _ visit: (Int, Int) -> Void) {
    lexer.read(text, in: range)
    for token in lexer.tokens {
      if let mark = marks.mark(token, lexer) { visit(mark, token.source.lowerBound) }
    }
  }

  /// The first piece that may have a mark, in a range that starts with one; nothing goes on from one piece to the next.
  private func next(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let byte = text[i]
      if isLower(byte) {
        if mayStart(text, at: i, range.upperBound) { return start..<end(text, i, range) }
        // Inside of small letters no word starts.
        repeat { i += 1 } while i < range.upperBound && isLower(text[i])
      } else if byte == UInt8(ascii: " ") {
        i += 1
        start = i
      } else if byte < 0x80 {
        if isAlphanumeric(byte) && mayStart(text, at: i, range.upperBound) { return start..<end(text, i, range) }
        i += 1
        if byte == UInt8(ascii: "\n") && isEnd(text, lineEnd: i - 1, range) { start = i }
      } else if let character = unifiedHan(text, at: i, end: range.upperBound) {
        if mayStart(Folded.simplified(character), text, behind: i + 3, range.upperBound) {
          return start..<end(text, i, range)
        }
        i += 3
      } else if isWideGap(text, at: i, end: range.upperBound) {
        i += 3
        start = i
      } else {
        let (value, length) = decode(text, at: i, end: range.upperBound)
        // What else it may be is left to the lexer.
        if !isPunctuation(value) { return start..<end(text, i, range) }
        i += length
      }
    }
    return nil
  }

  /// Where the piece ends in which a place is.
  private func end(_ text: Span<UInt8>, _ place: Int, _ range: Range<Int>) -> Int {
    var i = place
    while i < range.upperBound {
      let byte = text[i]
      if byte == UInt8(ascii: " ") { return i + 1 }
      if byte == UInt8(ascii: "\n") && isEnd(text, lineEnd: i, range) { return i + 1 }
      if byte >= 0x80 && isWideGap(text, at: i, end: range.upperBound) { return i + 3 }
      i += 1
    }
    return range.upperBound
  }

  /// Whether a piece ends with a line: what is written without spaces goes on in the next one.
  private func isEnd(_ text: Span<UInt8>, lineEnd i: Int, _ range: Range<Int>) -> Bool {
    i == range.lowerBound || i + 1 == range.upperBound || text[i - 1] < 0x80 || text[i + 1] < 0x80
  }

  /// Whether a word, or one of several that are joined, may start here as a mark does.
  @inline(__always) private func mayStart(_ text: Span<UInt8>, at i: Int, _ end: Int) -> Bool {
    guard i + 2 < end, isLower(text[i + 1]), isLower(text[i + 2]) else { return mayStartRarely(text, at: i, end) }
    return mayStart(Int(text[i] & 31) << 10 | Int(text[i + 1] & 31) << 5 | Int(text[i + 2] & 31))
  }

  /// A word may also end before the third letter.
  @inline(__always) private func mayStart(_ start: Int) -> Bool {
    marks.mayStart(start) || marks.mayStart(start & ~31) || marks.mayStart(start & ~1023)
  }

  private func mayStartRarely(_ text: Span<UInt8>, at place: Int, _ end: Int) -> Bool {
    var letters = 0
    var start = 0
    var i = place
    while letters < 3, i < end {
      let byte = text[i]
      if byte >= 0x80 {
        guard unifiedHan(text, at: i, end: end) != nil else { return true }
        break
      }
      if isAlphanumeric(byte) {
        start |= Int(byte & 31) << (10 - 5 * letters)
        letters += 1
      } else if !isJoint(byte) {
        break
      }
      i += 1
    }
    return mayStart(start)
  }

  /// What may stand inside a word or between joined ones.
  private func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Whether a character, or the pair with the one behind it, may be a mark.
  @inline(__always)
  private func mayStart(_ character: UInt32, _ text: Span<UInt8>, behind: Int, _ end: Int) -> Bool {
    let start = Int(character >> 6 & 31) << 10 | Int(character & 31) << 5
    if marks.mayStart(start) { return true }
    guard behind < end else { return false }
    if let next = unifiedHan(text, at: behind, end: end) {
      return marks.mayStart(start | Int(Folded.simplified(next) & 31))
    }
    // Behind a line end, or another kind of character, there may be any.
    guard text[behind] >= 0x80 || text[behind] == UInt8(ascii: "\n") else { return false }
    return (1..<32).contains { marks.mayStart(start | $0) }
  }
}
