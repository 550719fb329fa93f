import Text

/// A change that holds for the rest of its row: a style, a colour. It stands among the atoms as in TeX's own lists, so
/// that their spacing and breaking go on across it (TeXbook, rule 3 of appendix G).
struct Switch: Construct {
  enum Change: Sendable {
    case style(MathStyle)
    case color(Style.Color, name: String)
    /// The end of `\textcolor{…}{…}`.
    case endColor
  }

  let change: Change
  var atomClass: AtomClass { .none }
  func role(in style: MathStyle) -> Role { .change(change) }

  /// `\displaystyle` and its kin.
  static func parseStyle(_ parser: inout Parser, _ command: Command) -> any Construct {
    let first = command.token.scalar
    if first == 0x64 { return Switch(change: .style(.display)) }
    if first == 0x74 { return Switch(change: .style(.text)) }
    return Switch(change: .style(parser.lexer.spells(command.token, "scriptstyle") ? .script : .scriptScript))
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box { layout.blank() }
  func write(to xml: inout MathML, _ style: MathStyle) {}
  func addSymbols(to sequence: inout SymbolSequence) {}
  func addCanonical(to text: inout String) {}
}
