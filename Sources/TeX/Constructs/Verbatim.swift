import Text

/// Source shown as it stands: `\verb|x|`; an unknown command; what is nested deeper than the parser goes
/// (LaTeX; TeXbook, page 381, on `\verbatim`).
struct Verbatim: Construct {
  let text: String
  /// A mistake, dimmed and in red.
  var isMistake = false

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    guard let text = parser.verbatim() else {
      parser.report("'\\verb' wants its text between two equal characters", at: command.token.offset)
      return Verbatim(text: "\\verb", isMistake: true)
    }
    return Verbatim(text: text)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let before = layout.look
    defer { layout.look = before }
    if isMistake {
      layout.look.color = .red
      layout.look.flags |= Look.dim
    }
    return layout.box { $0.spell(text) }
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    if isMistake { xml.wrapped("merror") { $0.element("mtext", text) } } else { xml.element("mtext", text) }
  }

  func addSymbols(to sequence: inout SymbolSequence) { sequence.append(text) }
  func addCanonical(to text: inout String) { text += self.text }
}
