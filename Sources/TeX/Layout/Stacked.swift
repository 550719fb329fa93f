extension Layout {
  /// A box with others centred above and below it, on its own baseline.
  mutating func stacked(_ base: Box, above: Box?, below: Box?, from start: Int) -> Box {
    let width = max(base.width, above?.width ?? 0, below?.width ?? 0)
    var box = Box(width: width, above: base.above, below: base.below, start: start)
    move(base, (width - base.width) / 2)
    if let above {
      move(above, (width - above.width) / 2, -(base.above + 1 + above.below))
      box.above += above.height
      box.hasRuleOnTop = above.hasRuleOnTop
    } else {
      box.hasRuleOnTop = base.hasRuleOnTop
    }
    if let below {
      move(below, (width - below.width) / 2, base.below + 1 + below.above)
      box.below += below.height
    }
    box.coreAbove = box.above
    box.coreBelow = box.below
    box.end = glyphs.count
    if width == base.width {
      box.left = base.left
      box.right = base.right
    }
    return box
  }

  /// Brackets around a box already drawn.
  mutating func bracketed(_ box: Box) -> Box {
    var all = box
    move(box, 1)
    put("(")
    put(")", box.width + 1)
    all.width += 2
    all.end = glyphs.count
    all.left = .bracket
    all.right = .plain
    return all
  }

  /// A row on one line, in brackets unless it needs none.
  mutating func bracketed(_ row: Row, _ style: MathStyle, unless isBare: Bool) -> Box {
    let box = row.box(in: &self, style)
    return isBare ? box : bracketed(box)
  }
}
