#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Darwin
#endif

/// A view of the bytes being parsed, valid while their array is borrowed.
///
/// A type of our own because a parser must store it, which `Span` forbids, and because a checked array that sits in a
/// mutating parser costs a reference count on each read in the hot loops. Reads stay checked.
@safe struct Bytes {
  private let base: UnsafePointer<UInt8>
  let count: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    // An empty array has no address; any other will do, as nothing is read there.
    unsafe base = buffer.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    count = buffer.count
  }

  @inline(__always) subscript(i: Int) -> UInt8 {
    precondition(UInt(bitPattern: i) < UInt(bitPattern: count), "a read beyond the text")
    return unsafe base[i]
  }

  /// The bytes of a range, for appending as a whole.
  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a slice beyond the text")
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// The first place of a byte in a range, by the C library's search.
  @inline(__always) func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    precondition(start >= 0 && start <= end && end <= count, "a search beyond the text")
    guard let found = unsafe memchr(base + start, Int32(byte), end - start) else { return nil }
    return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// Whether the text has these ASCII bytes at a place, before a limit.
  func has(_ text: StaticString, at i: Int, before end: Int) -> Bool {
    let n = text.utf8CodeUnitCount
    guard i >= 0, i + n <= end, end <= count else { return false }
    for k in 0..<n where unsafe base[i + k] != text.utf8Start[k] { return false }
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

  /// The scalar that starts at a place, and the place after it; ill-formed bytes read as U+FFFD of one byte.
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

  /// Whether bytes are well-formed UTF-8 (Unicode's table 3-7) without NUL.
  static func isCleanText(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let text = unsafe Bytes(buffer)
      var i = 0
      while i < text.count {
        let byte = text[i]
        if byte &- 1 < 0x7F {
          i += 1
          continue
        }
        // Nearly all text beyond ASCII in Chinese notes: three bytes with no odd case.
        if byte >= 0xE1, byte <= 0xEC, i + 2 < text.count, text[i + 1] & 0xC0 == 0x80, text[i + 2] & 0xC0 == 0x80 {
          i += 3
          continue
        }
        let n = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard byte >= 0xC2, byte < 0xF5, i + n <= text.count else { return false }
        let second = text[i + 1]
        let low: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return false }
        for k in 2..<max(2, n) where text[i + k] & 0xC0 != 0x80 { return false }
        i += n
      }
      return true
    }
  }
}
