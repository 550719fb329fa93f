/// Accents and rules over or under a formula: `\hat{x}`, `\widetilde{AB}`, `\overline{…}`, `\underrightarrow{…}`
/// (TeXbook, rules 9, 10 and 12 of appendix G).
struct Accent: Construct {
  enum Mark: Sendable {
    case acute, bar, breve, check, ddot, dddot, ddddot, dot, grave, hat, ring, tilde, vector
    case rule, rightArrow, leftArrow, bothArrow, doubleArrow, rightHarpoon, leftHarpoon, arc, segment
  }

  let row: Row
  let mark: Mark
  var isBelow = false
  var atomClass = AtomClass.ordinary

  var rows: [Row] { [row] }
  func hasLimits(in style: MathStyle) -> Bool { atomClass == .largeOperator && style == .display }
  var binding: Binding { row.items.count > 1 ? .call : row.binding }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.lexer.text(command.token)
    let isBelow = command.kind == .accentBelow
    let mark: Mark =
      switch name {
      case "acute": .acute
      case "bar": .bar
      case "breve": .breve
      case "check", "widecheck": .check
      case "ddot": .ddot
      case "dddot": .dddot
      case "ddddot": .ddddot
      case "dot": .dot
      case "grave": .grave
      case "hat", "widehat": .hat
      case "mathring": .ring
      case "tilde", "widetilde", "utilde": .tilde
      case "vec": .vector
      case "overrightarrow", "underrightarrow": .rightArrow
      case "overleftarrow", "underleftarrow": .leftArrow
      case "overleftrightarrow", "underleftrightarrow": .bothArrow
      case "Overrightarrow": .doubleArrow
      case "overrightharpoon": .rightHarpoon
      case "overleftharpoon": .leftHarpoon
      case "overgroup", "undergroup", "overparen", "underparen", "wideparen": .arc
      case "overlinesegment", "underlinesegment": .segment
      default: .rule
      }
    return Accent(row: parser.argument(), mark: mark, isBelow: isBelow)
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
    guard !isBelow, !layout.setting.isASCII, let combining = combiningMark, let atom = soleAtom else { return nil }
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
    return item as? Atom
  }

  /// The letter with a combining mark as one character (UAX #15); nil where there is none.
  static func composition(of letter: UInt32, with mark: UInt32) -> UInt32? {
    var isMatch = false
    for (i, scalar) in CompositionTable.pairs(for: mark).unicodeScalars.enumerated() {
      if isMatch { return scalar.value }
      isMatch = i % 2 == 0 && scalar.value == letter
    }
    return nil
  }

  /// The letter that one with this mark is made of; nil where it is made of none.
  static func letter(of composed: UInt32, with mark: UInt32) -> UInt32? {
    var letter: UInt32 = 0
    for (i, scalar) in CompositionTable.pairs(for: mark).unicodeScalars.enumerated() {
      if i % 2 == 1, scalar.value == composed { return letter }
      letter = scalar.value
    }
    return nil
  }

  private var combiningMark: UInt32? {
    switch mark {
    case .acute: 0x301
    case .bar, .rule: 0x304
    case .breve: 0x306
    case .check: 0x30C
    case .ddot: 0x308
    case .dddot: 0x20DB
    case .ddddot: 0x20DC
    case .dot: 0x307
    case .grave: 0x300
    case .hat: 0x302
    case .ring: 0x30A
    case .tilde: 0x303
    case .vector, .rightArrow, .doubleArrow: 0x20D7
    case .leftArrow: 0x20D6
    case .bothArrow: 0x20E1
    case .arc: 0x311
    case .rightHarpoon: 0x20D1
    case .leftHarpoon: 0x20D0
    default: nil
    }
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
      let width = layout.put(asciiName)
      let inner = layout.bracketed(row, style, unless: false)
      layout.move(inner, width)
      return Box(width: width + inner.width, start: start, end: layout.glyphs.count, left: .word)
    }
    let inner = row.box(in: &layout, style)
    if mark == .rule || mark == .segment { return ruled(inner, in: &layout) }
    var box = row.items.count > 1 ? layout.bracketed(inner) : inner
    if let combiningMark { layout.put(isBelow ? Accent.below(combiningMark) : combiningMark, max(box.width - 1, 0)) }
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

  private static func below(_ mark: UInt32) -> UInt32 {
    switch mark {
    case 0x303: 0x330
    case 0x20D7: 0x20EF
    case 0x20D6: 0x20EE
    case 0x20E1: 0x34D
    case 0x311: 0x32E
    default: 0x332
    }
  }

  private var asciiName: String {
    switch mark {
    case .acute: "acute"
    case .bar, .rule, .segment: isBelow ? "underline" : "bar"
    case .breve: "breve"
    case .check: "check"
    case .ddot: "ddot"
    case .dddot: "dddot"
    case .ddddot: "ddddot"
    case .dot: "dot"
    case .grave: "grave"
    case .hat: "hat"
    case .ring: "ring"
    case .tilde: "tilde"
    case .vector, .rightArrow, .rightHarpoon, .doubleArrow: "vec"
    case .leftArrow, .leftHarpoon: "leftarrow"
    case .bothArrow: "leftrightarrow"
    case .arc: "arc"
    }
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    if mark == .rule {
      // A border needs no stretchy character of the reader's font.
      let edge = isBelow ? "border-bottom: 0.05em solid; padding-bottom" : "border-top: 0.05em solid; padding-top"
      return xml.wrapped("mrow", "style=\"\(edge): 0.15em\"") { row.writeItems(to: &$0, style) }
    }
    let isStretchy = row.items.count > 1 || mark == .segment
    let sign: String =
      switch mark {
      case .acute: "´"
      case .bar: "¯"
      case .breve: "˘"
      case .check: "ˇ"
      case .ddot: "¨"
      case .dddot: "…"
      case .ddddot: "...."
      case .dot: "˙"
      case .grave: "`"
      // The wide ones are those that mathematical fonts can stretch.
      case .hat: isStretchy ? "\u{302}" : "^"
      case .ring: "˚"
      case .tilde: isStretchy ? "˜" : "~"
      case .vector, .rightArrow: "→"
      case .leftArrow: "←"
      case .bothArrow: "↔"
      case .doubleArrow: "⇒"
      case .rightHarpoon: "⇀"
      case .leftHarpoon: "↼"
      case .rule, .segment: isBelow ? "_" : "‾"
      case .arc: isBelow ? "⏝" : "⏜"
      }
    xml.wrapped(isBelow ? "munder" : "mover", isBelow ? #"accentunder="true""# : #"accent="true""#) {
      row.write(to: &$0, style)
      $0.element("mo", isStretchy ? #"stretchy="true""# : #"stretchy="false""#, sign)
    }
  }

  /// The letter as it is written with its mark: `ᾱ` for `\bar\alpha`, so that both are one word.
  func addTokens(to tokens: inout [String]) {
    guard let atom = soleAtom, let combining = combiningMark else { return row.addTokens(to: &tokens) }
    tokens.append(Accent.composition(of: atom.scalar, with: combining)?.text ?? atom.scalar.text + combining.text)
  }

  func addCanonical(to text: inout String) {
    text += asciiName + "{"
    row.addCanonical(to: &text)
    text += "}"
  }
}
