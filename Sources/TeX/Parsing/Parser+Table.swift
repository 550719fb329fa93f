extension Parser {
  enum CellEnd { case column, row, end }

  /// A cell of a table and what ends it, which is taken unless it ends the table. Its alphabet and its macros are
  /// forgotten behind it; those of a row at the top are the formula's.
  mutating func cell(isTop: Bool = false) -> (Row, CellEnd) {
    let (before, changes) = (alphabet, macros.changeCount)
    let row = row()
    alphabet = before
    if !isTop { macros.undo(to: changes) }
    let token = peek()
    switch token.kind {
    case .alignment:
      next()
      return (row, .column)
    case .command where lexer.spells(token, "\\") || lexer.spells(token, "cr") || lexer.spells(token, "newline"):
      next()
      _ = takeStar()
      takeLength()
      return (row, .row)
    default: return (row, .end)
    }
  }

  /// Takes a length in brackets behind `\\`: `\\[2pt]`, and not a formula that begins with a bracket. No length is
  /// longer than 24 bytes.
  private mutating func takeLength() {
    guard peek().kind == .character, peek().scalar == 0x5B else { return }
    var taken = [next()]
    var text = ""
    while text.utf8.count < 24 {
      let token = nextUnexpanded()
      taken.append(token)
      guard token.kind == .character || token.kind == .space else { break }
      if token.scalar == 0x5D {
        if Parser.em(text) != nil { return }
        break
      }
      text += token.scalar.text
    }
    push(taken.reversed())
  }

  /// `\hline`, `\hdashline` before a row: how many.
  mutating func tableLines() -> Int {
    var count = 0
    while true {
      skipSpaces()
      let token = peek()
      guard token.kind == .command, token.scalar == 0x68 || token.scalar == 0x63,
        let command = command(token), command.kind == .tableLine, !lexer.spells(token, "multicolumn")
      else { return count }
      next()
      if token.scalar == 0x63 { _ = textArgument() } else { count += 1 }
    }
  }

  /// The formula as a whole: with `\\` or `&` in it, the rows of an alignment.
  mutating func formula() -> Row {
    skipSpaces()
    // Dollars or brackets around the whole belong to the text it came from.
    while peek().kind == .dollar {
      next()
      isInDollars = true
    }
    return inside(.table) { $0.topRow() }
  }

  private mutating func topRow() -> Row {
    var (row, end) = cell(isTop: true)
    if end == .end, peek().kind == .end {
      let tag = takeTag()
      return tag == nil ? unwrapped(row) : whole([[row]], [tag])
    }
    var cells: [[Row]] = [[row]]
    var tags: [Tag?] = []
    while true {
      if end == .end {
        let token = peek()
        if token.kind == .end { break }
        recover(token, &cells)
      }
      if end == .row {
        tags.append(takeTag())
        cells.append([])
      }
      (row, end) = cell(isTop: true)
      cells[cells.count - 1].append(row)
    }
    tags.append(takeTag())
    return whole(cells, tags)
  }

  private mutating func takeTag() -> Tag? {
    defer { tag = nil }
    return tag
  }

  /// Takes what cannot stand at the top and goes on.
  private mutating func recover(_ token: Token, _ cells: inout [[Row]]) {
    next()
    var items: [any Construct] = []
    if token.kind == .command, let command = command(token) { add(command, to: &items) }
    if let last = cells.indices.last { cells[last].append(Row(items)) }
  }

  private func whole(_ cells: [[Row]], _ tags: [Tag?]) -> Row {
    if cells.count == 1, tags.allSatisfy({ $0 == nil }) { return unwrapped(Row(cells[0].flatMap(\.items))) }
    var table = Table()
    table.cells = cells
    table.manner = cells.contains { $0.count > 1 } ? .aligned : .gathered
    for r in table.cells.indices {
      let last = table.cells[r].count - 1
      for c in 0...max(last, 0) where last > 0 {
        table.cells[r][c] = table.cells[r][c].aligned(isAfter: c % 2 == 1, isBefore: c < last)
      }
    }
    table.tags = tags.allSatisfy { $0 == nil } ? [] : tags
    if cells.count > 1, cells.last?.allSatisfy({ $0.items.isEmpty }) == true, tags.last.map({ $0 == nil }) == true {
      table.cells.removeLast()
      if !table.tags.isEmpty { table.tags.removeLast() }
    }
    return Row([table])
  }

  /// Without braces around the whole, which would keep it from breaking.
  private func unwrapped(_ row: Row) -> Row {
    var row = row
    while let group = row.single as? Group, group.atomClass == .ordinary { row = group.row }
    return row
  }

  enum DiagramEnd {
    case arrow(any Construct)
    case row, end
  }

  /// What stands before the next arrow of a diagram, and the arrow.
  mutating func diagramCell() -> (Row, DiagramEnd) {
    var items: [any Construct] = []
    while true {
      skipSpaces()
      let token = peek()
      switch token.kind {
      case .character where token.scalar == 0x40:
        next()
        if let arrow = diagramArrow() { return (Row(items), .arrow(arrow)) }
      case .end, .close: return (Row(items), .end)
      case .alignment, .dollar: next()
      case .command where lexer.spells(token, "end"): return (Row(items), .end)
      case .command where lexer.spells(token, "\\") || lexer.spells(token, "cr"):
        next()
        return (Row(items), .row)
      default:
        scripted(token, into: &items)
      }
    }
  }

  /// `>a>b>`, `<<<`, `VaVbV`, `AAA`, `=`, `|`, `.` after `@`.
  private mutating func diagramArrow() -> (any Construct)? {
    let token = next()
    switch token.scalar {
    case 0x3D: return Arrow(arrow: "=", above: Row(), below: nil)
    case 0x7C: return VerticalArrow(arrow: "‖", left: Row(), right: Row())
    case 0x2E: return Group(Row())
    case 0x3C, 0x3E, 0x41, 0x56: break
    default:
      report("'@' wants one of > < V A = | .", at: token.offset)
      return nil
    }
    let first = diagramLabel(upTo: token.scalar)
    let second = diagramLabel(upTo: token.scalar)
    switch token.scalar {
    case 0x3C: return Arrow(arrow: "←", above: first, below: second.items.isEmpty ? nil : second)
    case 0x3E: return Arrow(arrow: "→", above: first, below: second.items.isEmpty ? nil : second)
    case 0x41: return VerticalArrow(arrow: "↑", left: first, right: second)
    default: return VerticalArrow(arrow: "↓", left: first, right: second)
    }
  }

  private mutating func diagramLabel(upTo scalar: UInt32) -> Row {
    var items: [any Construct] = []
    while true {
      let token = peek()
      switch token.kind {
      case .end, .close: return Row(items)
      case .character where token.scalar == scalar:
        next()
        return Row(items)
      case .command where lexer.spells(token, "end") || lexer.spells(token, "\\"): return Row(items)
      case .space, .alignment, .dollar: next()
      default: scripted(token, into: &items)
      }
    }
  }
}
