/// Thematic breaks (section 4.1): three or more of `*`, `-` or `_`, with white space anywhere between them.
///
///     * * *
extension BlockParser {
  mutating func openThematicBreak() -> Bool {
    guard isThematicBreak() else { return false }
    close(to: depth)
    let end = source.trimmedEnd(from: cursor.next, to: cursor.end)
    _ = add(.thematicBreak, from: cursor.next, to: end)
    cursor.finish()
    return true
  }

  /// A line of `* * * … a` opens a list at every star: the place of its `a` is remembered, so that the line is read
  /// once.
  private mutating func isThematicBreak() -> Bool {
    guard brokenThematicBreak <= cursor.next else { return false }
    let byte = cursor.byte
    var count = 0
    var i = cursor.next
    while i < cursor.end {
      if source[i] == byte {
        count += 1
      } else if !source[i].isBlank {
        brokenThematicBreak = i
        return false
      }
      i += 1
    }
    return count >= 3
  }
}
