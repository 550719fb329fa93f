/// Setext headings (section 4.3): a paragraph above a line of `=` or `-`.
///
///     Foo
///     ===
extension BlockParser {
  /// Turns the open paragraph into a heading where this line underlines it.
  mutating func closeAsHeading() -> Bool {
    let byte = cursor.byte
    var i = cursor.next
    while i < cursor.end, source[i] == byte { i += 1 }
    guard source.skipBlanks(from: i, to: cursor.end) == cursor.end else { return false }
    let node = Int(leafNode)
    if mayBeginWithDefinition {
      takeDefinitions()
      // Nothing but definitions: there is no text to be underlined.
      if Int(tree.records[node].first) == tree.lines.count { return false }
    }
    finishParagraph()
    tree.records[node].kind = .heading
    tree.records[node].small = byte == .equals ? 1 : 2
    tree.records[node].end = Int32(i)
    leaf = .none
    cursor.finish()
    return true
  }
}
