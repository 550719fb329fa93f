/// Any bytes are a document: NUL (section 2.3) and what is no UTF-8 go through the parser as they are, and leave the
/// renderers as U+FFFD.
extension View where Element == UInt8 {
  /// Whether the bytes are well-formed UTF-8 (Unicode's table 3-7) without NUL.
  var isCleanText: Bool {
    var i = 0
    while i + 8 <= count {
      let word = UInt64(littleEndian: unsafe UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
      let beyondASCII = word & 0x8080_8080_8080_8080
      // The high bit of a byte less one is set where the byte was 0, and where one before it was.
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return false }
      if beyondASCII == 0 {
        i += 8
      } else if beyondASCII & 0xFF != 0 {
        if word.startsWithLetter {
          i += (word >> 24).startsWithLetter ? 6 : 3
        } else {
          guard let next = nextScalar(from: i) else { return false }
          i = next
        }
      } else {
        i += beyondASCII.trailingZeroBitCount / 8
      }
    }
    while i < count {
      guard let next = nextScalar(from: i) else { return false }
      i = next
    }
    return true
  }

  /// The place after a well-formed scalar that is not NUL.
  @inline(__always) private func nextScalar(from i: Int) -> Int? {
    let byte = self[i]
    if byte < 0x80 { return byte == 0 ? nil : i + 1 }
    let n = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5, i + n <= count else { return nil }
    let second = self[i + 1]
    let low: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return nil }
    for k in 2..<max(2, n) where self[i + k] & 0xC0 != 0x80 { return nil }
    return i + n
  }
}

extension UInt64 {
  /// Whether the first three bytes are a scalar, and none whose second byte is restricted: those start with E0 or ED.
  @inline(__always) fileprivate var startsWithLetter: Bool {
    self & 0xC0C0F0 == 0x8080E0 && self & 0xF != 0 && self & 0xF != 0xD
  }
}
