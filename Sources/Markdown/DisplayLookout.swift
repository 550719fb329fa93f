/// Displayed formulas over several lines: between `$$` and `$$`, or `\[` and `\]`, no line of a paragraph starts another
/// block, though TeX is full of `= …`, `+ …` and `- …` at the start of lines.
///
///     $$
///     a
///     = b
///     $$
struct DisplayLookout {
  /// The mark that the open formula waits for.
  private(set) var isOpen = false
  private var isBracket = false
  /// The search for a closing mark before this place found none: no `$$`, no `\]`.
  private var barren = (dollar: 0, bracket: 0)
  /// The first `$$` and `\[` from where they were last looked for: most lines have none, and cost no search.
  private var next = (dollar: -1, bracket: -1)

  /// Starts a paragraph.
  mutating func begin() { isOpen = false }

  /// Reads a line of the paragraph.
  mutating func read(_ line: Range<Int>, of source: Bytes, ahead lines: LineScan) {
    var i = line.lowerBound
    while i < line.upperBound {
      if isOpen {
        guard let close = source.first(isBracket ? #"\]"# : "$$", from: i, to: line.upperBound) else { return }
        isOpen = false
        i = close + 2
        continue
      }
      if next.dollar < i { next.dollar = source.first("$$", from: i, to: source.count) ?? source.count }
      if next.bracket < i { next.bracket = source.first(#"\["#, from: i, to: source.count) ?? source.count }
      i = min(next.dollar, next.bracket) + 2
      guard i <= line.upperBound else { return }
      isBracket = next.bracket < next.dollar
      isOpen =
        source.first(isBracket ? #"\]"# : "$$", from: i, to: line.upperBound) != nil
        || closes(after: line.upperBound, in: source, lines)
    }
  }

  /// Whether the closing mark comes before the next blank line; what was searched in vain is not searched again.
  private mutating func closes(after start: Int, in source: Bytes, _ lines: LineScan) -> Bool {
    if start < (isBracket ? barren.bracket : barren.dollar) { return false }
    var lines = lines
    var line = lines.line(from: start)
    while line.next < source.count {
      let lineStart = line.next
      line = lines.line(from: lineStart)
      if (lineStart..<line.end).allSatisfy({ source[$0].isSpace || source[$0] == .greater }) { break }
      if source.first(isBracket ? #"\]"# : "$$", from: lineStart, to: line.end) != nil { return true }
    }
    let end = line.next
    if isBracket { barren.bracket = end } else { barren.dollar = end }
    return false
  }
}

extension BlockParser {
  mutating func lookForDisplay() {
    display.read(cursor.next..<cursor.end, of: source, ahead: lines)
  }
}
