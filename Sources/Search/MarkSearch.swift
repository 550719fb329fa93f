import Text

/// Looks for the marks in a text, of most of which only three letters in a row are compared with how marks start.
///
/// What stands between two spaces, or between other places where no word goes on, is given to the lexer as soon as
/// there are such letters in it. So the marks found are those that the whole text has, in the same order.
struct MarkSearch {
  private let marks: Marks
  private var lexer = Lexer()

  init(_ marks: Marks) { self.marks = marks }

  /// Visits the marks in a range and the tokens that they are; linear in its length.
  mutating func forEach(
    in text: ContiguousArray<UInt8>, _ range: Range<Int>, _ visit: (_ mark: Int, _ token: Token) -> Void
  ) {
    // Names in code start with signs.
    if marks.hasCode { return read(text, range, visit) }
    var rest = range
    while let place = next(text.span, rest) {
      let piece = start(text.span, place, rest)..<end(text.span, place, rest)
      read(text, piece, visit)
      rest = piece.upperBound..<range.upperBound
    }
  }

  private mutating func read(_ text: ContiguousArray<UInt8>, _ range: Range<Int>, _ visit: (Int, Token) -> Void) {
    lexer.read(text, in: range)
    for token in lexer.tokens {
      if let mark = marks.mark(token, lexer) { visit(mark, token) }
    }
  }

  /// A place in the first piece that may have a mark; nil where none may.
  private func next(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let (hits, letters) = (marks.hits.span, MarkSearch.letters.span)
    // The last three letters, as the start of a term has them. There is no branch for the length of a word, which is as
    // good as random.
    var last = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte < 0x80 {
        let letter = Int(letters[Int(byte)])
        last = letter == MarkSearch.joint ? last : (last << 5 | letter) & 0x7FFF
        if hits[last] { return i }
        i += 1
      } else if let character = unifiedHan(text, at: i, end: range.upperBound) {
        if mayStart(Folded.simplified(character), text, behind: i + 3, range.upperBound) { return i }
        i += 3
      } else {
        let (value, length) = decode(text, at: i, end: range.upperBound)
        // What else it may be is left to the lexer.
        if !isPunctuation(value) && !isWideGap(text, at: i, end: range.upperBound) { return i }
        i += length
      }
    }
    return nil
  }

  /// Of a letter or digit five bits, of what may stand inside a word or between joined ones `joint`, of all else
  /// nothing.
  private static let letters = ContiguousArray<UInt8>(
    (UInt8(0)..<128).map { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "'"): UInt8(joint)
      default: isAlphanumeric(byte) ? byte & 31 : 0
      }
    })
  private static let joint = 32

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

  /// Where the piece starts in which a place is; nothing goes on from one piece to the next. What ends a piece is its
  /// last byte.
  private func start(_ text: Span<UInt8>, _ place: Int, _ range: Range<Int>) -> Int {
    var i = place
    while i > range.lowerBound, !isEnd(text, at: i - 1, range) { i -= 1 }
    return i
  }

  private func end(_ text: Span<UInt8>, _ place: Int, _ range: Range<Int>) -> Int {
    var i = place
    while i < range.upperBound {
      i += 1
      if isEnd(text, at: i - 1, range) { break }
    }
    return i
  }

  /// Whether a space stands at a place, or a line end; but what is written without spaces goes on in the next line.
  private func isEnd(_ text: Span<UInt8>, at i: Int, _ range: Range<Int>) -> Bool {
    switch text[i] {
    case UInt8(ascii: " "): true
    case UInt8(ascii: "\n"):
      i == range.lowerBound || i + 1 == range.upperBound || text[i - 1] < 0x80 || text[i + 1] < 0x80
    // The last byte of 、 or 。 in UTF-8, or of ， among others.
    case 0x81, 0x82, 0x8C: i >= range.lowerBound + 2 && isWideGap(text, at: i - 2, end: range.upperBound)
    default: false
    }
  }
}
