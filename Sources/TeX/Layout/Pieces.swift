/// A child of a row at its place.
struct Piece {
  var box: Box
  /// Columns before it.
  var gap: Int
  var atomClass: AtomClass
  /// Which of the row's items it is.
  var item: Int
  /// What it is set in, for when it is set again.
  var look: Look
  var style: MathStyle
}

extension Layout {
  /// Boxes side by side on one baseline; `start` is where their first glyph stands.
  mutating func joined(_ pieces: [Piece], from start: Int) -> Box {
    var all = Box(start: start)
    var ruled = true
    for piece in pieces {
      all.width += piece.gap
      move(piece.box, all.width)
      all.width += piece.box.width
      if piece.box.above > all.above {
        all.above = piece.box.above
        ruled = piece.box.hasRuleOnTop
      } else if piece.box.above == all.above, !piece.box.hasRuleOnTop {
        ruled = false
      }
      all.below = max(all.below, piece.box.below)
      all.coreAbove = max(all.coreAbove, piece.box.coreAbove)
      all.coreBelow = max(all.coreBelow, piece.box.coreBelow)
    }
    all.end = glyphs.count
    all.hasRuleOnTop = ruled && all.above > 0
    let seen = pieces.filter { $0.box.end > $0.box.start }
    if let first = seen.first { all.left = first.box.left }
    if let last = seen.last { all.right = last.box.right }
    return all
  }
}
