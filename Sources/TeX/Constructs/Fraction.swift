/// Fractions, binomials and what is stacked like them (TeXbook, rule 15 of appendix G).
///
/// `\frac{a}{b}`, `{a \over b}`, `\binom{n}{k}`, `\genfrac`; the bar stands on the row of the surrounding text.
struct Fraction: Construct {
  let numerator: Row
  let denominator: Row
  var hasBar = true
  var open: Unicode.Scalar?
  var close: Unicode.Scalar?
  /// The style that `\dfrac`, `\tfrac` ask for.
  var style: MathStyle?

  var atomClass: AtomClass { open == nil ? .inner : .ordinary }
  var binding: Binding { open == nil ? .quotient : .atom }
  var rows: [Row] { [numerator, denominator] }
  var standsTall: Bool { true }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "dfrac": return parsed(&parser, style: .display)
    case "tfrac": return parsed(&parser, style: .text)
    case "cfrac":
      _ = parser.optionalText()
      return parsed(&parser, style: .display)
    case "binom", "dbinom", "tbinom":
      return Fraction(
        numerator: parser.argument(), denominator: parser.argument(), hasBar: false, open: "(", close: ")")
    case "genfrac": return generalized(&parser)
    default: return parsed(&parser, style: nil)
    }
  }

  private static func parsed(_ parser: inout Parser, style: MathStyle?) -> Fraction {
    Fraction(numerator: parser.argument(), denominator: parser.argument(), style: style)
  }

  /// `\genfrac( ] {0pt}{0}{a}{b}`: delimiters, thickness of the bar, style.
  private static func generalized(_ parser: inout Parser) -> Fraction {
    let open = parser.optionalDelimiter()
    let close = parser.optionalDelimiter()
    let thickness = parser.textArgument()
    _ = parser.textArgument()
    return Fraction(
      numerator: parser.argument(), denominator: parser.argument(),
      hasBar: !(thickness.first == "0" && !thickness.contains { ("1"..."9").contains($0) }), open: open, close: close)
  }

  /// `\over` and its kin take all before them in their group, and all after them.
  static func infix(_ parser: inout Parser, _ command: Command, numerator: Row) -> any Construct {
    var fraction: (hasBar: Bool, open: Unicode.Scalar?, close: Unicode.Scalar?) = (true, nil, nil)
    switch parser.lexer.text(command.token) {
    case "atop": fraction.hasBar = false
    case "choose": fraction = (false, "(", ")")
    case "brace": fraction = (false, "{", "}")
    case "brack": fraction = (false, "[", "]")
    case "above": _ = parser.textArgument()
    case "overwithdelims": fraction = (true, parser.optionalDelimiter(), parser.optionalDelimiter())
    case "atopwithdelims": fraction = (false, parser.optionalDelimiter(), parser.optionalDelimiter())
    case "abovewithdelims":
      fraction = (true, parser.optionalDelimiter(), parser.optionalDelimiter())
      _ = parser.textArgument()
    default: break
    }
    let denominator = parser.restOfGroup()
    return Fraction(
      numerator: numerator, denominator: denominator, hasBar: fraction.hasBar, open: fraction.open,
      close: fraction.close)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    if style.isScript, hasBar, self.style != .display || layout.isTryingLine {
      // Only the outermost tries again: else every level would be set twice as often as the one around it.
      let isInner = layout.isTryingLine
      layout.isTryingLine = true
      let box = line(in: &layout, style)
      layout.isTryingLine = isInner
      if isInner || box.height == 1 { return box }
      layout.discard(from: start)
    }
    let outer = layout.limit
    layout.limit = layout.limit(less: hasBar ? 2 : 4)
    let inner = style.isScript ? style.ofFraction : style
    let top = numerator.box(in: &layout, inner)
    let bottom = denominator.box(in: &layout, inner)
    layout.limit = outer
    if !hasBar { return withoutBar(top, bottom, in: &layout, from: start) }
    let width = max(top.width, bottom.width, 1) + 2
    layout.move(top, (width - top.width) / 2, -(1 + top.below))
    layout.move(bottom, (width - bottom.width) / 2, 1 + bottom.above)
    layout.repeated(layout.drawsASCII ? "-" : "─", width, 0, 0)
    let box = Box(
      width: width, above: top.height, below: bottom.height, start: start, end: layout.glyphs.count, left: .bar,
      right: .bar, hasRuleOnTop: top.hasRuleOnTop)
    return open == nil && close == nil ? box : layout.fenced(box, open, close)
  }

  private func withoutBar(_ top: Box, _ bottom: Box, in layout: inout Layout, from start: Int) -> Box {
    let width = max(top.width, bottom.width)
    layout.move(top, (width - top.width) / 2, -(1 + top.below))
    layout.move(bottom, (width - bottom.width) / 2, 1 + bottom.above)
    let box = Box(
      width: width, above: top.height, below: bottom.height, start: start, end: layout.glyphs.count,
      hasRuleOnTop: top.hasRuleOnTop)
    return open == nil && close == nil ? box : layout.fenced(box, open, close)
  }

  /// `(a + b)/(c + d)`, `(n¦k)` as in UnicodeMath.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let isDerivative = denominator.isDifferential && numerator.binding >= .operation
    var width = open.map { layout.spell($0.value.text) } ?? 0
    let top = layout.bracketed(numerator, style, unless: !hasBar || numerator.binding >= .product || isDerivative)
    layout.move(top, width)
    width += top.width
    width += layout.put(hasBar ? "/" : layout.setting.isASCII ? " | " : "¦", width)
    let bottom = layout.bracketed(denominator, style, unless: !hasBar || denominator.binding >= .call || isDerivative)
    layout.move(bottom, width)
    width += bottom.width
    if let close { width += layout.spell(close.value.text, width) }
    return Box(
      width: width, above: max(top.above, bottom.above), below: max(top.below, bottom.below), start: start,
      end: layout.glyphs.count)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let fraction = { (xml: inout MathML) in
      xml.wrapped("mfrac", hasBar ? "" : #"linethickness="0""#) {
        numerator.write(to: &$0, style.ofFraction)
        denominator.write(to: &$0, style.ofFraction)
      }
    }
    let styled = { (xml: inout MathML) in
      guard let wanted = self.style, wanted != style else { return fraction(&xml) }
      xml.wrapped(
        "mstyle",
        wanted == .display ? #"displaystyle="true" scriptlevel="0""# : #"displaystyle="false" scriptlevel="0""#,
        fraction)
    }
    guard open != nil || close != nil else { return styled(&xml) }
    xml.wrapped("mrow") { xml in
      if let open { xml.element("mo", #"fence="true" form="prefix" stretchy="true""#, open.value.text) }
      styled(&xml)
      if let close { xml.element("mo", #"fence="true" form="postfix" stretchy="true""#, close.value.text) }
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    numerator.addSymbols(to: &sequence)
    sequence.append(hasBar ? "/" : "¦")
    denominator.addSymbols(to: &sequence)
  }

  func addCanonical(to text: inout String) {
    text += (open?.value.text ?? "") + "("
    numerator.addCanonical(to: &text)
    text += hasBar ? ")/(" : ")¦("
    denominator.addCanonical(to: &text)
    text += ")" + (close?.value.text ?? "")
  }
}

extension Row {
  /// `∂x` or `dx`: a denominator that reads well without brackets.
  var isDifferential: Bool {
    guard items.count == 2, let d = items[0].asAtom else { return false }
    return (d.scalar == 0x2202 || d.scalar == 0x64) && items[1].binding >= .subscripted
  }
}
