/// `\rule[lift]{width}{height}`: a black bar; without height nothing but room.
struct Rule: Construct {
  let columns: Int

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    _ = parser.optionalText()
    let width = Parser.em(parser.textArgument()) ?? 0
    let height = Parser.em(parser.textArgument()) ?? 0
    if height <= 0 { return Space(columns: max(0, min(Int((width * 2).rounded()), 40)), mu: Int(min(width, 50) * 18)) }
    return Rule(columns: max(1, min(Int((width * 2).rounded()), 40)))
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    layout.box { layout in
      layout.repeated(layout.drawsASCII ? "=" : "▄", columns, 0, 0)
      return columns
    }
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.empty(
      "mspace",
      "width=\"\(columns / 2).\(columns % 2 == 0 ? 0 : 5)em\" height=\"0.5em\" style=\"background: currentColor\"")
  }

  func addSymbols(to sequence: inout SymbolSequence) {}
  func addCanonical(to text: inout String) {}
}
