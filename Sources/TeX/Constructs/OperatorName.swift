/// `\log`, `\max`, `\operatorname{softmax}`, `\operatorname*{…}` (TeXbook, page 162; rule 13 of appendix G).
struct OperatorName: Construct {
  let name: String
  var takesLimits = false

  var atomClass: AtomClass { .largeOperator }
  func hasLimits(in style: MathStyle) -> Bool { takesLimits && style == .display }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    OperatorName(name: command.value, takesLimits: command.kind == .limitName)
  }

  /// `\operatorname{name}`: letters upright; anything else in it keeps its look.
  static func parseNamed(_ parser: inout Parser, _ command: Command) -> any Construct {
    var takesLimits = parser.lexer.spells(command.token, "operatornamewithlimits")
    parser.skipSpaces()
    if parser.peek().kind == .character, parser.peek().scalar == 0x2A {
      _ = parser.next()
      takesLimits = true
    }
    let row = parser.argument(in: .roman)
    var name = ""
    for item in row.items {
      if let atom = item.asAtom, atom.alphabet == .roman, atom.second == 0 {
        name += (atom.scalar == 0x2212 ? 0x2D : atom.scalar == 0x2217 ? 0x2A : atom.scalar).text
      } else if let text = item as? TextRun {
        name += text.text
      } else if case .space(let columns, _) = item.role(in: .text) {
        if columns > 0 { name += " " }
      } else if let operatorName = item as? OperatorName {
        name += operatorName.name
      } else {
        var group = Group(row, .largeOperator)
        group.takesLimits = takesLimits
        return group
      }
    }
    return OperatorName(name: name, takesLimits: takesLimits)
  }

  /// `\varlimsup` and its kin: `lim` with a rule or an arrow.
  static func parseLogo(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "varlimsup":
      Accent(row: Row([OperatorName(name: "lim")]), mark: .rule, isBelow: false, atomClass: .largeOperator)
    case "varliminf":
      Accent(row: Row([OperatorName(name: "lim")]), mark: .rule, isBelow: true, atomClass: .largeOperator)
    case "varinjlim":
      Accent(row: Row([OperatorName(name: "lim")]), mark: .rightArrow, isBelow: true, atomClass: .largeOperator)
    case "varprojlim":
      Accent(row: Row([OperatorName(name: "lim")]), mark: .leftArrow, isBelow: true, atomClass: .largeOperator)
    case "LaTeX": TextRun("LATEX")
    case "TeX": TextRun("TEX")
    default: TextRun("KATEX")
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = layout.box { $0.spell(name) }
    box.left = .word
    box.right = .word
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.element("mi", name.unicodeScalars.count == 1 ? #"mathvariant="normal""# : "", name)
  }

  func addSymbols(to sequence: inout SymbolSequence) { sequence.append(name) }
  func addCanonical(to text: inout String) { text += name + " " }
}
