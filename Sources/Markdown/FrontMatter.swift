/// Front matter: the lines between a first line `---` and the next line `---` or `...`.
///
///     ---
///     slug: ddim
///     ---
extension BlockParser {
  /// Adds the node and gives the place after it; nil where the text has none.
  mutating func openFrontMatter(from start: Int) -> Int? {
    guard let first = lineEnd(from: start), isFence("---", start..<first.end) else { return nil }
    var i = first.next
    while let line = lineEnd(from: i) {
      if isFence("---", i..<line.end) || isFence("...", i..<line.end) {
        let node = Int(add(.frontMatter, from: start, to: i + 3))
        tree.records[node].first = Int32(first.next)
        tree.records[node].last = Int32(i)
        return line.next
      }
      i = line.next
    }
    return nil
  }

  private func isFence(_ fence: StaticString, _ line: Range<Int>) -> Bool {
    source.has(fence, at: line.lowerBound, before: line.upperBound)
      && source.skipBlanks(from: line.lowerBound + 3, to: line.upperBound) == line.upperBound
  }

  private func lineEnd(from start: Int) -> (end: Int, next: Int)? {
    guard start < source.count else { return nil }
    var end = start
    while end < source.count, source[end] != .newline, source[end] != .carriageReturn { end += 1 }
    guard end < source.count else { return (end, end) }
    let isPair = source[end] == .carriageReturn && end + 1 < source.count && source[end + 1] == .newline
    return (end, end + (isPair ? 2 : 1))
  }
}
