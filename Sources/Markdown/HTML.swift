/// A document as HTML: what the CommonMark specification prints, and cmark-gfm's form of GitHub's extensions.
package struct HTML: ~Copyable {
  /// What becomes of HTML in the text.
  package enum RawHTML: Sendable {
    case passed
    /// Tags that GitHub does not let through lose their `<` (GFM section 6.11).
    case filtered
    /// Escaped, comments left out: nothing in a note can run in its reader's browser.
    case escaped
  }

  /// The form of a formula, from its TeX and whether it is displayed; nil for escaped TeX.
  package typealias FormulaForm = (String, Bool) -> String

  let tree: TreeView
  let raw: RawHTML
  let formula: FormulaForm?
  let hasWideBreaks: Bool
  let hasAnchors: Bool
  var out: ByteBuffer
  var footnotes: FootnoteList
  /// Inside of an image all is its description.
  var images = 0
  /// Where in `out` the text of this paragraph ends that was written last, and the soft break behind it; -1 for none.
  var textEnd = -1
  var softBreak = -1

  private init(
    _ tree: TreeView, _ options: Document.Options, raw: RawHTML, formula: FormulaForm?, into out: consuming ByteBuffer
  ) {
    self.tree = tree
    self.out = out
    self.raw = raw
    self.formula = formula
    hasWideBreaks = !options.contains(.math)
    hasAnchors = options.contains(.anchors)
    footnotes = FootnoteList()
  }

  /// The whole document.
  package static func bytes(of document: Document, raw: RawHTML, formula: FormulaForm? = nil) -> [UInt8] {
    document.withView { tree in
      var other: [UInt8]?
      // Written straight into the array that is returned, where that is large enough: a copy took a twentieth.
      let room = tree.source.count + tree.source.count / 2 + 64
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { room, count in
        var html = HTML(
          tree, document.options, raw: raw, formula: formula, into: unsafe ByteBuffer(borrowing: room))
        html.render(document)
        // Output is made of slices at ASCII marks: where the source is clean it is too.
        let isClean = tree.source.isCleanText
        if isClean, html.out.isBorrowed {
          count = html.out.count
        } else {
          other = isClean ? html.out.bytes : html.out.sanitized
        }
      }
      return other ?? bytes
    }
  }

  private mutating func render(_ document: Document) {
    if document.hasFootnotes { footnotes.collect(in: tree) }
    render(below: 0)
    renderFootnotes()
  }

  /// Renders what is below a node, without recursion.
  mutating func render(below top: Int32) {
    var node = tree.records[top].first
    while node >= 0 {
      let record = tree.records[node]
      let hasChildren = enter(node, record) && record.first >= 0
      if hasChildren {
        node = record.first
        continue
      }
      var current = node
      var here = record
      while true {
        leave(current, here)
        if here.next >= 0 {
          node = here.next
          break
        }
        current = here.parent
        if current == top { return }
        here = tree.records[current]
      }
    }
  }

  /// Writes what comes before a node's children; false where it has none to render.
  private mutating func enter(_ node: Int32, _ record: Tree.Record) -> Bool {
    switch record.kind {
    case .text:
      writeText(record)
      return false
    case .document: return true
    case .frontMatter, .footnoteDefinition: return false
    case .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell:
      return enterBlock(node, record)
    case .softBreak, .lineBreak, .codeSpan, .htmlInline, .emphasis, .strong, .strikethrough, .highlight, .link, .image,
      .wikiLink, .footnoteReference, .math:
      return enterInline(record)
    }
  }

  /// Writes what comes after a node's children.
  private mutating func leave(_ node: Int32, _ record: Tree.Record) {
    switch record.kind {
    case .text, .softBreak, .lineBreak, .codeSpan, .htmlInline, .math, .footnoteReference: return
    case .document, .frontMatter, .footnoteDefinition, .codeBlock, .htmlBlock, .thematicBreak: return
    case .blockQuote, .callout, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell:
      leaveBlock(node, record)
    case .emphasis, .strong, .strikethrough, .highlight, .link, .image, .wikiLink: leaveInline(record)
    }
  }

  /// Starts a line unless one starts here.
  mutating func freshLine() {
    if let last = out.last, last != .newline { out.append(.newline) }
  }

  @inline(__always) mutating func writeText(_ record: Tree.Record) {
    if record.literal.isEmpty { return }
    if softBreak >= 0 { joinLines(before: record) }
    writeEscaped(tree.text(of: record), record.literal)
    textEnd = out.count
  }
}
