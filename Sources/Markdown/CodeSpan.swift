/// Code spans (section 6.1): between two runs of as many backticks; line ends become spaces, and one space at either
/// end is dropped.
///
///     ``foo ` bar``
extension InlineParser {
  mutating func scanCodeSpan(at i: Int) -> Int {
    let open = text.runEnd(of: .backtick, from: i, to: end)
    let length = open - i
    guard let close = codeSpans.close(of: length, in: text, from: open, to: end) else { return open }
    var content = open..<close
    if text.first(.newline, from: open, to: close) == nil {
      if let trimmed = trimmed(content, isSpace: { $0 == .space }) { content = trimmed }
      mark(.codeSpan, i..<close + length, literal: content)
    } else {
      if let trimmed = trimmed(content, isSpace: { $0 == .space || $0 == .newline }) { content = trimmed }
      let literal = tree.keep(content.lazy.map { [text] in text[$0] == .newline ? .space : text[$0] })
      mark(.codeSpan, i..<close + length, pooled: literal)
    }
    return close + length
  }

  private func trimmed(_ range: Range<Int>, isSpace: (UInt8) -> Bool) -> Range<Int>? {
    guard range.count > 1, isSpace(text[range.lowerBound]), isSpace(text[range.upperBound - 1]),
      range.contains(where: { !isSpace(text[$0]) })
    else { return nil }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}

/// Where runs of backticks close; after a search that failed, the last place of each length of run.
struct CodeSpanSearch {
  private var last: [Int: Int]?

  /// The place of the next run of this length.
  mutating func close(of length: Int, in text: Bytes, from start: Int, to end: Int) -> Int? {
    if let last, (last[length] ?? -1) < start { return nil }
    var seen: [Int: Int] = [:]
    var i = start
    while let run = text.first(.backtick, from: i, to: end) {
      i = text.runEnd(of: .backtick, from: run, to: end)
      if i - run == length { return run }
      if last == nil { seen[i - run] = run }
    }
    if last == nil { last = seen }
    return nil
  }
}
