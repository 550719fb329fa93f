/// A piece of a picture: its size about the row it stands on, and which glyphs of the layout are its own.
struct Box {
  var width = 0
  /// Rows above and below the one it stands on.
  var above = 0
  var below = 0
  /// Those of them that hold more than scripts, accents and rules, which fences and radicals need not reach.
  var coreAbove = 0
  var coreBelow = 0
  /// Its glyphs, a contiguous range of the layout's.
  var start = 0
  var end = 0
  var left = Edge.plain
  var right = Edge.plain
  /// Whether the topmost row holds nothing but the rule of a radical or an overline, which is as good as blank.
  var hasRuleOnTop = false

  init(
    width: Int = 0, above: Int = 0, below: Int = 0, start: Int = 0, end: Int = 0, left: Edge = .plain,
    right: Edge = .plain, hasRuleOnTop: Bool = false
  ) {
    self.width = width
    self.above = above
    self.below = below
    coreAbove = above
    coreBelow = below
    self.start = start
    self.end = end
    self.left = left
    self.right = right
    self.hasRuleOnTop = hasRuleOnTop
  }

  /// Whether it has more than one row of other things than scripts.
  var isTall: Bool { coreAbove + coreBelow > 0 }

  var height: Int { above + below + 1 }

  /// What a box shows to its neighbour, from which follows whether the two need a space between them.
  enum Edge: UInt8 {
    /// A letter or a sign.
    case plain
    /// The bar of a fraction.
    case bar
    /// A tall fence.
    case fence
    /// A fence of two rows, which a bar beside it would run into.
    case lowFence
    /// The sign of a tall radical.
    case radical
    /// The end of a radical's rule.
    case rule
    /// A round, square or curly bracket, which an operator before it touches.
    case bracket
    /// A name in letters that would run into another.
    case word
    /// A letter or a digit.
    case letter
    /// Scripts in characters, after which a letter needs air.
    case scripted
    /// A fullwidth sign, which brings its own space.
    case fullwidth
    /// A script behind a mark on one line, which the next letter would continue.
    case script
  }

  /// The space that two neighbours need for their shapes alone.
  static func space(_ left: Edge, _ right: Edge) -> Int {
    switch (left, right) {
    case (.bar, .plain), (.bar, .letter), (.bar, .word), (.bar, .bracket), (.bar, .bar), (.bar, .radical),
      (.bar, .lowFence):
      1
    case (.plain, .bar), (.letter, .bar), (.word, .bar), (.scripted, .bar), (.script, .bar), (.lowFence, .bar): 1
    case (.rule, _): 1
    case (.plain, .radical), (.letter, .radical), (.word, .radical), (.scripted, .radical), (.script, .radical): 1
    case (.fence, .radical), (.lowFence, .radical): 1
    case (.fence, .fence), (.fence, .lowFence), (.lowFence, .fence), (.lowFence, .lowFence): 1
    case (.scripted, .letter), (.scripted, .word), (.script, .letter), (.script, .word), (.script, .script): 1
    case (.word, .word), (.word, .letter), (.letter, .word): 1
    default: 0
    }
  }
}
