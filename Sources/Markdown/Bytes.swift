#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Darwin
#endif

/// The bytes being parsed.
typealias Bytes = View<UInt8>

extension View where Element == UInt8 {
  /// The first place of a byte in a range, by the C library's search.
  @inline(__always) func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    precondition(start >= 0 && start <= end && end <= count, "a search beyond the text")
    guard let found = unsafe memchr(base + start, Int32(byte), end - start) else { return nil }
    return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// Whether the text has these ASCII bytes at a place, before a limit.
  @inline(__always) func has(_ text: StaticString, at i: Int, before end: Int) -> Bool {
    let n = text.utf8CodeUnitCount
    guard i >= 0, i + n <= end, end <= count else { return false }
    for k in 0..<n where unsafe base[i + k] != text.utf8Start[k] { return false }
    return true
  }

  /// Whether a range is this word of lower-case ASCII letters, in either case.
  func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for k in 0..<range.count where unsafe self[range.lowerBound + k].lowercased != word.utf8Start[k] { return false }
    return true
  }

  /// The first place of these ASCII bytes in a range.
  func first(_ text: StaticString, from start: Int, to end: Int) -> Int? {
    var i = start
    let head = unsafe text.utf8Start[0]
    while let found = first(head, from: i, to: end) {
      if has(text, at: found, before: end) { return found }
      i = found + 1
    }
    return nil
  }

  /// The place after a run of a byte.
  @inline(__always) func runEnd(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, self[i] == byte { i += 1 }
    return i
  }

  /// Whether an odd number of backslashes stands before a place.
  func isEscaped(_ i: Int, from start: Int) -> Bool {
    var k = i
    while k > start, self[k - 1] == .backslash { k -= 1 }
    return (i - k) & 1 == 1
  }

  /// The place after the spaces and tabs from here.
  @inline(__always) func skipBlanks(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, self[i] == .space || self[i] == .tab { i += 1 }
    return i
  }

  /// The place after spaces, tabs and line ends.
  func skipSpace(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, self[i].isSpace { i += 1 }
    return i
  }

  /// The end of a range without the white space at its end.
  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var i = end
    while i > start, self[i - 1].isSpace { i -= 1 }
    return i
  }

  /// The scalar that starts at a place, and the place after it; what is no scalar reads as U+FFFD of one byte.
  /// Overlong forms are read as what they spell, as whoever asks only looks for a class of characters.
  func scalar(at i: Int, before end: Int) -> (Unicode.Scalar, Int) {
    let first = self[i]
    if first < 0x80 { return (Unicode.Scalar(first), i + 1) }
    let n = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard n > 0, i + n <= end else { return ("\u{FFFD}", i + 1) }
    var value = UInt32(first) & (0x7F >> UInt32(n))
    for k in 1..<n {
      guard self[i + k] & 0xC0 == 0x80 else { return ("\u{FFFD}", i + 1) }
      value = value << 6 | UInt32(self[i + k] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", i + n)
  }

  /// The scalar that ends before a place, and the place it starts at.
  func scalar(endingAt i: Int, from start: Int) -> (Unicode.Scalar, Int) {
    var k = i - 1
    while k > start, i - k < 4, self[k] & 0xC0 == 0x80 { k -= 1 }
    let (scalar, next) = scalar(at: k, before: i)
    return next == i ? (scalar, k) : ("\u{FFFD}", i - 1)
  }
}
