/// Formulas: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `` $`…`$ ``, with a code span's precedence and their content
/// verbatim.
///
///     其中$x_i$是第 $i$ 个样本
///
/// An opening `$` is not followed by white space; its closing `$` is the next one outside braces, not after white space
/// and not before a digit. Braces are balanced, so that `$\text{if $x$}$` is one formula and `$5和$6元` none.
struct MathSearch {
  struct Formula {
    var content: Range<Int>
    var next: Int
    var isDisplay: Bool
  }

  private let text: Bytes
  private let start: Int
  private let end: Int
  /// From where on no such closing mark follows.
  private var noDoubleDollar = Int.max
  private var noParenthesis = Int.max
  private var noBracket = Int.max
  private var noBacktick = Int.max
  /// Matching braces as (open, close), made after the first search that failed: later ones jump over them.
  private var braces: [(open: Int, close: Int)]?

  init(_ text: Bytes, _ range: Range<Int>) {
    self.text = text
    start = range.lowerBound
    end = range.upperBound
  }

  /// The formula that opens here; nil where none does or it has no end.
  mutating func formula(at start: Int) -> Formula? {
    guard start + 1 < end else { return nil }
    let second = text[start + 1]
    if text[start] == .backslash {
      switch second {
      case .openParenthesis: return closed(by: #"\)"#, at: start, none: \.noParenthesis, isDisplay: false)
      case .openBracket: return closed(by: #"\]"#, at: start, none: \.noBracket, isDisplay: true)
      default: return nil
      }
    }
    switch second {
    case .dollar:
      guard start + 2 < end, text[start + 2] != .dollar else { return nil }
      return closed(by: "$$", at: start, none: \.noDoubleDollar, isDisplay: true)
    case .backtick:
      return closed(by: "`$", at: start, none: \.noBacktick, isDisplay: false) ?? inline(at: start)
    default: return inline(at: start)
    }
  }

  private mutating func closed(
    by mark: StaticString, at start: Int, none: WritableKeyPath<MathSearch, Int>, isDisplay: Bool
  ) -> Formula? {
    guard start < self[keyPath: none] else { return nil }
    var i = start + 2
    while let found = text.first(mark, from: i, to: end) {
      // `\$$` and `\\)`: the mark's first byte is escaped.
      if text.isEscaped(found, from: start + 2) {
        i = found + 1
        continue
      }
      guard found > start + 2 else { return nil }
      return Formula(content: start + 2..<found, next: found + 2, isDisplay: isDisplay)
    }
    self[keyPath: none] = start
    return nil
  }

  private mutating func inline(at start: Int) -> Formula? {
    guard !text[start + 1].isSpace else { return nil }
    var depth = 0
    var i = start + 1
    while i < end {
      switch text[i] {
      case .backslash: i += 1
      case .openBrace:
        if braces != nil {
          guard let close = closingBrace(of: i) else { return nil }
          i = close
        } else {
          depth += 1
        }
      case .closeBrace:
        depth -= 1
        if depth < 0 {
          matchBraces()
          return nil
        }
      case .dollar where depth == 0:
        let isClosing = !text[i - 1].isSpace && !(i + 1 < end && text[i + 1].isDigit)
        return isClosing ? Formula(content: start + 1..<i, next: i + 1, isDisplay: false) : nil
      default: break
      }
      i += 1
    }
    matchBraces()
    return nil
  }

  private mutating func matchBraces() {
    guard braces == nil else { return }
    var pairs: [(open: Int, close: Int)] = []
    var open: [Int] = []
    var i = start
    while i < end {
      switch text[i] {
      case .backslash: i += 1
      case .openBrace:
        open.append(pairs.count)
        pairs.append((i, -1))
      case .closeBrace:
        if let last = open.popLast() { pairs[last].close = i }
      default: break
      }
      i += 1
    }
    braces = pairs
  }

  private func closingBrace(of place: Int) -> Int? {
    guard let braces else { return nil }
    var low = 0
    var high = braces.count
    while low < high {
      let middle = (low + high) / 2
      if braces[middle].open < place { low = middle + 1 } else { high = middle }
    }
    guard low < braces.count, braces[low].open == place, braces[low].close > place else { return nil }
    return braces[low].close
  }
}

extension InlineParser {
  mutating func scanFormula(at i: Int) -> Int? {
    guard let formula = formulas.formula(at: i) else { return nil }
    mark(.math, i..<formula.next, literal: formula.content, flags: formula.isDisplay ? .isDisplay : [])
    return formula.next
  }

  /// Dollars that open nothing are text, all of a run.
  func skipDollars(at i: Int) -> Int {
    let runEnd = text.runEnd(of: .dollar, from: i, to: end)
    return runEnd - i > 2 ? runEnd : i + 1
  }
}
