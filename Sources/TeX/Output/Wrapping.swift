import Text

extension Formula {
  /// The one-line form in rows of at most `columns`, continued ones marked `↪`: for what has no legal break.
  func wrapped(to columns: Int, as setting: Setting) -> Picture {
    var layout = Layout(setting, isLine: true)
    let box = row.box(in: &layout, .text)
    var glyphs = Array(layout.glyphs[box.start..<box.end])
    glyphs = glyphs.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
    let mark: UInt32 = setting.isASCII ? 0x3E : 0x21AA
    let indent = min(2, max(columns - 2, 0))
    var rows: [[Run]] = []
    var start = 0
    while start < glyphs.count {
      let isFirst = rows.isEmpty
      let room = max(columns - (isFirst ? 0 : indent), 1)
      let end = Formula.end(of: glyphs, from: start, room: room)
      let origin = glyphs[start].x - Int32(isFirst ? 0 : indent)
      var row = glyphs[start..<end].map { glyph in
        var moved = glyph
        moved.x -= origin
        return moved
      }
      if !isFirst, indent > 0 { row.insert(Glyph(scalar: mark, x: 0, y: 0, width: 1, look: Look()), at: 0) }
      rows.append(Picture.runs(of: row, width: min(columns, box.width + indent)))
      start = end
      while start < glyphs.count, glyphs[start].scalar == 0x20 { start += 1 }
    }
    if rows.isEmpty { rows = [[Run("")]] }
    return Picture(rows: rows, baseline: 0, width: min(columns, box.width + indent))
  }

  /// Where a row that begins at `start` ends: at its last space, if that is not in its first third.
  private static func end(of glyphs: [Glyph], from start: Int, room: Int) -> Int {
    var i = start
    var lastGap = start
    while i < glyphs.count {
      let reach = Int(glyphs[i].x - glyphs[start].x) + Int(glyphs[i].width)
      if reach > room { break }
      i += 1
      if i < glyphs.count, glyphs[i].x > glyphs[i - 1].x + Int32(glyphs[i - 1].width) || glyphs[i].scalar == 0x20 {
        lastGap = i
      }
    }
    if i == glyphs.count { return i }
    if lastGap > start, Int(glyphs[lastGap].x - glyphs[start].x) * 3 > room { i = lastGap }
    while i > start + 1, glyphs[i].width == 0 { i -= 1 }
    return max(i, start + 1)
  }
}
