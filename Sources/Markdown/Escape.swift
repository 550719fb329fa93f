/// Backslash escapes (section 2.4): a backslash before ASCII punctuation makes that punctuation text.
///
///     \*not emphasized*
extension InlineParser {
  mutating func scanBackslash(at i: Int) -> Int {
    guard i + 1 < end else { return i + 1 }
    let next = text[i + 1]
    if next == .newline { return scanBackslashBreak(at: i) }
    if options.contains(.math), next == .openParenthesis || next == .openBracket {
      // A formula without an end stands as it is, backslash too.
      return scanFormula(at: i) ?? i + 2
    }
    guard next.isPunctuation else { return i + 1 }
    mark(.text, i..<i + 2, literal: i + 1..<i + 2)
    return i + 2
  }
}
