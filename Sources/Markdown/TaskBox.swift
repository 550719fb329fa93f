/// Task list items (GFM section 5.3): `[ ]` or `[x]` and white space at the start of an item's first paragraph.
///
///     - [x] done
extension BlockParser {
  mutating func takeBox(of item: Int32) {
    let i = cursor.next
    guard !cursor.isIndented, i + 3 < cursor.end, source[i] == .openBracket, source[i + 2] == .closeBracket,
      source[i + 3].isBlank
    else { return }
    let mark = source[i + 1]
    guard mark == .space || mark == .tab || mark.lowercased == UInt8(ascii: "x"),
      source.skipBlanks(from: i + 3, to: cursor.end) < cursor.end
    else { return }
    tree.records[item].small = mark.isBlank ? 1 : 2
    cursor.advance(bytes: 3)
    cursor.skipSpace()
    // What follows is text: a heading or list has no box.
    leafPrevious = -1
    openParagraph()
    cursor.finish()
  }
}
