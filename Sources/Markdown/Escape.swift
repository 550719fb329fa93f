/// Backslash escapes (section 2.4), hard and soft line breaks (sections 6.7 and 6.8), character references in text.
extension InlineParser {
  mutating func scanBackslash(at i: Int) -> Int {
    guard i + 1 < end else { return i + 1 }
    let next = text[i + 1]
    if next == .newline {
      mark(.lineBreak, i..<i + 2, literal: i..<i)
      return i + 2
    }
    if options.contains(.math), next == .openParenthesis || next == .openBracket {
      // A formula without an end stands as it is, backslash too.
      return scanFormula(at: i) ?? i + 2
    }
    guard next.isPunctuation else { return i + 1 }
    mark(.text, i..<i + 2, literal: i + 1..<i + 2)
    return i + 2
  }

  mutating func scanReference(at i: Int) -> Int {
    guard let reference = CharacterReference.parse(text, at: i, before: end) else { return i + 1 }
    mark(.text, i..<reference.next, pooled: tree.keep(reference.text))
    return reference.next
  }

  /// A line end, hard after two spaces; the white space before it belongs to it.
  mutating func scanLineEnd(at i: Int) -> Int {
    let limit = markedEnd
    var k = i
    while k > limit, text[k - 1].isBlank { k -= 1 }
    let isHard = i - k >= 2 && text[i - 1] == .space && text[i - 2] == .space
    mark(isHard ? .lineBreak : .softBreak, k..<i + 1, literal: i..<i)
    return i + 1
  }

  mutating func scanFormula(at i: Int) -> Int? {
    guard let formula = formulas.formula(at: i) else { return nil }
    mark(.math, i..<formula.next, literal: formula.content, flags: formula.isDisplay ? .isDisplay : [])
    return formula.next
  }

  /// Dollars that open nothing are text, all of a run.
  func skipDollars(at i: Int) -> Int {
    var k = i
    while k < end, text[k] == .dollar { k += 1 }
    return k - i > 2 ? k : i + 1
  }
}
