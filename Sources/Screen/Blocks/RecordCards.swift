import Catalog
import Text

/// A table that is too wide for any grid: a card for each row, its cells one below the other behind their headers.
struct RecordCards {
  let table: Table
  let columns: Int

  var lines: [Line] {
    var lines: [Line] = []
    if table.rows.isEmpty {
      return table.header.flatMap { table.sheet.lineBreak(columns).lines(of: $0) }
    }
    for (i, row) in table.rows.enumerated() {
      if i > 0 { lines.append([]) }
      for (name, cell) in zip(table.header, row) where !cell.isEmpty {
        lines += field(name, cell, isFirst: lines.last == [] || lines.isEmpty)
      }
    }
    return lines
  }

  /// `Header: text`, its further lines indented; the first field of a card stands out.
  private func field(_ name: Table.Cell, _ cell: Table.Cell, isFirst: Bool) -> [Line] {
    let indent = isFirst ? 0 : 2
    let colon = table.sheet.word(Wording(":", "："))
    let pieces = name.isEmpty ? cell : name + [.init(Run(colon, .bold), .attached), .init(Run(" "))] + cell
    let lines = table.sheet.lineBreak(columns - indent - 2).lines(of: pieces)
    return lines.enumerated().map { [Run(.spaces(indent + ($0 == 0 ? 0 : 2)))] + $1 }
  }
}
