/// A frame or an angle about a formula: `\boxed{…}`, `\fbox{…}`, `\colorbox{…}{…}`, `\angl{…}`, `\phase{…}`
/// (LaTeX, amsmath, actuarialangle, steinmetz; KaTeX's `functions/enclose`).
struct Enclosure: Construct {
  enum Shape: Sendable { case frame, angle, phase, colored }

  let row: Row
  let shape: Shape

  var rows: [Row] { [row] }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "boxed": return Enclosure(row: parser.argument(), shape: .frame)
    case "fbox": return Enclosure(row: parser.textRow(.roman), shape: .frame)
    case "bbox":
      _ = parser.optionalText()
      return Enclosure(row: parser.argument(), shape: .frame)
    case "colorbox":
      _ = parser.textArgument()
      return Enclosure(row: parser.textRow(.roman), shape: .colored)
    case "fcolorbox":
      _ = parser.textArgument()
      _ = parser.textArgument()
      return Enclosure(row: parser.textRow(.roman), shape: .frame)
    case "angln": return Enclosure(row: Row([Atom(0x6E)]), shape: .angle)
    case "phase": return Enclosure(row: parser.argument(), shape: .phase)
    default: return Enclosure(row: parser.argument(), shape: .angle)
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let limit = layout.limit
    layout.limit = layout.limit(less: 4)
    let inner = row.box(in: &layout, style)
    layout.limit = limit
    switch shape {
    case .frame: return framed(inner, in: &layout, from: start)
    case .angle: return angled(inner, in: &layout, from: start)
    case .phase:
      layout.move(inner, 1)
      layout.put(layout.drawsASCII ? "/" : "∠")
      return Box(width: inner.width + 1, above: inner.above, below: inner.below, start: start, end: layout.glyphs.count)
    case .colored: return inner
    }
  }

  private func framed(_ inner: Box, in layout: inout Layout, from start: Int) -> Box {
    let plain = layout.drawsASCII
    let width = inner.width + 2
    let (top, bottom) = (-inner.above - 1, inner.below + 1)
    layout.move(inner, 2)
    for (y, left, right) in [(top, "┌", "┐"), (bottom, "└", "┘")] as [(Int, Unicode.Scalar, Unicode.Scalar)] {
      layout.put(plain ? "+" : left, 0, y)
      layout.repeated(plain ? "-" : "─", width, 1, y)
      layout.put(plain ? "+" : right, width + 1, y)
    }
    for y in (top + 1)..<bottom {
      layout.put(plain ? "|" : "│", 0, y)
      layout.put(plain ? "|" : "│", width + 1, y)
    }
    return Box(
      width: width + 2, above: inner.above + 1, below: inner.below + 1, start: start, end: layout.glyphs.count,
      left: .fence, right: .fence)
  }

  /// The actuary's angle: a rule above and a stroke at the right.
  private func angled(_ inner: Box, in layout: inout Layout, from start: Int) -> Box {
    let plain = layout.drawsASCII
    let top = -inner.above - 1
    layout.repeated(plain ? "_" : "─", inner.width, 0, top)
    if !plain { layout.put("┐", inner.width, top) }
    for y in (top + 1)...inner.below { layout.put(plain ? "|" : "│", inner.width, y) }
    return Box(
      width: inner.width + 1, above: inner.above + 1, below: inner.below, start: start, end: layout.glyphs.count)
  }

  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    guard shape == .frame || shape == .phase else { return row.box(in: &layout, style) }
    let inner = row.box(in: &layout, style)
    if shape == .phase {
      layout.move(inner, 1)
      layout.put(layout.setting.isASCII ? "/" : "∠")
      return Box(width: inner.width + 1, start: start, end: layout.glyphs.count)
    }
    layout.move(inner, 1)
    layout.put("[")
    layout.put("]", inner.width + 1)
    return Box(width: inner.width + 2, start: start, end: layout.glyphs.count)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let css =
      switch shape {
      case .frame: "border: 1px solid; padding: 0.2em"
      case .angle: "border-top: 1px solid; border-right: 1px solid; padding: 0.1em"
      case .phase: "border-bottom: 1px solid; border-left: 1px solid; padding: 0.1em"
      case .colored: "padding: 0.1em"
      }
    xml.wrapped("mrow", "style=\"\(css)\"") { row.writeItems(to: &$0, style) }
  }
}
