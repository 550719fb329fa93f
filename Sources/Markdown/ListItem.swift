/// Lists and their items (sections 5.2 and 5.3): a bullet `-`, `+`, `*` or up to nine digits with `.` or `)`, then white
/// space; what belongs to the item is indented as far as its first line's text.
///
///     1.  A paragraph
///
///         with more
extension BlockParser {
  private struct Marker {
    var byte: UInt8
    var width: Int
    /// Of an ordered list; -1 for a bullet.
    var number = -1
  }

  mutating func openItem(interruptsParagraph: Bool) -> Bool {
    guard let marker = itemMarker(interruptsParagraph: interruptsParagraph) else { return false }
    let start = cursor.next
    let indent = cursor.indent
    let list = openList(marker, from: start)
    cursor.advance(bytes: marker.width)
    let space = cursor.indent
    let hasCode = space >= 5 || cursor.isBlank
    let width = hasCode ? 1 : space
    cursor.advance(columns: width)
    let node = tree.append(
      Tree.Record(start: Int32(start), end: Int32(start + marker.width), parent: list, kind: .item))
    open(Container(kind: .item, node: node, indent: indent + marker.width + width, marker: marker.byte))
    if options.contains(.taskLists) { takeBox(of: node) }
    return true
  }

  /// The list that a new item joins: the one whose item ends here if the markers agree, else a new one.
  private mutating func openList(_ marker: Marker, from start: Int) -> Int32 {
    if depth < containers.count, containers[depth].kind == .item, containers[depth].marker == marker.byte {
      let list = tree.records[containers[depth].node].parent
      close(to: depth)
      if wasBlank, blankDepth <= depth { tree.records[list].flags.insert(.isLoose) }
      return list
    }
    close(to: depth)
    let list = add(.list, from: start, to: start + marker.width)
    if marker.number >= 0 {
      tree.records[list].flags.insert(.isOrdered)
      tree.records[list].payload = Int32(marker.number)
    }
    return list
  }

  private func itemMarker(interruptsParagraph: Bool) -> Marker? {
    let end = cursor.end
    var i = cursor.next
    var marker = Marker(byte: source[i], width: 1)
    if marker.byte.isDigit {
      var number = 0
      while i < end, source[i].isDigit, i - cursor.next < 9 {
        number = number * 10 + Int(source[i] & 15)
        i += 1
      }
      guard i < end, source[i] == .dot || source[i] == .closeParenthesis else { return nil }
      marker = Marker(byte: source[i], width: i + 1 - cursor.next, number: number)
    }
    i += 1
    guard i == end || source[i].isBlank else { return nil }
    if interruptsParagraph {
      // Only a list that starts with 1 and with text may (section 5.2): numbers in wrapped lines are no lists.
      guard marker.number < 0 || marker.number == 1, source.skipBlanks(from: i, to: end) < end else { return nil }
    }
    return marker
  }
}
