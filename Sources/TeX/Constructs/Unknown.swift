/// A command nobody knows, as it was written: `\frc{a}{b}`. What stands in its braces is set as formulas.
enum Unknown {
  /// Takes the groups that follow as arguments: how many there should be, nobody knows.
  static func parse(_ parser: inout Parser, _ token: Token) -> any Construct {
    parser.report(
      "unknown command '\(parser.spelled(token))'", at: token.offset, unknown: parser.lexer.text(token))
    let shown = Verbatim(text: parser.spelled(token), isMistake: true)
    var items: [any Construct] = [shown]
    while parser.peek().kind == .open, !parser.isTooDeep {
      let argument = parser.isText ? parser.textRow(.roman) : parser.argument()
      items += [Atom(0x7B, .opening), Group(argument), Atom(0x7D, .closing)]
    }
    return items.count == 1 ? shown : Group(Row(items))
  }
}
