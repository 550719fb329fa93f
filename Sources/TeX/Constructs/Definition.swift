/// `\newcommand`, `\def`, `\let`, `\DeclareMathOperator` (TeXbook, chapter 20; LaTeX). They set nothing.
enum Definition {
  static func parse(_ parser: inout Parser, _ command: Command) {
    var command = command
    var isGlobal = false
    // What stands before a definition: `\global\long\def`.
    while parser.lexer.spells(command.token, "global") || parser.lexer.spells(command.token, "long") {
      if parser.lexer.spells(command.token, "global") { isGlobal = true }
      parser.skipSpaces()
      let token = parser.peek()
      guard token.kind == .command, let next = parser.command(token), next.kind == .definition else { return }
      parser.next()
      command = next
    }
    switch parser.lexer.text(command.token) {
    case "newcommand", "renewcommand", "providecommand": newCommand(&parser, command)
    case "DeclareMathOperator": mathOperator(&parser, command)
    case "let", "futurelet": alias(&parser, command, isGlobal: isGlobal)
    case "gdef", "xdef": definition(&parser, command, isGlobal: true)
    default: definition(&parser, command, isGlobal: isGlobal)
    }
  }

  /// The star of `\newcommand*`, looked for without expanding what follows.
  private static func takeStar(_ parser: inout Parser) -> Bool {
    let token = parser.nextUnexpanded()
    if token.kind == .character, token.scalar == 0x2A { return true }
    parser.push([token])
    return false
  }

  /// The name being defined, with or without braces; nil with a report where there is none.
  private static func name(_ parser: inout Parser, _ command: Command) -> Token? {
    var token = parser.nextUnexpanded()
    while token.kind == .space || token.kind == .open { token = parser.nextUnexpanded() }
    guard token.kind == .command || token.kind == .character || token.kind == .tie else {
      parser.push([token])
      parser.report("'\\\(parser.lexer.text(command.token))' wants a command to define", at: command.token.offset)
      return nil
    }
    let after = parser.nextUnexpanded()
    if after.kind != .close { parser.push([after]) }
    return token
  }

  private static func newCommand(_ parser: inout Parser, _ command: Command) {
    _ = takeStar(&parser)
    guard let name = name(&parser, command) else { return }
    var macro = Macros.Macro()
    if let count = parser.bracketedTokens()?.first {
      macro.parameters = max(0, min(9, Int(count.scalar) - 0x30))
      macro.preset = macro.parameters > 0 ? parser.bracketedTokens() : nil
    }
    macro.body = parser.argumentTokens(command.token)
    let isKnown = parser.macro(of: name) != nil || parser.command(name) != nil
    if isKnown, parser.lexer.spells(command.token, "providecommand") { return }
    parser.macros.define(parser.lexer.text(name), as: macro, isGlobal: false)
  }

  private static func mathOperator(_ parser: inout Parser, _ command: Command) {
    let isStarred = takeStar(&parser)
    guard let name = name(&parser, command) else { return }
    var body = parser.lexer.tokens(of: isStarred ? "\\operatorname*{" : "\\operatorname{")
    body += parser.argumentTokens(command.token)
    body += parser.lexer.tokens(of: "}")
    parser.macros.define(parser.lexer.text(name), as: Macros.Macro(body: body), isGlobal: false)
  }

  /// `\let\a=\b`: the name for one token, with the meaning it has now.
  private static func alias(_ parser: inout Parser, _ command: Command, isGlobal: Bool) {
    guard let name = name(&parser, command) else { return }
    var token = parser.unexpandedAfterSpaces()
    if token.kind == .character, token.scalar == 0x3D { token = parser.unexpandedAfterSpaces() }
    guard token.kind != .end else { return }
    let meaning = parser.macro(of: token)
    token.isFrozen = true
    parser.macros.define(parser.lexer.text(name), as: meaning ?? Macros.Macro(body: [token]), isGlobal: isGlobal)
  }

  /// `\def\name#1#2.{body}`.
  private static func definition(_ parser: inout Parser, _ command: Command, isGlobal: Bool) {
    guard let name = name(&parser, command) else { return }
    var macro = Macros.Macro(delimiters: [[]])
    while true {
      let token = parser.nextUnexpanded()
      if token.kind == .end || token.kind == .open {
        parser.push([token])
        break
      }
      if token.kind == .parameter {
        let digit = parser.nextUnexpanded()
        if digit.kind == .open || digit.kind == .end {
          parser.push([digit])
          break
        }
        macro.parameters = min(9, macro.parameters + 1)
        macro.delimiters.append([])
      } else {
        macro.delimiters[macro.delimiters.count - 1].append(token)
      }
    }
    macro.body = parser.argumentTokens(command.token)
    if macro.delimiters.allSatisfy({ $0.isEmpty }) { macro.delimiters = [] }
    if parser.lexer.spells(command.token, "edef") || parser.lexer.spells(command.token, "xdef") {
      guard let body = expanded(macro.body, &parser, command) else { return }
      macro.body = body
    }
    parser.macros.define(parser.lexer.text(name), as: macro, isGlobal: isGlobal)
  }

  /// A body with the macros in it that take no arguments put in their places; nil with a report where it grows too
  /// long.
  private static func expanded(_ body: [Token], _ parser: inout Parser, _ command: Command) -> [Token]? {
    var expanded: [Token] = []
    for token in body {
      guard parser.mayMake(expanded.count, command.token) else { return nil }
      if let macro = parser.macro(of: token), macro.parameters == 0 {
        expanded += macro.body
      } else {
        expanded.append(token)
      }
    }
    parser.macros.tokens += expanded.count
    return expanded
  }
}
