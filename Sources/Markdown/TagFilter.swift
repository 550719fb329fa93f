/// GitHub's filter of tags that reach beyond their place (GFM section 6.11).
enum TagFilter {
  private static let names: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// Writes HTML with the `<` of every such tag escaped.
  static func write(_ text: Bytes, _ range: Range<Int>, to out: inout ByteBuffer) {
    var start = range.lowerBound
    while let tag = text.first(.less, from: start, to: range.upperBound) {
      out.append(text, start..<tag)
      if isFiltered(text, at: tag, before: range.upperBound) { out.append("&lt;") } else { out.append(.less) }
      start = tag + 1
    }
    out.append(text, start..<range.upperBound)
  }

  private static func isFiltered(_ text: Bytes, at start: Int, before end: Int) -> Bool {
    var i = start + 1
    if i < end, text[i] == .slash { i += 1 }
    let nameStart = i
    while i < end, text[i].isLetter, i - nameStart < 10 { i += 1 }
    guard i < end, text[i].isSpace || text[i] == .greater || text[i] == .slash else { return false }
    return names.contains { text.isWord($0, nameStart..<i) }
  }
}
