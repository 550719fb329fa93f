extension Parser {
  /// One argument: a group, or a single symbol or command with its own arguments.
  mutating func argument() -> Row {
    skipSpaces()
    if isTooDeep { return Row([tooDeep()]) }
    let token = peek()
    switch token.kind {
    case .open:
      next()
      let row = inside(.group) { $0.row() }
      close(token)
      return row
    case .end, .close, .alignment, .dollar:
      report("an argument is missing", at: token.offset)
      return Row()
    case .superscript, .subscript:
      report("an argument is missing", at: token.offset)
      return Row()
    case .prime:
      next()
      return Row([Atom(0x2032)])
    case .character:
      next()
      return Row([Parser.character(token.scalar, alphabet)])
    case .command where isClosing(token):
      report("an argument is missing", at: token.offset)
      return Row()
    default:
      return deeper { parser in
        var items: [any Construct] = []
        parser.nucleus(token, into: &items)
        return Row(items)
      }
    }
  }

  /// An argument in an alphabet.
  mutating func argument(in alphabet: Alphabet) -> Row {
    let before = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = before }
    return argument()
  }

  private func isClosing(_ token: Token) -> Bool {
    lexer.spells(token, "right") || lexer.spells(token, "end") || lexer.spells(token, "\\") || lexer.spells(token, "cr")
  }

  /// `[…]` as a formula.
  mutating func optionalRow() -> Row? {
    skipSpaces()
    guard peek().kind == .character, peek().scalar == 0x5B, !isTooDeep else { return nil }
    let open = next()
    let row = inside(.bracket) { $0.row() }
    if peek().kind == .character, peek().scalar == 0x5D { next() } else { report("'[' is not closed", at: open.offset) }
    return row
  }

  /// `[…]` as text.
  mutating func optionalText() -> String? {
    skipSpaces()
    guard peek().kind == .character, peek().scalar == 0x5B else { return nil }
    let open = next()
    var text = ""
    while true {
      let token = peek()
      if token.kind == .end {
        report("'[' is not closed", at: open.offset)
        return text
      }
      next()
      if token.kind == .character, token.scalar == 0x5D { return text }
      text += spelled(token)
    }
  }

  /// `{…}` as text, or one token.
  mutating func textArgument() -> String {
    skipSpaces()
    let open = peek()
    guard open.kind == .open else {
      if open.kind == .end || open.kind == .close {
        report("an argument is missing", at: open.offset)
        return ""
      }
      return spelled(next())
    }
    if let text = rawGroup() { return text }
    next()
    var text = ""
    var levels = 1
    while true {
      let token = nextUnexpanded()
      if token.kind == .end {
        report("'{' is not closed", at: open.offset)
        return text
      }
      if token.kind == .open { levels += 1 }
      if token.kind == .close { levels -= 1 }
      if levels == 0 { return text }
      text += spelled(token)
    }
  }

  func spelled(_ token: Token) -> String { (token.kind == .command ? "\\" : "") + lexer.text(token) }

  /// The delimiter after `\left`, `\bigl` …; nil for `.`.
  mutating func delimiter(after command: Token) -> Unicode.Scalar? {
    skipSpaces()
    let token = peek()
    if token.kind == .character, token.scalar == 0x2E {
      next()
      return nil
    }
    if let delimiter = delimiter(token) {
      next()
      return delimiter
    }
    report("'\\\(lexer.text(command))' wants a delimiter", at: command.offset)
    return nil
  }

  /// A delimiter of `\genfrac`, which may stand in braces or be missing.
  mutating func optionalDelimiter() -> Unicode.Scalar? {
    skipSpaces()
    let isBraced = peek().kind == .open
    if isBraced { next() }
    skipSpaces()
    let found = delimiter(peek())
    if found != nil || (peek().kind == .character && peek().scalar == 0x2E) { next() }
    skipSpaces()
    if isBraced, peek().kind == .close { next() }
    return found
  }

  private mutating func delimiter(_ token: Token) -> Unicode.Scalar? {
    switch token.kind {
    case .character:
      switch token.scalar {
      case 0x3C: return "⟨"
      case 0x3E: return "⟩"
      case 0x28, 0x29, 0x5B, 0x5D, 0x7C, 0x2F: return Unicode.Scalar(token.scalar)
      case 0..<0x80: return nil
      default:
        guard let row = CharacterTable.row(of: token.scalar) else { return nil }
        return row.kind == .opening || row.kind == .closing || row.kind == .ordinary || row.kind == .relation
          ? Unicode.Scalar(token.scalar) : nil
      }
    case .command:
      switch token.scalar {
      case 0x7B, 0x7D: return Unicode.Scalar(token.scalar)
      case 0x7C: return "‖"
      default: break
      }
      guard let command = command(token) else { return nil }
      switch command.kind {
      case .opening, .closing: return Unicode.Scalar(command.scalars.first)
      case .ordinary where ["Vert", "vert", "backslash"].contains(lexer.text(token)):
        return Unicode.Scalar(command.scalars.first)
      case .relation where "↑↓↕⇑⇓⇕∥∣|".unicodeScalars.contains { $0.value == command.scalars.first }:
        return Unicode.Scalar(command.scalars.first)
      default: return nil
      }
    default: return nil
    }
  }

  /// A length in em: `1em`, `{10mu}`, `-2.5pt`.
  mutating func length() -> Double {
    skipSpaces()
    if peek().kind == .character, peek().scalar == 0x3D { next() }
    skipSpaces()
    if takeStar() { skipSpaces() }
    if peek().kind == .open {
      let open = peek()
      let text = textArgument()
      if let em = Parser.em(text) { return em }
      report("'\(text)' is no length", at: open.offset)
      return 0
    }
    let start = peek()
    var text = ""
    while peek().kind == .character || peek().kind == .space, text.utf8.count < 24 {
      let token = peek()
      let isNumber =
        token.scalar == 0x2E || token.scalar == 0x2D || token.scalar == 0x2B || token.scalar &- 0x30 < 10
        || token.kind == .space
      let isLetter = token.scalar | 0x20 >= 0x61 && token.scalar | 0x20 <= 0x7A
      guard isNumber || isLetter else { break }
      text += next().scalar.text
      if let em = Parser.em(text) { return em }
    }
    report("a length is missing", at: start.offset)
    return 0
  }

  /// A length in em; nil where it is none.
  static func em(_ text: String) -> Double? {
    let compact = text.filter { $0 != " " }
    guard compact.utf8.count > 2 else { return nil }
    let unit =
      switch compact.suffix(2) {
      case "em": 1.0
      case "ex": 0.43
      case "mu": 1.0 / 18
      case "pt", "bp": 0.1
      case "px": 0.075
      case "cm": 2.845
      case "mm": 0.2845
      case "in": 7.227
      case "pc": 1.2
      default: 0.0
      }
    guard unit > 0, let number = Double(compact.dropLast(2)), number.isFinite else { return nil }
    return max(-1000, min(1000, number * unit))
  }
}
