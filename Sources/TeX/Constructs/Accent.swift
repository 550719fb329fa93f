/// Accents and rules over or under a formula: `\hat{x}`, `\widetilde{AB}`, `\overline{…}`, `\underrightarrow{…}`
/// (TeXbook, rules 9, 10 and 12 of appendix G).
struct Accent: Construct {
  let row: Row
  let mark: Mark
  var isBelow = false
  var atomClass = AtomClass.ordinary

  var rows: [Row] { [row] }
  func hasLimits(in style: MathStyle) -> Bool { atomClass == .largeOperator && style == .display }
  var binding: Binding { row.items.count > 1 ? .call : row.binding }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let mark = Mark(named: parser.lexer.text(command.token))
    return Accent(row: parser.argument(), mark: mark, isBelow: command.kind == .accentBelow)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    if let box = combined(in: &layout, style) { return box }
    let start = layout.glyphs.count
    let inner = row.box(in: &layout, style)
    var box = inner
    let width = max(inner.width, 1)
    drawMark(in: &layout, width: width, y: isBelow ? inner.below + 1 : -inner.above - 1)
    box.width = width
    if isBelow { box.below += 1 } else { box.above += 1 }
    if inner.isTall {
      box.coreAbove = box.above
      box.coreBelow = box.below
    }
    box.hasRuleOnTop = !isBelow && mark == .rule
    box.start = start
    box.end = layout.glyphs.count
    return box
  }

  /// One letter and its accent as one character, or as a letter with a combining mark; nil where that will not do.
  private func combined(in layout: inout Layout, _ style: MathStyle) -> Box? {
    guard !isBelow, !layout.setting.isASCII, let combining = mark.combining, let atom = soleAtom else { return nil }
    let start = layout.glyphs.count
    let box = atom.box(in: &layout, style)
    guard box.end == start + 1 else {
      layout.discard(from: start)
      return nil
    }
    if let composed = Accent.composition(of: layout.glyphs[start].scalar, with: combining) {
      layout.glyphs[start].scalar = composed
      return box
    }
    var marked = box
    layout.put(combining)
    marked.end = layout.glyphs.count
    return marked
  }

  private var soleAtom: Atom? {
    guard var item = row.single else { return nil }
    while let group = item as? Group, let inner = group.row.single { item = inner }
    return item.asAtom
  }

  /// The letter with a combining mark as one character (UAX #15); nil where there is none.
  static func composition(of letter: UInt32, with mark: UInt32) -> UInt32? {
    var scalars = CompositionTable.pairs(for: mark).unicodeScalars.makeIterator()
    while let single = scalars.next(), let composed = scalars.next() {
      if single.value == letter { return composed.value }
    }
    return nil
  }

  /// The letter that one with this mark is made of; nil where it is made of none.
  static func letter(of composed: UInt32, with mark: UInt32) -> UInt32? {
    var scalars = CompositionTable.pairs(for: mark).unicodeScalars.makeIterator()
    while let single = scalars.next(), let both = scalars.next() {
      if both.value == composed { return single.value }
    }
    return nil
  }

  /// The mark drawn on a row of its own, as wide as what it belongs to.
  private func drawMark(in layout: inout Layout, width: Int, y: Int) {
    let plain = layout.drawsASCII
    let middle = (width - 1) / 2
    switch mark {
    case .rule: layout.repeated(plain ? (isBelow ? "-" : "_") : isBelow ? "▔" : "▁", width, 0, y)
    case .rightArrow, .vector: arrow(in: &layout, nil, plain ? ">" : "→", plain, width, y)
    case .leftArrow: arrow(in: &layout, plain ? "<" : "←", nil, plain, width, y)
    case .bothArrow: arrow(in: &layout, plain ? "<" : "←", plain ? ">" : "→", plain, width, y)
    case .rightHarpoon: arrow(in: &layout, nil, plain ? ">" : "⇀", plain, width, y)
    case .leftHarpoon: arrow(in: &layout, plain ? "<" : "↼", nil, plain, width, y)
    case .doubleArrow:
      layout.repeated(plain ? "=" : "═", width - 1, 0, y)
      layout.put(plain ? ">" : "⇒", width - 1, y)
    case .arc:
      layout.repeated(plain ? "-" : "─", width, 0, y)
      if width > 1, !plain { ends(in: &layout, isBelow ? "╰" : "╭", isBelow ? "╯" : "╮", width, y) }
    case .segment:
      layout.repeated(plain ? "-" : "─", width, 0, y)
      if width > 1 { ends(in: &layout, plain ? "|" : "├", plain ? "|" : "┤", width, y) }
    case .hat: layout.put("^", middle, y)
    case .tilde: layout.repeated("~", width, 0, y)
    case .check: layout.put(plain ? "v" : "ˇ", middle, y)
    case .bar: layout.repeated(plain ? "_" : "▁", width, 0, y)
    case .acute: layout.put(plain ? "'" : "´", middle, y)
    case .grave: layout.put("`", middle, y)
    case .breve: layout.put(plain ? "u" : "˘", middle, y)
    case .dot: layout.put(plain ? "." : "˙", middle, y)
    case .ddot: layout.put(plain ? "\"" : "¨", middle, y)
    case .dddot: layout.put(plain ? ":" : "…", middle, y)
    case .ddddot: layout.put(plain ? ":" : "⋯", middle, y)
    case .ring: layout.put(plain ? "o" : "˚", middle, y)
    }
  }

  private func arrow(
    in layout: inout Layout, _ left: Unicode.Scalar?, _ right: Unicode.Scalar?, _ plain: Bool, _ width: Int, _ y: Int
  ) {
    let from = left == nil ? 0 : 1
    let to = right == nil ? width : width - 1
    if let left, width > 1 || right == nil { layout.put(left, 0, y) }
    if from < to { layout.repeated(plain ? "-" : "─", to - from, from, y) }
    if let right { layout.put(right, width - 1, y) }
  }

  /// The corners of an arc or segment, in place of the last cells drawn.
  private func ends(in layout: inout Layout, _ left: Unicode.Scalar, _ right: Unicode.Scalar, _ width: Int, _ y: Int) {
    layout.glyphs[layout.glyphs.count - width].scalar = left.value
    layout.glyphs[layout.glyphs.count - 1].scalar = right.value
  }

  /// A letter with its mark, or the mark on the closing bracket: `x̂`, `(a + b)̂`; `hat(x)` in ASCII.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    if let box = combined(in: &layout, style) { return box }
    if layout.setting.isASCII {
      let start = layout.glyphs.count
      let width = layout.put(mark.name(isBelow: isBelow))
      let inner = layout.bracketed(row, style, unless: false)
      layout.move(inner, width)
      return Box(width: width + inner.width, start: start, end: layout.glyphs.count, left: .word)
    }
    let inner = row.box(in: &layout, style)
    if mark == .rule || mark == .segment { return ruled(inner, in: &layout) }
    var box = row.items.count > 1 ? layout.bracketed(inner) : inner
    if let combining = isBelow ? mark.combiningBelow : mark.combining { layout.put(combining, max(box.width - 1, 0)) }
    box.end = layout.glyphs.count
    return box
  }

  /// A combining rule on every character.
  private func ruled(_ inner: Box, in layout: inout Layout) -> Box {
    var box = inner
    for glyph in layout.glyphs[inner.start..<inner.end] where glyph.width > 0 {
      layout.put(isBelow ? 0x332 : 0x305, Int(glyph.x))
    }
    box.end = layout.glyphs.count
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    if mark == .rule {
      // A border needs no stretchy character of the reader's font.
      let edge = isBelow ? "border-bottom: 0.05em solid; padding-bottom" : "border-top: 0.05em solid; padding-top"
      return xml.wrapped("mrow", "style=\"\(edge): 0.15em\"") { row.writeItems(to: &$0, style) }
    }
    let isStretchy = row.items.count > 1 || mark == .segment
    xml.wrapped(isBelow ? "munder" : "mover", isBelow ? #"accentunder="true""# : #"accent="true""#) {
      row.write(to: &$0, style)
      $0.element(
        "mo", isStretchy ? #"stretchy="true""# : #"stretchy="false""#,
        mark.sign(isStretchy: isStretchy, isBelow: isBelow))
    }
  }

  /// The letter as it is written with its mark: `ᾱ` for `\bar\alpha`, so that both are one word.
  func addSymbols(to sequence: inout SymbolSequence) {
    guard let atom = soleAtom, let combining = mark.combining else { return row.addSymbols(to: &sequence) }
    sequence.append(Accent.composition(of: atom.scalar, with: combining)?.text ?? atom.scalar.text + combining.text)
  }

  func addCanonical(to text: inout String) {
    text += mark.name(isBelow: isBelow) + "{"
    row.addCanonical(to: &text)
    text += "}"
  }
}
