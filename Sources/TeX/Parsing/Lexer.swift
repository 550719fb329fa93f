import Text

/// Cuts bytes into tokens: the source first, bodies of macros when they are called.
struct Lexer {
  /// The source, then the text of every macro defined by the caller.
  private(set) var bytes: ContiguousArray<UInt8>
  private(set) var position = 0
  private var limit: Int

  init(_ source: String) {
    bytes = ContiguousArray(source.utf8)
    limit = bytes.count
  }

  /// The tokens of a text that is not part of the source, all placed at its offset 0.
  mutating func tokens(of text: String) -> [Token] {
    let (before, end) = (position, limit)
    position = bytes.count
    bytes += text.utf8
    limit = bytes.count
    defer { (position, limit) = (before, end) }
    var tokens: [Token] = []
    while true {
      var token = next()
      if token.kind == .end { return tokens }
      token.offset = 0
      tokens.append(token)
    }
  }

  func text(_ token: Token) -> String { text(token.start..<token.end) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a token's text is this ASCII word.
  func spells(_ token: Token, _ word: StaticString) -> Bool {
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for i in 0..<letters.count where unsafe letters[i] != bytes[token.start + i] { return false }
      return true
    }
  }

  mutating func next() -> Token {
    while position < limit {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09...0x0D: return space()
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "\\"): return command()
      case 0x21..<0x7F: return single(byte)
      case 0..<0x20, 0x7F: position += 1
      default:
        if let token = beyondASCII() { return token }
      }
    }
    return Token(kind: .end, start: limit, end: limit, offset: limit)
  }

  /// The bytes up to the next one that equals `delimiter` (`\verb`), or nothing where there is none.
  mutating func verbatim() -> Range<Int>? {
    guard position < limit else { return nil }
    let delimiter = bytes[position]
    guard delimiter < 0x80, let end = bytes[(position + 1)..<limit].firstIndex(of: delimiter) else { return nil }
    defer { position = end + 1 }
    return (position + 1)..<end
  }

  /// What stands between braces, the first of which ends before `start`; nil where the second is missing.
  mutating func rawGroup(from start: Int) -> Range<Int>? {
    var depth = 1
    var i = start
    while i < limit {
      switch bytes[i] {
      case UInt8(ascii: "\\"): i += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 {
        position = i + 1
        return start..<i
      }
      i += 1
    }
    return nil
  }

  private mutating func space() -> Token {
    let start = position
    while position < limit, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
    return Token(kind: .space, scalar: 0x20, start: start, end: start + 1, offset: start)
  }

  private mutating func skipComment() {
    while position < limit, bytes[position] != 0x0A { position += 1 }
    if position < limit { position += 1 }
  }

  private mutating func single(_ byte: UInt8) -> Token {
    let kind: Token.Kind =
      switch byte {
      case UInt8(ascii: "{"): .open
      case UInt8(ascii: "}"): .close
      case UInt8(ascii: "&"): .alignment
      case UInt8(ascii: "^"): .superscript
      case UInt8(ascii: "_"): .subscript
      case UInt8(ascii: "'"): .prime
      case UInt8(ascii: "#"): .parameter
      case UInt8(ascii: "~"): .tie
      case UInt8(ascii: "$"): .dollar
      default: .character
      }
    defer { position += 1 }
    return Token(kind: kind, scalar: UInt32(byte), start: position, end: position + 1, offset: position)
  }

  /// A control word takes the spaces after it along, a control symbol does not (TeXbook, page 8).
  private mutating func command() -> Token {
    let offset = position
    position += 1
    guard position < limit else { return Token(kind: .command, start: limit, end: limit, offset: offset) }
    let start = position
    while position < limit, bytes[position].isLetter { position += 1 }
    var token = Token(kind: .command, scalar: UInt32(bytes[start]), start: start, end: position, offset: offset)
    if position == start {
      token.scalar = scalar()
      token.end = position
    } else {
      while position < limit, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
    }
    return token
  }

  /// Nil for what must not reach a terminal: C1 controls, bidirectional controls, marks of byte order.
  private mutating func beyondASCII() -> Token? {
    let start = position
    let value = scalar()
    switch value {
    case 0x80..<0xA0, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2028...0x2029, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      return nil
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      return Token(kind: .space, scalar: 0x20, start: start, end: position, offset: start)
    default: return Token(kind: .character, scalar: value, start: start, end: position, offset: start)
    }
  }

  private mutating func scalar() -> UInt32 {
    let (value, length) = bytes.span.extracting(position..<limit).firstScalar
    position += length
    return value
  }
}

extension UInt8 {
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
