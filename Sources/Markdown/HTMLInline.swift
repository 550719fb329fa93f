/// Raw HTML in text (section 6.6): tags, comments, processing instructions, declarations, CDATA sections.
///
///     <a href="x"> <!-- id: ddim-1 -->
enum HTMLTag {
  /// The place after the open or closing tag that starts at `<`.
  static func end(_ text: Bytes, at start: Int, before end: Int) -> Int? {
    var unclosed = UnclosedHTML()
    return HTMLTag.end(text, at: start, before: end, unclosed: &unclosed)
  }

  static func end(_ text: Bytes, at start: Int, before end: Int, unclosed: inout UnclosedHTML) -> Int? {
    var i = start + 1
    let isClosing = i < end && text[i] == .slash
    if isClosing { i += 1 }
    guard i < end, text[i].isLetter else { return nil }
    while i < end, text[i].isAlphanumeric || text[i] == .dash { i += 1 }
    if isClosing {
      i = text.skipSpace(from: i, to: end)
      return i < end && text[i] == .greater ? i + 1 : nil
    }
    while true {
      let next = text.skipSpace(from: i, to: end)
      guard next < end else { return nil }
      if text[next] == .greater { return next + 1 }
      if text[next] == .slash { return next + 1 < end && text[next + 1] == .greater ? next + 2 : nil }
      guard next > i, let attributeEnd = attributeEnd(text, at: next, before: end, unclosed: &unclosed) else {
        return nil
      }
      i = attributeEnd
    }
  }

  private static func attributeEnd(
    _ text: Bytes, at start: Int, before end: Int, unclosed: inout UnclosedHTML
  ) -> Int? {
    guard text[start].isLetter || text[start] == .underscore || text[start] == .colon else { return nil }
    var i = start + 1
    while i < end, text[i].isAttributeName { i += 1 }
    let equals = text.skipSpace(from: i, to: end)
    guard equals < end, text[equals] == .equals else { return i }
    i = text.skipSpace(from: equals + 1, to: end)
    guard i < end else { return nil }
    if text[i] == .quote || text[i] == .apostrophe { return unclosed.quoteEnd(text, at: i, before: end) }
    let valueStart = i
    while i < end, !text[i].endsBareValue { i += 1 }
    return i > valueStart ? i : nil
  }
}

extension UInt8 {
  fileprivate var isAttributeName: Bool {
    isAlphanumeric || self == .underscore || self == .dot || self == .colon || self == .dash
  }

  /// Whether an attribute's value without quotes ends here.
  fileprivate var endsBareValue: Bool {
    switch self {
    case .quote, .apostrophe, .equals, .less, .greater, .backtick: true
    default: isSpace
    }
  }
}

/// From where on a text has no closing mark, for each of HTML's.
struct UnclosedHTML {
  private var quote = Int.max
  private var apostrophe = Int.max
  private var comment = Int.max
  private var instruction = Int.max
  private var declaration = Int.max
  private var characterData = Int.max

  /// The place after the quoted value that starts here.
  mutating func quoteEnd(_ text: Bytes, at start: Int, before end: Int) -> Int? {
    let known = text[start] == .quote ? quote : apostrophe
    guard start < known else { return nil }
    if let close = text.first(text[start], from: start + 1, to: end) { return close + 1 }
    if text[start] == .quote { quote = start } else { apostrophe = start }
    return nil
  }

  /// The place after what starts with `<!` or `<?`.
  mutating func sectionEnd(_ text: Bytes, at start: Int, before end: Int) -> Int? {
    guard start + 2 < end else { return nil }
    if text[start + 1] == .question { return close("?>", text, start, start + 2, end, \.instruction) }
    if text.has("<!--", at: start, before: end) {
      // `<!-->` and `<!--->` are whole comments.
      if text.has(">", at: start + 4, before: end) { return start + 5 }
      if text.has("->", at: start + 4, before: end) { return start + 6 }
      return close("-->", text, start, start + 4, end, \.comment)
    }
    if text.has("<![CDATA[", at: start, before: end) {
      return close("]]>", text, start, start + 9, end, \.characterData)
    }
    guard text[start + 2].isLetter else { return nil }
    return close(">", text, start, start + 3, end, \.declaration)
  }

  private mutating func close(
    _ mark: StaticString, _ text: Bytes, _ start: Int, _ from: Int, _ end: Int,
    _ known: WritableKeyPath<UnclosedHTML, Int>
  ) -> Int? {
    guard start < self[keyPath: known] else { return nil }
    if let found = text.first(mark, from: from, to: end) { return found + mark.utf8CodeUnitCount }
    self[keyPath: known] = start
    return nil
  }
}

extension InlineParser {
  /// What starts at `<`: an autolink, raw HTML, or text.
  mutating func scanAngle(at i: Int) -> Int {
    if let next = scanAutolink(at: i) { return next }
    guard i + 1 < end else { return i + 1 }
    let isSection = text[i + 1] == .bang || text[i + 1] == .question
    let found =
      isSection
      ? unclosed.sectionEnd(text, at: i, before: end)
      : HTMLTag.end(text, at: i, before: end, unclosed: &unclosed)
    guard let next = found else { return i + 1 }
    mark(.htmlInline, i..<next, literal: i..<next)
    return next
  }
}
