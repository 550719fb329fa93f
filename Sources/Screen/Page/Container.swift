import Catalog
import Markdown
import Text

/// A block that holds blocks: what stands before their lines, and whether empty lines part them.
struct Container {
  var indent: Page.Indent?
  var isTight = false
  /// A callout's name and title.
  var label: [LineBreak.Piece] = []

  var numbering = Page.Numbering()

  /// Nil for blocks that hold none; `numbering` is that of the list around an item.
  init?(of node: Document.Node, in page: inout Page, numbering outer: Page.Numbering) {
    let (document, sheet) = (page.document, page.sheet)
    switch document.kind(of: node) {
    case .document: break
    case .blockQuote:
      indent = Page.Indent(first: nil, rest: [Run(sheet.sign("┃") + " ", .secondary)])
    case .callout:
      let callout = Callout(document.info(of: node))
      indent = Page.Indent(first: nil, rest: [Run(sheet.sign("┃") + " ", callout.style)])
      let title = document.title(of: node)
      let style = callout.style.adding(.bold)
      // By colour alone the kind would be lost in a pipe, and to who does not see it.
      label = [.init(Run(sheet.word(callout.name), style))]
      if !title.isEmpty { label += [.init(Run(" · ", style))] + page.pieces(ofText: title, style) }
      label.append(.init(Run("  ")))
    case .list:
      let style = document.listStyle(of: node)
      isTight = style.isTight
      if style.isOrdered {
        let last = style.start + document.children(of: node).count - 1
        numbering = Page.Numbering(next: style.start, columns: String(last).count)
      }
    case .item:
      isTight = document.parent(of: node).map { document.listStyle(of: $0).isTight } ?? false
      indent = Container.itemIndent(node, document, sheet, outer)
    case .footnoteDefinition: isTight = false
    default: return nil
    }
  }

  private static func itemIndent(
    _ item: Document.Node, _ document: Document, _ sheet: Sheet, _ numbering: Page.Numbering
  ) -> Page.Indent {
    var mark = Line()
    if let isChecked = document.isChecked(item) {
      let box = sheet.isASCII ? (isChecked ? "[x]" : "[ ]") : sheet.sign(isChecked ? "☑" : "☐")
      mark = [Run(box + " ", isChecked ? .good : .plain)]
    } else if let list = document.parent(of: item), document.listStyle(of: list).isOrdered {
      mark = [Run(String(numbering.next).indented(to: numbering.columns) + ". ", .secondary)]
    } else {
      let bullets: [Unicode.Scalar] = ["•", "◦", "▪"]
      mark = [Run(sheet.sign(bullets[bulletDepth(item, document) % 3]) + " ", .secondary)]
    }
    return Page.Indent(first: mark, rest: [Run(.spaces(sheet.columns(mark)))])
  }

  /// How many bullet lists stand around an item's own; looks no further than three, where the signs repeat.
  private static func bulletDepth(_ item: Document.Node, _ document: Document) -> Int {
    var depth = 0
    var node = document.parent(of: item)
    for _ in 0..<6 {
      guard let list = node, let outer = document.parent(of: list), document.kind(of: outer) == .item else { break }
      depth += 1
      node = document.parent(of: outer)
    }
    return depth
  }
}

/// The kind of a callout: `> [!NOTE]`.
private struct Callout {
  var name: Wording
  var style: Style

  init(_ kind: String) {
    switch kind.lowercased() {
    case "note", "info": self.init(Wording("Note", "注"), .blue)
    case "tip", "hint": self.init(Wording("Tip", "提示"), .green)
    case "important": self.init(Wording("Important", "重要"), .magenta)
    case "warning": self.init(Wording("Warning", "注意"), .yellow)
    case "caution", "danger": self.init(Wording("Caution", "当心"), .red)
    default:
      let name = kind.prefix(1).uppercased() + kind.dropFirst()
      self.init(Wording(name, name), .blue)
    }
  }

  private init(_ name: Wording, _ color: Style.Color) {
    self.name = name
    style = Style().with { $0.color = color }
  }
}
