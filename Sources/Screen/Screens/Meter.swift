import Catalog
package import Text

/// Small drawings of numbers.
enum Meter {
  /// `███████░░░` for a share of 0 to 1.
  static func bar(_ share: Double, cells: Int, on sheet: Sheet, style: Style = .good) -> Line {
    let full = share > 0 ? Int((min(share, 1) * Double(cells)).rounded()) : 0
    return [Run(sheet.bar("█", full), style), Run(sheet.bar("░", cells - full), .secondary)]
  }

  /// One of eight heights for a count among counts, nothing for none.
  static func column(_ count: Int, of most: Int, on sheet: Sheet) -> String {
    let heights: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard count > 0, most > 0 else { return sheet.sign("·") }
    return sheet.sign(heights[min(7, (count * 8 - 1) / most)])
  }

  /// `91 %`; a dash for what is no share.
  static func percent(_ share: Double) -> String { Int(exactly: (share * 100).rounded()).map { "\($0) %" } ?? "–" }
}

extension Sheet {
  /// Text at both ends of a line; where both do not fit, the right one goes to a line of its own.
  func spread(_ left: Line, _ right: Line, to end: Int? = nil) -> [Line] {
    let end = end ?? measure
    let free = end - columns(left) - columns(right)
    if right.isEmpty { return [left] }
    if free >= 2 { return [left + [Run(.spaces(free))] + right] }
    return [left, [Run(.spaces(max(margin, end - columns(right))))] + right]
  }

  /// A line of prose in the margins.
  package func prose(_ runs: [Run], indent: Int = 0) -> [Line] {
    let indent = margin + indent
    return lineBreak(measure - indent).lines(of: runs.map { LineBreak.Piece($0) }).map { [Run(.spaces(indent))] + $0 }
  }

  /// Lines as they are but for those too wide for the screen, which are broken like prose.
  func fitted(_ lines: [Line]) -> [Line] {
    lines.flatMap { line -> [Line] in
      guard columns(line) > width else { return [line] }
      return prose(Array(line.drop { $0.text.allSatisfy { $0 == " " } }))
    }
  }

  /// Commands to go on with, none of which a line end parts.
  func commands(_ commands: [String]) -> [Line] {
    let pieces = commands.enumerated().flatMap { i, command in
      (i > 0 ? [LineBreak.Piece(Run(" · ", .secondary))] : []) + [LineBreak.Piece(Run(command, .secondary), .rigid)]
    }
    return self.pieces(pieces)
  }

  /// Pieces in the margins.
  func pieces(_ pieces: [LineBreak.Piece]) -> [Line] {
    lineBreak(measure - margin).lines(of: pieces).map { [Run(.spaces(margin))] + $0 }
  }

  /// A line from margin to measure.
  var rule: Line { [Run(.spaces(margin)), Run(bar("─", measure - margin), .secondary)] }

  /// `1 card`, `3 cards`, `3 张卡片`.
  func counted(_ count: Int, _ one: String, _ many: String, _ chinese: String) -> String {
    language == .chinese ? "\(count) \(chinese)" : "\(count) \(count == 1 ? one : many)"
  }
}

/// `DDIM: deterministic sampling · DDIM：确定性采样`; a title that is the same in both languages once.
func bothTitles(_ title: String, _ other: String) -> String {
  other.isEmpty || other == title ? title : "\(title) · \(other)"
}
