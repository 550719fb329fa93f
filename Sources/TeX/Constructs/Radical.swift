/// `\sqrt{x}`, `\sqrt[n]{x}` (TeXbook, rule 11 of appendix G): a rule over one row, a frame over more.
struct Radical: Construct {
  let radicand: Row
  let degree: Row?

  var rows: [Row] { [degree, radicand].compactMap { $0 } }
  var binding: Binding { .subscripted }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    // Plain TeX's `\root n \of x`.
    if parser.lexer.spells(command.token, "root") {
      if parser.isTooDeep { return parser.tooDeep() }
      let degree = parser.deeper { $0.row(until: .of) }
      if parser.peek().kind == .command { _ = parser.next() }
      return Radical(radicand: parser.argument(), degree: degree)
    }
    let degree = parser.optionalRow()
    return Radical(radicand: parser.argument(), degree: degree)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let outer = layout.limit
    layout.limit = layout.limit(less: 2)
    let inner = radicand.box(in: &layout, style)
    layout.limit = outer
    let isTall = inner.above > (inner.hasRuleOnTop ? 1 : 0) || inner.coreBelow > 0
    let raised = isTall ? nil : raisedDegree(in: &layout)
    let degreeBox = raised == nil ? degree.map { row in layout.unlimited { row.box(in: &$0, .scriptScript) } } : nil
    let shift = (raised ?? degreeBox)?.width ?? 0
    var box = isTall ? tall(inner, shift, in: &layout) : low(inner, shift, in: &layout)
    if let degreeBox {
      // The degree stands on the row above the sign, or above the foot of a tall one.
      layout.move(degreeBox, 0, isTall ? inner.below - 1 - degreeBox.below : -1 - degreeBox.below)
      box.above = max(box.above, degreeBox.height - (isTall ? inner.below : 0))
      if degreeBox.height > 1 || !isTall { box.hasRuleOnTop = false }
    }
    box.start = start
    box.end = layout.glyphs.count
    return box
  }

  /// `³√x`: a degree that Unicode can raise stands before the sign of a low radical; nil where it cannot.
  private func raisedDegree(in layout: inout Layout) -> Box? {
    guard let degree, !layout.setting.isASCII, let raised = UnicodeScript.characters(of: degree, above: true) else {
      return nil
    }
    return layout.box { layout in raised.reduce(0) { $0 + layout.put($1, $0) } }
  }

  private func low(_ inner: Box, _ x: Int, in layout: inout Layout) -> Box {
    let sign = layout.setting.isASCII ? layout.put("\\/", x) : layout.put("√", x)
    layout.move(inner, x + sign)
    let rise = inner.above + 1
    layout.repeated(layout.drawsASCII ? "_" : "▁", max(inner.width, 1), x + sign, -rise)
    var box = Box(
      width: x + sign + max(inner.width, 1), above: rise, below: inner.below, left: x > 0 ? .radical : .plain,
      right: .rule, hasRuleOnTop: true)
    box.coreAbove = 0
    box.coreBelow = 0
    return box
  }

  private func tall(_ inner: Box, _ x: Int, in layout: inout Layout) -> Box {
    let isPlain = layout.drawsASCII
    let sign = layout.setting.isASCII ? 2 : layout.columns(0x221A)
    let top = -(inner.above + 1)
    layout.move(inner, x + sign)
    if isPlain {
      layout.repeated("_", inner.width + 1, x + sign, top)
    } else {
      layout.put("╭", x + sign - 1, top)
      layout.repeated("─", inner.width + 1, x + sign, top)
    }
    for y in (top + 1)..<max(inner.below, top + 2) where y != inner.below {
      layout.put(isPlain ? "|" : "│", x + sign - 1, y)
    }
    if layout.setting.isASCII { layout.put("\\/", x, inner.below) } else { layout.put("√", x, inner.below) }
    return Box(
      width: x + sign + inner.width + 1, above: inner.above + 1, below: inner.below, left: .radical, right: .rule)
  }

  /// `√x`, `√(a + b)`, `³√x`.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    var width = 0
    if let degree {
      width += (raisedDegree(in: &layout) ?? layout.bracketed(degree, style, unless: degree.isOneWord)).width
    }
    width += layout.setting.isASCII ? layout.put("sqrt", width) : layout.put("√", width)
    let isBare = radicand.binding >= .subscripted && !layout.setting.isASCII && !(radicand.single is Radical)
    let inner = layout.bracketed(radicand, style, unless: isBare)
    layout.move(inner, width)
    // A degree would be an exponent of what stands before it, and a letter behind be under the sign as well.
    return Box(
      width: width + inner.width, start: start, end: layout.glyphs.count, left: degree == nil ? .plain : .radical,
      right: isBare ? .script : .plain)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    if let degree {
      xml.wrapped("mroot") {
        radicand.write(to: &$0, style)
        degree.write(to: &$0, .scriptScript)
      }
    } else {
      xml.wrapped("msqrt") { radicand.write(to: &$0, style) }
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    sequence.append("√")
    degree?.addSymbols(to: &sequence)
    radicand.addSymbols(to: &sequence)
  }

  func addCanonical(to text: inout String) {
    text += "√"
    if let degree {
      text += "["
      degree.addCanonical(to: &text)
      text += "]"
    }
    text += "{"
    radicand.addCanonical(to: &text)
    text += "}"
  }
}
