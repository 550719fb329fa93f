/// Indented code blocks (section 4.4): lines indented by four columns or more, and the blank lines between them.
///
///         a simple
///           indented code block
extension BlockParser {
  mutating func openIndentedCode() {
    close(to: depth)
    cursor.advance(columns: 4)
    leafNode = add(.codeBlock, from: cursor.offset)
    tree.records[leafNode].first = Int32(tree.lines.count)
    tree.lines.append(cursor.rest)
    leaf = .indentedCode
    cursor.finish()
  }

  mutating func appendCodeLine() {
    cursor.advance(columns: 4)
    tree.lines.append(cursor.rest)
  }

  mutating func closeIndentedCode() {
    let node = Int(leafNode)
    while let line = tree.lines.last,
      source.skipBlanks(from: Int(line.start), to: Int(line.end)) == Int(line.end)
    {
      tree.lines.removeLast()
    }
    tree.records[node].last = Int32(tree.lines.count)
    tree.records[node].end = tree.lines.last?.end ?? tree.records[node].start
  }
}
