/// `\newcommand`, `\def`, `\let`, `\DeclareMathOperator` (TeXbook, chapter 20; LaTeX). They set nothing.
enum Definition {
  static func parse(_ parser: inout Parser, _ command: Command) {
    switch parser.lexer.text(command.token) {
    case "newcommand", "renewcommand", "providecommand": newCommand(&parser, command)
    case "DeclareMathOperator": mathOperator(&parser, command)
    case "let", "futurelet": alias(&parser, command)
    case "global", "long": break
    case "gdef", "xdef": definition(&parser, command, isGlobal: true)
    default: definition(&parser, command, isGlobal: false)
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
  private static func name(_ parser: inout Parser, _ command: Command) -> String? {
    var token = parser.nextUnexpanded()
    while token.kind == .space || token.kind == .open { token = parser.nextUnexpanded() }
    guard token.kind == .command || token.kind == .character || token.kind == .tie else {
      parser.push([token])
      parser.report("'\\\(parser.lexer.text(command.token))' wants a command to define", at: command.token.offset)
      return nil
    }
    let name = parser.lexer.text(token)
    let after = parser.nextUnexpanded()
    if after.kind != .close { parser.push([after]) }
    return name
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
    parser.macros.define(name, as: macro, isGlobal: false)
  }

  private static func mathOperator(_ parser: inout Parser, _ command: Command) {
    let isStarred = takeStar(&parser)
    guard let name = name(&parser, command) else { return }
    var body = parser.lexer.tokens(of: isStarred ? "\\operatorname*{" : "\\operatorname{")
    body += parser.argumentTokens(command.token)
    body += parser.lexer.tokens(of: "}")
    parser.macros.define(name, as: Macros.Macro(body: body), isGlobal: false)
  }

  /// `\let\a=\b`: the name for one token; for a macro, its present meaning.
  private static func alias(_ parser: inout Parser, _ command: Command) {
    guard let name = name(&parser, command) else { return }
    var token = parser.nextUnexpanded()
    while token.kind == .space || (token.kind == .character && token.scalar == 0x3D) { token = parser.nextUnexpanded() }
    guard token.kind != .end else { return }
    let meaning = token.kind == .command ? parser.macros[parser.lexer.text(token)] : nil
    guard meaning != nil || parser.lexer.text(token) != name else { return }
    parser.macros.define(name, as: meaning ?? Macros.Macro(body: [token]), isGlobal: false)
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
      macro.body = macro.body.flatMap { token in
        token.kind == .command
          ? parser.macros[parser.lexer.text(token)].map { $0.parameters == 0 ? $0.body : [token] } ?? [token] : [token]
      }
    }
    parser.macros.define(name, as: macro, isGlobal: isGlobal)
  }
}
