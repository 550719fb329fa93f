import Catalog
package import Markdown
package import TeX
import Text

/// Lines of the screen made of blocks of a document, in order and without recursion.
package struct Page {
  package private(set) var lines: [Line] = []
  /// Keeps the footnotes of two documents on one screen apart.
  var footnotePrefix = ""
  let document: Document
  package let sheet: Sheet
  let macros: GivenMacros
  /// The numbers that a reader may type for a section.
  var sectionNumbers: [Document.Node: Int] = [:]
  var references = References()
  var formulaNumber = 0
  /// What the next heading ends with.
  var headingSuffix: String?
  /// What the next paragraph starts with: a list's mark where there is no room to indent.
  var lead: [Run] = []
  /// The name of a callout, which its first block starts with if it is a paragraph.
  var label: [LineBreak.Piece] = []

  private var frames: [Frame] = []
  private var indents: [Indent] = []
  /// The columns of all indents.
  private var indented = 0
  private var needsGap = false
  private var isStarted = false

  /// A block that is being set.
  private struct Frame {
    var isTight: Bool
    var hasIndent: Bool
    var isEmpty = true
    /// Of an ordered list: its next item's number, and the columns of its widest.
    var numbering = Numbering()
  }

  struct Numbering {
    var next = 1
    var columns = 1
  }

  /// What a container puts before the lines of its blocks.
  struct Indent {
    /// Before the first line; then as `rest`.
    var first: Line?
    var rest: Line
    /// Whether no line stands behind it yet: the empty line before a quote is outside of it.
    var isNew = true
  }

  /// `mark` stands before the first line; the others are indented as far.
  package init(
    _ document: Document, on sheet: Sheet, macros: GivenMacros = GivenMacros(), behind mark: Line = []
  ) {
    self.document = document
    self.sheet = sheet
    self.macros = macros
    frames = [Frame(isTight: false, hasIndent: true)]
    indented = sheet.margin + sheet.columns(mark)
    let first = [Run(.spaces(sheet.margin))] + mark
    indents = [Indent(first: mark.isEmpty ? nil : first, rest: [Run(.spaces(indented))])]
  }

  /// The columns for prose.
  var proseColumns: Int { max(2, sheet.measure - indented) }
  /// The columns for tables, code and formulas.
  var fullColumns: Int { max(2, sheet.width - indented) }

  /// Sets a block and all below it.
  package mutating func add(_ block: Document.Node) {
    var node = block
    while true {
      if enter(node), let child = document.firstChild(of: node) {
        node = child
        continue
      }
      leave()
      while document.next(after: node) == nil || node == block {
        guard node != block, let parent = document.parent(of: node) else { return }
        node = parent
        leave()
      }
      guard let next = document.next(after: node) else { return }
      node = next
    }
  }

  /// Opens the frame of a block and sets it, or what stands before its children. Says whether to set the children.
  private mutating func enter(_ node: Document.Node) -> Bool {
    let kind = document.kind(of: node)
    if isInvisible(node, kind) {
      frames.append(Frame(isTight: true, hasIndent: false))
      return false
    }
    if let outer = frames.indices.last {
      if !frames[outer].isEmpty && !frames[outer].isTight { needsGap = true }
      frames[outer].isEmpty = false
    }
    let container = Container(of: node, in: &self, numbering: frames.last?.numbering ?? Numbering())
    if kind == .item, let list = frames.indices.last { frames[list].numbering.next += 1 }
    var hasIndent = false
    if let container {
      if !label.isEmpty { showMark() }
      hasIndent = open(container)
      label = container.label
    }
    frames.append(
      Frame(
        isTight: container?.isTight ?? false, hasIndent: hasIndent, numbering: container?.numbering ?? Numbering()))
    if container == nil { set(node, kind) }
    return container != nil
  }

  private mutating func leave() {
    guard let frame = frames.popLast() else { return }
    if frame.isEmpty, frame.hasIndent || hasLead { showMark() }
    if frame.hasIndent, let indent = indents.popLast() { indented -= sheet.columns(indent.rest) }
  }

  var hasLead: Bool { !lead.isEmpty || !label.isEmpty }

  /// What the block that is being set starts with.
  mutating func takeLead() -> [LineBreak.Piece] {
    defer { (lead, label) = ([], []) }
    return lead.map { LineBreak.Piece($0) } + label
  }

  /// Shows what a container starts with where no paragraph will.
  mutating func showMark() {
    if hasLead {
      add(sheet.lineBreak(proseColumns).lines(of: takeLead()))
    } else if indents.last?.first != nil {
      add([[]])
    }
  }

  /// Indents by a container's mark; without room for it the mark becomes text.
  private mutating func open(_ container: Container) -> Bool {
    guard let indent = container.indent else { return false }
    let columns = sheet.columns(indent.rest)
    guard sheet.measure - indented - columns >= max(10, sheet.measure / 3) else {
      if let mark = indent.first { lead += mark }
      return false
    }
    indents.append(indent)
    indented += columns
    return true
  }

  /// Adds the lines of a block, each behind the marks of the containers around it.
  mutating func add(_ block: [Line]) {
    guard !block.isEmpty else { return }
    if needsGap, isStarted {
      lines.append(indents.flatMap { $0.isNew ? [] : $0.rest }.withoutTrailingSpace)
    }
    needsGap = false
    isStarted = true
    for line in block {
      var whole: Line = []
      for i in indents.indices {
        whole += indents[i].first ?? indents[i].rest
        (indents[i].first, indents[i].isNew) = (nil, false)
      }
      whole += line
      lines.append(whole.withoutTrailingSpace)
    }
  }

  /// Sets a footnote's text behind its number.
  private mutating func addFootnote(_ definition: Document.Node, mark: String) {
    let indent = Indent(first: [Run(mark + " ", .secondary)], rest: [Run(.spaces(sheet.columns(mark) + 1))])
    indents.append(indent)
    indented += sheet.columns(indent.rest)
    frames.append(Frame(isTight: false, hasIndent: true))
    for block in document.children(of: definition) { add(block) }
    leave()
    needsGap = false
  }

  /// Shows a lead that no block took.
  mutating func finish() {
    if hasLead { showMark() }
  }

  /// The lines set since the last time they were taken.
  mutating func takeLines() -> [Line] {
    defer { lines = [] }
    return lines
  }

  /// An empty line before the next block.
  mutating func addGap() { needsGap = true }

  /// Takes up where another page of the same screen stopped.
  mutating func goOn(after other: Page) {
    references = other.references
    isStarted = isStarted || other.isStarted
    needsGap = true
  }

  /// Sets what the text referred to: footnotes, then the list of addresses.
  package mutating func addReferences() {
    addFootnotes()
    add(LinkList(addresses: references.addresses, sheet: sheet, columns: fullColumns).lines)
  }

  /// Sets the footnotes that were mentioned, and those that they mention, in the order of their numbers.
  mutating func addFootnotes() {
    let definitions = Dictionary(
      document.nodes(.footnoteDefinition).map { (footnotePrefix + document.destination(of: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    var done = 0
    needsGap = true
    while done < references.footnotes.count {
      let label = references.footnotes[done]
      done += 1
      guard let definition = definitions[label] else { continue }
      addFootnote(definition, mark: sheet.isASCII ? "[^\(done)]" : done.superscript)
    }
    needsGap = true
  }

  private func isInvisible(_ node: Document.Node, _ kind: Document.Kind) -> Bool {
    switch kind {
    case .frontMatter, .footnoteDefinition: true
    case .htmlBlock: document.literalWithoutComments(of: node).isEmpty
    default: false
    }
  }
}

extension Page {
  /// The inline content of a text that is no block of the document: a callout's title.
  mutating func pieces(ofText text: String, _ style: Style) -> [LineBreak.Piece] {
    let document = Document(parsing: ContiguousArray(text.utf8), options: document.options)
    var page = Page(document, on: sheet, macros: macros)
    guard let block = document.firstChild(of: document.root), document.kind(of: block) == .paragraph,
      document.next(after: block) == nil
    else { return [LineBreak.Piece(Run(text, style))] }
    swap(&page.references, &references)
    defer { swap(&page.references, &references) }
    return page.pieces(of: block, style)
  }

  /// A block's inline content where a displayed formula has one line as well: in a heading, a table's cell.
  mutating func pieces(of block: Document.Node, _ style: Style) -> [LineBreak.Piece] {
    Inline.parts(of: block, in: &self, style: style).flatMap { part in
      switch part {
      case .text(let pieces): pieces
      case .display(let node):
        Formula(parsing: document.literal(of: node), macros: macros).line(as: sheet.formulaSetting).map {
          LineBreak.Piece($0, .rigid)
        }
      }
    }
  }
}
