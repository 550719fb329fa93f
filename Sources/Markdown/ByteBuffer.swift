/// The growing output of a renderer.
struct ByteBuffer: ~Copyable {
  private var content: Arena<UInt8>

  init(capacity: Int = 64) { content = Arena(capacity: capacity) }

  /// Writes into memory that must stay as long as the buffer, while there is enough of it.
  init(borrowing room: UnsafeMutableBufferPointer<UInt8>) { content = unsafe Arena(borrowing: room) }

  var isBorrowed: Bool { content.isBorrowed }
  var count: Int { content.count }
  var last: UInt8? { content.last }
  var view: Bytes { content.view }

  /// The bytes as they are.
  var bytes: [UInt8] { unsafe Array(view.buffer(0..<count)) }

  /// The bytes as text; ill-formed UTF-8 and NUL as U+FFFD.
  var text: String {
    let text = unsafe String(decoding: view.buffer(0..<count), as: UTF8.self)
    return view.first(0, from: 0, to: count) != nil
      ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : text
  }

  @inline(__always) mutating func append(_ byte: UInt8) { content.append(byte) }

  @inline(__always) mutating func append(_ text: StaticString) {
    unsafe content.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number that is not negative in decimal.
  mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    content.append(0x30 + UInt8(number % 10))
  }

  /// Labelled, as a literal would otherwise be a `String` made at run time.
  mutating func append(string: String) { content.append(contentsOf: string.utf8) }

  @inline(__always) mutating func append(_ source: Bytes, _ range: Range<Int>) {
    unsafe content.append(contentsOf: source.buffer(range))
  }

  /// Takes a byte out; costs as many as stand behind it.
  mutating func remove(at place: Int) { content.remove(at: place) }

  mutating func removeAll() { content.removeAll() }

  mutating func trimEnd() {
    while content.last?.isSpace == true { content.removeLast() }
  }

  /// The output with every NUL and every ill-formed part of UTF-8 replaced by U+FFFD.
  var sanitized: [UInt8] { view.isCleanText ? bytes : Array(text.utf8) }
}
