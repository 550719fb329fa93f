import Text

/// Reads text into tokens: one analysis for what is indexed, what is asked for and what is shown.
///
/// Latin words are cut at everything that is no letter or digit; words joined by `-`, `_` or `.` are also a compound;
/// Chinese, Japanese and Korean characters are taken in pairs and singly, also across a line end.
struct Lexer {
  var tokens: ContiguousArray<Token> = []
  /// What was read, in which simple words and most characters stand as they are compared; behind it the words that had
  /// to be put together.
  var text: ContiguousArray<UInt8> = []

  /// The bytes that are read.
  var start = 0
  var end = 0
  /// Where the last character without spaces ends, and perhaps the line behind it.
  var hanEnd = -1
  private var word: Range<Int>?
  private var wordText = 0
  private var parts = WordParts()
  private var compound = Compound()

  private struct Compound {
    var start = 0
    var end = 0
    var textStart = 0
    var words = 0
    var isCode = false
  }

  init() {}

  /// The tokens of a string.
  init(_ string: String) {
    self.init(ContiguousArray(string.utf8))
  }

  init(_ bytes: ContiguousArray<UInt8>) {
    read(bytes, in: 0..<bytes.count)
  }

  subscript(token: Token) -> ArraySlice<UInt8> { ArraySlice(text[token.text]) }

  /// Replaces the tokens by those of a range of bytes; linear in its length.
  mutating func read(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>) {
    let range = range.clamped(to: 0..<Lexer.mostBytes)
    tokens.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes[range])
    read(bytes.span, in: range)
  }

  private mutating func read(_ bytes: Span<UInt8>, in range: Range<Int>) {
    hanEnd = -1
    (start, end) = (range.lowerBound, range.upperBound)
    var i = start
    while i < end {
      if !isOpen {
        i = takeSimple(bytes, from: i)
        if i == end { break }
      }
      i += takeNext(bytes, at: i)
    }
    endCompound(bytes)
  }

  /// Takes simple words, characters without spaces and what stands between them: nearly all of most texts. Returns
  /// where something else stands.
  private mutating func takeSimple(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < end {
      let byte = bytes[i]
      // What is met most often is asked for first.
      if isLower(byte | 0x20) || isDigit(byte) {
        guard let wordEnd = endOfSimpleWord(bytes, from: i, to: end) else { return i }
        takeSimpleWord(bytes, i..<wordEnd)
        i = wordEnd
      } else if byte >= 0x80 {
        let next = takeUnifiedHan(bytes, from: i)
        guard next > i || isWideGap(bytes, at: i, end: end) else { return i }
        i = max(next, i + 3)
      } else if isSpacing(byte) {
        i += 1
      } else {
        guard byte == UInt8(ascii: "\n") else { return i }
        takeLineEnd(bytes, at: i)
        i += 1
      }
    }
    return i
  }

  /// Takes what stands at a place; returns how many bytes that are.
  private mutating func takeNext(_ bytes: Span<UInt8>, at i: Int) -> Int {
    let byte = bytes[i]
    if isLower(byte) {
      var wordEnd = i + 1
      while wordEnd < end && isLower(bytes[wordEnd]) { wordEnd += 1 }
      appendLower(bytes, i..<wordEnd)
      return wordEnd - i
    }
    if byte == UInt8(ascii: "'"), isPossessive(bytes, before: i + 1) {
      endCompound(bytes)
      return 2
    }
    if byte < 0x80 {
      takeASCII(bytes, at: i)
      return 1
    }
    let next = takeUnifiedHan(bytes, from: i)
    if next > i { return next - i }
    let (value, length) = decode(bytes, at: i, end: end)
    let folded = Folded(value)
    if folded.first == apostrophe, isPossessive(bytes, before: i + length) {
      endCompound(bytes)
      return length + 1
    }
    take(folded.first, bytes, at: i, length)
    if folded.second > 0 { take(folded.second, bytes, at: i, length) }
    if folded.third > 0 { take(folded.third, bytes, at: i, length) }
    return length
  }

  /// Takes a simple word where it stands: most words of a Latin text.
  @inline(__always) private mutating func takeSimpleWord(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    guard word.count <= Lexer.longest else { return }
    if isUpper(bytes[word.lowerBound]) { lowerCapitals(at: word.lowerBound - start) }
    tokens.append(Token(kind: .word, source: word, text: word.lowerBound - start..<word.upperBound - start))
  }

  private mutating func lowerCapitals(at place: Int) {
    var i = place
    while i < end - start && isUpper(text[i]) {
      text[i] += 0x20
      i += 1
    }
  }

  private mutating func takeASCII(_ bytes: Span<UInt8>, at i: Int) {
    let byte = bytes[i]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte + 0x20, .upper, at: i, 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte, .digit, at: i, 1)
    case UInt8(ascii: "_"):
      if word == nil && compound.words == 0 && !compound.isCode { compound.start = i }
      endWord()
      compound.isCode = true
      compound.end = i + 1
    case UInt8(ascii: "-"), UInt8(ascii: "."):
      let isPoint = byte == UInt8(ascii: ".")
      let next = i + 1 < end ? bytes[i + 1] : 0
      let joins = isPoint ? next < 0x80 && isAlphanumeric(next) || next == UInt8(ascii: "_") : isAlphanumeric(next)
      guard word != nil, joins else { return endCompound(bytes) }
      endWord()
      if isPoint { compound.isCode = true }
    case UInt8(ascii: "+"), UInt8(ascii: "#"):
      endCompound(bytes)
      addSigned(bytes, at: i)
    case UInt8(ascii: "'"):
      // Inside a word it is nothing.
      if word == nil || i + 1 == end || !isAlphanumeric(bytes[i + 1]) { endCompound(bytes) }
    case UInt8(ascii: "\n"):
      endCompound(bytes)
      takeLineEnd(bytes, at: i)
    default: endCompound(bytes)
    }
  }

  /// Whether the apostrophe before a place ends a word in `'s`.
  private func isPossessive(_ bytes: Span<UInt8>, before i: Int) -> Bool {
    word != nil && i < end && bytes[i] | 0x20 == UInt8(ascii: "s") && (i + 1 == end || !isAlphanumeric(bytes[i + 1]))
  }

  private mutating func take(_ value: UInt32, _ bytes: Span<UInt8>, at i: Int, _ length: Int) {
    switch value {
    case 0: break
    case 0x30...0x39: append(UInt8(value), .digit, at: i, length)
    case 0x61...0x7A: append(UInt8(value), .lower, at: i, length)
    case 0..<0x80:
      // A folded hyphen or apostrophe joins if the next character is a letter; its own bytes end at i + length.
      let next = i + length
      let joins = word != nil && next < end && isAlphanumeric(bytes[next])
      if joins, value == 0x2D { endWord() } else if !joins || value != apostrophe { endCompound(bytes) }
    default:
      if isWrittenWithoutSpaces(value) {
        takeHan(value, bytes, at: i, length)
      } else if !isPunctuation(value), Unicode.Scalar(value)?.properties.isAlphabetic ?? false {
        openWord(at: i, length)
        appendScalar(value)
        parts.takeOther()
      } else {
        endCompound(bytes)
      }
    }
  }

  @inline(__always) private mutating func openWord(at i: Int, _ length: Int) {
    if let open = word {
      word = open.lowerBound..<i + length
    } else {
      word = i..<i + length
      wordText = text.count
      parts = WordParts()
      if compound.words == 0 {
        if !compound.isCode { compound.start = i }
        compound.textStart = text.count
      }
    }
  }

  /// Small letters all at once: nearly all of a Latin text.
  private mutating func appendLower(_ bytes: Span<UInt8>, _ letters: Range<Int>) {
    openWord(at: letters.lowerBound, letters.count)
    let place = text.count - wordText
    // Unsafe, because a checked append of each letter takes a fifth of the time of an excerpt.
    unsafe bytes.extracting(letters).withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
    parts.take(.lower, bytes[letters.lowerBound], at: place, after: place > 0 ? text[wordText + place - 1] : 0)
    if letters.count > 1 { parts.takeMore(.lower) }
  }

  private mutating func append(_ byte: UInt8, _ shape: WordParts.Shape, at i: Int, _ length: Int) {
    openWord(at: i, length)
    let place = text.count - wordText
    text.append(byte)
    parts.take(shape, byte, at: place, after: place > 0 ? text[wordText + place - 1] : 0)
  }

  mutating func appendScalar(_ value: UInt32) {
    switch value {
    case 0..<0x80: text.append(UInt8(value))
    case 0..<0x800:
      text.append(UInt8(0xC0 | value >> 6))
      text.append(UInt8(0x80 | value & 0x3F))
    case 0..<0x10000:
      text.append(UInt8(0xE0 | value >> 12))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    default:
      text.append(UInt8(0xF0 | value >> 18))
      text.append(UInt8(0x80 | value >> 12 & 0x3F))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    }
  }

  @inline(__always) private mutating func endWord() {
    guard let source = word else { return }
    word = nil
    compound.words += 1
    compound.end = source.upperBound
    guard text.count - wordText <= Lexer.longest else { return }
    tokens.append(Token(kind: .word, source: source, text: wordText..<text.count))
    parts.forEach(inWordOf: text.count - wordText) { part in
      tokens.append(Token(kind: .part, source: source, text: wordText + part.lowerBound..<wordText + part.upperBound))
    }
  }

  /// Whether a word or what it is joined to has begun.
  private var isOpen: Bool { word != nil || compound.words > 0 || compound.isCode }

  /// Ends the word and what it is joined to.
  @inline(__always) mutating func endCompound(_ bytes: Span<UInt8>) {
    if isOpen { endOpenCompound(bytes) }
  }

  private mutating func endOpenCompound(_ bytes: Span<UInt8>) {
    endWord()
    defer { compound = Compound() }
    guard compound.words > 1 || compound.isCode && compound.words > 0 else { return }
    let source = compound.start..<compound.end
    let joined = compound.textStart..<text.count
    if compound.words > 1 && compound.words < 5 && joined.count <= Lexer.longest {
      tokens.append(Token(kind: .joined, source: source, text: joined))
    }
    let hasConnector =
      compound.words > 1 || bytes[source.lowerBound] == underscore || bytes[source.upperBound - 1] == underscore
    if compound.isCode && hasConnector { addIdentifier(bytes, source) }
  }

  /// `C++`, `C#`: a letter with signs that are a part of its name, as `a+b` has not.
  private mutating func addSigned(_ bytes: Span<UInt8>, at i: Int) {
    let isPlus = bytes[i] == UInt8(ascii: "+")
    let signEnd = isPlus ? i + 2 : i + 1
    guard let last = tokens.last, last.kind == .word, last.source.upperBound == i, last.source.count == 1,
      signEnd <= end, !isPlus || bytes[i + 1] == bytes[i], signEnd == end || !isAlphanumeric(bytes[signEnd])
    else { return }
    addIdentifier(bytes, last.source.lowerBound..<signEnd)
  }

  private mutating func addIdentifier(_ bytes: Span<UInt8>, _ source: Range<Int>) {
    guard source.count <= Lexer.longest, source.allSatisfy({ bytes[$0] < 0x80 }) else { return }
    let start = text.count
    text.append(UInt8(ascii: "`"))
    for i in source { text.append(UInt8(truncatingIfNeeded: Folded(UInt32(bytes[i])).first)) }
    tokens.append(Token(kind: .identifier, source: source, text: start..<text.count))
  }

  private static let longest = 64
  /// What is read at most, so that places in the text fit a token: it has no more than four times the bytes.
  private static let mostBytes = Int(Int32.max) / 4
}

private let underscore = UInt8(ascii: "_")
private let apostrophe: UInt32 = 0x27
