import Text

extension Plot {
  private static let rows = 12

  /// The plot drawn: title, curves between labelled axes, and what the curves are called.
  func lines(on sheet: Sheet, columns: Int) -> [Line] {
    let xScale = Scale(x.range ?? 0...1, ticks: columns < 50 ? 3 : 5, widening: false)
    let curves = series.map { $0.values(from: xScale.low, to: xScale.high, count: columns * 2) }
    let values = curves.joined().map(\.y).filter(Plot.isDrawable)
    let found = (values.min() ?? 0)...(values.max() ?? 1)
    let yScale = Scale(y.range ?? found, ticks: 5, widening: y.range == nil)

    let labels = yScale.ticks.map(yScale.label)
    let gutter = labels.reduce(0) { max($0, sheet.columns($1)) } + 1
    var canvas = BrailleCanvas(columns: max(4, columns - gutter - 3), rows: Plot.rows)
    for (i, curve) in curves.enumerated() { draw(curve, series: i, on: &canvas, xScale, yScale) }

    var lines: [Line] = []
    let indent = gutter + 1
    if !title.isEmpty { lines += wrapped(title, .bold, sheet, columns, indent) }
    if sheet.columns(y.label) > gutter {
      lines += wrapped(y.label, .secondary, sheet, columns, 0)
    } else if !y.label.isEmpty {
      lines.append([Run(y.label.indented(to: gutter, sheet.ambiguous), .secondary)])
    }
    let tickRows = Dictionary(
      zip(yScale.ticks.map { row(of: $0, yScale) }, labels), uniquingKeysWith: { first, _ in first })
    for row in 0..<Plot.rows {
      let label = tickRows[row]
      let axis = (label ?? "").indented(to: gutter - 1, sheet.ambiguous) + " " + sheet.sign(label == nil ? "│" : "┤")
      lines.append([Run(axis, .secondary)] + canvas.row(row, isASCII: sheet.isASCII, style: Plot.style))
    }
    return lines + xAxis(xScale, gutter, canvas.columns, sheet) + legend(sheet, columns, indent)
  }

  private func row(of value: Double, _ scale: Scale) -> Int {
    Plot.rows - 1 - Int(scale.fraction(value) * Double(Plot.rows - 1) + 0.5)
  }

  private func draw(
    _ curve: [(x: Double, y: Double)], series: Int, on canvas: inout BrailleCanvas, _ xScale: Scale, _ yScale: Scale
  ) {
    var last: (x: Int, y: Int)?
    for point in curve {
      guard Plot.isDrawable(point.y) else {
        last = nil
        continue
      }
      // The middle of a tick's row is where its value lies.
      let up = yScale.fraction(point.y) * Double(canvas.height - 4) + 1.5
      let across = xScale.fraction(point.x) * Double(canvas.width - 1)
      let here = (Int(across.rounded()), Int(up.rounded()))
      canvas.line(from: last ?? here, to: here, series: series) { Plot.isDrawn($0, series: series) }
      last = here
    }
  }

  /// Curves differ in more than colour: whole, dashed, dotted, dashed and dotted.
  private static func isDrawn(_ x: Int, series: Int) -> Bool {
    switch series % 4 {
    case 0: true
    case 1: x % 8 < 5
    case 2: x % 3 == 0
    default: x % 10 < 5 || x % 10 == 7
    }
  }

  private static func style(_ series: Int) -> Style {
    let colors: [Style.Color] = [.blue, .red, .green, .magenta]
    return Style().with { $0.color = colors[series % colors.count] }
  }

  private func xAxis(_ scale: Scale, _ gutter: Int, _ columns: Int, _ sheet: Sheet) -> [Line] {
    var axis = Array(repeating: sheet.sign("─"), count: columns)
    var labels = ""
    for tick in scale.ticks {
      let column = min(max(0, Int((scale.fraction(tick) * Double(columns - 1)).rounded())), columns - 1)
      axis[column] = sheet.sign("┴")
      let text = scale.label(tick)
      let start = min(column - (text.count - 1) / 2, columns - text.count)
      guard start >= labels.count + (labels.isEmpty ? 0 : 1) || labels.isEmpty else { continue }
      labels += .spaces(start - labels.count) + text
    }
    var lines: [Line] = [
      [Run(.spaces(gutter) + sheet.sign("└") + axis.joined(), .secondary)],
      [Run(.spaces(gutter + 1) + labels, .secondary)],
    ]
    guard !x.label.isEmpty else { return lines }
    let free = columns - sheet.columns(labels) - 2
    if sheet.columns(x.label) <= free {
      lines[1].append(Run("  " + x.label, .secondary))
    } else if sheet.columns(x.label) <= gutter + 1 + columns {
      lines.append([Run(x.label.indented(to: gutter + 1 + columns, sheet.ambiguous), .secondary)])
    } else {
      lines += wrapped(x.label, .secondary, sheet, gutter + 1 + columns, 0)
    }
    return lines
  }

  /// A sample of each curve and its name.
  private func legend(_ sheet: Sheet, _ columns: Int, _ indent: Int) -> [Line] {
    var pieces: [LineBreak.Piece] = []
    for (i, curve) in series.enumerated() {
      var sample = BrailleCanvas(columns: 4, rows: 1)
      sample.line(from: (0, 1), to: (7, 1), series: i) { Plot.isDrawn($0, series: i) }
      if i > 0 { pieces.append(LineBreak.Piece(Run("    "))) }
      let drawn = sample.row(0, isASCII: sheet.isASCII, style: Plot.style).map { LineBreak.Piece($0, .rigid) }
      pieces += drawn + [LineBreak.Piece(Run(" \(curve.name)"), .attached)]
    }
    return sheet.lineBreak(columns - indent).lines(of: pieces).map { [Run(.spaces(indent))] + $0 }
  }

  private func wrapped(_ text: String, _ style: Style, _ sheet: Sheet, _ columns: Int, _ indent: Int) -> [Line] {
    sheet.lineBreak(columns - indent).lines(of: [LineBreak.Piece(Run(text, style))]).map { [Run(.spaces(indent))] + $0 }
  }
}

extension Plot.Series {
  /// The curve's points, those of an expression at as many places as there are dots.
  func values(from low: Double, to high: Double, count: Int) -> [(x: Double, y: Double)] {
    guard let expression else { return points }
    return (0..<count).map { i in
      let x = low + (high - low) * Double(i) / Double(max(1, count - 1))
      return (x, expression.value(at: x))
    }
  }
}
