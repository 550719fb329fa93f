/// `\xrightarrow[below]{above}`: an arrow as long as what stands on it (amsmath and mathtools;
/// TeXbook, page 361, on `\buildrel`).
struct Arrow: Construct {
  let arrow: Unicode.Scalar
  let above: Row
  let below: Row?

  var atomClass: AtomClass { .relation }
  var rows: [Row] { [above, below].compactMap { $0 } }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let below = parser.optionalRow()
    return Arrow(arrow: command.value.unicodeScalars.first ?? "→", above: parser.argument(), below: below)
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let top = above.items.isEmpty ? nil : above.box(in: &layout, style.ofScripts)
    let bottom = below.map { $0.box(in: &layout, style.ofScripts) }
    let width = max(top?.width ?? 0, bottom?.width ?? 0, 1) + 2
    let arrow = layout.box { draw(in: &$0, width: isPair ? width | 1 : width) }
    return layout.stacked(arrow, above: top, below: bottom, from: start)
  }

  /// Two arrows one above the other, which stand in the middle of an odd number of columns.
  private var isPair: Bool { arrow == "⇌" || arrow == "⇋" || arrow == "⇄" }

  /// Shaft and heads over `width` columns.
  func draw(in layout: inout Layout, width: Int) -> Int {
    let plain = layout.drawsASCII
    let parts: (left: Unicode.Scalar?, shaft: Unicode.Scalar, right: Unicode.Scalar?) =
      switch arrow {
      case "←": (plain ? "<" : "←", plain ? "-" : "─", nil)
      case "→": (nil, plain ? "-" : "─", plain ? ">" : "→")
      case "⇐": (plain ? "<" : "⇐", plain ? "=" : "═", nil)
      case "⇒": (nil, plain ? "=" : "═", plain ? ">" : "⇒")
      case "↔": (plain ? "<" : "←", plain ? "-" : "─", plain ? ">" : "→")
      case "⇔": (plain ? "<" : "⇐", plain ? "=" : "═", plain ? ">" : "⇒")
      case "↩": (plain ? "<" : "←", plain ? "-" : "─", plain ? "'" : "╯")
      case "↪": (plain ? "`" : "╰", plain ? "-" : "─", plain ? ">" : "→")
      case "↦": (plain ? "|" : "├", plain ? "-" : "─", plain ? ">" : "→")
      case "⇁", "⇀": (nil, plain ? "-" : "─", plain ? ">" : arrow)
      case "↽", "↼": (plain ? "<" : arrow, plain ? "-" : "─", nil)
      case "↠": (nil, plain ? "-" : "─", plain ? ">" : "↠")
      case "↞": (plain ? "<" : "↞", plain ? "-" : "─", nil)
      case "=": (nil, plain ? "=" : "═", nil)
      case "|": (nil, plain ? "-" : "─", nil)
      default: (plain ? "<" : "⇌", plain ? "=" : "═", plain ? ">" : "⇌")
      }
    if isPair {
      for x in 0..<width { layout.put(plain ? "=" : "═", x) }
      layout.glyphs[layout.glyphs.count - width + (width - 1) / 2].scalar = plain ? 0x3D : arrow.value
      return width
    }
    for x in 0..<width {
      layout.put(x == 0 ? parts.left ?? parts.shaft : x == width - 1 ? parts.right ?? parts.shaft : parts.shaft, x)
    }
    return width
  }

  /// `→^(above)_(below)`.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    Scripts(base: Atom(arrow.value, .relation), above: above.items.isEmpty ? nil : above, below: below)
      .line(in: &layout, style)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.wrapped(below == nil ? "mover" : "munderover") {
      $0.element("mo", #"stretchy="true""#, arrow.value.text)
      below?.write(to: &$0, style.ofScripts)
      above.write(to: &$0, style.ofScripts)
    }
  }

  func addSymbols(to sequence: inout SymbolSequence) {
    sequence.append(arrow.value)
    for row in rows { row.addSymbols(to: &sequence) }
  }

  func addCanonical(to text: inout String) {
    text += arrow.value.text
    for row in rows {
      text += "{"
      row.addCanonical(to: &text)
      text += "}"
    }
  }
}
