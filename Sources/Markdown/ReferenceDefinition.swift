/// Link reference definitions (section 4.7), taken from the start of a paragraph when it ends.
///
///     [foo]: /url "title"
extension BlockParser {
  /// Moves the start of the open paragraph behind its definitions.
  mutating func takeDefinitions() {
    let node = Int(leafNode)
    let first = Int(tree.records[node].first)
    guard let last = tree.lines.last,
      source.first("]:", from: Int(tree.lines[first].start), to: Int(last.end)) != nil
    else { return }
    var joined = ByteBuffer(capacity: Int(last.end - tree.lines[first].start) + 1)
    for i in first..<tree.lines.count {
      joined.append(source, Int(tree.lines[i].start)..<Int(tree.lines[i].end))
      joined.append(.newline)
    }
    let taken = takeDefinitions(from: joined.view)
    tree.records[node].first = Int32(first + taken)
  }

  /// How many lines the definitions at the start of a paragraph's text take up.
  private mutating func takeDefinitions(from text: Bytes) -> Int {
    var i = 0
    var lines = 0
    var unclosed = UnclosedTitles()
    while i < text.count, text[i] == .openBracket,
      let definition = Definition(text, at: i, unclosed: &unclosed)
    {
      if tree.references.keep(label: definition.label, of: text, Int32(tree.targets.count)) {
        let destination = tree.keepUnescaped(text, definition.destination)
        let title = tree.keepUnescaped(text, definition.title)
        tree.targets.append(Tree.Target(destination: destination, title: title))
      }
      lines += (i..<definition.next).reduce(0) { $0 + (text[$1] == .newline ? 1 : 0) }
      i = definition.next
    }
    return lines
  }
}

/// One definition, up to the line end behind it.
private struct Definition {
  var label: Range<Int>
  var destination: Range<Int>
  var title: Range<Int>
  var next: Int

  init?(_ text: Bytes, at start: Int, unclosed: inout UnclosedTitles) {
    let end = text.count
    guard let labelEnd = LinkParts.labelEnd(text, at: start, before: end), labelEnd < end, text[labelEnd] == .colon,
      text.skipSpace(from: start + 1, to: labelEnd - 1) < labelEnd - 1
    else { return nil }
    label = start + 1..<labelEnd - 1
    let destinationStart = text.skipSpace(from: labelEnd + 1, to: end)
    guard let target = LinkParts.destination(text, at: destinationStart, before: end) else { return nil }
    destination = target.text
    title = target.next..<target.next
    let titleStart = text.skipSpace(from: target.next, to: end)
    if titleStart > target.next,
      let found = LinkParts.title(text, at: titleStart, before: end, unclosed: &unclosed),
      let lineEnd = Definition.lineEnd(text, found.next)
    {
      title = found.text
      next = lineEnd
    } else if let lineEnd = Definition.lineEnd(text, target.next) {
      next = lineEnd
    } else {
      return nil
    }
  }

  private static func lineEnd(_ text: Bytes, _ start: Int) -> Int? {
    let i = text.skipBlanks(from: start, to: text.count)
    return i < text.count && text[i] == .newline ? i + 1 : nil
  }
}
