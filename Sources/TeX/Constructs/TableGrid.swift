/// The cells of a table as boxes, and where they stand.
struct TableGrid {
  private let table: Table
  private var boxes: [[Box]] = []
  private(set) var widths: [Int]
  private var tags: [Box?] = []
  /// The rows of `\hline`, and where their glyphs begin.
  private var lines: [(y: Int, glyph: Int)] = []

  init(_ table: Table, in layout: inout Layout, limits: [Int]?) {
    self.table = table
    widths = Array(repeating: 0, count: table.columnCount)
    for (r, cells) in table.cells.enumerated() {
      var line: [Box] = []
      for (c, cell) in cells.enumerated() {
        let box = layout.limited(to: limits?[c] ?? .max) { cell.boxWithEnd(in: &$0, table.cellStyle) }
        widths[c] = max(widths[c], box.width)
        line.append(box)
      }
      boxes.append(line)
      let tag = r < table.tags.count ? table.tags[r] : nil
      tags.append(tag.map { $0.box(in: &layout, .text) })
    }
  }

  /// The width of all, its delimiters and tags included.
  var width: Int {
    let fences = (table.open == nil ? 0 : 1) + (table.close == nil ? 0 : 1)
    let tag = tags.reduce(0) { max($0, ($1?.width ?? -4) + 4) }
    return inner + tag + fences
  }

  private var inner: Int {
    let closing = widths.count < table.rules.count && table.rules[widths.count] ? 2 : 0
    return widths.indices.reduce(closing) { $0 + table.gap(before: $1) + widths[$1] }
  }

  mutating func box(in layout: inout Layout, from start: Int) -> Box {
    var y = 0
    var baselines: [Int] = []
    var previous: Box?
    let isSparse = boxes.count == 2 && table.manner == .cases
    for (r, line) in boxes.enumerated() {
      let above = line.reduce(0) { max($0, $1.above) }
      let below = line.reduce(0) { max($0, $1.below) }
      y += rule(before: r, at: y, in: &layout)
      let isRuled = line.allSatisfy { $0.above < above || $0.hasRuleOnTop || $0.above == 0 }
      if let previous, isSparse || (previous.below > 0 && above > 0 && !(isRuled && above == 1)) { y += 1 }
      y += above
      baselines.append(y)
      place(line, r, at: y, in: &layout)
      y += below + 1
      previous = Box(above: above, below: below)
    }
    y += rule(before: boxes.count, at: y, in: &layout)
    return framed(height: max(y, 1), baselines, in: &layout, from: start)
  }

  /// Moves the boxes of one row to their columns.
  private func place(_ line: [Box], _ r: Int, at y: Int, in layout: inout Layout) {
    var x = 0
    for (c, box) in line.enumerated() {
      x += table.gap(before: c)
      let slack = widths[c] - box.width
      switch table.alignment(c) {
      case .left: layout.move(box, x, y)
      case .center: layout.move(box, x + slack / 2, y)
      case .right: layout.move(box, x + slack, y)
      }
      x += widths[c]
    }
    if let tag = tags[r] { layout.move(tag, inner + 4, y) }
  }

  /// `\hline` before a row: a line across, and the row it takes up.
  private mutating func rule(before r: Int, at y: Int, in layout: inout Layout) -> Int {
    guard r < table.lines.count, table.lines[r] > 0 else { return 0 }
    lines.append((y, layout.glyphs.count))
    layout.repeated(layout.drawsASCII ? "-" : "─", inner, 0, y)
    return 1
  }

  /// Rules between columns, delimiters, and the baseline in the middle: for an even number of rows below the middle.
  private func framed(height: Int, _ baselines: [Int], in layout: inout Layout, from start: Int) -> Box {
    drawRules(height: height, in: &layout)
    let hasTag = tags.contains { $0 != nil }
    var baseline = height / 2
    if baselines.count % 2 == 1, table.lines.allSatisfy({ $0 == 0 }) {
      // An odd number of rows stands on the middle one, so that its bars are in line with those beside it.
      baseline = baselines[baselines.count / 2]
    }
    let width = inner + (hasTag ? 4 + tags.reduce(0) { max($0, $1?.width ?? 0) } : 0)
    layout.move(start..<layout.glyphs.count, 0, -baseline)
    let box = Box(
      width: width, above: baseline, below: height - 1 - baseline, start: start, end: layout.glyphs.count)
    return table.open == nil && table.close == nil ? box : layout.fenced(box, table.open, table.close)
  }

  /// The lines between columns; where they cross those between rows, a cross in place of a second glyph.
  private func drawRules(height: Int, in layout: inout Layout) {
    var x = 0
    for c in 0...widths.count where c < table.rules.count {
      let at = c == 0 ? 0 : x + 1
      if table.rules[c] {
        var across = lines[...]
        for y in 0..<height {
          if across.first?.y == y, let line = across.popFirst() {
            let corner = corner(c, isTop: y == 0, isBottom: y == height - 1)
            layout.glyphs[line.glyph + at].scalar = layout.drawsASCII ? 0x2B : corner.value
          } else {
            layout.put(layout.drawsASCII ? "|" : "│", at, y)
          }
        }
      }
      if c < widths.count { x += table.gap(before: c) + widths[c] }
    }
  }

  /// Where the line before column `c` meets one across.
  private func corner(_ c: Int, isTop: Bool, isBottom: Bool) -> Unicode.Scalar {
    let isRight = c == widths.count
    if isTop { return c == 0 ? "┌" : isRight ? "┐" : "┬" }
    if isBottom { return c == 0 ? "└" : isRight ? "┘" : "┴" }
    return c == 0 ? "├" : isRight ? "┤" : "┼"
  }
}
