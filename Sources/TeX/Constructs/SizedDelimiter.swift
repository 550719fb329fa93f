/// `\bigl( … \Bigr)` (TeXbook, page 147). Pairs in one row become fences as tall as their content: a size asked for in
/// points says nothing in cells.
struct SizedDelimiter: Construct {
  let delimiter: Unicode.Scalar?
  let atomClass: AtomClass

  var sized: SizedDelimiter? { self }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let delimiter = parser.delimiter(after: command.token)
    let name = parser.lexer.text(command.token)
    let atomClass: AtomClass
    switch name.utf8.last {
    case UInt8(ascii: "l"): atomClass = .opening
    case UInt8(ascii: "r"): atomClass = .closing
    case UInt8(ascii: "m"): return Middle(delimiter: delimiter)
    default: atomClass = naturalClass(delimiter)
    }
    return SizedDelimiter(delimiter: delimiter, atomClass: atomClass)
  }

  private static func naturalClass(_ delimiter: Unicode.Scalar?) -> AtomClass {
    switch delimiter {
    case "(", "[", "{", "⟨", "⌊", "⌈", "⟦", "⦃", "⟮", "⎰": .opening
    case ")", "]", "}", "⟩", "⌋", "⌉", "⟧", "⦄", "⟯", "⎱": .closing
    default: .ordinary
    }
  }

  /// As many fences of a row stand in one another as there are sizes; what stands about them is left as it is, as
  /// layout goes down into each.
  private static let mostNested = 4

  /// The row with every pair of sized delimiters turned into a fence, unless a colour begins or ends between them.
  static func paired(_ items: [any Construct]) -> [any Construct] {
    var out: [any Construct] = []
    out.reserveCapacity(items.count)
    var open: [(item: Int, colors: Int)] = []
    var colors = 0
    // How deep the fences of each item stand in one another.
    var depths: [Int] = []
    for item in items {
      guard let sized = item.sized else {
        colors += Colored.open(in: CollectionOfOne(item))
        out.append(item)
        depths.append(0)
        continue
      }
      // An upright bar opens where none is open, and closes the one that is.
      let isBar = sized.atomClass == .ordinary
      let closes =
        sized.atomClass == .closing
        || (isBar && open.last.map { (out[$0.item] as? SizedDelimiter)?.delimiter == sized.delimiter } == true)
      let depth = closes ? open.last.map { 1 + depths[$0.item...].reduce(0, max) } ?? 0 : 0
      if depth > mostNested { open.removeAll() }
      if closes, let (start, before) = open.popLast(), before == colors, let opening = out[start] as? SizedDelimiter {
        let fence = Fence(open: opening.delimiter, close: sized.delimiter, row: Row(Array(out[(start + 1)...])))
        out.removeSubrange(start...)
        depths.replaceSubrange(start..., with: [depth])
        if var scripts = item as? Scripts {
          scripts.base = fence
          out.append(scripts)
        } else {
          out.append(fence)
        }
      } else {
        if sized.atomClass == .opening || isBar, item is SizedDelimiter { open.append((out.count, colors)) }
        out.append(item)
        depths.append(0)
      }
    }
    return out
  }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    var box = layout.box { $0.delimiter(delimiter, above: 0, below: 0, at: 0) }
    if atomClass == .opening { box.left = .bracket }
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    xml.element("mo", #"stretchy="false""#, delimiter?.value.text ?? "")
  }

  func addSymbols(to sequence: inout SymbolSequence) { if let delimiter { sequence.append(delimiter.value) } }
  func addCanonical(to text: inout String) { text += delimiter?.value.text ?? "" }
}
