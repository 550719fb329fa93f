/// Wiki links of Obsidian and of the notes: `[[slug]]`, `[[slug#section]]`, `[[slug|text]]`, on one line.
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
    text = bar.map { $0 + 1..<i } ?? start + 2..<i
    next = i + 2
  }
}
