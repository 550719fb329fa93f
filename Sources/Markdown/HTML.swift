/// A document as HTML: what the CommonMark specification prints, and cmark-gfm's form of GitHub's extensions.
package struct HTML {
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

  let tree: Tree
  let source: Bytes
  let raw: RawHTML
  let formula: FormulaForm?
  let hasWideBreaks: Bool
  let anchors: [Int32: String]
  var out: ByteBuffer
  var footnotes: FootnoteList
  /// Inside of an image all is its description.
  var images = 0

  private init(_ document: Document, _ source: Bytes, raw: RawHTML, formula: FormulaForm?) {
    tree = document.tree
    self.source = source
    self.raw = raw
    self.formula = formula
    hasWideBreaks = !document.options.contains(.math)
    anchors = document.anchors
    out = ByteBuffer(capacity: source.count + source.count / 2 + 64)
    footnotes = FootnoteList(tree)
  }

  /// The whole document.
  package static func bytes(of document: Document, raw: RawHTML, formula: FormulaForm? = nil) -> [UInt8] {
    unsafe document.source.withUnsafeBufferPointer { buffer in
      var html = HTML(document, unsafe Bytes(buffer), raw: raw, formula: formula)
      html.render(below: 0)
      html.renderFootnotes()
      return html.out.sanitized()
    }
  }

  /// Renders what is below a node, without recursion.
  mutating func render(below top: Int32) {
    var node = tree.records[Int(top)].first
    while node >= 0 {
      let record = tree.records[Int(node)]
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
        here = tree.records[Int(current)]
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
      return enterInline(node, record)
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

  /// A node's literal: its bytes and their place.
  func literal(_ record: Tree.Record) -> (isPooled: Bool, range: Range<Int>) {
    (record.flags.contains(.isPooled), Int(record.first)..<Int(record.last))
  }

  mutating func writeText(_ record: Tree.Record) {
    let range = Int(record.first)..<Int(record.last)
    if record.flags.contains(.isPooled) { writePooled(range) } else { writeEscaped(source, range) }
  }
}
