/// Space by a command or a length: `\quad`, `\,`, `\hspace{1em}` (TeXbook, page 168).
struct Space: Construct {
  /// In cells; negative ones take away the space of their neighbours.
  let columns: Int
  /// `\,`, which scripts drop.
  var isThin = false
  /// Eighteenths of an em, for MathML.
  let mu: Int

  var atomClass: AtomClass { .none }
  func role(in style: MathStyle) -> Role { .space(columns: columns, isThin: isThin) }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch command.value {
    case "thin": Space(columns: 1, isThin: true, mu: 3)
    case "2": Space(columns: 2, mu: 18)
    case "4": Space(columns: 4, mu: 36)
    case "-1": Space(columns: -1, mu: -3)
    default: Space(columns: 1, mu: command.token.end - command.token.start > 8 ? 5 : 9)
    }
  }

  /// `\hspace{1em}`, `\kern-2pt`, `\mskip{10mu}`.
  static func parseLength(_ parser: inout Parser, _ command: Command) -> any Construct {
    let em = parser.length()
    return Space(columns: em < 0 ? -1 : min(Int((em * 2).rounded()), 40), mu: Int(max(-1000, min(1000, em * 18))))
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box { layout.blank() }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let thousandths = mu * 1000 / 18
    let sign = thousandths < 0 ? "-" : ""
    let digits = String(abs(thousandths) % 1000)
    let fraction = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    xml.empty("mspace", "width=\"\(sign)\(abs(thousandths) / 1000).\(fraction)em\"")
  }

  func addSymbols(to sequence: inout SymbolSequence) {}
  func addCanonical(to text: inout String) {}
}
