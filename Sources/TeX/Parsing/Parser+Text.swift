extension Parser {
  /// An argument in text mode: words, accents, formulas between dollars.
  mutating func textRow(_ alphabet: Alphabet) -> Row {
    skipSpaces()
    let open = peek()
    var items: [any Construct] = []
    guard open.kind == .open, !isTooDeep else {
      var words = ""
      if open.kind == .character {
        words = next().scalar.text
      } else if isTooDeep {
        items.append(tooDeep())
      } else {
        items = argument().items
      }
      if !words.isEmpty { items.append(TextRun(words, alphabet)) }
      return Row(items)
    }
    next()
    addText(to: &items, alphabet, open)
    return Row(items)
  }

  /// The inside of braces in text mode.
  private mutating func addText(to items: inout [any Construct], _ alphabet: Alphabet, _ open: Token) {
    let wasText = isText
    isText = true
    inside(.group) { $0.addWords(to: &items, alphabet) }
    isText = wasText
    close(open)
  }

  /// Words up to a closing brace.
  private mutating func addWords(to items: inout [any Construct], _ alphabet: Alphabet) {
    var words = ""
    var alphabet = alphabet
    while true {
      let token = peek()
      switch token.kind {
      case .end, .close:
        flush(&words, alphabet, &items)
        return
      case .space, .tie:
        next()
        if words.last != " " || token.kind == .tie { words += " " }
      case .character, .prime, .alignment, .superscript, .subscript, .parameter:
        next()
        words += Parser.typographic(token.scalar, after: &words)
      case .open:
        flush(&words, alphabet, &items)
        next()
        if isTooDeep {
          items.append(Verbatim(text: "{", isMistake: true))
        } else {
          addText(to: &items, alphabet, token)
        }
      case .dollar:
        next()
        flush(&words, alphabet, &items)
        addMath(to: &items, token)
      case .command:
        next()
        addTextCommand(token, &words, &alphabet, to: &items)
      }
    }
  }

  private mutating func flush(_ words: inout String, _ alphabet: Alphabet, _ items: inout [any Construct]) {
    if !words.isEmpty { items.append(TextRun(words, alphabet)) }
    words = ""
  }

  /// TeX's ligatures for quotes and dashes.
  private static func typographic(_ scalar: UInt32, after words: inout String) -> String {
    switch scalar {
    case 0x27:
      if words.last == "’" {
        words.removeLast()
        return "”"
      }
      return "’"
    case 0x60:
      if words.last == "‘" {
        words.removeLast()
        return "“"
      }
      return "‘"
    case 0x2D:
      if words.last == "-" {
        words.removeLast()
        return "–"
      }
      if words.last == "–" {
        words.removeLast()
        return "—"
      }
      return "-"
    default: return scalar.text
    }
  }

  /// `$…$` in text, its opening dollar taken.
  private mutating func addMath(to items: inout [any Construct], _ open: Token) {
    let wasText = isText
    isText = false
    let row = inside(.dollar) { parser in
      parser.alphabet = .normal
      return parser.row()
    }
    items.append(Group(row))
    isText = wasText
    let token = peek()
    if token.kind == .dollar || (token.kind == .command && token.scalar == 0x29) {
      next()
    } else {
      report("'\(spelled(open))' is not closed", at: open.offset)
    }
  }

  private mutating func addTextCommand(
    _ token: Token, _ words: inout String, _ alphabet: inout Alphabet, to items: inout [any Construct]
  ) {
    if let accent = textAccent(token) {
      words += accent
      return
    }
    switch token.scalar {
    case 0x28:
      flush(&words, alphabet, &items)
      addMath(to: &items, token)
      return
    case 0x24, 0x26, 0x25, 0x23, 0x5F, 0x7B, 0x7D, 0x20:
      words += token.scalar.text
      return
    case 0x2C, 0x3B, 0x3A, 0x3E, 0x5C:
      words += " "
      return
    case 0x21: return
    default: break
    }
    guard let command = command(token) else {
      flush(&words, alphabet, &items)
      items.append(Unknown.parse(&self, token))
      return
    }
    switch command.kind {
    case .textSymbol, .ordinary, .inner: words += command.value
    case .alphabetSwitch:
      flush(&words, alphabet, &items)
      alphabet = Alphabet(named: command.value)
    default:
      flush(&words, alphabet, &items)
      add(command, to: &items)
    }
  }

  /// `\'e`, `\"{o}`, `\c c`: a letter with an accent; nil where the token is no text accent.
  mutating func textAccent(_ token: Token) -> String? {
    guard isText else { return nil }
    var mark: UInt32?
    if token.end - token.start == 1 {
      mark =
        switch token.scalar {
        case 0x27: 0x301
        case 0x60: 0x300
        case 0x5E: 0x302
        case 0x7E: 0x303
        case 0x3D: 0x304
        case 0x2E: 0x307
        case 0x22: 0x308
        default: nil
        }
    }
    if mark == nil, let command = command(token), command.kind == .textAccent {
      mark = command.scalars.first
    }
    guard let mark else { return nil }
    let row = textRow(.roman)
    var text = ""
    for item in row.items { if let run = item as? TextRun { text += run.text } }
    guard let letter = text.unicodeScalars.first?.value else { return mark.text }
    if mark == 0x20DD { return Parser.circled(letter) + String(text.unicodeScalars.dropFirst()) }
    let composed = Accent.composition(of: letter == 0x131 ? 0x69 : letter, with: mark)?.text ?? letter.text + mark.text
    return composed + String(text.unicodeScalars.dropFirst())
  }

  /// A letter or digit in a circle: Unicode has them whole.
  private static func circled(_ letter: UInt32) -> String {
    switch letter {
    case 0x41...0x5A: (letter - 0x41 + 0x24B6).text
    case 0x61...0x7A: (letter - 0x61 + 0x24D0).text
    case 0x31...0x39: (letter - 0x31 + 0x2460).text
    case 0x30: (0x24EA as UInt32).text
    default: letter.text + (0x20DD as UInt32).text
    }
  }
}
