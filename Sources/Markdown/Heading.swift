/// ATX headings (section 4.2): one to six `#`, white space, text, and if wanted more `#` at the end.
///
///     ## foo ##
extension BlockParser {
  mutating func openHeading() -> Bool {
    var i = cursor.next
    while i < cursor.end, source[i] == .hash { i += 1 }
    let level = i - cursor.next
    guard level <= 6, i == cursor.end || source[i].isBlank else { return false }
    close(to: depth)
    let lineEnd = source.trimmedEnd(from: i, to: cursor.end)
    var end = lineEnd
    while end > i, source[end - 1] == .hash { end -= 1 }
    // A closing run counts only after white space, or where it is all there is.
    if end > i, !source[end - 1].isBlank { end = lineEnd }
    let start = min(source.skipBlanks(from: i, to: cursor.end), end)
    let text = Tree.Line(start: Int32(start), end: Int32(source.trimmedEnd(from: start, to: end)))
    let node = Int(add(.heading, from: cursor.next, to: lineEnd))
    tree.records[node].small = UInt8(level)
    tree.records[node].flags = .isRaw
    tree.records[node].first = Int32(tree.lines.count)
    tree.lines.append(text)
    tree.records[node].last = Int32(tree.lines.count)
    cursor.finish()
    return true
  }
}
