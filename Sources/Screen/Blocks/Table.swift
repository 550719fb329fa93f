import Markdown
import Text

/// A table of a document: its cells as pieces, and what each column wants.
struct Table {
  typealias Cell = [LineBreak.Piece]

  let sheet: Sheet
  private(set) var header: [Cell] = []
  /// A row may have fewer cells than the header.
  private(set) var rows: [[Cell]] = []
  private(set) var alignments: [Document.Alignment] = []

  init(_ node: Document.Node, in page: inout Page) {
    sheet = page.sheet
    for row in page.document.children(of: node) {
      let isHeader = page.document.isHeader(row)
      let cells = page.document.children(of: row)
      if isHeader { alignments = cells.map { page.document.alignment(of: $0) } }
      let set = cells.map { page.pieces(of: $0, isHeader ? .bold : .plain) }
      if isHeader { header = set } else { rows.append(set) }
    }
    let columns = max(header.count, rows.map(\.count).max() ?? 0)
    alignments += Array(repeating: .none, count: max(0, columns - alignments.count))
    header += Array(repeating: [], count: max(0, columns - header.count))
    let numeric = numericColumns
    for i in 0..<columns where alignments[i] == .none && numeric[i] { alignments[i] = .right }
  }

  /// The table in at most that many columns: as a grid where the longest words fit side by side, else a card a row.
  func lines(_ columns: Int) -> [Line] {
    guard !header.isEmpty else { return [] }
    let indent = columns >= 40 ? 2 : 0
    if let grid = TableGrid(self, columns: columns - indent) {
      return grid.lines.map { [Run(.spaces(indent))] + $0 }
    }
    return RecordCards(table: self, columns: columns).lines
  }

  /// Of which columns every cell that is not empty is a number, and one is not empty.
  private var numericColumns: [Bool] {
    var (some, all) = (header.map { _ in false }, header.map { _ in true })
    for row in rows {
      for (i, cell) in row.enumerated() where all[i] {
        let text = cell.map(\.run.text).joined()
        if !text.isEmpty { (some[i], all[i]) = (true, text.isNumber) }
      }
    }
    return zip(some, all).map { $0 && $1 }
  }
}

extension String {
  /// `3.17`, `−4 %`, `1,000`, `2.5×`, or a dash in a number's place.
  fileprivate var isNumber: Bool {
    let signs: Set<Unicode.Scalar> = [".", ",", "-", "−", "+", "%", "×", "±", " ", "~", "≈", "–", "—"]
    let rest = unicodeScalars.filter { !signs.contains($0) }
    return rest.allSatisfy { "0"..."9" ~= $0 } && (!rest.isEmpty || self == "–" || self == "—" || self == "-")
  }
}
