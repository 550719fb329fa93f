/// Blank lines (section 4.9): they end paragraphs and tables, belong to code and some HTML, and part items and blocks,
/// which makes lists loose.
///
///     aaa
///
///     # aaa
extension BlockParser {
  /// A blank line loses what its containers are indented by, or all its white space where that is less.
  mutating func skipBlankIndent(_ columns: Int) {
    if cursor.indent >= columns { cursor.advance(columns: columns) } else { cursor.skipSpace() }
  }

  mutating func parseBlank() {
    if depth == containers.count {
      switch leaf {
      case .none, .paragraph, .table: break
      case .indentedCode:
        appendCodeLine()
        return noteBlank()
      case .fence(let fence):
        continueFence(fence)
        wasBlank = false
        return
      case .html(let end):
        if continueHTML(end) { return noteBlank() }
      }
    }
    close(to: depth)
    noteBlank()
  }

  mutating func noteBlank() {
    wasBlank = true
    blankDepth = quotes.last.map { $0 + 1 } ?? 0
  }
}
