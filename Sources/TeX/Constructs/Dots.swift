/// `\dots` and its kin: low between commas, raised between operators (amsmath; KaTeX's `\dots`).
enum Dots {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "dotsb", "dotsi", "dotsm": return Atom(0x22EF, .inner)
    case "dotsc", "dotso": return Atom(0x2026, .inner)
    default:
      parser.skipSpaces()
      return Atom(isRaised(before: parser.peek(), &parser) ? 0x22EF : 0x2026, .inner)
    }
  }

  private static func isRaised(before token: Token, _ parser: inout Parser) -> Bool {
    switch token.kind {
    case .character: "+-*=<>∈≤≥≠×⋅".unicodeScalars.contains { $0.value == token.scalar }
    case .command:
      switch parser.command(token)?.kind {
      case .binary, .relation, .largeOperator, .integral: true
      default: false
      }
    default: false
    }
  }
}
