/// Displayed formulas over several lines: between `$$` and `$$`, or `\[` and `\]`, no line of a paragraph starts
/// another block, though TeX is full of `= …`, `+ …` and `- …` at the start of lines.
///
///     $$
///     a
///     = b
///     $$
struct DisplayLookout {
  /// The mark that the open formula waits for.
  private(set) var isOpen = false
  private var isBracket = false
  /// The first `$$` and `\[` from where they were last looked for: most lines have none, and cost no search.
  private var next = (dollar: -1, bracket: -1)
  /// The first marks that close, likewise.
  private var nextClose = (dollar: -1, bracket: -1)
  /// Where the lines end behind which nothing is looked for: at a blank line or a fence.
  private var runEnd = -1

  /// Starts a paragraph.
  mutating func begin() { isOpen = false }

  /// Reads a line of the paragraph, whose escapes, code spans and formulas are those that the inline parser finds.
  mutating func read(_ line: Range<Int>, of source: Bytes, ahead lines: LineScan) {
    var i = line.lowerBound
    if isOpen {
      let close = close(from: i, of: source)
      guard close < line.upperBound else { return }
      isOpen = false
      i = close + 2
    }
    if next.dollar < i { next.dollar = source.first("$$", from: i, to: source.count) ?? source.count }
    if next.bracket < i { next.bracket = source.first(#"\["#, from: i, to: source.count) ?? source.count }
    guard min(next.dollar, next.bracket) < line.upperBound else { return }
    var formulas = MathSearch(source, line)
    var codeSpans = CodeSpanSearch()
    while i < line.upperBound, !isOpen {
      switch source[i] {
      case .backtick:
        let run = source.runEnd(of: .backtick, from: i, to: line.upperBound)
        i = codeSpans.close(of: run - i, in: source, from: run, to: line.upperBound).map { $0 + run - i } ?? run
      case .backslash, .dollar:
        if let formula = formulas.formula(at: i) {
          i = formula.next
        } else {
          i = afterMark(at: i, line, of: source, ahead: lines)
        }
      default: i += 1
      }
    }
  }

  /// The place behind a mark or an escape that is no formula on its line; opens one that is closed on a line below.
  private mutating func afterMark(at i: Int, _ line: Range<Int>, of source: Bytes, ahead lines: LineScan) -> Int {
    let dollars = source.runEnd(of: .dollar, from: i, to: line.upperBound) - i
    isBracket = source.has(#"\["#, at: i, before: line.upperBound)
    guard isBracket || dollars == 2 else { return i + (dollars == 0 ? 2 : dollars) }
    let close = close(from: i + 2, of: source)
    isOpen = close >= line.upperBound && close < end(ofLinesFrom: line.upperBound, of: source, lines)
    return isBracket ? i + 2 : i + 1
  }

  /// The first closing mark from a place on whose first byte is not escaped; places are asked for in order.
  private mutating func close(from start: Int, of source: Bytes) -> Int {
    let known = isBracket ? nextClose.bracket : nextClose.dollar
    guard known < start else { return known }
    let mark: StaticString = isBracket ? #"\]"# : "$$"
    var found = source.first(mark, from: start, to: source.count)
    while let place = found, source.isEscaped(place, from: start) {
      found = source.first(mark, from: place + 1, to: source.count)
    }
    let close = found ?? source.count
    if isBracket { nextClose.bracket = close } else { nextClose.dollar = close }
    return close
  }

  /// Where the lines from here end: at a blank one, which may have quotes' marks, or at a fence.
  private mutating func end(ofLinesFrom start: Int, of source: Bytes, _ lines: LineScan) -> Int {
    guard runEnd < start else { return runEnd }
    var lines = lines
    var line = lines.line(from: start)
    while line.next < source.count {
      runEnd = line.next
      line = lines.line(from: runEnd)
      var i = runEnd
      while i < line.end, source[i].isSpace || source[i] == .greater { i += 1 }
      if i == line.end || source.has("```", at: i, before: line.end) { return runEnd }
    }
    runEnd = source.count
    return runEnd
  }
}

extension BlockParser {
  mutating func lookForDisplay() {
    display.read(cursor.next..<cursor.end, of: source, ahead: lines)
  }
}
