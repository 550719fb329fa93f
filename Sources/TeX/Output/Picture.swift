package import Text

/// A formula in terminal cells: rows of equal width.
package struct Picture: Sendable, Hashable {
  package var rows: [[Run]]
  /// The row that stands on the line of the surrounding text.
  package var baseline: Int
  /// The columns that every row takes up.
  package var width = 0

  package init(rows: [[Run]], baseline: Int, width: Int = 0) {
    self.rows = rows
    self.baseline = baseline
    self.width = width
  }

  /// The rows without styles and without the spaces at their ends.
  package var text: String {
    rows.map { row in
      var line = Substring(row.map(\.text).joined())
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}

extension Picture {
  /// The glyphs of a box, sorted into rows and filled up with spaces.
  init(_ box: Box, of layout: Layout) {
    let height = box.height
    var rows: [[Glyph]] = Array(repeating: [], count: height)
    for glyph in layout.glyphs[box.start..<box.end] where glyph.scalar != 0 {
      let y = Int(glyph.y) + box.above
      if y >= 0, y < height { rows[y].append(glyph) }
    }
    var runs: [[Run]] = []
    runs.reserveCapacity(height)
    for row in rows { runs.append(Picture.runs(of: row, width: box.width)) }
    self.init(rows: runs, baseline: box.above, width: box.width)
  }

  /// One row's glyphs as runs of one style each, `width` columns in all.
  static func runs(of row: [Glyph], width: Int) -> [Run] {
    var row = row
    if !isSorted(row) {
      row = row.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
    }
    var runs: [Run] = []
    var text = ""
    var look = Look()
    var x = 0
    for glyph in row {
      if glyph.look != look, glyph.width > 0 {
        if !text.isEmpty { runs.append(Run(text, look.style)) }
        text = ""
        look = glyph.look
      }
      while x < Int(glyph.x) {
        text.append(" ")
        x += 1
      }
      if let scalar = Unicode.Scalar(glyph.scalar) { text.unicodeScalars.append(scalar) }
      x += Int(glyph.width)
    }
    if x < width {
      if look != Look() {
        if !text.isEmpty { runs.append(Run(text, look.style)) }
        text = ""
        look = Look()
      }
      text += String(repeating: " ", count: width - x)
    }
    if !text.isEmpty || runs.isEmpty { runs.append(Run(text, look.style)) }
    return runs
  }

  private static func isSorted(_ row: [Glyph]) -> Bool {
    var x: Int32 = .min
    for glyph in row {
      if glyph.x < x { return false }
      x = glyph.x
    }
    return true
  }
}
