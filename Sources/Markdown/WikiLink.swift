/// Wiki links of Obsidian and of the notes: `[[slug]]`, `[[slug#section]]`, `[[slug|text]]`, on one line; behind a `!`
/// an embedded picture or note.
struct WikiLink {
  var target: Range<Int>
  var text: Range<Int>
  var next: Int

  /// The link that opens at `[[`; a bracket or line end inside makes it none, which bounds the search.
  init?(_ source: Bytes, at start: Int, before end: Int) {
    guard source.has("[[", at: start, before: end) else { return nil }
    var i = start + 2
    var bar: Int?
    scan: while i < end {
      switch source[i] {
      case .openBracket, .newline: return nil
      case .closeBracket: break scan
      case .pipe: bar = bar ?? i
      default: break
      }
      i += 1
    }
    guard source.has("]]", at: i, before: end) else { return nil }
    var targetEnd = bar ?? i
    // In a table the bar is escaped.
    if bar != nil, targetEnd > start + 2, source[targetEnd - 1] == .backslash { targetEnd -= 1 }
    guard targetEnd > start + 2 else { return nil }
    target = start + 2..<targetEnd
    // `[[slug|]]` is a link without a text of its own.
    text = bar.map { $0 + 1..<i } ?? target
    if text.isEmpty { text = target }
    next = i + 2
  }

  /// Whether the target is a picture's file, by its ending.
  func namesPicture(_ source: Bytes) -> Bool {
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"].contains { ending in
      let start = target.upperBound - ending.utf8.count
      guard start > target.lowerBound, source[start - 1] == UInt8(ascii: ".") else { return false }
      return zip(ending.utf8, start..<target.upperBound).allSatisfy { $0 == source[$1] | 0x20 }
    }
  }

  /// Whether the text is how wide a picture is shown, as Obsidian writes it: `300` or `300x200`.
  func textIsSize(_ source: Bytes) -> Bool {
    text.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= source[$0] || source[$0] == UInt8(ascii: "x") }
  }
}
