/// What takes room and is not seen, or is seen and takes none: `\phantom`, `\vphantom`, `\smash`, `\llap`, `\raisebox`
/// (TeXbook, page 178).
struct Phantom: Construct {
  enum Effect: Sendable {
    case blank, width, height
    /// Drawn as it is: cells cannot overlap, so nothing is lost.
    case shown
  }

  let row: Row
  let effect: Effect
  let atomClass: AtomClass

  var rows: [Row] { effect == .shown ? [row] : [] }
  var binding: Binding { effect == .shown ? row.binding : .atom }

  init(row: Row, effect: Effect) {
    self.row = row
    self.effect = effect
    atomClass = effect == .shown || effect == .blank ? row.atomClassAsOne : .ordinary
  }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "phantom": return Phantom(row: parser.argument(), effect: .blank)
    case "hphantom": return Phantom(row: parser.argument(), effect: .width)
    case "vphantom": return Phantom(row: parser.argument(), effect: .height)
    case "mathstrut", "strut": return Phantom(row: Row([Atom(0x28)]), effect: .height)
    case "smash":
      _ = parser.optionalText()
      return Phantom(row: parser.argument(), effect: .shown)
    case "raisebox", "raise", "lower":
      if parser.lexer.spells(command.token, "raisebox") { _ = parser.textArgument() } else { _ = parser.length() }
      return Phantom(row: parser.textRow(.roman), effect: .shown)
    default: return Phantom(row: parser.argument(), effect: .shown)
    }
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    if effect == .shown { return row.box(in: &layout, style) }
    let start = layout.glyphs.count
    let inner = layout.unlimited { row.box(in: &$0, style) }
    layout.discard(from: start)
    var box = layout.blank(effect == .height ? 0 : inner.width)
    if effect != .width, !layout.isLine {
      box.above = inner.above
      box.below = inner.below
    }
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    switch effect {
    case .shown: row.write(to: &xml, style)
    case .blank: xml.wrapped("mphantom") { row.writeItems(to: &$0, style) }
    case .width:
      xml.wrapped("mpadded", #"height="0" depth="0""#) { $0.wrapped("mphantom") { row.writeItems(to: &$0, style) } }
    case .height: xml.wrapped("mpadded", #"width="0""#) { $0.wrapped("mphantom") { row.writeItems(to: &$0, style) } }
    }
  }
}
