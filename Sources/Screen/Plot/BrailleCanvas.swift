import Text

/// A drawing of dots, two wide and four high a cell, shown as Braille patterns (U+2800–28FF).
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  /// A cell's dots as Unicode numbers them, and the series that drew last.
  private var cells: [(dots: UInt8, series: Int)]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: (0, 0), count: columns * rows)
  }

  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// Sets a dot, counted from the lower left; what lies outside is left out.
  mutating func dot(_ x: Int, _ y: Int, series: Int) {
    guard 0..<width ~= x, 0..<height ~= y else { return }
    let row = rows - 1 - y / 4
    let bits: [[UInt8]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]
    let cell = row * columns + x / 2
    cells[cell].dots |= bits[x % 2][y % 4]
    cells[cell].series = series
  }

  /// A straight line between two dots.
  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int), series: Int, where isDrawn: (Int) -> Bool) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y))
    guard steps > 0 else {
      if isDrawn(a.x) { dot(a.x, a.y, series: series) }
      return
    }
    for i in 0...steps {
      let x = a.x + (b.x - a.x) * i / steps
      let y = a.y + (b.y - a.y) * i / steps
      if isDrawn(x) { dot(x, y, series: series) }
    }
  }

  /// A row of cells; in ASCII a sign for each series.
  func row(_ row: Int, isASCII: Bool, style: (Int) -> Style) -> Line {
    let signs: [Character] = ["*", "o", "+", "x"]
    var line = Line()
    for cell in cells[row * columns..<(row + 1) * columns] {
      guard cell.dots != 0, let dots = Unicode.Scalar(0x2800 + UInt32(cell.dots)) else {
        line.append(" ", .plain)
        continue
      }
      let sign = isASCII ? signs[cell.series % signs.count] : Character(dots)
      line.append(String(sign), style(cell.series))
    }
    return line
  }
}

extension Array<Run> {
  /// Adds text, to the last run where the style is the same.
  mutating func append(_ text: String, _ style: Style) {
    if let last = indices.last, self[last].style == style {
      self[last].text += text
    } else {
      append(Run(text, style))
    }
  }
}
