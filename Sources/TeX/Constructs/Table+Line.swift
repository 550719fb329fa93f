/// Tables on one line: `[a, b; c, d]`; equations one after the other, each with all the rows that carry it on.
extension Table {
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    var width = open.map { layout.spell($0.value.text) } ?? 0
    if holdsEquations {
      width = equations(at: width, in: &layout)
    } else {
      for r in cells.indices {
        if r > 0 { width += layout.put("; ", width) }
        var last: Row?
        for cell in cells[r] where !cell.items.isEmpty {
          if let last { width += layout.put(last.endsInComma ? " " : ", ", width) }
          last = cell
          width += layout.put(cell, at: width)
        }
        width += layout.put(tag(of: r), at: width)
      }
    }
    if let close { width += layout.spell(close.value.text, width) }
    return Box(width: width, start: start, end: layout.glyphs.count)
  }

  private func tag(of row: Int) -> Tag? { row < tags.count ? tags[row] : nil }

  /// Whether the cells of a row read on: alignments, and arrays with the signs of relations in a column of their own.
  private var holdsEquations: Bool {
    switch manner {
    case .aligned: true
    case .gathered: columnCount <= 1
    case .matrix:
      open == nil && close == nil && columnCount == 3
        && cells.allSatisfy { $0.count < 2 || $0[1].items.isEmpty || $0[1].single?.atomClass == .relation }
    case .cases, .small: false
    }
  }

  /// Draws each equation with the rows that carry it on; a semicolon parts it from the next, unless a comma does.
  private func equations(at x: Int, in layout: inout Layout) -> Int {
    var x = x
    var equation = Row()
    for r in cells.indices {
      let row = readingOn(cells[r])
      if r > 0, tag(of: r - 1) != nil || !row.carriesOn(equation) {
        x += layout.put(equation, at: x)
        x += layout.put(tag(of: r - 1), at: x)
        x += layout.put(equation.endsInComma ? " " : "; ", x)
        equation = Row()
      }
      equation.items += row.items
    }
    x += layout.put(equation, at: x)
    return x + layout.put(tag(of: cells.count - 1), at: x)
  }

  /// The cells of a row as one row; a space stays where one was asked for, and between pairs of columns.
  private func readingOn(_ cells: [Row]) -> Row {
    var items: [any Construct] = []
    var last = 0
    for (c, cell) in cells.enumerated() {
      let inner = cell.trimmed
      if inner.items.isEmpty { continue }
      if !items.isEmpty {
        let isJoining = items.last?.atomClass.joins == true || inner.items[0].atomClass.joins
        if manner == .aligned, !isJoined, c / 2 > last / 2, !isJoining {
          items.append(Space(columns: 2, mu: 18))
        } else if cell.items.first is Space || cells[last].items.last is Space {
          items.append(Space(columns: 1, mu: 6))
        }
      }
      items += inner.items
      last = c
    }
    return Row(items)
  }
}

extension Row {
  /// Whether the row goes on with what the rows before it began: it begins with a relation or an operator, or they end
  /// with one or inside of a fence. A sign alone may also be that of an equation of its own, `−x = 1`.
  fileprivate func carriesOn(_ before: Row) -> Bool {
    guard let first = items.first(where: { $0.atomClass != .none }),
      let last = before.items.last(where: { $0.atomClass != .none }), !last.atomClass.joins, !last.isOpenFence
    else { return true }
    switch first.atomClass {
    case .relation: return true
    case .binary: return first.asAtom?.isSign != true || !hasRelation
    default: return false
    }
  }

  fileprivate var endsInComma: Bool {
    guard let last = items.last(where: { $0.atomClass != .none }) else { return false }
    return last.atomClass == .punctuation || (last as? TextRun)?.text.last.map { ",;，；".contains($0) } == true
  }

  /// Whether a relation stands outside of brackets.
  private var hasRelation: Bool {
    var depth = 0
    for item in items {
      switch item.atomClass {
      case .opening: depth += 1
      case .closing: depth = max(0, depth - 1)
      case .relation: if depth == 0 { return true }
      default: break
      }
    }
    return false
  }

  /// The cell of an alignment without the spaces and empty atoms at its ends; its colours and styles end with it.
  fileprivate var trimmed: Row {
    let isEmpty = { (item: any Construct) in
      if case .space = item.role(in: .text) { true } else { (item as? Group)?.row.items.isEmpty == true }
    }
    var inner = items[...]
    while let last = inner.last, isEmpty(last) { inner.removeLast() }
    let start = inner.firstIndex { !($0 is Switch || isEmpty($0)) } ?? inner.endIndex
    var kept = inner[..<start].filter { $0 is Switch } + inner[start...]
    if kept.contains(where: { if case .style = ($0 as? Switch)?.change { true } else { false } }) {
      kept.append(Switch(change: .style(.text)))
    }
    return Row(kept + Array(repeating: Switch(change: .endColor), count: max(0, Colored.open(in: kept))))
  }
}

extension Construct {
  /// `\left( … \right.`, which a fence on the next row closes; the brace of cases is no such fence.
  fileprivate var isOpenFence: Bool {
    guard let fence = self as? Fence, fence.close == nil else { return false }
    return !fence.row.items.contains { $0 is Table }
  }
}

extension Layout {
  /// Draws a row behind what stands there, and gives the columns it took.
  fileprivate mutating func put(_ row: Row, at x: Int) -> Int {
    let box = row.box(in: &self, .text)
    move(box, x)
    return box.width
  }

  /// Draws the tag of a row, if it has one.
  fileprivate mutating func put(_ tag: Tag?, at x: Int) -> Int {
    guard let tag else { return 0 }
    let box = tag.box(in: &self, .text)
    move(box, x + 2)
    return box.width + 2
  }
}
