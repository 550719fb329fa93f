/// From a leaf's lines to the one text that the inline parser reads, and back to places in the source.
struct LeafText {
  /// The lines joined, with `\n` between them.
  private(set) var joined: ContiguousArray<UInt8> = []
  /// The start of each line in `joined`.
  private var starts: ContiguousArray<Int> = []

  /// Parses the inlines of every leaf of a tree.
  static func parseInlines(of tree: Tree, in source: Bytes, options: Document.Options) -> Tree {
    var parser = InlineParser(tree, source: source, options: options)
    var leaf = LeafText()
    for node in parser.tree.records.indices where parser.tree.records[node].flags.contains(.isRaw) {
      let lines = Int(parser.tree.records[node].first)..<Int(parser.tree.records[node].last)
      parser.tree.records[node].flags.remove(.isRaw)
      parser.tree.records[node].first = -1
      parser.tree.records[node].last = -1
      leaf.parse(lines, of: Int32(node), in: source, with: &parser)
    }
    return parser.tree
  }

  private mutating func parse(
    _ lines: Range<Int>, of node: Int32, in source: Bytes, with parser: inout InlineParser
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    if LeafText.isOnePiece(lines, of: parser.tree, in: source) {
      let start = Int(parser.tree.lines[first].start)
      parser.parse(
        source, start..<source.trimmedEnd(from: start, to: Int(parser.tree.lines[last].end)), below: node)
      return
    }
    join(lines, of: parser.tree, in: source)
    let firstNode = parser.tree.records.count
    unsafe joined.withUnsafeBufferPointer { buffer in
      let text = unsafe Bytes(buffer)
      parser.parse(text, 0..<text.trimmedEnd(from: 0, to: text.count), below: node)
      for inline in firstNode..<parser.tree.records.count {
        place(inline, lines, in: &parser.tree, text: text)
      }
    }
  }

  /// Whether the lines stand in the source as they are to be read: nothing before them but a `\n`.
  private static func isOnePiece(_ lines: Range<Int>, of tree: Tree, in source: Bytes) -> Bool {
    for i in lines.dropFirst() {
      let before = Int(tree.lines[i - 1].end)
      guard tree.lines[i].pad == 0, Int(tree.lines[i].start) == before + 1, source[before] == .newline else {
        return false
      }
    }
    return true
  }

  private mutating func join(_ lines: Range<Int>, of tree: Tree, in source: Bytes) {
    joined.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for i in lines {
      let line = tree.lines[i]
      if i > lines.lowerBound, line.pad >= 0 { joined.append(.newline) }
      starts.append(joined.count)
      unsafe joined.append(contentsOf: source.buffer(Int(line.start)..<Int(line.end)))
    }
  }

  /// Gives a node, whose places are those in `joined`, its places in the source.
  private func place(_ node: Int, _ lines: Range<Int>, in tree: inout Tree, text: Bytes) {
    var record = tree.records[node]
    if record.kind.isInlineLeaf, !record.flags.contains(.isPooled) {
      let literal = Int(record.first)..<Int(record.last)
      let line = self.line(of: literal.lowerBound)
      if literal.isEmpty || line == self.line(of: literal.upperBound - 1) {
        let shift = Int32(Int(tree.lines[lines.lowerBound + line].start) - starts[line])
        record.first += shift
        record.last += shift
      } else {
        let pooled = unsafe tree.keep(text.buffer(literal))
        record.first = pooled.lowerBound
        record.last = pooled.upperBound
        record.flags.insert(.isPooled)
      }
    }
    let startLine = line(of: Int(record.start))
    let endLine = line(of: max(Int(record.end) - 1, 0))
    record.start += Int32(Int(tree.lines[lines.lowerBound + startLine].start) - starts[startLine])
    record.end += Int32(Int(tree.lines[lines.lowerBound + endLine].start) - starts[endLine])
    tree.records[node] = record
  }

  private func line(of place: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
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
