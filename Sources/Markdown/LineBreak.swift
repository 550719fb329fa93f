/// Hard and soft line breaks (sections 6.7 and 6.8): a line end in a paragraph is soft, after two spaces or a backslash
/// hard. Between two wide characters the renderers write nothing for a soft one.
///
///     foo\
///     bar
extension InlineParser {
  /// A line end, hard after two spaces; the white space before it belongs to it.
  mutating func scanLineEnd(at i: Int) -> Int {
    let limit = markedEnd
    var k = i
    while k > limit, text[k - 1].isBlank { k -= 1 }
    let isHard = i - k >= 2 && text[i - 1] == .space && text[i - 2] == .space
    mark(isHard ? .lineBreak : .softBreak, k..<i + 1, literal: i..<i)
    return i + 1
  }

  mutating func scanBackslashBreak(at i: Int) -> Int {
    mark(.lineBreak, i..<i + 2, literal: i..<i)
    return i + 2
  }
}
