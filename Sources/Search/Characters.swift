func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Whether a byte is of no word and joins none: neither letter nor digit, nor `_`, `-`, `.`, `'` or a part of a
/// character.
func isGap(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x27, 0x28...0x2C, 0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B..<0x80: true
  default: false
  }
}

/// Whether a gap says nothing by itself: what ends a line may stand inside a word without spaces, a sign behind a
/// letter may belong to it.
func isSpacing(_ byte: UInt8) -> Bool {
  isGap(byte) && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "+") && byte != UInt8(ascii: "#")
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
    true
  default: false
  }
}

/// What is no letter and stands often enough to be known without a look at the character database.
func isPunctuation(_ value: UInt32) -> Bool {
  switch value {
  case 0x2000...0x206F, 0x2190...0x245F, 0x2500...0x2BFF, 0x3000...0x3004, 0x3008...0x3020: true
  default: false
  }
}

/// Kana, Hangul, Bopomofo and Han.
func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
  switch value {
  case 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
    0x20000...0x3FFFF:
    true
  default: false
  }
}

/// The scalar at `i` and its number of bytes; U+FFFD for a byte that starts none.
func decode(_ bytes: Span<UInt8>, at i: Int, end: Int) -> (value: UInt32, length: Int) {
  let first = bytes[i]
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
  guard length > 1, i + length <= end else { return (0xFFFD, 1) }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for k in 1..<length {
    guard bytes[i + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    value = value << 6 | UInt32(bytes[i + k] & 0x3F)
  }
  // A scalar in more bytes than it needs is none.
  guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return (0xFFFD, 1) }
  return (value, length)
}

/// The unified ideograph at a place: nearly all of a Chinese text.
@inline(__always) func unifiedHan(_ bytes: Span<UInt8>, at i: Int, end: Int) -> UInt32? {
  guard bytes[i] & 0xF0 == 0xE0, i + 3 <= end else { return nil }
  let (second, third) = (UInt32(bytes[i + 1]), UInt32(bytes[i + 2]))
  guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
  let value = UInt32(bytes[i] & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F
  return 0x4E00...0x9FFF ~= value ? value : nil
}

/// Whether the comma, full stop or other punctuation of Chinese text stands at a place, which by itself says nothing.
@inline(__always) func isWideGap(_ bytes: Span<UInt8>, at i: Int, end: Int) -> Bool {
  guard i + 3 <= end else { return false }
  switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
  // 、。 and, as `Folded` has them, ！ to ／ and ： to ＠.
  case (0xE3, 0x80, 0x81...0x82), (0xEF, 0xBC, 0x81...0x8F), (0xEF, 0xBC, 0x9A...0xA0): return true
  default: return false
  }
}

/// Where a word ends that has one part and is joined to nothing: small letters, of which the first may be a capital, or
/// capitals alone or digits alone; nil for any other.
@inline(__always) func endOfSimpleWord(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
  var i = start + 1
  if isLower(bytes[start] | 0x20) {
    i = endOfSmallLetters(bytes, from: i, to: end)
    if i == start + 1 && !isLower(bytes[start]) {
      while i < end && isUpper(bytes[i]) { i += 1 }
    }
  } else {
    while i < end && isDigit(bytes[i]) { i += 1 }
  }
  guard i < end, bytes[i] != UInt8(ascii: " ") else { return i }
  if isGap(bytes[i]) { return i }
  // What joins words does so only where another one follows.
  let isConnector = bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "'")
  return isConnector && (i + 1 == end || isGap(bytes[i + 1])) ? i : nil
}

/// Where the small letters from a place on end.
@inline(__always) private func endOfSmallLetters(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var i = start
  while i + 8 <= end {
    let count = smallLetters(bytes.eight(at: i))
    i += count
    if count < 8 { return i }
  }
  while i < end && isLower(bytes[i]) { i += 1 }
  return i
}

/// How many of eight bytes, counted from the lowest, are small letters before the first that is none: all at once, as
/// where a word ends is as good as random.
@inline(__always) private func smallLetters(_ bytes: UInt64) -> Int {
  let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
  // The highest bit of each byte tells whether it is `a` or more, and whether it is more than `z`.
  let isLetter = low &+ 0x1F1F_1F1F_1F1F_1F1F
  let isMore = low &+ 0x0505_0505_0505_0505
  let others = (bytes | ~isLetter | isMore) & 0x8080_8080_8080_8080
  return others.trailingZeroBitCount / 8
}

extension Span<UInt8> {
  /// Eight bytes from a place as a number, the first the lowest; the place is checked, so it is unsafe in name only.
  @inline(__always) func eight(at i: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  /// How many bytes from one place on are the same as from another.
  func sharedPrefix(_ a: Int, _ b: Int, atMost most: Int) -> Int {
    var n = 0
    while n < most, max(a, b) + n + 8 <= count {
      let difference = eight(at: a + n) ^ eight(at: b + n)
      if difference != 0 { return min(most, n + difference.trailingZeroBitCount / 8) }
      n += 8
    }
    while n < most, self[a + n] == self[b + n] { n += 1 }
    return min(n, most)
  }
}

extension Collection<UInt8> {
  /// Whether a short text stands in it; what the library has for this takes a hundred times as long.
  func holds(_ part: some Collection<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}
