import Text

extension Parser {
  /// What ends a row besides the closing tokens of its context.
  enum Stop { case none, fenceEnd, of, over, afterOver }

  /// Atoms with their scripts, up to a token that belongs to somebody around the row.
  mutating func row(until stop: Stop = .none) -> Row {
    var items: [any Construct] = []
    items.reserveCapacity(4)
    var hasSized = false
    while true {
      let token = peek()
      switch token.kind {
      case .space:
        next()
        continue
      case .end: return finished(items, hasSized)
      case .close:
        if context.group { return finished(items, hasSized) }
        next()
        report("'}' closes nothing", at: token.offset)
        items.append(Verbatim(text: "}", isMistake: true))
        continue
      case .alignment:
        if context.table { return finished(items, hasSized) }
        next()
        report("'&' outside of an alignment", at: token.offset)
        continue
      case .dollar:
        if context.dollar { return finished(items, hasSized) }
        next()
        if !isInDollars { report("'$' inside a formula", at: token.offset) }
        continue
      case .character:
        if token.scalar == 0x5D, context.bracket { return finished(items, hasSized) }
      case .command:
        if ends(token, stop) { return finished(items, hasSized) }
        if let command = command(token), command.kind == .infix {
          next()
          if stop == .afterOver { report("'\(spelled(token))' a second time in one group", at: token.offset) }
          return Row([Fraction.infix(&self, command, numerator: finished(items, hasSized))])
        }
      case .superscript, .subscript, .prime, .open, .parameter, .tie: break
      }
      let count = items.count
      nucleus(token, into: &items)
      if token.kind != .character, items.count > count, items[items.count - 1].sized != nil { hasSized = true }
      addScripts(to: &items, from: count)
    }
  }

  private func finished(_ items: [any Construct], _ hasSized: Bool) -> Row {
    Row(hasSized ? SizedDelimiter.paired(items) : items)
  }

  /// Whether a command belongs to somebody around the row.
  private func ends(_ token: Token, _ stop: Stop) -> Bool {
    switch token.scalar {
    case 0x5C: return context.table && token.end - token.start == 1
    case 0x63: return context.table && lexer.spells(token, "cr")
    case 0x6E: return context.table && lexer.spells(token, "newline")
    case 0x65:
      return lexer.spells(token, "end")
        ? context.table : lexer.spells(token, "endgroup") || lexer.spells(token, "egroup") ? context.group : false
    case 0x72: return context.fence && lexer.spells(token, "right")
    case 0x29: return context.dollar && token.end - token.start == 1
    case 0x6F: return stop == .of && lexer.spells(token, "of") || stop == .over && lexer.spells(token, "over")
    default: return false
    }
  }

  /// What follows `\over` in its group: a second one would be ambiguous, and is reported.
  mutating func restOfGroup() -> Row {
    if isTooDeep { return Row([tooDeep()]) }
    return deeper { $0.row(until: .afterOver) }
  }

  /// One atom that begins with the next token, and its scripts.
  mutating func scripted(_ token: Token, into items: inout [any Construct]) {
    let count = items.count
    nucleus(token, into: &items)
    addScripts(to: &items, from: count)
  }

  /// `^`, `_`, `'`, `\limits` after an atom, which is among the items from `start` where there is one.
  private mutating func addScripts(to items: inout [any Construct], from start: Int) {
    let hasBase = items.count > start
    var above: Row?
    var below: Row?
    var primes = 0
    var limits: Bool?
    loop: while true {
      let token = peek()
      switch token.kind {
      case .space: next()
      case .superscript:
        if above != nil {
          report("double superscript", at: token.offset)
          break loop
        }
        next()
        above = argument()
      case .subscript:
        if below != nil {
          report("double subscript", at: token.offset)
          break loop
        }
        next()
        below = argument()
      case .prime:
        if above != nil {
          report("double superscript", at: token.offset)
          break loop
        }
        next()
        primes += 1
      case .command:
        guard token.scalar == 0x6C || token.scalar == 0x6E || token.scalar == 0x64, hasBase else { break loop }
        if lexer.spells(token, "limits") {
          limits = true
        } else if lexer.spells(token, "nolimits") {
          limits = false
        } else if !lexer.spells(token, "displaylimits") {
          break loop
        }
        next()
      default: break loop
      }
    }
    // Empty ones show nothing: `\mathbb{E}_{#1}` of a macro without its argument.
    if above?.items.isEmpty == true { above = nil }
    if below?.items.isEmpty == true { below = nil }
    if above == nil, below == nil, primes == 0 { return }
    let base = takeBase(from: start, of: &items)
    items.append(Scripts(base: base, above: above, below: below, primes: primes, limits: limits))
  }

  /// What scripts belong to: an atom, or a coloured word as a whole; nothing where a space or a switch is before them.
  private func takeBase(from start: Int, of items: inout [any Construct]) -> (any Construct)? {
    guard items.count > start, let last = items.last else { return nil }
    if last.atomClass != .none { return items.removeLast() }
    guard case .endColor = (last as? Switch)?.change else { return nil }
    let word = Row(Array(items[start...]))
    items.removeSubrange(start...)
    return Group(word)
  }

  /// One atom, without scripts, that begins with the next token; a command that makes none, or several, adds as many.
  mutating func nucleus(_ token: Token, into items: inout [any Construct]) {
    switch token.kind {
    case .open: items.append(group())
    case .character:
      next()
      items.append(Parser.character(token.scalar, alphabet))
    case .command:
      next()
      add(token, to: &items)
    case .tie:
      next()
      items.append(Space(columns: 1, mu: 6))
    case .parameter:
      next()
      report("'#' outside of a definition", at: token.offset)
      items.append(Atom(0x23))
    case .superscript, .subscript, .prime, .space, .end, .close, .alignment, .dollar: break
    }
  }

  /// `{…}`.
  private mutating func group() -> any Construct {
    if isDeepest { return tooDeep() }
    let open = next()
    let row = inside(.group) { $0.row() }
    close(open)
    if row.items.count == 1, row.items[0].atomClass == .ordinary { return row.items[0] }
    return Group(row)
  }

  /// What is nested too deep, as text.
  mutating func tooDeep() -> any Construct {
    let first = nextUnexpanded()
    report("nested deeper than \(depth) levels", at: first.offset)
    var text = lexer.bytes[first.start..<first.end]
    if first.kind == .command { return Verbatim(text: "\\" + String(decoding: text, as: UTF8.self), isMistake: true) }
    guard first.kind == .open else { return Verbatim(text: String(decoding: text, as: UTF8.self)) }
    var levels = 1
    while levels > 0 {
      let token = nextUnexpanded()
      if token.kind == .end { break }
      if token.kind == .open { levels += 1 }
      if token.kind == .close { levels -= 1 }
      if token.kind == .command { text.append(UInt8(ascii: "\\")) }
      text += lexer.bytes[token.start..<token.end]
    }
    return Verbatim(text: String(decoding: text, as: UTF8.self), isMistake: true)
  }

  /// A character typed directly.
  static func character(_ scalar: UInt32, _ alphabet: Alphabet) -> any Construct {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return Atom(scalar, .ordinary, alphabet)
    case 0x2D: return Atom(0x2212, .binary)
    case 0x2A: return Atom(0x2217, .binary)
    case 0x2B: return Atom(scalar, .binary)
    case 0x3D, 0x3C, 0x3E, 0x3A: return Atom(scalar, .relation)
    case 0x28, 0x5B: return Atom(scalar, .opening)
    case 0x29, 0x5D, 0x21, 0x3F: return Atom(scalar, .closing)
    case 0x2C, 0x3B: return Atom(scalar, .punctuation)
    case 0..<0x80: return Atom(scalar)
    default: break
    }
    if scalar >= 0x2E80, let unicode = Unicode.Scalar(scalar), unicode.columns() == 2,
      CharacterTable.row(of: scalar) == nil
    {
      return TextRun(String(Character(unicode)))
    }
    guard let kind = CharacterTable.row(of: scalar)?.kind else { return Atom(scalar, .ordinary, alphabet) }
    var atom = Atom(scalar, AtomClass(kind), alphabet)
    atom.takesLimits = kind == .largeOperator
    return atom
  }
}
