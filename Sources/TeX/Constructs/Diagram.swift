/// `\begin{CD} A @>a>> B \\ @VbVV @AAcA \\ C @= D \end{CD}`: a commutative diagram (amscd).
enum Diagram {
  static func parse(_ parser: inout Parser) -> any Construct {
    var table = Table()
    table.manner = .matrix
    var line: [Row] = []
    var object: [any Construct] = []
    while true {
      let (row, end) = parser.diagramCell()
      object += row.items
      switch end {
      case .arrow(let arrow):
        // Vertical arrows stand in a row without objects.
        let isVertical = (arrow as? VerticalArrow) != nil
        if !isVertical || !object.isEmpty { line.append(Row(object)) }
        object = []
        line.append(Row([arrow]))
        if isVertical { line.append(Row()) }
        continue
      case .row, .end:
        if !object.isEmpty { line.append(Row(object)) }
        if line.last?.items.isEmpty == true { line.removeLast() }
        if !line.isEmpty { table.cells.append(line) }
        object = []
        line = []
      }
      if case .end = end { return table }
    }
  }
}

/// An arrow of a diagram that points up or down, with its labels at its sides; `@|` is a pair of lines.
struct VerticalArrow: Construct {
  let arrow: Unicode.Scalar
  let left: Row
  let right: Row

  var rows: [Row] { [left, right] }
  var atomClass: AtomClass { .relation }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let before = left.box(in: &layout, .script)
    let after = right.box(in: &layout, .script)
    let side = max(before.width, after.width)
    layout.move(before, side - before.width)
    layout.move(after, side + 1)
    let shaft: Unicode.Scalar = layout.drawsASCII ? "|" : arrow == "‖" ? "║" : "│"
    let tip: Unicode.Scalar = layout.drawsASCII ? (arrow == "↑" ? "^" : "v") : arrow
    let isLine = layout.isLine
    for y in isLine ? 0...0 : -1...1 {
      let isTip = arrow != "‖" && (isLine || (arrow == "↑" ? y == -1 : y == 1))
      layout.put(isTip ? tip : shaft, side, y)
    }
    let reach = isLine ? 0 : 1
    return Box(
      width: 2 * side + 1, above: max(reach, before.above, after.above), below: max(reach, before.below, after.below),
      start: start, end: layout.glyphs.count)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped("mrow") {
      left.write(to: &$0, .script)
      $0.element("mo", #"stretchy="true""#, arrow.value.text)
      right.write(to: &$0, .script)
    }
  }
}
