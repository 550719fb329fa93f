/// HTML's comments, which hold what notes say to programs and no reader sees.
///
///     <!-- id: ddim-1 -->
extension View where Element == UInt8 {
  /// The parts of HTML outside its comments, in order; one that is not closed is text.
  func partsOutsideComments(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    // `<!-->` and `<!--->` are whole comments.
    while let open = first("<!--", from: start, to: range.upperBound),
      let close = first("-->", from: open + 2, to: range.upperBound)
    {
      parts.append(start..<open)
      start = close + 3
    }
    return parts + [start..<range.upperBound]
  }
}

extension TreeView {
  /// Appends an HTML block without its comments; nothing where nothing else is in it.
  func appendWithoutComments(_ node: Int32, to text: inout ByteBuffer) {
    var html = ByteBuffer()
    appendLiteral(of: node, to: &html)
    let parts = html.view.partsOutsideComments(of: 0..<html.count)
    guard parts.contains(where: { html.view.skipSpace(from: $0.lowerBound, to: $0.upperBound) < $0.upperBound }) else {
      return
    }
    for part in parts { text.append(html.view, part) }
  }
}

extension Document {
  /// The text of an HTML block without its comments; empty where nothing else is in it.
  package func literalWithoutComments(of node: Node) -> String {
    withView { tree in
      var text = ByteBuffer()
      tree.appendWithoutComments(node.index, to: &text)
      return text.text
    }
  }
}
