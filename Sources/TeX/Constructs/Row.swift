import Text

/// Atoms side by side: a math list (TeXbook, rules 1–21 of appendix G), the inside of a group, an argument or a cell.
struct Row: Sendable {
  var items: [any Construct] = []

  init(_ items: [any Construct] = []) { self.items = items }

  /// The only thing in it.
  var single: (any Construct)? { items.count == 1 ? items[0] : nil }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let limit = layout.limit
    let before = layout.look
    let colors = layout.outerColors
    defer {
      layout.limit = limit
      layout.look = before
      layout.outerColors = colors
    }
    layout.limit = .max
    let pieces = pieces(in: &layout, style)
    if limit != .max, !layout.isLine, layout.brokenRows < layout.brokenRowsLimit,
      pieces.reduce(0, { $0 + $1.gap + $1.box.width }) > limit
    {
      layout.discard(from: start)
      layout.look = before
      return broken(in: &layout, style, limit: limit)
    }
    return layout.joined(pieces, from: start)
  }

  /// The same with the space at its end, which counts before what stands beside a cell or a group.
  func boxWithEnd(in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = box(in: &layout, style)
    let space = endSpace(in: style)
    if space > 0, layout.limit == .max || box.width + space <= layout.limit {
      box.width += space
      box.right = .plain
    }
    return box
  }

  private func endSpace(in style: MathStyle) -> Int {
    var space = Gap()
    for item in items.reversed() {
      switch item.role(in: style) {
      case .space(let columns, let isThin): space.add(columns, isThin: isThin, style)
      case .change: continue
      case .text(_, let spaceAfter):
        if spaceAfter { space.add(1, isThin: false, .text) }
        return space.atEdge
      case .scripts, .atom: return space.atEdge
      }
    }
    return space.atEdge
  }

  /// The children set one by one, with the spaces that belong before them.
  func pieces(in layout: inout Layout, _ style: MathStyle) -> [Piece] {
    let classes = effectiveClasses()
    let manners = layout.isLine || layout.setting.isASCII ? [] : manners(in: style)
    var pieces: [Piece] = []
    pieces.reserveCapacity(items.count)
    var style = style
    var space = Gap()
    var previous = AtomClass.none
    for (i, item) in items.enumerated() {
      switch item.role(in: style) {
      case .space(let columns, let isThin):
        space.add(columns, isThin: isThin, style)
        continue
      case .change(let change):
        Row.apply(change, &layout, &style)
        continue
      case .text(let spaceBefore, let spaceAfter):
        if spaceBefore { space.add(1, isThin: false, .text) }
        pieces.append(piece(item, i, classes[i], after: previous, pieces.last, space, &layout, style))
        space = Gap()
        if spaceAfter { space.add(1, isThin: false, .text) }
      case .scripts, .atom:
        if !manners.isEmpty {
          layout.hasRowsBelow = manners[i].below
          layout.hasRowsAbove = manners[i].above
        }
        pieces.append(piece(item, i, classes[i], after: previous, pieces.last, space, &layout, style))
        space = Gap()
      }
      previous = classes[i]
    }
    return pieces
  }

  private func piece(
    _ item: any Construct, _ i: Int, _ atomClass: AtomClass, after previous: AtomClass, _ last: Piece?, _ space: Gap,
    _ layout: inout Layout, _ style: MathStyle
  ) -> Piece {
    let look = layout.look
    var box = layout.set(item, style)
    if layout.isLine || (style.isScript && box.height == 1), item.binding == .quotient, touches(i, after: last) {
      box = layout.bracketed(box)
    }
    let piece = { (gap: Int) in Piece(box: box, gap: gap, atomClass: atomClass, item: i, look: look, style: style) }
    guard let last else { return piece(space.atEdge) }
    var glue = previous.space(before: atomClass)
    // Scripts are set tight, but a name still ends before a letter.
    if style.isScript, !(glue > 0 && (last.box.right == .word || box.left == .word)) { glue = 0 }
    if previous == .largeOperator, box.left == .bracket { glue = 0 }
    if box.left == .fullwidth || last.box.right == .fullwidth { glue = 0 }
    // A sign is close to what it is the sign of.
    if previous == .ordinary, items[last.item].atomClass == .binary { glue = 0 }
    let isTight =
      box.width == 0 || last.box.width == 0
      || (last.box.right == .scripted && (style.isScript || (items[last.item].isUpright && item.isUpright)))
    let edges = isTight || atomClass.isPunctuation ? 0 : Box.space(last.box.right, box.left)
    return piece(space.merged(with: glue, edges))
  }

  /// Whether a neighbour of a quotient on one line would read as part of it.
  private func touches(_ i: Int, after last: Piece?) -> Bool {
    switch last?.atomClass {
    // Its own sign says the same before the brackets as inside them: `−1/2`.
    case .ordinary: if let last, items[last.item].atomClass != .binary { return true }
    case .closing, .inner, .largeOperator: return true
    default: break
    }
    guard let next = items[(i + 1)...].first(where: { $0.atomClass != .none }) else { return false }
    switch next.atomClass {
    case .ordinary, .opening, .inner, .largeOperator: return true
    default: return next.asAtom?.scalar == 0x21
    }
  }

  static func apply(_ change: Switch.Change, _ layout: inout Layout, _ style: inout MathStyle) {
    switch change {
    case .style(let new): style = new
    case .color(let color, _):
      layout.outerColors.append(layout.look.color)
      layout.look.color = color
    case .endColor: layout.look.color = layout.outerColors.popLast() ?? .standard
    }
  }

  /// A binary operator without operands on both sides is an ordinary atom (rules 5 and 6).
  func effectiveClasses() -> [AtomClass] {
    var classes: [AtomClass] = []
    classes.reserveCapacity(items.count)
    var last = -1
    for (i, item) in items.enumerated() {
      var atomClass = item.atomClass
      if atomClass != .none {
        let previous = last < 0 ? AtomClass.opening : classes[last]
        switch atomClass {
        case .binary:
          switch previous {
          case .binary, .largeOperator, .relation, .opening, .punctuation: atomClass = .ordinary
          default: break
          }
        case .relation, .closing, .punctuation:
          if previous == .binary { classes[last] = .ordinary }
        default: break
        }
        last = i
      }
      classes.append(atomClass)
    }
    if last >= 0, classes[last] == .binary { classes[last] = .ordinary }
    return classes
  }

  /// For every child, whether its scripts stand on rows of their own. All scripts of one side in a row are alike;
  /// what stands in brackets is a row of its own. Empty where no child has scripts.
  private func manners(in style: MathStyle) -> [(below: Bool, above: Bool)] {
    let hasScripts = items.contains { if case .scripts = $0.role(in: style) { true } else { false } }
    guard hasScripts else { return [] }
    var groups: [(below: Bool, above: Bool)] = [(false, false)]
    var open = [0]
    var groupOf: [Int] = []
    for item in items {
      let atomClass = item.atomClass
      if atomClass == .closing, open.count > 1 { open.removeLast() }
      let group = open[open.count - 1]
      groupOf.append(group)
      if case .scripts(let shape) = item.role(in: style) {
        if !shape.fitsBelow { groups[group].below = true }
        if !shape.fitsAbove { groups[group].above = true }
      }
      if atomClass == .opening {
        open.append(groups.count)
        groups.append((false, false))
      }
    }
    return groupOf.map { groups[$0] }
  }

  /// Two or more digits, with a point among them, from `start`.
  func number(at start: Int) -> Range<Int>? {
    guard let first = items[start].asAtom, first.isDigit, first.alphabet == .normal else { return nil }
    var i = start + 1
    while i < items.count, let atom = items[i].asAtom, atom.alphabet == .normal {
      guard atom.isDigit || (atom.scalar == 0x2E && i + 1 < items.count && items[i + 1].asAtom?.isDigit == true)
      else { break }
      i += 1
    }
    return i > start + 1 ? start..<i : nil
  }
}

/// The space asked for between two atoms: quads add up, small spaces do not, a negative one takes the glue away.
private struct Gap {
  var quads = 0
  var small = 0
  var isNegative = false

  mutating func add(_ columns: Int, isThin: Bool, _ style: MathStyle) {
    if columns < 0 { isNegative = true }
    if columns > 1 { quads += columns }
    if columns == 1, !(isThin && style.isScript) { small = 1 }
  }

  /// At the start of a row.
  var atEdge: Int { quads + small }

  func merged(with glue: Int, _ edges: Int) -> Int {
    max(isNegative ? 0 : glue, edges, quads + small)
  }
}
