/// Paragraphs (section 4.8): lines that are nothing else, without the white space at their start.
///
///     aaa
///     bbb
extension BlockParser {
  mutating func openParagraph() {
    if openCalloutTitle() { return }
    leafPrevious = tree.records[parent].last
    leafNode = add(.paragraph, from: cursor.next)
    tree.records[leafNode].flags = .isRaw
    tree.records[leafNode].first = Int32(tree.lines.count)
    leaf = .paragraph
    display.begin()
    appendParagraphLine()
  }

  mutating func appendParagraphLine() {
    tree.lines.append(Tree.Line(start: Int32(cursor.next), end: Int32(cursor.end)))
    if options.contains(.math) { lookForDisplay() }
  }

  /// Ends the paragraph: takes the link reference definitions from its start, and the node away where nothing is left.
  mutating func closeParagraph() {
    if mayBeginWithDefinition { takeDefinitions() }
    finishParagraph()
  }

  /// Whether the open paragraph's text begins with a bracket: one behind the box of a task does not, as the box begins
  /// it, and one whose definitions were taken may have no text left.
  var mayBeginWithDefinition: Bool {
    let record = tree.records[leafNode]
    guard Int(record.first) < tree.lines.count, source[Int(tree.lines[record.first].start)] == .openBracket else {
      return false
    }
    let parent = tree.records[record.parent]
    return !(parent.kind == .item && parent.small > 0 && parent.first == leafNode)
  }

  /// Sets the ends of an open paragraph by its lines.
  mutating func finishParagraph() {
    let node = Int(leafNode)
    let first = Int(tree.records[node].first)
    guard first < tree.lines.count else {
      removeParagraph()
      return
    }
    let last = tree.lines[tree.lines.count - 1]
    tree.records[node].last = Int32(tree.lines.count)
    tree.records[node].start = tree.lines[first].start
    tree.records[node].end = Int32(source.trimmedEnd(from: Int(last.start), to: Int(last.end)))
  }

  /// Takes an empty paragraph out of the tree again.
  mutating func removeParagraph() {
    let parent = Int(tree.records[leafNode].parent)
    tree.records[parent].last = leafPrevious
    if leafPrevious < 0 {
      tree.records[parent].first = -1
    } else {
      tree.records[leafPrevious].next = -1
    }
    tree.records.removeLast()
  }
}
