/// A piece of a picture: its size about the row it stands on, and which glyphs of the layout are its own.
struct Box {
  var width = 0
  /// Rows above and below the one it stands on.
  var above = 0
  var below = 0
  /// Its glyphs, a contiguous range of the layout's.
  var start = 0
  var end = 0
  var left = Edge.plain
  var right = Edge.plain
  /// Whether the topmost row holds nothing but the rule of a radical or an overline, which is as good as blank.
  var hasRuleOnTop = false

  var height: Int { above + below + 1 }

  /// What a box shows to its neighbour, from which follows whether the two need a space between them.
  enum Edge: UInt8 {
    /// A letter or a sign.
    case plain
    /// The bar of a fraction.
    case bar
    /// A tall fence.
    case fence
    /// The sign of a tall radical.
    case radical
    /// The end of a radical's rule.
    case rule
    /// A round, square or curly bracket, which an operator before it touches.
    case bracket
    /// A name in letters that would run into another.
    case word
    /// A letter or digit in ASCII, which a name would run into.
    case letter
    /// Scripts in characters, after which a letter needs air.
    case scripted
    /// A script behind a mark on one line, which the next letter would continue.
    case script
  }

  /// The space that two neighbours need for their shapes alone.
  static func space(_ left: Edge, _ right: Edge) -> Int {
    switch (left, right) {
    case (.bar, .plain), (.plain, .bar), (.bar, .bar), (.bar, .word), (.word, .bar), (.bar, .radical): 1
    case (.rule, _), (.plain, .radical), (.word, .radical), (.fence, .radical): 1
    case (.fence, .fence): 1
    case (.scripted, .plain), (.scripted, .letter), (.scripted, .word), (.scripted, .radical), (.scripted, .bar): 1
    case (.word, .word), (.word, .letter), (.letter, .word), (.script, .letter),
      (.script, .word), (.script, .plain), (.script, .script), (.script, .bar), (.script, .radical):
      1
    default: 0
    }
  }
}
