/// A Markdown text as a tree in one flat arena; any bytes are a document.
package struct Document: Sendable {
  /// What is recognised beside CommonMark 0.31.2.
  package struct Options: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let tables = Options(rawValue: 1 << 0)
    package static let taskLists = Options(rawValue: 1 << 1)
    package static let strikethrough = Options(rawValue: 1 << 2)
    package static let autolinks = Options(rawValue: 1 << 3)
    package static let footnotes = Options(rawValue: 1 << 4)
    package static let math = Options(rawValue: 1 << 5)
    package static let frontMatter = Options(rawValue: 1 << 6)
    package static let callouts = Options(rawValue: 1 << 7)
    package static let wikiLinks = Options(rawValue: 1 << 8)
    package static let highlights = Options(rawValue: 1 << 9)

    package static let commonMark: Options = []
    package static let gfm: Options = [.tables, .taskLists, .strikethrough, .autolinks, .footnotes]
    package static let notes: Options = [.gfm, .math, .frontMatter, .callouts, .wikiLinks, .highlights]
  }

  /// A node's place in the arena; valid only in the document it came from.
  package struct Node: Hashable, Sendable {
    package let index: Int32
  }

  package enum Kind: UInt8, Sendable {
    case document
    case frontMatter, blockQuote, callout, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell, footnoteDefinition
    case text, softBreak, lineBreak, codeSpan, htmlInline, emphasis, strong, strikethrough, highlight
    case link, image, wikiLink, footnoteReference, math
  }

  package struct ListStyle: Sendable, Hashable {
    package var isOrdered: Bool
    /// The first number of an ordered list.
    package var start: Int
    package var isTight: Bool
  }

  package enum Alignment: UInt8, Sendable { case none, left, center, right }

  package let source: ContiguousArray<UInt8>
  package let options: Options
  package let root = Node(index: 0)
  /// The front matter's lines between its fences.
  package let frontMatter: Range<Int>?
  private let arena: Arena
  private let lineStarts: [Int]

  /// Parses the bytes; never fails.
  package init(parsing source: ContiguousArray<UInt8>, options: Options = .notes) {
    self.source = source
    self.options = options
    var parser = BlockParser(source, options)
    parser.parse()
    frontMatter = parser.frontMatter
    let footnotes = Set(
      parser.arena.entries.indices.filter { parser.arena.entries[$0].kind == .footnoteDefinition }
        .compactMap { parser.arena.extra(Int32($0))?.destination })
    var arena = parser.arena
    for (node, segments) in parser.content.sorted(by: { $0.key < $1.key }) where arena[node].kind.holdsInlines {
      arena = InlineParser(segments, of: node, in: source, arena, options, parser.references, footnotes).parsed()
    }
    self.arena = arena
    lineStarts =
      [0]
      + source.indices.filter { i in
        source[i] == .lineFeed || source[i] == .carriageReturn && (i + 1 == source.count || source[i + 1] != .lineFeed)
      }.map { $0 + 1 }
  }

  package func kind(of node: Node) -> Kind { arena[node.index].kind }
  package func parent(of node: Node) -> Node? { link(arena[node.index].parent) }
  package func firstChild(of node: Node) -> Node? { link(arena[node.index].first) }
  package func next(after node: Node) -> Node? { link(arena[node.index].next) }

  /// The node's bytes in the source, markers included.
  package func range(of node: Node) -> Range<Int> {
    let entry = arena[node.index]
    return Int(entry.start)..<max(Int(entry.start), Int(entry.end))
  }

  /// The children in order.
  package func children(of node: Node) -> [Node] {
    var found: [Node] = []
    var child = firstChild(of: node)
    while let here = child {
      found.append(here)
      child = next(after: here)
    }
    return found
  }

  /// The node's own text: of `text` with escapes and entities resolved, of `codeSpan`, `codeBlock`, `math` and HTML verbatim.
  package func literal(of node: Node) -> String { arena.extra(node.index)?.literal ?? "" }

  /// The text of everything below a node as a reader sees it, formulas as TeX.
  package func plainText(of node: Node) -> String {
    var text = ""
    var here: Node? = node
    while let current = here {
      switch kind(of: current) {
      case .text, .codeSpan, .math, .codeBlock: text += literal(of: current)
      case .wikiLink: text += literal(of: current).isEmpty ? destination(of: current) : literal(of: current)
      case .softBreak, .lineBreak: text += " "
      default: break
      }
      here = firstChild(of: current)
      var up = current
      while here == nil, up != node {
        here = next(after: up)
        guard here == nil, let above = parent(of: up) else { break }
        up = above
      }
    }
    return text
  }

  package func headingLevel(of node: Node) -> Int { Int(arena[node.index].value) }

  /// A heading's anchor as GitHub makes it, unique in the document, Chinese kept.
  package func anchor(of node: Node) -> String {
    let anchor = Document.slug(plainText(of: node))
    var earlier = 0
    for child in children(of: root) where child.index < node.index && kind(of: child) == .heading {
      if Document.slug(plainText(of: child)) == anchor { earlier += 1 }
    }
    return earlier == 0 ? anchor : "\(anchor)-\(earlier)"
  }

  private static func slug(_ text: String) -> String {
    String(
      text.lowercased().compactMap { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : $0 == " " ? "-" : nil }
    )
  }

  package func listStyle(of node: Node) -> ListStyle {
    arena.extra(node.index)?.list ?? ListStyle(isOrdered: false, start: 1, isTight: true)
  }

  /// Whether an item's box is ticked; nil where it has none.
  package func isChecked(_ node: Node) -> Bool? {
    let value = arena[node.index].value
    return kind(of: node) == .item && value > 0 ? value == 2 : nil
  }

  /// The info string of a fenced code block; the kind of a callout (`note`).
  package func info(of node: Node) -> String { arena.extra(node.index)?.info ?? "" }
  /// Of a link or image the target; of a wiki link `slug` or `slug#section`; of a footnote its label.
  package func destination(of node: Node) -> String { arena.extra(node.index)?.destination ?? "" }
  package func title(of node: Node) -> String { arena.extra(node.index)?.title ?? "" }
  package func alignment(of node: Node) -> Alignment { Alignment(rawValue: arena[node.index].value & 3) ?? .none }

  package func isHeader(_ node: Node) -> Bool {
    let entry = arena[node.index]
    return entry.kind == .tableRow ? entry.value == 1 : entry.value & 4 != 0
  }

  /// Whether a formula is displayed (`$$…$$`, `\[…\]`) rather than in the line.
  package func isDisplay(_ node: Node) -> Bool { arena[node.index].value == 1 }

  /// Where a byte stands: line from 1, column in Unicode scalars from 1.
  package func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let line = source[lineStarts[low]..<min(max(offset, lineStarts[low]), source.count)]
    return (low + 1, line.count { $0 & 0xC0 != 0x80 } + 1)
  }

  private func link(_ index: Int32) -> Node? { index < 0 ? nil : Node(index: index) }
}

extension Document.Kind {
  fileprivate var holdsInlines: Bool { self == .paragraph || self == .heading || self == .tableCell }
}
