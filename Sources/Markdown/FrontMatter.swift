/// Front matter: the lines between a first line `---` and the next line `---` or `...`, or, as Hugo writes TOML,
/// between two lines `+++`.
///
///     ---
///     slug: ddim
///     ---
extension BlockParser {
  /// Adds the node and gives the place after it; nil where the text has none.
  mutating func openFrontMatter(from start: Int) -> Int? {
    // A copy: where there is no front matter, the blocks start again from the first line.
    var lines = lines
    let first = lines.line(from: start)
    let isTOML = isFence("+++", start..<first.end)
    guard isTOML || isFence("---", start..<first.end) else { return nil }
    var i = first.next
    while i < source.count {
      let line = lines.line(from: i)
      let isEnd =
        isTOML ? isFence("+++", i..<line.end) : isFence("---", i..<line.end) || isFence("...", i..<line.end)
      if isEnd {
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
}
