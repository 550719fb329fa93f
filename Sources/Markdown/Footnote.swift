/// Footnote definitions as GitHub has them: `[^label]:` and blocks indented by four columns.
///
///     [^1]: A footnote.
extension BlockParser {
  mutating func openFootnote() -> Bool {
    guard options.contains(.footnotes), let labelEnd = footnoteLabelEnd() else { return false }
    let start = cursor.next
    close(to: depth)
    let node = add(.footnoteDefinition, from: start, to: labelEnd + 2)
    tree.records[node].payload = Int32(tree.targets.count)
    let name = tree.keep(source, start + 2..<labelEnd)
    tree.targets.append(Tree.Target(destination: name))
    _ = tree.footnotes.keep(label: start + 2..<labelEnd, of: source, node)
    open(Container(kind: .footnote, node: node, indent: 4))
    cursor.advance(bytes: labelEnd + 2 - start)
    cursor.skipSpace()
    return true
  }

  private func footnoteLabelEnd() -> Int? {
    guard source.has("[^", at: cursor.next, before: cursor.end) else { return nil }
    var i = cursor.next + 2
    while i < cursor.end, source[i] != .closeBracket, !source[i].isSpace, i - cursor.next < 1000 { i += 1 }
    return i > cursor.next + 2 && source.has("]:", at: i, before: cursor.end) ? i : nil
  }
}
