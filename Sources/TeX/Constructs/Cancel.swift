/// `\cancel{x}`, `\bcancel`, `\xcancel`, `\sout`: struck out; `\cancelto{0}{x}` with what it becomes (the
/// packages cancel and ulem).
struct Cancel: Construct {
  enum Stroke: Sendable {
    case rising, falling, both, level

    /// The combining stroke for output without styles.
    var mark: UInt32 {
      switch self {
      case .rising, .both: 0x338
      case .falling: 0x20E5
      case .level: 0x336
      }
    }

    /// Lines behind the formula: MathML Core has no `menclose`.
    var css: String {
      let line = "transparent 47%, currentColor 49%, currentColor 51%, transparent 53%)"
      return switch self {
      case .rising: "linear-gradient(to bottom right, " + line
      case .falling: "linear-gradient(to top right, " + line
      case .both: Stroke.rising.css + ", " + Stroke.falling.css
      case .level: "linear-gradient(" + line
      }
    }
  }

  let row: Row
  let stroke: Stroke
  let result: Row?
  let atomClass: AtomClass

  var rows: [Row] { [row, result].compactMap { $0 } }
  var binding: Binding { row.binding }

  init(row: Row, stroke: Stroke, result: Row? = nil) {
    self.row = row
    self.stroke = stroke
    self.result = result
    atomClass = row.atomClassAsOne
  }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "cancelto":
      let result = parser.argument()
      return Cancel(row: parser.argument(), stroke: .rising, result: result)
    case "sout": return Cancel(row: parser.isText ? parser.textRow(.roman) : parser.argument(), stroke: .level)
    case "bcancel": return Cancel(row: parser.argument(), stroke: .falling)
    case "xcancel": return Cancel(row: parser.argument(), stroke: .both)
    default: return Cancel(row: parser.argument(), stroke: .rising)
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    var box = struck(in: &layout, style)
    guard let result else { return box }
    let after = layout.blank(box.width)
    var script = Scripts(base: nil, above: result).box(in: &layout, style)
    layout.move(script, after.width)
    script.width += box.width
    box.above = max(box.above, script.above)
    box.width = script.width
    box.start = start
    box.end = layout.glyphs.count
    return box
  }

  func line(in layout: inout Layout, _ style: MathStyle) -> Box {
    guard let result else { return struck(in: &layout, style) }
    return Scripts(base: Cancel(row: row, stroke: stroke), above: result).line(in: &layout, style)
  }

  private func struck(in layout: inout Layout, _ style: MathStyle) -> Box {
    let start = layout.glyphs.count
    let before = layout.look
    layout.look.flags |= Look.struck
    var box = row.box(in: &layout, style)
    layout.look = before
    if layout.setting.hasBoldLetters, !layout.setting.isASCII {
      // No styles: a stroke through every character.
      for i in start..<box.end where layout.glyphs[i].width > 0 {
        let glyph = layout.glyphs[i]
        layout.put(stroke.mark, Int(glyph.x), Int(glyph.y))
      }
      box.end = layout.glyphs.count
    }
    return box
  }

  /// What is struck is not what stands there: `\not{\hat=}` is no equality.
  func addCanonical(to text: inout String) {
    text += "¬{"
    row.addCanonical(to: &text)
    text += "}"
    result?.addCanonical(to: &text)
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let struck = { (xml: inout MathML) in
      xml.wrapped("mrow", "style=\"background: \(stroke.css)\"") { row.writeItems(to: &$0, style) }
    }
    guard let result else { return struck(&xml) }
    xml.wrapped("msup") {
      struck(&$0)
      result.write(to: &$0, style.ofScripts)
    }
  }
}
