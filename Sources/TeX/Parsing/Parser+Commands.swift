extension Parser {
  /// What a command makes, appended to the row being parsed: mostly one construct, sometimes none or several.
  mutating func add(_ token: Token, to items: inout [any Construct]) {
    if let atom = controlSymbol(token) {
      items += atom
    } else if let command = command(token) {
      add(command, to: &items)
    } else {
      items.append(Unknown.parse(&self, token))
    }
  }

  /// Every kind of command and the construct that parses it.
  mutating func add(_ command: Command, to items: inout [any Construct]) {
    switch command.kind {
    case .ordinary, .binary, .relation, .opening, .closing, .punctuation, .inner, .largeOperator, .integral,
      .textSymbol:
      items.append(Atom(command, alphabet))
    case .functionName, .limitName: items.append(OperatorName.parse(&self, command))
    case .accent, .wideAccent, .accentBelow: items.append(Accent.parse(&self, command))
    case .brace: items.append(Brace.parse(&self, command))
    case .fraction: items.append(Fraction.parse(&self, command))
    case .radical: items.append(Radical.parse(&self, command))
    case .arrow: items.append(Arrow.parse(&self, command))
    case .alphabet: items += Letters.parse(&self, command)
    case .alphabetSwitch: alphabet = Alphabet(named: command.value)
    case .text: items += textRow(command.value.isEmpty ? .roman : Alphabet(named: command.value)).items
    case .textAccent: items.append(TextRun(inText { $0.textAccent(command.token) ?? "" }))
    case .sizedDelimiter: items.append(SizedDelimiter.parse(&self, command))
    case .fence: items.append(isTooDeep ? tooDeep() : Fence.parse(&self, command))
    case .fenceEnd: items.append(Fence.parseEnd(&self, command))
    case .environment: items.append(isTooDeep ? tooDeep() : Environment.parse(&self, command))
    case .environmentEnd: items.append(Environment.parseEnd(&self, command))
    case .negation: items.append(Negation.parse(&self, command))
    case .space: items.append(Space.parse(&self, command))
    case .length: items.append(Space.parseLength(&self, command))
    case .phantom: items.append(Phantom.parse(&self, command))
    case .color: Colored.parse(&self, command, into: &items)
    case .cancel: items.append(Cancel.parse(&self, command))
    case .enclosure: items.append(Enclosure.parse(&self, command))
    case .link: items.append(Link.parse(&self, command))
    case .styleSwitch: items.append(Switch.parseStyle(&self, command))
    case .stack: items.append(Stack.parse(&self, command))
    case .mathClass: items.append(Group.parseClass(&self, command))
    case .choice: items.append(Group.parseChoice(&self, command))
    case .operatorName: items.append(OperatorName.parseNamed(&self, command))
    case .logo: items.append(OperatorName.parseLogo(&self, command))
    case .definition: Definition.parse(&self, command)
    case .modulo: items.append(Modulo.parse(&self, command))
    case .braket: items.append(BraKet.parse(&self, command))
    case .verbatim: items.append(Verbatim.parse(&self, command))
    case .tag: if let shown = Tag.parse(&self, command) { items.append(shown) }
    case .dots: items.append(Dots.parse(&self, command))
    case .rule: items.append(Rule.parse(&self, command))
    case .substack: items.append(isTooDeep ? tooDeep() : Environment.parseSubstack(&self, command))
    case .number: items.append(Number.parse(&self, command))
    case .leftScripts: items.append(LeftScripts.parse(&self, command))
    case .chemistry: items.append(Chemistry.parse(&self, command))
    case .group:
      if lexer.spells(command.token, "begingroup") || lexer.spells(command.token, "bgroup") { addGroup(to: &items) }
    case .tableLine:
      if command.token.scalar != 0x68 { _ = textArgument() }
      if lexer.spells(command.token, "multicolumn") {
        _ = textArgument()
        items += argument().items
      }
    case .infix, .newRow, .sizeSwitch, .nothing: break
    }
  }

  /// `\begingroup … \endgroup`.
  private mutating func addGroup(to items: inout [any Construct]) {
    if isTooDeep { return items.append(tooDeep()) }
    let inner = inside(.group) { $0.row() }
    if peek().kind == .command { next() }
    items.append(Group(inner))
  }

  private mutating func inText<T>(_ body: (inout Parser) -> T) -> T {
    let before = isText
    isText = true
    defer { isText = before }
    return body(&self)
  }

  /// `\{`, `\,`, `\|` …: a backslash and one character that is no letter; nil for control words.
  private mutating func controlSymbol(_ token: Token) -> [any Construct]? {
    if token.end == token.start {
      report("a lone backslash", at: token.offset)
      return [Verbatim(text: "\\", isMistake: true)]
    }
    switch token.scalar {
    case 0x41...0x5A, 0x61...0x7A: return nil
    case 0x7B: return [Atom(0x7B, .opening)]
    case 0x7D: return [Atom(0x7D, .closing)]
    case 0x7C: return [Atom(0x2016)]
    case 0x2C: return [Space(columns: 1, isThin: true, mu: 3)]
    case 0x3A, 0x3E: return [Space(columns: 1, mu: 4)]
    case 0x3B: return [Space(columns: 1, mu: 5)]
    case 0x21: return [Space(columns: -1, mu: -3)]
    case 0x20, 0x09...0x0D: return [Space(columns: 1, mu: 6)]
    case 0x23, 0x24, 0x25, 0x26, 0x5F: return [Atom(token.scalar)]
    case 0x28, 0x29, 0x5B, 0x5D, 0x2F, 0x2D: return []
    case 0x5C:
      report("a new row outside of an alignment", at: token.offset)
      return []
    case 0x27, 0x60, 0x5E, 0x7E, 0x3D, 0x2E, 0x22:
      return inText { $0.textAccent(token) }.map { [TextRun($0)] }
    default: return nil
    }
  }
}
