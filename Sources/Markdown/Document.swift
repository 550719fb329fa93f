package import Text

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

  /// Parses the bytes; never fails, linear in their number.
  package init(parsing source: ContiguousArray<UInt8>, options: Options = .notes) {
    self.source = source
    self.options = options
  }

  package func kind(of node: Node) -> Kind { .document }
  package func parent(of node: Node) -> Node? { nil }
  package func firstChild(of node: Node) -> Node? { nil }
  package func next(after node: Node) -> Node? { nil }
  /// The node's bytes in the source, markers included.
  package func range(of node: Node) -> Range<Int> { 0..<source.count }
  /// The children in order.
  package func children(of node: Node) -> [Node] { [] }
  /// The node's own text: of `text` with escapes and entities resolved, of `codeSpan`, `codeBlock`, `math` and HTML verbatim.
  package func literal(of node: Node) -> String { "" }
  /// The text of everything below a node as a reader sees it, formulas as TeX.
  package func plainText(of node: Node) -> String { "" }
  package func headingLevel(of node: Node) -> Int { 1 }
  /// A heading's anchor as GitHub makes it, unique in the document, Chinese kept.
  package func anchor(of node: Node) -> String { "" }
  package func listStyle(of node: Node) -> ListStyle { ListStyle(isOrdered: false, start: 1, isTight: true) }
  /// Whether an item's box is ticked; nil where it has none.
  package func isChecked(_ node: Node) -> Bool? { nil }
  /// The info string of a fenced code block; the kind of a callout (`note`).
  package func info(of node: Node) -> String { "" }
  /// Of a link or image the target; of a wiki link `slug` or `slug#section`; of a footnote its label.
  package func destination(of node: Node) -> String { "" }
  package func title(of node: Node) -> String { "" }
  package func alignment(of node: Node) -> Alignment { .none }
  package func isHeader(_ node: Node) -> Bool { false }
  /// Whether a formula is displayed (`$$…$$`, `\[…\]`) rather than in the line.
  package func isDisplay(_ node: Node) -> Bool { false }
  /// The front matter's lines between its fences.
  package var frontMatter: Range<Int>? { nil }
  /// Where a byte stands: line from 1, column in Unicode scalars from 1.
  package func place(of offset: Int) -> (line: Int, column: Int) { (1, 1) }
}
