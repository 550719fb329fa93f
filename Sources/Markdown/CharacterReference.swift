internal import Text

/// Entity and numeric character references (section 2.5).
///
///     &nbsp; &#35; &#X22;
enum CharacterReference {
  /// The characters that the reference at `&` stands for and the place after its semicolon.
  static func parse(_ text: Bytes, at start: Int, before end: Int) -> (text: [UInt8], next: Int)? {
    var i = start + 1
    guard i < end else { return nil }
    if text[i] == .hash { return number(text, at: i + 1, before: end) }
    // No name is longer than 31 letters.
    let limit = min(end, start + 34)
    while i < limit, text[i].isAlphanumeric { i += 1 }
    guard i < limit, i > start + 1, text[i] == .semicolon,
      let characters = Entity.characters(named: (start + 1..<i).map { text[$0] })
    else { return nil }
    return (characters, i + 1)
  }

  private static func number(_ text: Bytes, at start: Int, before end: Int) -> (text: [UInt8], next: Int)? {
    guard start < end else { return nil }
    let isHex = text[start].lowercased == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var i = first
    var value: UInt32 = 0
    while i < end, i - first < (isHex ? 6 : 7) {
      let byte = text[i].lowercased
      if byte.isDigit {
        value = value * (isHex ? 16 : 10) + UInt32(byte & 15)
      } else if isHex, byte &- 0x61 < 6 {
        value = value * 16 + UInt32(byte - 87)
      } else {
        break
      }
      i += 1
    }
    guard i > first, i < end, text[i] == .semicolon else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), i + 1)
  }
}

extension InlineParser {
  mutating func scanReference(at i: Int) -> Int {
    guard let reference = CharacterReference.parse(text, at: i, before: end) else { return i + 1 }
    mark(.text, i..<reference.next, pooled: tree.keep(reference.text))
    return reference.next
  }
}

extension Tree {
  /// Puts text in the pool with its backslash escapes and character references resolved.
  mutating func keepUnescaped(_ text: Bytes, _ range: Range<Int>) -> Slice {
    let start = Int32(pool.count)
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte == .backslash, i + 1 < range.upperBound, text[i + 1].isPunctuation {
        pool.append(text[i + 1])
        i += 2
      } else if byte == .ampersand,
        let reference = CharacterReference.parse(text, at: i, before: range.upperBound)
      {
        pool.append(contentsOf: reference.text)
        i = reference.next
      } else {
        pool.append(byte)
        i += 1
      }
    }
    return Slice(start: start, end: Int32(pool.count))
  }
}
