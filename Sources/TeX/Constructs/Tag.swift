/// `\tag{1}`, `\tag*{*}`: the number of an equation, at its right (amsmath; TeXbook, chapter 19, on `\eqno`).
struct Tag: Construct {
  let row: Row
  /// Without brackets.
  let isBare: Bool

  var rows: [Row] { [row] }

  /// `\tag` gives its text to the row it stands in; `\label`, `\nonumber` leave nothing.
  static func parse(_ parser: inout Parser, _ command: Command) -> (any Construct)? {
    switch parser.lexer.text(command.token) {
    case "tag":
      let isBare = parser.takeStar()
      parser.tag = Tag(row: parser.textRow(.roman), isBare: isBare)
      return nil
    case "label":
      _ = parser.textArgument()
      return nil
    case "ref": return TextRun(parser.textArgument())
    case "eqref": return TextRun("(" + parser.textArgument() + ")")
    default: return nil
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let box = row.box(in: &layout, .text)
    return isBare ? box : layout.bracketed(box)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped("mrow") {
      if !isBare { $0.element("mtext", "(") }
      row.write(to: &$0, .text)
      if !isBare { $0.element("mtext", ")") }
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {}
  func addCanonical(to text: inout String) {}
}
