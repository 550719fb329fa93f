extension HTML {
  /// Writes a slice with `<`, `>`, `&` and `"` as entities, what is between them as a whole.
  @inline(__always) mutating func writeEscaped(_ text: Bytes, _ range: Range<Int>) {
    var start = range.lowerBound
    while true {
      let i = text.firstToEscape(from: start, to: range.upperBound)
      if start < i { out.append(text, start..<i) }
      guard i < range.upperBound else { return }
      writeEntity(text[i])
      start = i + 1
    }
  }

  private mutating func writeEntity(_ byte: UInt8) {
    switch byte {
    case .less: out.append("&lt;")
    case .greater: out.append("&gt;")
    case .ampersand: out.append("&amp;")
    default: out.append("&quot;")
    }
  }

  mutating func writePooled(_ range: Range<Int>) { writeEscaped(tree.pool, range) }

  /// Writes a pooled target with everything escaped that may not stand in a URL; where HTML is, nothing of one that
  /// would run in its reader's browser.
  mutating func writeURL(_ target: Tree.Slice) {
    let text = tree.pool
    let range = target.range
    if raw == .escaped, text.isUnsafeAddress(range) { return }
    var start = range.lowerBound
    for i in range where !text[i].isSafeInURL {
      if start < i { out.append(text, start..<i) }
      start = i + 1
      let byte = text[i]
      switch byte {
      case .ampersand: out.append("&amp;")
      case .apostrophe: out.append("&#x27;")
      default:
        out.append(UInt8(ascii: "%"))
        out.append(HTML.hexDigit(byte >> 4))
        out.append(HTML.hexDigit(byte & 15))
      }
    }
    if start < range.upperBound { out.append(text, start..<range.upperBound) }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// HTML in the text, as the renderer was told to treat it.
  mutating func writeHTML(_ text: Bytes, _ range: Range<Int>) {
    switch raw {
    case .passed: out.append(text, range)
    case .filtered: TagFilter.write(text, range, to: &out)
    case .escaped: for part in text.partsOutsideComments(of: range) { writeEscaped(text, part) }
    }
  }
}

extension View where Element == UInt8 {
  /// Whether an address is a program or another's file, as in cmark's safe mode.
  fileprivate func isUnsafeAddress(_ range: Range<Int>) -> Bool {
    func starts(_ word: StaticString) -> Bool { isWord(word, range.prefix(word.utf8CodeUnitCount)) }
    let pictures: [StaticString] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    let schemes: [StaticString] = ["javascript:", "vbscript:", "file:", "data:"]
    return schemes.contains(where: starts) && !pictures.contains(where: starts)
  }

  /// The first place of `<`, `>`, `&` or `"` in a range, eight bytes at a time; the range's end where there is none.
  @inline(__always) fileprivate func firstToEscape(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end {
      guard i + 8 <= count else {
        let byte = self[i]
        if byte == .less || byte == .greater || byte == .ampersand || byte == .quote { return i }
        i += 1
        continue
      }
      let word = UInt64(littleEndian: unsafe UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
      let found = word.marksToEscape
      if found != 0 { return min(end, i + found.trailingZeroBitCount / 8) }
      i += 8
    }
    return end
  }
}

extension UInt64 {
  /// The high bit of each byte that is to be escaped, exact in the lowest one: a byte is zero where it is less than one
  /// but not negative (Hacker's Delight, section 6-1). `"` and `&` differ in bit 2 alone, `<` and `>` in bit 1.
  @inline(__always) fileprivate var marksToEscape: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (self | ones << 2) ^ (ones &* UInt64(UInt8.ampersand))
    let angles = (self | ones << 1) ^ (ones &* UInt64(UInt8.greater))
    return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & ones << 7
  }
}

extension UInt8 {
  /// Whether a byte may stand in a URL as it is.
  fileprivate var isSafeInURL: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case .dash, .underscore, .dot, .plus, .bang, .star, .openParenthesis, .closeParenthesis, UInt8(ascii: ","),
      UInt8(ascii: "%"), .hash, .at, .question, .equals, .semicolon, .colon, .slash, .dollar, .tilde:
      true
    default: false
    }
  }
}
