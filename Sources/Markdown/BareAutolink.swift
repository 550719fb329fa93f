/// Autolinks without brackets (GFM section 6.9): `www.`, `http://`, `https://`, `ftp://`, e-mail addresses, and
/// cmark-gfm's `mailto:` and `xmpp:`.
///
///     Visit www.commonmark.org/help for more information.
extension InlineParser {
  /// At the `.` of `www.`.
  mutating func scanWebAddress(at i: Int) -> Int {
    let begin = i - 3
    guard begin >= markedEnd, text.has("www", at: begin, before: end),
      begin == start || text[begin - 1].canPrecedeAddress, let domain = domainEnd(from: begin, isShort: false)
    else { return i + 1 }
    let close = addressEnd(from: begin, after: domain)
    markAddress(begin..<close, text: begin..<close, prefix: "http://")
    return close
  }

  /// Whether a `:` stands before `/`, or behind the last letter of `mailto` or `xmpp`.
  @inline(__always) func mayEndScheme(_ i: Int) -> Bool {
    guard i > start, i + 1 < end else { return false }
    let last = text[i - 1].lowercased
    return text[i + 1] == .slash || last == UInt8(ascii: "o") || last == UInt8(ascii: "p")
  }

  /// At the `:` of a scheme.
  mutating func scanSchemeAddress(at i: Int) -> Int {
    var begin = i
    let limit = max(markedEnd, i - 7)
    while begin > limit, text[begin - 1].isLetter { begin -= 1 }
    // What stands behind a `<` was meant to be an autolink of the other kind, and is none.
    guard begin == start || text[begin - 1] != .less && (begin == markedEnd || !text[begin - 1].isLetter) else {
      return i + 1
    }
    if text.isWord("http", begin..<i) || text.isWord("https", begin..<i) || text.isWord("ftp", begin..<i) {
      guard text.has("://", at: i, before: end), i + 3 < end, let domain = domainEnd(from: i + 3, isShort: true)
      else { return i + 1 }
      let close = addressEnd(from: begin, after: domain)
      markAddress(begin..<close, text: begin..<close, prefix: "")
      return close
    }
    let isChat = text.isWord("xmpp", begin..<i)
    guard isChat || text.isWord("mailto", begin..<i) else { return i + 1 }
    var at = i + 1
    while at < end, text[at].isBareMailLocal { at += 1 }
    guard at > i + 1, at < end, text[at] == .at, var close = mailDomainEnd(from: at + 1) else { return i + 1 }
    if isChat, close < end, text[close] == .slash { close = resourceEnd(from: close) }
    markAddress(begin..<close, text: begin..<close, prefix: "")
    return close
  }

  /// At the `@` of an e-mail address. An underscore before it was taken for a delimiter: it is put back, unless one
  /// behind the address closes it.
  mutating func scanMailAddress(at i: Int) -> Int {
    guard let close = mailDomainEnd(from: i + 1, isEmphasized: hasOpenUnderscore) else { return i + 1 }
    let isEmphasized = close < end && text[close] == .underscore
    var begin = i
    while begin > start, text[begin - 1].isBareMailLocal {
      if let last = marks.last, begin <= Int(last.end), isEmphasized || last.kind != .delimiters { break }
      begin -= 1
      while let last = marks.last, last.kind == .delimiters, begin < Int(last.end), text[begin] == .underscore {
        guard topDelimiter >= 0, Int(delimiters[topDelimiter].mark) == marks.count - 1,
          Int(last.start) > start || begin == Int(last.start)
        else { break }
        begin = Int(last.start)
        marks.removeLast()
        topDelimiter = Int(delimiters[topDelimiter].previous)
        if topDelimiter >= 0 { delimiters[topDelimiter].next = -1 }
      }
    }
    guard begin < i else { return i + 1 }
    markAddress(begin..<close, text: begin..<close, prefix: "mailto:")
    return close
  }

  /// Whether the nearest run of underscores may open emphasis; of many other runs the last are looked at.
  private var hasOpenUnderscore: Bool {
    var delimiter = topDelimiter
    for _ in 0..<32 where delimiter >= 0 {
      if delimiters[delimiter].byte == .underscore { return delimiters[delimiter].canOpen }
      delimiter = Int(delimiters[delimiter].previous)
    }
    return false
  }

  /// The end of a domain: letters, digits, `-`, `_`, `.` and all beyond ASCII; no `_` in its last two parts, and for
  /// `www.` at least one dot.
  private func domainEnd(from start: Int, isShort: Bool) -> Int? {
    var i = start
    var dots = 0
    var lastUnderscores = 0
    var underscores = 0
    while i < end {
      let byte = text[i]
      if byte == .underscore {
        lastUnderscores += 1
      } else if byte == .dot {
        dots += 1
        underscores = lastUnderscores
        lastUnderscores = 0
      } else if !(byte.isAlphanumeric || byte == .dash || byte >= 0x80) || isWideEnd(i) {
        break
      }
      i += 1
    }
    guard i > start, underscores + lastUnderscores == 0 || dots > 10, isShort || dots > 0 else { return nil }
    return i
  }

  /// In Chinese text an address ends at full-width punctuation, a quote or a dash, which no address holds unescaped.
  private func isWideEnd(_ i: Int) -> Bool {
    guard text[i] == 0xE2 || text[i] == 0xE3 || text[i] == 0xEF else { return false }
    switch text.scalar(at: i, before: end).0.value {
    case 0x2014, 0x2018...0x201D, 0x2026, 0x3000...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF1F: return true
    default: return false
    }
  }

  /// The end of the address: up to white space or `<`, without the punctuation and the brackets that end the sentence.
  private func addressEnd(from begin: Int, after domain: Int) -> Int {
    var i = domain
    let inBrackets = !brackets.isEmpty
    while i < end, !text[i].isSpace, text[i] != .less, !(inBrackets && text[i] == .closeBracket), !isWideEnd(i) {
      i += 1
    }
    return trimmedAddress(begin, i)
  }

  private func trimmedAddress(_ begin: Int, _ addressEnd: Int) -> Int {
    var close = addressEnd
    var opening = 0
    var closing = 0
    for i in begin..<close {
      if text[i] == .openParenthesis { opening += 1 }
      if text[i] == .closeParenthesis { closing += 1 }
    }
    while close > begin {
      switch text[close - 1] {
      case .closeParenthesis:
        guard closing > opening else { return close }
        closing -= 1
        close -= 1
      case .semicolon:
        var k = close - 2
        while k > begin, text[k].isLetter { k -= 1 }
        close = k < close - 2 && text[k] == .ampersand ? k : close - 1
      case .question, .bang, .dot, UInt8(ascii: ","), .colon, .star, .underscore, .tilde, .apostrophe, .quote:
        close -= 1
      default: return close
      }
    }
    return close
  }

  /// The end of an e-mail address's domain, whose last byte is a letter or digit; at least one dot. Underscores behind
  /// it may close emphasis.
  private func mailDomainEnd(from start: Int, isEmphasized: Bool = false) -> Int? {
    var i = start
    var dots = 0
    while i < end {
      let byte = text[i]
      if byte == .dot, i > start, i + 1 < end, text[i + 1].isAlphanumeric {
        dots += 1
      } else if !(byte.isAlphanumeric || byte == .dash || byte == .underscore) {
        break
      }
      i += 1
    }
    while isEmphasized, i > start, text[i - 1] == .underscore { i -= 1 }
    // GitHub's program wants a letter at the end: `mAP@0.5` is no address.
    guard dots > 0, i > start, text[i - 1].isLetter else { return nil }
    return i < end && text[i] == .at ? nil : i
  }

  private func resourceEnd(from start: Int) -> Int {
    var i = start + 1
    while i < end, text[i].isAlphanumeric || text[i] == .at || text[i] == .dot { i += 1 }
    return trimmedAddress(start, i)
  }
}

extension UInt8 {
  fileprivate var isBareMailLocal: Bool {
    isAlphanumeric || self == .dot || self == .dash || self == .underscore || self == .plus
  }

  fileprivate var canPrecedeAddress: Bool {
    isSpace || self == .star || self == .underscore || self == .tilde || self == .openParenthesis || self >= 0x80
  }
}
