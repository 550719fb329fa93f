import Markdown
import Text

/// A table whose columns stand side by side, two columns apart; cells wrap like prose.
struct TableGrid {
  private static let gap = 2

  private let table: Table
  private let widths: [Int]

  /// Nil where not even the longest words of all columns fit side by side.
  init?(_ table: Table, columns: Int) {
    self.table = table
    let ambiguous = table.sheet.ambiguous
    let room = columns - TableGrid.gap * (table.header.count - 1)
    guard table.header.count <= room else { return nil }
    var widest = table.header.map { _ in 1 }
    var narrowest = widest
    for row in [table.header] + table.rows {
      for (i, cell) in row.enumerated() where !cell.isEmpty {
        widest[i] = max(widest[i], LineBreak.widest(cell, ambiguous: ambiguous))
        narrowest[i] = max(narrowest[i], LineBreak.narrowest(cell, ambiguous: ambiguous))
      }
    }
    guard narrowest.reduce(0, +) <= room else { return nil }
    widths = TableGrid.widths(widest: widest, narrowest: narrowest, room: room)
  }

  var lines: [Line] {
    var lines = rows(table.header)
    lines.append([Run(widths.map { table.sheet.bar("─", $0) }.joined(separator: .spaces(TableGrid.gap)), .secondary)])
    let body = table.rows.map { rows($0) }
    let wraps = body.contains { $0.count > 1 }
    for (i, row) in body.enumerated() {
      if i > 0 && wraps { lines.append([]) }
      lines += row
    }
    return lines
  }

  /// The columns as wide as they want to be, or the widest ones cut down to one common width, none below its longest
  /// word.
  private static func widths(widest: [Int], narrowest: [Int], room: Int) -> [Int] {
    func widths(cutAt cap: Int) -> [Int] { zip(widest, narrowest).map { max($1, min($0, cap)) } }
    guard widest.reduce(0, +) > room else { return widest }
    var low = 1
    var high = widest.max() ?? 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if widths(cutAt: middle).reduce(0, +) <= room { low = middle } else { high = middle }
    }
    var result = widths(cutAt: low)
    // What is left over goes to columns that were cut, from the left.
    var rest = room - result.reduce(0, +)
    for i in result.indices where rest > 0 && result[i] < widest[i] {
      result[i] += 1
      rest -= 1
    }
    return result
  }

  private func rows(_ cells: [Table.Cell]) -> [Line] {
    let cells = zip(cells, widths).map { table.sheet.lineBreak($1).lines(of: $0) }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { row in
      var line = Line()
      for (i, cell) in cells.enumerated() {
        let text = row < cell.count ? cell[row] : []
        let free = widths[i] - table.sheet.columns(text)
        let before =
          switch table.alignments[i] {
          case .none, .left: 0
          case .right: free
          case .center: free / 2
          }
        let after = i + 1 < cells.count ? free - before + TableGrid.gap : 0
        line += [Run(.spaces(before))] + text + [Run(.spaces(after))]
      }
      return line
    }
  }
}
