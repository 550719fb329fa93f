/// The parts of links and of reference definitions (sections 6.3 and 4.7): label, destination, title.
enum LinkParts {
  /// The place after the label that opens at `[`; labels have no unescaped brackets and at most 999 characters.
  static func labelEnd(_ text: Bytes, at start: Int, before end: Int) -> Int? {
    let limit = min(end, start + 1001)
    var i = start + 1
    while i < limit {
      switch text[i] {
      case .closeBracket: return i + 1
      case .openBracket: return nil
      case .backslash where i + 1 < limit && text[i + 1].isPunctuation: i += 2
      default: i += 1
      }
    }
    return nil
  }

  /// A link destination: its text and the place after it.
  static func destination(_ text: Bytes, at start: Int, before end: Int) -> (text: Range<Int>, next: Int)? {
    guard start < end else { return nil }
    if text[start] == .less { return bracketed(text, at: start, before: end) }
    var depth = 0
    var i = start
    scan: while i < end {
      switch text[i] {
      case .backslash where i + 1 < end && text[i + 1].isPunctuation: i += 1
      case .openParenthesis:
        depth += 1
        // As cmark: deeper nesting is no link, which keeps the search linear.
        if depth > 32 { return nil }
      case .closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      case 0...0x20, 0x7F: break scan
      default: break
      }
      i += 1
    }
    return depth == 0 && i > start ? (start..<i, i) : nil
  }

  private static func bracketed(_ text: Bytes, at start: Int, before end: Int) -> (text: Range<Int>, next: Int)? {
    var i = start + 1
    while i < end {
      switch text[i] {
      case .greater: return (start + 1..<i, i + 1)
      case .less, .newline: return nil
      case .backslash where i + 1 < end && text[i + 1].isPunctuation: i += 2
      default: i += 1
      }
    }
    return nil
  }

  /// A link title in `"…"`, `'…'` or `(…)`: its text and the place after it. `unclosed` remembers for each of the three
  /// from where on there is no closing mark, so that texts full of open titles are read once.
  static func title(
    _ text: Bytes, at start: Int, before end: Int, unclosed: inout UnclosedTitles
  ) -> (text: Range<Int>, next: Int)? {
    guard start < end else { return nil }
    let open = text[start]
    guard open == .quote || open == .apostrophe || open == .openParenthesis else { return nil }
    let close = open == .openParenthesis ? UInt8.closeParenthesis : open
    if unclosed.covers(open, start) { return nil }
    var i = start + 1
    while i < end {
      let byte = text[i]
      if byte == close { return (start + 1..<i, i + 1) }
      if byte == .openParenthesis && open == .openParenthesis { return nil }
      i += byte == .backslash && i + 1 < end && text[i + 1].isPunctuation ? 2 : 1
    }
    unclosed.note(open, start)
    return nil
  }
}

/// From where on a text has no closing mark for a title.
struct UnclosedTitles {
  private var quote = Int.max
  private var apostrophe = Int.max
  private var parenthesis = Int.max

  /// Whether a title that opens here cannot close: an earlier one did not.
  func covers(_ open: UInt8, _ start: Int) -> Bool {
    switch open {
    case .quote: start >= quote
    case .apostrophe: start >= apostrophe
    default: start >= parenthesis
    }
  }

  mutating func note(_ open: UInt8, _ start: Int) {
    switch open {
    case .quote: quote = start
    case .apostrophe: apostrophe = start
    default: parenthesis = start
    }
  }
}
