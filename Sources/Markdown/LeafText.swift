/// From a leaf's lines to the one text that the inline parser reads, and back to places in the source.
struct LeafText: ~Copyable {
  /// The lines joined, with `\n` between them.
  private var joined = ByteBuffer()
  /// Of each line its start and end in `joined`, and the places that go from there to the line in the source.
  private var starts = Arena<(start: Int32, end: Int32, shift: Int32)>()
  /// The line that the last place was on: places are asked for nearly in order, so that the next is near.
  private var near = 0

  /// Parses the inlines of every leaf of a tree.
  static func parseInlines(of tree: consuming Tree, in source: Bytes, options: Document.Options) -> Tree {
    let count = tree.records.count
    var parser = InlineParser(tree, source: source, options: options)
    var leaf = LeafText()
    for node in 0..<Int32(count) where parser.tree.records[node].flags.contains(.isRaw) {
      let lines = parser.tree.records[node].literal
      parser.tree.records[node].flags.remove(.isRaw)
      parser.tree.records[node].first = -1
      parser.tree.records[node].last = -1
      leaf.parse(lines, of: node, in: source, with: &parser)
    }
    return parser.tree
  }

  private mutating func parse(
    _ lines: Range<Int>, of node: Int32, in source: Bytes, with parser: inout InlineParser
  ) {
    guard !lines.isEmpty else { return }
    if LeafText.isOnePiece(lines, of: parser.tree, in: source) {
      let start = Int(parser.tree.lines[lines.lowerBound].start)
      let end = Int(parser.tree.lines[lines.upperBound - 1].end)
      parser.parse(source, start..<source.trimmedEnd(from: start, to: end), below: node)
      return
    }
    join(lines, of: parser.tree, in: source)
    let firstNode = parser.tree.records.count
    let text = joined.view
    parser.parse(text, 0..<text.trimmedEnd(from: 0, to: text.count), below: node)
    near = 0
    for inline in firstNode..<parser.tree.records.count { place(inline, in: &parser.tree, text: text) }
  }

  /// Whether the lines stand in the source as they are to be read: nothing before them but a `\n`.
  private static func isOnePiece(_ lines: Range<Int>, of tree: borrowing Tree, in source: Bytes) -> Bool {
    var before = Int(tree.lines[lines.lowerBound].end)
    for i in lines.dropFirst() {
      let line = tree.lines[i]
      guard line.pad == 0, Int(line.start) == before + 1, source[before] == .newline else { return false }
      before = Int(line.end)
    }
    return true
  }

  private mutating func join(_ lines: Range<Int>, of tree: borrowing Tree, in source: Bytes) {
    joined.removeAll()
    starts.removeAll()
    for i in lines {
      let line = tree.lines[i]
      if i > lines.lowerBound, line.pad >= 0 { joined.append(.newline) }
      let start = Int32(joined.count)
      joined.append(source, Int(line.start)..<Int(line.end))
      starts.append((start, Int32(joined.count), line.start - start))
    }
  }

  /// Gives a node, whose places are those in `joined`, its places in the source.
  private mutating func place(_ node: Int, in tree: inout Tree, text: Bytes) {
    var record = tree.records[node]
    let line = line(of: record.start)
    if record.kind.isInlineLeaf, !record.flags.contains(.isPooled) {
      let literalLine = self.line(of: record.first)
      // A literal that holds a line end lies in no one piece of the source.
      if record.last <= max(record.first, starts[literalLine].end) {
        record.first += starts[literalLine].shift
        record.last += starts[literalLine].shift
      } else {
        let pooled = tree.keep(text, record.literal)
        record.first = pooled.start
        record.last = pooled.end
        record.flags.insert(.isPooled)
      }
    }
    record.end += starts[self.line(of: max(record.end - 1, 0))].shift
    record.start += starts[line].shift
    near = line
    tree.records[node] = record
  }

  /// The line of a place: the search doubles its steps away from the line found last.
  private mutating func line(of place: Int32) -> Int {
    var step = 1
    var low = near
    while low > 0, starts[low].start > place {
      low = max(0, low - step)
      step *= 2
    }
    var high = low + 1
    step = 1
    while high < starts.count, starts[high].start <= place {
      low = high
      high += step
      step *= 2
    }
    high = min(high, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].start <= place { low = middle } else { high = middle }
    }
    near = low
    return low
  }
}

extension Document.Kind {
  /// Whether a node holds a literal and no children.
  var isInlineLeaf: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .codeSpan, .htmlInline, .footnoteReference, .math: true
    case .document, .frontMatter, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
      .thematicBreak, .table, .tableRow, .tableCell, .footnoteDefinition, .emphasis, .strong, .strikethrough,
      .highlight, .link, .image, .wikiLink:
      false
    }
  }

  /// Whether a block's literal is its lines.
  var hasLines: Bool { self == .codeBlock || self == .htmlBlock }
}
