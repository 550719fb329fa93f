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
    /// Headings have anchors.
    package static let anchors = Options(rawValue: 1 << 10)

    package static let commonMark: Options = []
    package static let gfm: Options = [.tables, .taskLists, .strikethrough, .autolinks, .footnotes]
    package static let notes: Options = [
      .gfm, .math, .frontMatter, .callouts, .wikiLinks, .highlights, .anchors,
    ]
  }

  /// A node's place in the arena; valid only in the document it came from.
  package struct Node: Hashable, Sendable {
    package let index: Int32
  }

  package enum Kind: UInt8, BitwiseCopyable, Sendable {
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
  let shared: SharedTree

  /// The largest text that can be parsed: places in it are 32 bits.
  package static let mostBytes = (1 << 30) - 1

  /// Parses the bytes; never fails, linear in their number, of which there may be `mostBytes`.
  package init(parsing source: ContiguousArray<UInt8>, options: Options = .notes) {
    precondition(source.count <= Document.mostBytes, "whoever reads texts refuses larger ones")
    self.source = source
    self.options = options
    shared = unsafe source.withUnsafeBufferPointer { buffer in
      let bytes = unsafe Bytes(buffer)
      var tree = LeafText.parseInlines(
        of: BlockParser.blocks(of: bytes, options: options), in: bytes, options: options)
      if options.contains(.anchors) { tree.addAnchors(in: bytes) }
      return SharedTree(tree)
    }
  }

  var hasFootnotes: Bool { !tree.footnotes.isEmpty }

  /// The nodes, where they lie.
  var tree: Tree {
    @inline(__always) _read { yield shared.tree }
  }
}
