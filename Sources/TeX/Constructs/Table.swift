/// Rows and columns: `matrix` and its kin, `array`, `cases`, `aligned`, `gathered`, `substack` (TeXbook, page 235;
/// amsmath).
struct Table: Construct {
  enum Alignment: Sendable { case left, center, right }

  /// What the environment asks of the layout.
  enum Manner: Sendable {
    /// Columns apart, cells in text style.
    case matrix
    /// Condition beside value, in text style.
    case cases
    /// Equations: right and left columns in turn with nothing between a pair, in display style.
    case aligned
    case gathered
    /// Script style, without gaps: `\substack`, `smallmatrix`.
    case small
  }

  var cells: [[Row]] = []
  var manner = Manner.matrix
  var alignments: [Alignment] = []
  var open: Unicode.Scalar?
  var close: Unicode.Scalar?
  /// `array`'s rules before each column and after the last.
  var rules: [Bool] = []
  /// What `@{…}` puts before each cell of a column.
  var between: [Int: Row] = [:]
  /// Bytes of it and tokens of its macros; what is longer is left out, as it is set in every row.
  static let longestBetween = 64
  /// Lines before each row and after the last, `\hline`; dashed ones are true too.
  var lines: [Int] = []
  /// Nothing stands between pairs of columns: `alignat`.
  var isJoined = false
  /// `\tag` of each row.
  var tags: [Tag?] = []

  var atomClass: AtomClass { open == nil && close == nil ? .ordinary : .inner }
  var rows: [Row] { cells.flatMap { $0 } }
  /// On one line its cells stand side by side, in its own fences or in none.
  var binding: Binding {
    if open != nil || close != nil { return .atom }
    return cells.count == 1 && cells[0].count == 1 ? cells[0][0].binding : .sum
  }
  var standsTall: Bool { cells.count > 1 }
  var columnCount: Int { cells.reduce(0) { max($0, $1.count) } }

  func alignment(_ column: Int) -> Alignment {
    switch manner {
    case .aligned: column % 2 == 0 ? .right : .left
    case .cases: .left
    case .gathered: .center
    case .matrix, .small: column < alignments.count ? alignments[column] : alignments.last ?? .center
    }
  }

  var cellStyle: MathStyle {
    switch manner {
    case .aligned, .gathered: .display
    case .matrix, .cases: .text
    case .small: .script
    }
  }

  /// The columns before `column`.
  func gap(before column: Int) -> Int {
    let rule = column < rules.count && rules[column] ? 3 : 0
    if column == 0 { return rule > 0 ? 2 : 0 }
    return switch manner {
    case .matrix, .cases: max(rule, 2)
    case .aligned: column % 2 == 1 || isJoined ? 0 : 4
    case .gathered: 2
    case .small: max(rule, 1)
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let limit = layout.limit
    layout.limit = .max
    defer { layout.limit = limit }
    var grid = TableGrid(self, in: &layout, limits: nil)
    if limit != .max, grid.width > limit, let limits = columnLimits(grid, limit) {
      layout.discard(from: start)
      grid = TableGrid(self, in: &layout, limits: limits)
    }
    return grid.box(in: &layout, from: start)
  }

  /// The columns that each cell may take up: what the narrow ones leave goes to the widest. Matrices do not break
  /// inside.
  private func columnLimits(_ grid: TableGrid, _ limit: Int) -> [Int]? {
    guard let widest = grid.widths.indices.max(by: { grid.widths[$0] < grid.widths[$1] }) else { return nil }
    let room = limit - (grid.width - grid.widths[widest])
    guard room >= 16 else { return nil }
    return grid.widths.indices.map { $0 == widest ? room : .max }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    if let open { sequence.append(open.value) }
    for row in rows { row.addSymbols(to: &sequence) }
    if let close { sequence.append(close.value) }
  }

  func addCanonical(to text: inout String) {
    text += open?.value.text ?? ""
    for (r, cells) in cells.enumerated() {
      if r > 0 { text += "\\\\" }
      for (c, cell) in cells.enumerated() {
        if c > 0, manner != .aligned { text += "&" }
        cell.addCanonical(to: &text)
      }
    }
    text += close?.value.text ?? ""
  }
}
