/// `\underbrace{…}_{label}`, `\overbracket{…}^{…}` (TeXbook, page 225): a brace as wide as what it holds, its label
/// beyond.
struct Brace: Construct {
  let row: Row
  let isBelow: Bool
  /// A square one, `\overbracket`.
  let isSquare: Bool

  var rows: [Row] { [row] }
  var binding: Binding { row.items.count > 1 ? .call : row.binding }
  func hasLimits(in style: MathStyle) -> Bool { true }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.lexer.text(command.token)
    return Brace(row: parser.argument(), isBelow: name.hasPrefix("under"), isSquare: name.hasSuffix("bracket"))
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let inner = row.box(in: &layout, style)
    var box = inner
    let width = max(inner.width, 1)
    let y = isBelow ? inner.below + 1 : -inner.above - 1
    let plain = layout.drawsASCII
    let rule: Unicode.Scalar = plain ? "-" : "─"
    let tip = (width - 1) / 2
    for x in 0..<width {
      var piece = rule
      if width > 1, x == 0 {
        piece = plain ? (isBelow ? "\\" : "/") : isSquare ? (isBelow ? "└" : "┌") : isBelow ? "╰" : "╭"
      }
      if width > 1, x == width - 1 {
        piece = plain ? (isBelow ? "/" : "\\") : isSquare ? (isBelow ? "┘" : "┐") : isBelow ? "╯" : "╮"
      }
      if !isSquare, x == tip, width > 2 { piece = plain ? "+" : isBelow ? "┬" : "┴" }
      layout.put(piece, x, y)
    }
    box.width = width
    if isBelow { box.below += 1 } else { box.above += 1 }
    box.coreAbove = box.above
    box.coreBelow = box.below
    box.hasRuleOnTop = isBelow && inner.hasRuleOnTop
    box.start = start
    box.end = layout.glyphs.count
    return box
  }

  /// `(a + b)_(label)`: the brace itself is left out.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    layout.bracketed(row, style, unless: row.binding >= .call)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped(isBelow ? "munder" : "mover") {
      row.write(to: &$0, style)
      $0.element("mo", #"stretchy="true""#, isSquare ? (isBelow ? "⎵" : "⎴") : isBelow ? "⏟" : "⏞")
    }
  }
}
