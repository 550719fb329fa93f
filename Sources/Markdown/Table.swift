/// Tables (GFM section 4.10): a header row, a row of dashes with as many cells, and rows up to a blank line or another
/// block. The header may be the last line of a paragraph.
///
///     | foo | bar |
///     | --- | :-: |
///     | baz | bim |
extension BlockParser {
  /// Turns the last line of the open paragraph into a table's header where this line is its row of dashes.
  mutating func openTable() -> Bool {
    guard options.contains(.tables), tree.records[leafNode].first < tree.lines.count, let alignments = delimiterRow(),
      let header = tree.lines.last
    else { return false }
    let headerRange = Int(header.start)..<Int(header.end)
    findCells(of: headerRange, columns: alignments.count)
    guard cells.count == alignments.count else { return false }
    tree.lines.removeLast()
    let table: Int32
    if Int(tree.records[leafNode].first) == tree.lines.count {
      table = leafNode
      tree.records[table].kind = .table
      tree.records[table].flags = []
      tree.records[table].first = -1
      tree.records[table].last = -1
    } else {
      closeParagraph()
      leaf = .none
      table = add(.table, from: headerRange.lowerBound)
    }
    leafNode = table
    tree.records[table].payload = Int32(tree.pool.count)
    tree.pool.append(contentsOf: alignments.map(\.rawValue))
    leaf = .table(columns: alignments.count)
    appendRow(headerRange, columns: alignments.count, isHeader: true)
    tree.records[table].end = Int32(cursor.end)
    cursor.finish()
    return true
  }

  mutating func appendRow(columns: Int) {
    let range = cursor.next..<cursor.end
    findCells(of: range, columns: columns)
    appendRow(range, columns: columns, isHeader: false)
  }

  mutating func closeTable() {
    let node = Int(leafNode)
    let last = tree.records[node].last
    tree.records[node].end = max(tree.records[node].end, tree.records[last].end)
  }

  /// Adds a row with the cells found last.
  private mutating func appendRow(_ range: Range<Int>, columns: Int, isHeader: Bool) {
    let end = source.trimmedEnd(from: range.lowerBound, to: range.upperBound)
    let row = tree.append(
      Tree.Record(
        start: Int32(range.lowerBound), end: Int32(end), parent: leafNode, kind: .tableRow,
        flags: isHeader ? .isHeader : []))
    let alignments = Int(tree.records[leafNode].payload)
    for column in 0..<columns {
      var cell = end..<end
      if column < cells.count {
        cell = cells[column].range
      } else {
        // As cmark-gfm: short rows of a wide table must not make the document quadratic.
        addedCells += 1
        if addedCells > 500_000 { break }
      }
      let node = Int(
        tree.append(
          Tree.Record(
            start: Int32(cell.lowerBound), end: Int32(cell.upperBound), parent: row, kind: .tableCell,
            flags: isHeader ? [.isRaw, .isHeader] : .isRaw)))
      tree.records[node].small = tree.pool[alignments + column]
      tree.records[node].first = Int32(tree.lines.count)
      appendCellText(cell)
      tree.records[node].last = Int32(tree.lines.count)
    }
  }

  /// A cell's text loses the backslash before a `|`, in code too.
  private mutating func appendCellText(_ cell: Range<Int>) {
    var start = cell.lowerBound
    var pad = Int32(0)
    var i = start
    while let pipe = source.first(.pipe, from: i, to: cell.upperBound) {
      if pipe > start, source[pipe - 1] == .backslash {
        tree.lines.append(Tree.Line(start: Int32(start), end: Int32(pipe - 1), pad: pad))
        start = pipe
        pad = -1
      }
      i = pipe + 1
    }
    tree.lines.append(Tree.Line(start: Int32(start), end: Int32(cell.upperBound), pad: pad))
  }

  /// Finds the cells of a row: a `|` in a formula or in a wiki link splits nothing, unless only a split at every `|`,
  /// as GitHub does it, gives as many cells as the table has columns.
  private mutating func findCells(of row: Range<Int>, columns: Int) {
    split(row, keepingInlines: true)
    guard cells.count != columns else { return }
    split(row, keepingInlines: false)
    if cells.count != columns { split(row, keepingInlines: true) }
  }

  /// Splits a row into trimmed cells at each `|` that is not escaped; formulas and wiki links are kept whole if wanted.
  private mutating func split(_ row: Range<Int>, keepingInlines: Bool) {
    cells.removeAll()
    let end = source.trimmedEnd(from: row.lowerBound, to: row.upperBound)
    var start = row.lowerBound
    if start < end, source[start] == .pipe { start += 1 }
    var formulas = MathSearch(source, start..<max(start, end))
    var code = CellCode()
    var i = start
    while i < end {
      switch source[i] {
      case .pipe:
        appendCell(start..<i)
        start = i + 1
      case .backslash where i + 1 < end && source[i + 1] == .pipe: i += 1
      case .backtick where keepingInlines: i = code.end(from: i, in: source, before: end) - 1
      case .backslash, .dollar:
        if keepingInlines, options.contains(.math), let formula = formulas.formula(at: i) {
          i = formula.next - 1
        } else if source[i] == .backslash {
          i += 1
        }
      case .openBracket where keepingInlines && options.contains(.wikiLinks):
        if let link = WikiLink(source, at: i, before: end) { i = link.next - 1 }
      default: break
      }
      i += 1
    }
    if start < end { appendCell(start..<end) }
  }

  private mutating func appendCell(_ range: Range<Int>) {
    let start = source.skipBlanks(from: range.lowerBound, to: range.upperBound)
    let end = max(start, source.trimmedEnd(from: start, to: range.upperBound))
    cells.append(Tree.Slice(start: Int32(start), end: Int32(end)))
  }

  /// The alignments that the line gives if it is a row of dashes.
  private func delimiterRow() -> [Document.Alignment]? {
    var i = cursor.next
    let end = source.trimmedEnd(from: i, to: cursor.end)
    var alignments: [Document.Alignment] = []
    var hasPipe = source[i] == .pipe
    if hasPipe { i += 1 }
    while i < end {
      i = source.skipBlanks(from: i, to: end)
      let isLeft = i < end && source[i] == .colon
      if isLeft { i += 1 }
      let dashes = i
      while i < end, source[i] == .dash { i += 1 }
      guard i > dashes else { return nil }
      let isRight = i < end && source[i] == .colon
      if isRight { i += 1 }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
      i = source.skipBlanks(from: i, to: end)
      if i < end {
        guard source[i] == .pipe else { return nil }
        hasPipe = true
        i += 1
      }
    }
    return hasPipe || alignments.first.map { $0 != .none } == true ? alignments : nil
  }
}

/// The code spans of a row: none goes beyond a `|` that is not escaped, which bounds the search.
private struct CellCode {
  private var codeSpans = CodeSpanSearch()
  private var pipe = -1

  /// The place after the code span that opens here, or else after its backticks.
  mutating func end(from start: Int, in source: Bytes, before end: Int) -> Int {
    if pipe < start {
      pipe = start
      while pipe < end, source[pipe] != .pipe || source[pipe - 1] == .backslash { pipe += 1 }
      codeSpans = CodeSpanSearch()
    }
    let open = source.runEnd(of: .backtick, from: start, to: end)
    return codeSpans.close(of: open - start, in: source, from: open, to: pipe).map { $0 + open - start } ?? open
  }
}
