internal import Text

extension Document {
  /// The document as text without markup, such as for a mail: blocks apart, items behind their markers, cells apart by
  /// tabs, formulas as TeX, links as what they say. Raw HTML is left out. In linear time.
  package var plainText: String {
    withView { tree in
      var renderer = TextRenderer(tree)
      renderer.writeAll()
      return renderer.out.text
    }
  }
}

/// The state of writing a document as text.
private struct TextRenderer: ~Copyable {
  private let tree: TreeView
  private(set) var out = ByteBuffer()
  /// How many line ends there are before what is written next; none where a line goes on.
  private var lineEnds = 1
  /// How many spaces there are before what goes on.
  private var gap = 0
  /// Whether a soft break of the source stands before what is written next.
  private var hasSoftBreak = false
  /// How far in a line starts.
  private var margin = 0
  /// The margins around the containers that are open.
  private var outerMargins: ContiguousArray<Int> = []
  /// The numbers of the next items of the lists that are open.
  private var numbers: ContiguousArray<Int> = []

  /// No line starts further in, so that a hard break takes as much inside of however many containers.
  private static let widestMargin = 40

  init(_ tree: TreeView) { self.tree = tree }

  mutating func writeAll() {
    var walk = Walk(tree, from: 0)
    while let (node, isEntering) = walk.next() {
      if isEntering { enter(node, tree.records[node]) } else { leave(tree.records[node]) }
    }
  }

  private mutating func enter(_ node: Int32, _ record: Tree.Record) {
    switch record.kind {
    case .text, .codeSpan, .math: write(tree.text(of: record), record.literal)
    case .codeBlock: writeCode(record)
    case .htmlBlock: writeComment(node, record)
    case .thematicBreak: write("---")
    // A line that has not begun, as behind a displayed formula, does not start with a space.
    case .softBreak: hasSoftBreak = lineEnds == 0 && gap == 0
    case .lineBreak: lineEnds = 1
    case .blockQuote: indent(by: 2)
    case .callout: enterCallout(tree.targets[record.payload])
    case .list: numbers.append(max(0, Int(record.payload)))
    case .item: enterItem(record)
    case .footnoteDefinition:
      writeLabel(tree.pool, tree.targets[record.payload].destination.range)
      write(":")
      gap = 1
      indent(by: 4)
    case .footnoteReference: writeLabel(tree.text(of: record), record.literal)
    default: break
    }
  }

  private mutating func leave(_ record: Tree.Record) {
    switch record.kind {
    case .tableCell: if record.next >= 0 { write("\t") }
    case .tableRow: lineEnds = 1
    case .item:
      outdent()
      // There may be nothing but its marker.
      lineEnds = max(lineEnds, tree.records[record.parent].flags.contains(.isLoose) ? 2 : 1)
    case .list:
      numbers.removeLast()
      lineEnds = isTight(record) ? 1 : 2
    case .blockQuote, .callout, .footnoteDefinition:
      outdent()
      lineEnds = isTight(record) ? 1 : 2
    case .paragraph, .heading:
      // A comment may have stood behind a space or a soft break.
      out.trimEnd()
      hasSoftBreak = false
      lineEnds = isTight(record) ? 1 : 2
    case .codeBlock, .thematicBreak, .table: lineEnds = isTight(record) ? 1 : 2
    default: break
    }
  }

  /// Whether a block stands in an item of a tight list.
  private func isTight(_ block: Tree.Record) -> Bool {
    let parent = tree.records[block.parent]
    return parent.kind == .item && !tree.records[parent.parent].flags.contains(.isLoose)
  }

  private mutating func enterItem(_ record: Tree.Record) {
    startLine()
    let start = out.count
    if tree.records[record.parent].flags.contains(.isOrdered), let number = numbers.popLast() {
      out.append(number)
      out.append(".")
      numbers.append(number + 1)
    } else {
      out.append("-")
    }
    indent(by: out.count - start + 1)
    if record.small > 0 { out.append(record.small == 2 ? " [x]" : " [ ]") }
    gap = 1
  }

  private mutating func enterCallout(_ target: Tree.Target) {
    if target.title.isEmpty, let first = target.destination.range.first {
      startLine()
      // The name of its kind, which is kept in small letters.
      out.append(tree.pool[first].uppercased)
      out.append(tree.pool, target.destination.range.dropFirst())
    } else {
      write(tree.pool, target.title.range)
    }
    lineEnds = 1
    indent(by: 2)
  }

  private mutating func writeCode(_ record: Tree.Record) {
    for i in record.literal {
      let line = tree.lines[i]
      if line.start < line.end || line.pad > 0 {
        startLine()
        for _ in 0..<line.pad { out.append(.space) }
        out.append(tree.source, Int(line.start)..<Int(line.end))
        lineEnds = 1
      } else {
        lineEnds += 1
      }
    }
  }

  /// Raw HTML is left out, but not what stands in a block behind a comment.
  private mutating func writeComment(_ node: Int32, _ record: Tree.Record) {
    let line = tree.lines[record.literal.lowerBound]
    let start = tree.source.skipBlanks(from: Int(line.start), to: Int(line.end))
    guard tree.source.has("<!--", at: start, before: Int(line.end)) else { return }
    var text = ByteBuffer()
    tree.appendWithoutComments(node, to: &text)
    guard text.count > 0 else { return }
    write(text.view, 0..<text.count)
    lineEnds = isTight(record) ? 1 : 2
  }

  private mutating func writeLabel(_ text: Bytes, _ range: Range<Int>) {
    write("[^")
    write(text, range)
    write("]")
  }

  /// Writes a node's own text, which may have several lines.
  private mutating func write(_ text: Bytes, _ range: Range<Int>) {
    if hasSoftBreak, !range.isEmpty { hasSoftBreak = !out.view.joins(text, range, behind: out.count) }
    var start = lineEnds > 0 ? text.skipBlanks(from: range.lowerBound, to: range.upperBound) : range.lowerBound
    while start < range.upperBound {
      let end = text.first(.newline, from: start, to: range.upperBound) ?? range.upperBound
      if end > start {
        startLine()
        out.append(text, start..<end)
      }
      // A formula on lines of its own starts with a line end.
      if end < range.upperBound, end > range.lowerBound { lineEnds = 1 }
      start = end + 1
    }
  }

  private mutating func write(_ text: StaticString) {
    startLine()
    out.append(text)
  }

  /// Writes what there is before a text that follows.
  private mutating func startLine() {
    if lineEnds > 0 {
      if out.count > 0 { for _ in 0..<lineEnds { out.append(.newline) } }
      gap = min(margin, TextRenderer.widestMargin)
    }
    for _ in 0..<(hasSoftBreak && lineEnds == 0 ? 1 : gap) { out.append(.space) }
    (lineEnds, gap, hasSoftBreak) = (0, 0, false)
  }

  private mutating func indent(by columns: Int) {
    outerMargins.append(margin)
    margin += columns
  }

  private mutating func outdent() { margin = outerMargins.removeLast() }
}
