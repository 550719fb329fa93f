/// `\left( … \middle| … \right)`: delimiters as tall as what they hold (TeXbook, rule 19 of appendix G); and pairs of
/// `\bigl( … \bigr)`, which grow with their content alike.
struct Fence: Construct {
  let open: Unicode.Scalar?
  let close: Unicode.Scalar?
  /// Between the delimiters; a `Middle` among the items divides it.
  let row: Row
  let standsTall: Bool

  var atomClass: AtomClass { .inner }
  var rows: [Row] { [row] }

  init(open: Unicode.Scalar?, close: Unicode.Scalar?, row: Row) {
    self.open = open
    self.close = close
    self.row = row
    standsTall = row.items.contains { $0.standsTall }
  }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let open = parser.delimiter(after: command.token)
    return parser.inside(.fence) { parser in
      let row = parser.row(until: .fenceEnd)
      let end = parser.peek()
      guard end.kind == .command, parser.lexer.spells(end, "right") else {
        parser.report("'\\left' has no '\\right'", at: command.token.offset)
        return Fence(open: open, close: nil, row: row)
      }
      parser.next()
      return Fence(open: open, close: parser.delimiter(after: end), row: row)
    }
  }

  /// `\right` without `\left`, and `\middle`.
  static func parseEnd(_ parser: inout Parser, _ command: Command) -> any Construct {
    let delimiter = parser.delimiter(after: command.token)
    if parser.lexer.spells(command.token, "right") {
      parser.report("'\\right' has no '\\left'", at: command.token.offset)
      return Atom(delimiter?.value ?? 0x200B, .closing)
    }
    return Middle(delimiter: delimiter)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let outer = layout.fence
    let limit = layout.limit
    defer {
      layout.fence = outer
      layout.limit = limit
    }
    layout.fence = nil
    layout.limit = layout.limit(less: 2)
    if row.items.contains(where: { $0 is Middle }), !layout.isMeasuring {
      // Fences inside are set once while this one is measured, or every level would double the work.
      layout.isMeasuring = true
      let box = row.box(in: &layout, style)
      layout.isMeasuring = false
      layout.discard(from: start)
      layout.fence = layout.extent(for: box, open, close)
    }
    let box = row.box(in: &layout, style)
    return layout.fenced(box, open, close)
  }

  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    let inner = row.box(in: &layout, style)
    return layout.fenced(inner, open, close)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped("mrow") { xml in
      xml.element("mo", #"fence="true" form="prefix" stretchy="true""#, open?.value.text ?? "")
      row.write(to: &xml, style)
      xml.element("mo", #"fence="true" form="postfix" stretchy="true""#, close?.value.text ?? "")
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    if let open { sequence.append(open.value) }
    row.addSymbols(to: &sequence)
    if let close { sequence.append(close.value) }
  }

  func addCanonical(to text: inout String) {
    text += open?.value.text ?? ""
    row.addCanonical(to: &text)
    text += close?.value.text ?? ""
  }
}

/// `\middle|` inside a fence, and `\bigm|`.
struct Middle: Construct {
  let delimiter: Unicode.Scalar?

  var atomClass: AtomClass { .relation }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let extent = layout.fence ?? (0, 0)
    var box = layout.box { $0.delimiter(delimiter, above: extent.above, below: extent.below, at: 0) }
    box.above = extent.above
    box.below = extent.below
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.element(
      "mo", #"fence="true" form="infix" stretchy="true" symmetric="true" lspace="0.278em" rspace="0.278em""#,
      delimiter?.value.text ?? "")
  }

  func addSymbols(to sequence: inout SymbolSequence) { if let delimiter { sequence.append(delimiter.value) } }
  func addCanonical(to text: inout String) { text += delimiter?.value.text ?? "" }
}
