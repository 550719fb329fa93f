internal import Text

extension Tree {
  /// The text of everything below a node, formulas as TeX; blocks end with a line end. Images give their description.
  func plainText(of node: Int32, in source: ContiguousArray<UInt8>) -> String {
    var text = ByteBuffer()
    var walk = Walk(self, from: node)
    while let (current, isEntering) = walk.next() {
      let kind = records[Int(current)].kind
      guard isEntering else {
        // Blocks inside of what is asked for are parted.
        if kind.isTextBlock, current != node { text.append(.newline) }
        continue
      }
      switch kind {
      case .text, .codeSpan, .math, .codeBlock: appendLiteral(of: current, in: source, to: &text)
      case .softBreak, .lineBreak:
        let isSilent = unsafe source.withUnsafeBufferPointer { isBetweenWide(current, in: unsafe Bytes($0)) }
        if !isSilent { text.append(.space) }
      default: break
      }
    }
    text.trimEnd()
    return text.text
  }

  /// Appends a node's own text.
  func appendLiteral(of node: Int32, in source: ContiguousArray<UInt8>, to text: inout ByteBuffer) {
    let record = records[Int(node)]
    if record.kind.hasLines {
      for line in lines[Int(record.first)..<Int(record.last)] {
        for _ in 0..<max(0, line.pad) { text.append(.space) }
        text.append(source, Int(line.start)..<Int(line.end))
        text.append(.newline)
      }
    } else if record.kind.isInlineLeaf || record.kind == .frontMatter {
      let range = Int(record.first)..<Int(record.last)
      text.append(record.flags.contains(.isPooled) ? pool : source, range)
    }
  }

  /// Whether a soft break stands between two wide characters, where Chinese writes no space.
  func isBetweenWide(_ node: Int32, in source: Bytes) -> Bool {
    let record = records[Int(node)]
    guard record.kind == .softBreak, record.start > 0, record.next >= 0, records[Int(record.next)].kind == .text else {
      return false
    }
    let before = source.scalar(endingAt: Int(record.start), from: 0).0
    let after = source.scalar(at: Int(records[Int(record.next)].start), before: source.count).0
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
