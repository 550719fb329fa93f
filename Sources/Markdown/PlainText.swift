internal import Text

extension TreeView {
  /// The text of everything below a node, formulas as TeX; blocks end with a line end. Images give their description.
  func appendPlainText(of node: Int32, to text: inout ByteBuffer) {
    var walk = Walk(self, from: node)
    var hasSoftBreak = false
    while let (current, isEntering) = walk.next() {
      let kind = records[current].kind
      guard isEntering else {
        // Blocks inside of what is asked for are parted.
        if kind.isTextBlock, current != node {
          text.append(.newline)
          hasSoftBreak = false
        }
        continue
      }
      switch kind {
      case .codeBlock: appendLiteral(of: current, to: &text)
      case .text, .codeSpan, .math:
        let record = records[current]
        if hasSoftBreak, !record.literal.isEmpty {
          if !text.view.joins(self.text(of: record), record.literal, behind: text.count) { text.append(.space) }
          hasSoftBreak = false
        }
        appendLiteral(of: current, to: &text)
      case .softBreak: hasSoftBreak = true
      case .lineBreak: text.append(.space)
      default: break
      }
    }
    text.trimEnd()
  }

  /// Appends a node's own text.
  func appendLiteral<Sink: ByteSink & ~Copyable>(of node: Int32, to text: inout Sink) {
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
}

extension View where Element == UInt8 {
  /// Whether a soft break between what ends here and another text is nothing, as Chinese has it, rather than a space.
  func joins(_ text: Bytes, _ range: Range<Int>, behind end: Int) -> Bool {
    end > 0 && scalar(endingAt: end, from: 0).0.joinsLines
      && text.scalar(at: range.lowerBound, before: range.upperBound).0.joinsLines
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
