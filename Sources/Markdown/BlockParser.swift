/// The first phase: lines to blocks (CommonMark's appendix, "Phase 1: block structure").
///
/// Containers stand in a flat stack; at most one leaf is open. What a construct asks and does lies in its own file.
struct BlockParser: ~Copyable {
  /// An open container. A list needs no entry of its own: it is its open item's parent.
  struct Container: BitwiseCopyable {
    enum Kind { case quote, item, footnote }
    var kind: Kind
    var node: Int32
    /// The columns that a line of an item or footnote must be indented.
    var indent = 0
    /// The indents of this container and of all around it.
    var indents = 0
    /// What two items of one list have in common.
    var marker = UInt8(0)
    /// An empty item that a blank line ended: only another item of its list can follow.
    var isEnded = false
  }

  /// The open block that takes lines.
  enum Leaf {
    case none, paragraph, indentedCode
    case fence(Fence)
    case html(HTMLBlock.End)
    case table(columns: Int)
  }

  let source: Bytes
  let options: Document.Options
  var tree: Tree
  var cursor: Cursor
  var containers = Arena<Container>()
  /// Places in `containers` of the block quotes: what a blank line closes is found without a walk.
  var quotes = Arena<Int>()
  var leaf = Leaf.none
  var leafNode: Int32 = -1
  /// The sibling before an open paragraph, needed where the paragraph turns out to hold only definitions.
  var leafPrevious: Int32 = -1
  /// How many containers the line has matched so far.
  var depth = 0
  /// Whether the line before was blank, and below which container that counts for tightness.
  var wasBlank = false
  var blankDepth = 0
  /// Where the last search for a thematic break on this line met a byte that belongs to none.
  var brokenThematicBreak = -1
  /// Table cells that were added to short rows, capped as in cmark-gfm.
  var addedCells = 0
  /// The cells of the table row read last.
  var cells = Arena<Tree.Slice>()
  var display = DisplayLookout()
  /// Where lines end; a copy of it looks ahead without searching again.
  var lines: LineScan

  /// The blocks of a text, their leaves not yet parsed for inlines.
  static func blocks(of source: Bytes, options: Document.Options) -> Tree {
    var parser = BlockParser(source, options: options)
    parser.parse()
    return parser.tree
  }

  private init(_ source: Bytes, options: Document.Options) {
    self.source = source
    self.options = options
    cursor = Cursor(source)
    lines = LineScan(source)
    tree = Tree(forBytes: source.count)
    _ = tree.append(Tree.Record(start: 0, end: Int32(source.count), parent: -1, kind: .document))
  }

  private mutating func parse() {
    var start = source.has("\u{FEFF}", at: 0, before: source.count) ? 3 : 0
    if options.contains(.frontMatter), let end = openFrontMatter(from: start) { start = end }
    while start < source.count {
      let line = lines.line(from: start)
      parseLine(start..<line.end)
      start = line.next
    }
    close(to: 0)
  }

  private mutating func parseLine(_ line: Range<Int>) {
    cursor.start(line)
    brokenThematicBreak = -1
    matchContainers()
    let matched = depth
    if cursor.isBlank {
      parseBlank()
      return
    }
    let allMatched = matched == containers.count
    if allMatched, continueLeaf() {
      wasBlank = false
      return
    }
    let isParagraph = leaf.isParagraph
    var started = false
    if !(isParagraph && allMatched && display.isOpen) {
      while openBlock(canInterrupt: !started && isParagraph, isHere: !started && allMatched) {
        started = true
        if !leaf.isNone || cursor.isBlank {
          wasBlank = false
          return
        }
      }
    }
    if !started, isParagraph {
      // The paragraph's next line, lazy where containers are missing.
      appendParagraphLine()
    } else if !started, allMatched, case .table(let columns) = leaf {
      appendRow(columns: columns)
    } else {
      close(to: depth)
      openParagraph()
    }
    wasBlank = false
  }

  /// Counts in `depth` the open containers that the line goes on with.
  @inline(__always) private mutating func matchContainers() {
    depth = 0
    var seenQuotes = 0
    while depth < containers.count {
      if cursor.isBlank {
        // All items and footnotes go on, up to the next block quote; an item that is still empty ends.
        let around = depth > 0 ? containers[depth - 1].indents : 0
        depth = seenQuotes < quotes.count ? quotes[seenQuotes] : containers.count
        if depth > 0 { skipBlankIndent(containers[depth - 1].indents - around) }
        if depth == containers.count, let last = containers.last, last.kind == .item,
          tree.records[last.node].first < 0
        {
          containers[depth - 1].isEnded = true
        }
        return
      }
      let container = containers[depth]
      switch container.kind {
      case .quote:
        guard continueQuote(container.node) else { return }
        seenQuotes += 1
      case .item, .footnote:
        guard cursor.indent >= container.indent, !container.isEnded else { return }
        cursor.advance(columns: container.indent)
      }
      depth += 1
    }
  }

  /// Gives the line to an open leaf that takes it as it stands.
  private mutating func continueLeaf() -> Bool {
    switch leaf {
    case .none, .paragraph, .table: return false
    case .indentedCode:
      guard cursor.isIndented else { return false }
      appendCodeLine()
      return true
    case .fence(let fence):
      continueFence(fence)
      return true
    case .html(let end): return continueHTML(end)
    }
  }

  /// Opens the one block that starts here, closing what it interrupts.
  private mutating func openBlock(canInterrupt isLazy: Bool, isHere: Bool) -> Bool {
    let inParagraph = isLazy && isHere
    if cursor.isIndented {
      guard !isLazy, !cursor.isBlank else { return false }
      openIndentedCode()
      return true
    }
    switch cursor.byte {
    case .greater: return openQuote()
    case .hash: return openHeading()
    case .backtick, .tilde: return openFence()
    case .less: return openHTML(interruptsParagraph: isLazy)
    case .equals: return inParagraph && closeAsHeading()
    case .dash:
      return inParagraph && closeAsHeading() || openThematicBreak() || openItem(interruptsParagraph: inParagraph)
        || inParagraph && openTable()
    case .star: return openThematicBreak() || openItem(interruptsParagraph: inParagraph)
    case .underscore: return openThematicBreak()
    case .plus, 0x30...0x39: return openItem(interruptsParagraph: inParagraph)
    case .openBracket: return openFootnote()
    case .pipe, .colon: return inParagraph && openTable()
    default: return false
    }
  }

  /// Opens a container in the innermost one.
  mutating func open(_ container: Container) {
    let around = containers.last.map(\.indents) ?? 0
    containers.append(container)
    containers[containers.count - 1].indents = around + container.indent
    depth = containers.count
  }

  /// Closes the leaf and the containers from a depth on.
  mutating func close(to depth: Int) {
    closeLeaf()
    while containers.count > depth, let container = containers.popLast() {
      if container.kind == .quote { quotes.removeLast() }
      closeContainer(container.node)
      // The list ends with its last item, or goes on: its end grows either way.
      if container.kind == .item { closeContainer(tree.records[container.node].parent) }
    }
  }

  private mutating func closeContainer(_ node: Int32) {
    let last = tree.records[node].last
    if last >= 0 {
      tree.records[node].end = max(tree.records[node].end, tree.records[last].end)
    }
  }

  mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .paragraph: closeParagraph()
    case .indentedCode: closeIndentedCode()
    case .fence: closeFence()
    case .html: closeHTML()
    case .table: closeTable()
    }
    leaf = .none
  }

  /// The node that a block which starts here belongs to.
  var parent: Int32 { containers.isEmpty ? 0 : containers[containers.count - 1].node }

  /// Adds a block to the innermost container, which must be closed down to already.
  mutating func add(_ kind: Document.Kind, from start: Int, to end: Int? = nil) -> Int32 {
    if wasBlank { noteLooseness() }
    return tree.append(
      Tree.Record(start: Int32(start), end: Int32(end ?? cursor.end), parent: parent, kind: kind))
  }
}

extension BlockParser.Leaf {
  var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  var isNone: Bool { if case .none = self { true } else { false } }
}
