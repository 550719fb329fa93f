import Text

/// Superscripts, subscripts and primes at the side of an atom, limits above and below it
/// (TeXbook, rules 13a and 18 of appendix G).
struct Scripts: Construct {
  /// Nil where a script stands alone: `{}^2`, `_x`.
  var base: (any Construct)?
  var above: Row?
  var below: Row?
  var primes = 0
  /// What `\limits` and `\nolimits` ask for.
  var limits: Bool?
  /// Which scripts Unicode has in characters, or are not there.
  private let shape: Shape

  /// Which scripts fit on the row of their base.
  struct Shape {
    var fitsAbove: Bool
    var fitsBelow: Bool
  }

  init(base: (any Construct)?, above: Row? = nil, below: Row? = nil, primes: Int = 0, limits: Bool? = nil) {
    self.base = base
    self.above = above
    self.below = below
    self.primes = primes
    self.limits = limits
    if let above, !above.items.isEmpty, above.items.allSatisfy({ $0.asAtom?.isPrime == true }) {
      self.primes += above.items.count
      self.above = nil
    }
    shape = Shape(
      fitsAbove: self.above.map { UnicodeScript.has($0, above: true) } ?? true,
      fitsBelow: below.map { UnicodeScript.has($0, above: false) } ?? true)
  }

  /// The scripts in Unicode's characters; nil where one of them has none.
  private var characters: [UInt32]? {
    shape.fitsAbove && shape.fitsBelow ? (charactersBelow ?? []) + (charactersAbove ?? []) : nil
  }
  private var charactersAbove: [UInt32]? {
    shape.fitsAbove ? above.map { UnicodeScript.spelled($0, above: true) } : nil
  }
  private var charactersBelow: [UInt32]? {
    shape.fitsBelow ? below.map { UnicodeScript.spelled($0, above: false) } : nil
  }

  var atomClass: AtomClass { base?.atomClass ?? .ordinary }

  var sized: SizedDelimiter? { base?.sized }

  var binding: Binding { above == nil && primes == 0 ? .subscripted : .power }

  var rows: [Row] { (base?.rows ?? []) + [below, above].compactMap { $0 } }

  func hasLimits(in style: MathStyle) -> Bool { limits ?? base?.hasLimits(in: style) ?? false }

  var isUpright: Bool { base?.isUpright ?? true }

  var standsTall: Bool { base?.standsTall == true || hasLimits(in: .display) }

  func role(in style: MathStyle) -> Role {
    // What is tall has its scripts at its corners, whatever those of its neighbours do.
    if hasLimits(in: style) || (base?.standsTall == true && !style.isScript) { return .atom }
    // Scripts one above the other read as a pair on two rows, or side by side in characters; never one of each.
    if above != nil, below != nil, !(shape.fitsAbove && shape.fitsBelow) {
      return .scripts(Shape(fitsAbove: false, fitsBelow: false))
    }
    return .scripts(shape)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let rowsBelow = layout.hasRowsBelow || layout.setting.isASCII
    let rowsAbove = layout.hasRowsAbove || layout.setting.isASCII
    layout.hasRowsBelow = false
    layout.hasRowsAbove = false
    if hasLimits(in: style) { return limitsBox(in: &layout, style) }
    let base = baseBox(in: &layout, style)
    let isTall = base.isTall || (base.above > 0 && self.base is Accent)
    var box = base
    let primes = primes > 0 ? primesBox(in: &layout, style) : layout.blank()
    if isTall { layout.move(primes, base.width, -base.above) } else { layout.move(primes, base.width) }
    box.width += primes.width
    if !isTall, !rowsBelow, !rowsAbove, let both = characters {
      return withCharacters(both, box, in: &layout)
    }
    if !isTall, !rowsBelow, above == nil, let characters = charactersBelow {
      return withCharacters(characters, box, in: &layout)
    }
    if !isTall, !rowsAbove, below == nil, let characters = charactersAbove {
      return withCharacters(characters, box, in: &layout)
    }
    return withRows(box, base, isTall: isTall, in: &layout, style)
  }

  /// What the scripts are at; in brackets where they would be those of its end alone: of a denominator or a radicand on
  /// one line, of a power.
  private func baseBox(in layout: inout Layout, _ style: MathStyle) -> Box {
    guard let base else { return layout.blank() }
    let box = layout.set(base, style)
    let isOnOneLine = layout.isLine || (style.isScript && box.height == 1)
    var last = base
    while let inner = (last as? Group)?.row.items.last { last = inner }
    let isOpen =
      isOnOneLine && base.binding == .quotient || layout.isLine && last is Radical
      || (above != nil || primes > 0) && (last as? Scripts)?.above != nil
    return isOpen ? layout.fenced(box, "(", ")") : box
  }

  private func primesBox(in layout: inout Layout, _ style: MathStyle) -> Box {
    let count = primes
    return layout.box { layout in
      var width = 0
      for _ in 0..<count { width += layout.put(layout.setting.isASCII ? 0x27 : 0x2032, width) }
      return width
    }
  }

  private func withCharacters(_ characters: [UInt32], _ base: Box, in layout: inout Layout) -> Box {
    var box = base
    for character in characters { box.width += layout.put(character, box.width) }
    box.end = layout.glyphs.count
    box.right = .scripted
    return box
  }

  /// Scripts on rows of their own: beside a letter one row up or down, at the corners of what is taller.
  private func withRows(_ all: Box, _ base: Box, isTall: Bool, in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = all
    var width = all.width - base.width
    // Beside a tall base at its top row, but above an accent that has a row of its own.
    let rise = isTall && base.above > 0 ? base.above + (self.base is Accent ? 1 : 0) : 1
    let drop = isTall && base.below > 0 ? base.below : 1
    if let above {
      let script = corner(above, isTall ? charactersAbove : nil, in: &layout, style)
      layout.move(script, all.width, -(rise + script.below))
      box.above = max(box.above, rise + script.below + script.above)
      width = max(width, all.width - base.width + script.width)
    }
    if let below {
      let script = corner(below, isTall ? charactersBelow : nil, in: &layout, style)
      layout.move(script, base.width, drop + script.above)
      box.below = max(box.below, drop + script.above + script.below)
      width = max(width, script.width)
    }
    // A script of more than one row counts as height.
    box.coreAbove = box.above - base.above > 1 ? box.above : base.coreAbove
    box.coreBelow = box.below - base.below > 1 ? box.below : base.coreBelow
    box.width = base.width + width
    box.end = layout.glyphs.count
    box.right = .plain
    box.hasRuleOnTop = base.hasRuleOnTop && box.above == base.above
    return box
  }

  /// A script at the corner of its base; beside a tall one in characters, which say there that it is a script.
  private func corner(_ row: Row, _ characters: [UInt32]?, in layout: inout Layout, _ style: MathStyle) -> Box {
    guard let characters, !layout.setting.isASCII else { return layout.unlimited { row.box(in: &$0, style.ofScripts) } }
    return layout.box { layout in characters.reduce(0) { $0 + layout.put($1, $0) } }
  }

  /// Limits centred above and below.
  private func limitsBox(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    var base = base.map { layout.set($0, style) } ?? layout.blank()
    if primes > 0 {
      let primes = primesBox(in: &layout, style)
      layout.move(primes, base.width)
      base.width += primes.width
      base.end = layout.glyphs.count
    }
    let top = above.map { row in layout.unlimited { row.box(in: &$0, style.ofScripts) } }
    let bottom = below.map { row in layout.unlimited { row.box(in: &$0, style.ofScripts) } }
    return layout.stacked(base, above: top, below: bottom, from: start)
  }

  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = baseBox(in: &layout, style)
    if primes > 0 {
      let primes = primesBox(in: &layout, style)
      layout.move(primes, box.width)
      box.width += primes.width
      box.end = layout.glyphs.count
    }
    let isASCII = layout.setting.isASCII
    let up = isASCII ? nil : charactersAbove
    let down = isASCII ? nil : charactersBelow
    if let down { box = withCharacters(down, box, in: &layout) }
    if let up { box = withCharacters(up, box, in: &layout) }
    if let below, down == nil { box = marked(0x5F, below, box, in: &layout, style) }
    if let above, up == nil { box = marked(0x5E, above, box, in: &layout, style) }
    return box
  }

  /// `x_θ`, `p_(data, i)`, `e^(−x)`.
  private func marked(_ mark: UInt32, _ row: Row, _ base: Box, in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = base
    box.width += layout.put(mark, box.width)
    let needsBrackets = !row.isOneWord
    let script = layout.bracketed(row, style.ofScripts, unless: !needsBrackets)
    layout.move(script, box.width)
    box.width += script.width
    box.end = layout.glyphs.count
    box.right = needsBrackets ? .plain : .script
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let isLimits = hasLimits(in: style)
    var above = above
    if primes > 0 {
      above = Row((0..<primes).map { _ in Atom(0x2032) } + (above?.items ?? []))
    }
    let name =
      switch (below != nil, above != nil) {
      case (true, true): isLimits ? "munderover" : "msubsup"
      case (true, false): isLimits ? "munder" : "msub"
      case (false, true): isLimits ? "mover" : "msup"
      case (false, false): "mrow"
      }
    xml.wrapped(name) { xml in
      if let base { base.write(to: &xml, style) } else { xml.empty("mrow") }
      below?.write(to: &xml, style.ofScripts)
      above?.write(to: &xml, style.ofScripts)
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    base?.addSymbols(to: &sequence)
    addScripts(to: &sequence)
  }

  /// Those beside the base.
  func addScripts(to sequence: inout SymbolSequence) {
    for _ in 0..<primes { sequence.append(0x2032) }
    if let below {
      sequence.append(0x5F)
      below.addScript(to: &sequence, isRaised: false)
    }
    if let above {
      sequence.append(0x5E)
      above.addScript(to: &sequence, isRaised: true)
    }
  }

  func addCanonical(to text: inout String) {
    base?.addCanonical(to: &text)
    for _ in 0..<primes { text += "′" }
    if let below {
      text += "_{"
      below.addCanonical(to: &text)
      text += "}"
    }
    if let above {
      text += "^{"
      above.addCanonical(to: &text)
      text += "}"
    }
  }
}
