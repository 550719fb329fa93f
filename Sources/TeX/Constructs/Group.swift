/// A group in braces: one ordinary atom to its neighbours (TeXbook, page 290); or another class, by `\mathbin{…}` and
/// kin.
struct Group: Construct {
  var row: Row
  var atomClass = AtomClass.ordinary
  /// `\mathop{…}` takes limits as `∑` does.
  var takesLimits = false

  init(_ row: Row, _ atomClass: AtomClass = .ordinary) {
    self.row = row
    self.atomClass = atomClass
  }

  var rows: [Row] { [row] }
  var binding: Binding { row.binding }
  var isUpright: Bool { row.items.isEmpty }
  func hasLimits(in style: MathStyle) -> Bool { takesLimits && style == .display }

  /// `\mathrel{…}` and its kin.
  static func parseClass(_ parser: inout Parser, _ command: Command) -> any Construct {
    var group = Group(parser.argument())
    switch parser.lexer.text(command.token) {
    case "mathbin": group.atomClass = .binary
    case "mathclose": group.atomClass = .closing
    case "mathinner": group.atomClass = .inner
    case "mathop":
      group.atomClass = .largeOperator
      group.takesLimits = true
    case "mathopen": group.atomClass = .opening
    case "mathpunct": group.atomClass = .punctuation
    case "mathrel": group.atomClass = .relation
    default: break
    }
    return group
  }

  /// `\mathchoice{D}{T}{S}{SS}`: the display one; scripts hold rarely more than a space.
  static func parseChoice(_ parser: inout Parser, _ command: Command) -> any Construct {
    let display = parser.argument()
    for _ in 0..<3 { _ = parser.argument() }
    return Group(display)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box { row.boxWithEnd(in: &layout, style) }

  func write(to xml: inout MathML, _ style: MathStyle) {
    switch atomClass {
    case .ordinary, .inner, .none: row.write(to: &xml, style)
    default:
      if row.items.allSatisfy({ $0.asAtom != nil }), !row.items.isEmpty {
        let text = row.items.reduce("") { $0 + ($1.asAtom?.scalar.text ?? "") }
        if atomClass == .binary || atomClass == .relation {
          xml.infix(text, atomClass, style)
        } else {
          xml.element("mo", #"stretchy="false""#, text)
        }
      } else if !style.isScript, atomClass == .binary || atomClass == .relation {
        let space = atomClass == .relation ? #"width="0.278em""# : #"width="0.222em""#
        xml.wrapped("mrow") { xml in
          xml.empty("mspace", space)
          row.write(to: &xml, style)
          xml.empty("mspace", space)
        }
      } else {
        row.write(to: &xml, style)
      }
    }
  }
}
