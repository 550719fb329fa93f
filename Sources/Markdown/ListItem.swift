/// List items (section 5.2): a bullet `-`, `+`, `*` or up to nine digits with `.` or `)`, then white
/// space; what belongs to the item is indented as far as its first line's text.
///
///     1.  A paragraph
///
///         with more
extension BlockParser {
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

  private func itemMarker(interruptsParagraph: Bool) -> ListMarker? {
    let end = cursor.end
    var i = cursor.next
    var marker = ListMarker(byte: source[i], width: 1)
    if marker.byte.isDigit {
      var number = 0
      while i < end, source[i].isDigit, i - cursor.next < 9 {
        number = number * 10 + Int(source[i] & 15)
        i += 1
      }
      guard i < end, source[i] == .dot || source[i] == .closeParenthesis else { return nil }
      marker = ListMarker(byte: source[i], width: i + 1 - cursor.next, number: number)
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
