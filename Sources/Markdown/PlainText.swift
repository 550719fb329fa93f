internal import Text

extension TreeView {
  /// The text of everything below a node, formulas as TeX; blocks end with a line end. Images give their description.
  func appendPlainText(of node: Int32, to text: inout ByteBuffer) {
    var walk = Walk(self, from: node)
    while let (current, isEntering) = walk.next() {
      let kind = records[current].kind
      guard isEntering else {
        // Blocks inside of what is asked for are parted.
        if kind.isTextBlock, current != node { text.append(.newline) }
        continue
      }
      switch kind {
      case .text, .codeSpan, .math, .codeBlock: appendLiteral(of: current, to: &text)
      case .softBreak, .lineBreak:
        if !isBetweenWide(current) { text.append(.space) }
      default: break
      }
    }
    text.trimEnd()
  }

  /// Appends a node's own text.
  func appendLiteral(of node: Int32, to text: inout ByteBuffer) {
    let record = records[node]
    if record.kind.hasLines {
      for i in record.literal {
        let line = lines[i]
        for _ in 0..<max(0, line.pad) { text.append(.space) }
        text.append(source, Int(line.start)..<Int(line.end))
        text.append(.newline)
      }
    } else if record.kind.isInlineLeaf || record.kind == .frontMatter {
      text.append(self.text(of: record), record.literal)
    }
  }

  /// Whether a soft break stands between two wide characters, where Chinese writes no space.
  func isBetweenWide(_ node: Int32) -> Bool {
    let record = records[node]
    guard record.kind == .softBreak, record.start > 0, record.next >= 0, records[record.next].kind == .text else {
      return false
    }
    let before = source.scalar(endingAt: Int(record.start), from: 0).0
    let after = source.scalar(at: Int(records[record.next].start), before: source.count).0
    return before.isEastAsianWide && after.isEastAsianWide
  }
}

extension Document.Kind {
  /// Whether a block's text ends with a line end in plain text.
  fileprivate var isTextBlock: Bool {
    switch self {
    case .paragraph, .heading, .tableRow, .tableCell: true
    default: false
    }
  }
}
