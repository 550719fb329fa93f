/// `\overset{a}{=}`, `\underset{x}{\max}`, `\stackrel{d}{=}`: one formula above or below another
/// (amsmath; TeXbook, page 361, on `\buildrel`).
struct Stack: Construct {
  let base: Row
  let above: Row?
  let below: Row?
  let atomClass: AtomClass

  var rows: [Row] { [below, base, above].compactMap { $0 } }
  var binding: Binding { .power }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.lexer.text(command.token)
    if name == "buildrel" {
      if parser.isTooDeep { return parser.tooDeep() }
      let above = parser.deeper { $0.row(until: .over) }
      if parser.peek().kind == .command { _ = parser.next() }
      return Stack(base: parser.argument(), above: above, below: nil, atomClass: .relation)
    }
    let script = parser.argument()
    let base = parser.argument()
    let atomClass: AtomClass = name == "stackrel" ? .relation : base.atomClassAsOne
    return Stack(
      base: base, above: name == "underset" ? nil : script, below: name == "underset" ? script : nil,
      atomClass: atomClass)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let base = base.box(in: &layout, style)
    let top = above.map { $0.box(in: &layout, style.ofScripts) }
    let bottom = below.map { $0.box(in: &layout, style.ofScripts) }
    return layout.stacked(base, above: top, below: bottom, from: start)
  }

  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    Scripts(base: base.single ?? Group(base), above: above, below: below, limits: false).line(in: &layout, style)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped(above == nil ? "munder" : "mover") {
      base.write(to: &$0, style, isAlone: false)
      (above ?? below ?? Row()).write(to: &$0, style.ofScripts)
    }
  }

  func addCanonical(to text: inout String) {
    base.addCanonical(to: &text)
    for (mark, row) in [("_{", below), ("^{", above)] {
      guard let row else { continue }
      text += mark
      row.addCanonical(to: &text)
      text += "}"
    }
  }
}

extension Row {
  /// The class of a formula that stands for one atom: that of its only atom (KaTeX's `binrelClass`).
  var atomClassAsOne: AtomClass {
    let atoms = items.filter { $0.atomClass != .none }
    guard let first = atoms.first else { return .ordinary }
    if atoms.count == 1 { return first.atomClass }
    return atoms.allSatisfy { $0.atomClass == .largeOperator } ? .largeOperator : .ordinary
  }
}
