/// `a \bmod b`, `x \pmod a`, `\mod`, `\pod` (TeXbook, page 164; amsmath).
enum Modulo {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "bmod": return Group(Row([OperatorName(name: "mod")]), .binary)
    case "mod":
      return Group(Row([Space(columns: 2, mu: 18), OperatorName(name: "mod"), Group(parser.argument())]), .ordinary)
    case "pod": return bracketed(parser.argument().items)
    default: return bracketed([OperatorName(name: "mod"), Group(parser.argument())])
    }
  }

  private static func bracketed(_ items: [any Construct]) -> any Construct {
    Group(Row([Space(columns: 1, mu: 8), Atom(0x28, .opening)] + items + [Atom(0x29, .closing)]))
  }
}
