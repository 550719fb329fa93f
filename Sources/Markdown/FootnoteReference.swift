/// Footnote references as GitHub has them: `[^label]` where the label is defined.
extension InlineParser {
  /// The place after the reference whose bracket closes at `]`; what was marked inside it is text of the label.
  mutating func footnoteReference(_ bracket: Bracket, closedAt i: Int) -> Int? {
    let start = Int(bracket.textStart)
    guard options.contains(.footnotes), start + 1 < i, text[start] == .caret else { return nil }
    // No definition has a longer label, and each bracket in many reads its own text.
    guard !tree.footnotes.isEmpty, i - start <= 1000,
      let definition = tree.footnotes.find(label: start + 1..<i, of: text)
    else {
      dropUnderscores(of: bracket)
      return nil
    }
    marks.truncate(to: Int(bracket.mark))
    topDelimiter = Int(bracket.delimiter)
    if topDelimiter >= 0 { delimiters[topDelimiter].next = -1 }
    marks.append(
      Mark(
        start: Int32(start - 1), end: Int32(i + 1), kind: .leaf, node: .footnoteReference,
        first: Int32(start + 1), last: Int32(i), payload: tree.footnotes[definition]))
    return i + 1
  }

  /// As in cmark-gfm, a name without a definition keeps its underscores: `[^_a_]`.
  private mutating func dropUnderscores(of bracket: Bracket) {
    while topDelimiter > Int(bracket.delimiter), delimiters[topDelimiter].byte == .underscore {
      topDelimiter = Int(delimiters[topDelimiter].previous)
      if topDelimiter >= 0 { delimiters[topDelimiter].next = -1 }
    }
  }
}
