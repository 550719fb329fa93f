extension Row {
  /// The row in lines of at most `limit` columns, as far as it can be broken.
  func broken(in layout: inout Layout, _ style: MathStyle, limit: Int) -> Box {
    let start = layout.glyphs.count
    layout.brokenRows += 1
    defer { layout.brokenRows -= 1 }
    var parts: [Breaking.Part] = []
    addParts(to: &parts, in: &layout, style, limit: limit, depth: 0)
    guard !parts.isEmpty else { return layout.blank() }
    parts[0].cost = nil
    var breaking = Breaking(parts: parts)
    breaking.indent = Row.indent(of: breaking, limit: limit)
    let starts = breaking.lineStarts(limit: limit)
    var all = Box(start: start)
    for (i, first) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : parts.count
      let line = layout.line(breaking, first..<end, indent: i == 0 ? 0 : breaking.indent(of: first))
      if i == 0 {
        all.above = line.above
        all.below = line.below
        all.hasRuleOnTop = line.hasRuleOnTop
      } else {
        // A blank row keeps tall lines apart.
        let drop = all.below + line.above + 1 + (all.below > 0 && line.above > 0 && !line.hasRuleOnTop ? 1 : 0)
        for part in breaking.parts[first..<end] { if case .box = part.kind { layout.move(part.box, 0, drop) } }
        layout.move(line, 0, drop)
        all.below = drop + line.below
      }
      all.width = max(all.width, line.width)
    }
    all.coreAbove = all.above
    all.coreBelow = all.below
    all.end = layout.glyphs.count
    return all
  }

  /// The column of the first relation outside of brackets, unless that would leave too little room.
  private static func indent(of breaking: Breaking, limit: Int) -> Int {
    var x = 0
    for part in breaking.parts {
      if part.depth == 0, part.cost == Row.relationCost {
        return x + part.gap <= limit * 2 / 5 ? x + part.gap : 4
      }
      x += part.gap + part.box.width
    }
    return breaking.parts[0].cost == Row.relationCost ? 0 : 2
  }

  private static let relationCost = 0
  /// The columns that part two equations: a quad.
  private static let equationGap = 2

  /// The children, fences opened, each with what it costs to begin a line with it.
  private func addParts(
    to parts: inout [Breaking.Part], in layout: inout Layout, _ style: MathStyle, limit: Int, depth: Int
  ) {
    let natural = layout.unlimited { pieces(in: &$0, style) }
    var brackets = 0
    var previous = AtomClass.none
    for piece in natural {
      let item = items[piece.item]
      if piece.atomClass == .closing, brackets > 0 { brackets -= 1 }
      let level = depth + brackets
      let isNew = level == 0 && previous == .punctuation && piece.gap >= Row.equationGap
      let cost = isNew ? Breaking.newEquation : Row.cost(before: piece, after: previous, item).map { $0 + 400 * level }
      if let inner = Row.inside(item), piece.box.width > limit / 3, level < 8 {
        layout.erase(piece.box)
        open(inner, piece, cost, level, &parts, in: &layout, limit)
      } else if piece.box.width > limit - 4 {
        // Too wide alone: set again with a limit of its own.
        layout.erase(piece.box)
        layout.look = piece.look
        let box = layout.limited(to: max(limit - 4, 8)) { $0.set(item, piece.style) }
        parts.append(Breaking.Part(kind: .box, box: box, gap: piece.gap, cost: cost, depth: level))
      } else {
        parts.append(Breaking.Part(kind: .box, box: piece.box, gap: piece.gap, cost: cost, depth: level))
      }
      if piece.atomClass == .opening { brackets += 1 }
      previous = piece.atomClass
    }
  }

  /// What can be broken inside of a child.
  private static func inside(_ item: any Construct) -> (open: Unicode.Scalar?, close: Unicode.Scalar?, row: Row)? {
    if let fence = item as? Fence, !fence.row.items.contains(where: { $0 is Table }) {
      return (fence.open, fence.close, fence.row)
    }
    if let group = item as? Group, group.row.items.count > 1 { return (nil, nil, group.row) }
    return nil
  }

  private func open(
    _ inner: (open: Unicode.Scalar?, close: Unicode.Scalar?, row: Row), _ piece: Piece, _ cost: Int?, _ depth: Int,
    _ parts: inout [Breaking.Part], in layout: inout Layout, _ limit: Int
  ) {
    let opening = parts.count
    let isSeen = inner.open != nil || inner.close != nil
    // As wide as it is about the whole; what is on one line is no taller.
    let part = { (layout: inout Layout, delimiter: Unicode.Scalar?, kind: Breaking.Part.Kind, gap: Int, cost: Int?) in
      let width = layout.columns(of: delimiter, above: piece.box.above, below: piece.box.below)
      return Breaking.Part(
        kind: kind, box: layout.blank(width), gap: gap, cost: cost, depth: depth, look: piece.look)
    }
    parts.append(part(&layout, inner.open, .open(inner.open, partner: 0), piece.gap, cost))
    let first = parts.count
    layout.look = piece.look
    inner.row.addParts(to: &parts, in: &layout, piece.style, limit: limit, depth: depth + (isSeen ? 1 : 0))
    if first < parts.count { parts[first].cost = nil }
    parts.append(part(&layout, inner.close, .close(inner.close, partner: opening), 0, nil))
    parts[opening].kind = .open(inner.open, partner: parts.count - 1)
  }

  /// What it costs to begin a line with a child; nil where none may.
  private static func cost(before piece: Piece, after previous: AtomClass, _ item: any Construct) -> Int? {
    if piece.atomClass == .closing || piece.atomClass == .punctuation || previous == .opening || previous == .none {
      return nil
    }
    if piece.atomClass == .relation {
      if previous == .relation { return nil }
      return item.asAtom?.scalar == 0x7C || item is Middle ? 60 : relationCost
    }
    if previous == .relation || previous == .binary || previous == .largeOperator { return nil }
    // A letter keeps the fence it is applied to where any other break will do.
    if previous == .ordinary, piece.gap == 0, item is Fence || (item as? Scripts)?.base is Fence { return 2000 }
    if piece.atomClass == .binary { return 50 }
    if previous == .punctuation || piece.gap >= 2 { return 20 }
    if piece.atomClass == .inner || piece.atomClass == .largeOperator || piece.gap > 0 { return 200 }
    return nil
  }
}

extension Layout {
  /// One line of a broken row: its boxes side by side, fences drawn as tall as what they hold on this line. The glyphs
  /// of the box are those of the fences alone.
  fileprivate mutating func line(_ breaking: Breaking, _ range: Range<Int>, indent: Int) -> Box {
    var line = Box(start: glyphs.count)
    var x = indent
    var places: [Int] = []
    for i in range {
      let part = breaking.parts[i]
      if i > range.lowerBound { x += part.gap }
      places.append(x)
      if case .box = part.kind {
        move(part.box, x)
        line.above = max(line.above, part.box.above)
        line.below = max(line.below, part.box.below)
      }
      x += part.box.width
    }
    for i in range {
      let (x, columns) = (places[i - range.lowerBound], breaking.parts[i].box.width)
      look = breaking.parts[i].look
      switch breaking.parts[i].kind {
      case .box: break
      case .open(let delimiter, let partner):
        drawFence(
          delimiter, at: x, within: columns, over: (i + 1)..<min(partner, range.upperBound), breaking, &line)
      case .close(let delimiter, let partner):
        drawFence(
          delimiter, at: x, within: columns, over: max(partner + 1, range.lowerBound)..<i, breaking, &line)
      }
    }
    line.hasRuleOnTop = range.allSatisfy {
      guard case .box = breaking.parts[$0].kind else { return true }
      return breaking.parts[$0].box.above < line.above || breaking.parts[$0].box.hasRuleOnTop
    }
    line.width = x
    line.end = glyphs.count
    return line
  }

  private mutating func drawFence(
    _ delimiter: Unicode.Scalar?, at x: Int, within columns: Int, over range: Range<Int>, _ breaking: Breaking,
    _ line: inout Box
  ) {
    guard delimiter != nil else { return }
    var inner = Box()
    for i in range {
      guard case .box = breaking.parts[i].kind else { continue }
      let box = breaking.parts[i].box
      inner.above = max(inner.above, box.above)
      inner.below = max(inner.below, box.below)
      inner.coreAbove = max(inner.coreAbove, box.coreAbove)
      inner.coreBelow = max(inner.coreBelow, box.coreBelow)
    }
    let extent = extent(for: inner, delimiter, nil)
    _ = self.delimiter(delimiter, above: extent.above, below: extent.below, at: x, within: columns)
    line.above = max(line.above, extent.above)
    line.below = max(line.below, extent.below)
  }

  /// Takes back what was drawn for a box in the midst of others.
  fileprivate mutating func erase(_ box: Box) {
    for i in box.start..<box.end {
      glyphs[i].scalar = 0
      glyphs[i].width = 0
    }
  }
}
