/// The growing output of a renderer.
package struct ByteBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The bytes as text; ill-formed UTF-8 and NUL as U+FFFD.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(0)
      ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : text
  }

  @inline(__always) mutating func append(_ byte: UInt8?) {
    if let byte { bytes.append(byte) }
  }

  @inline(__always) mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number that is not negative in decimal.
  mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    bytes.append(0x30 + UInt8(number % 10))
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ array: ContiguousArray<UInt8>, _ range: Range<Int>) {
    bytes.append(contentsOf: array[range])
  }

  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: source)
  }

  var last: UInt8? { bytes.last }

  mutating func trimEnd() {
    while bytes.last?.isSpace == true { bytes.removeLast() }
  }

  /// The output with every NUL and every ill-formed part of UTF-8 replaced by U+FFFD.
  consuming func sanitized() -> [UInt8] {
    if Bytes.isCleanText(bytes) { return bytes }
    return Array(text.utf8)
  }
}
