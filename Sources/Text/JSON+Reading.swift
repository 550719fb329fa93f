/// A text that is no JSON, and the byte where that shows.
package struct JSONError: Error, Sendable, Hashable {
  package var offset: Int
}

extension JSON {
  /// Reads one value (RFC 8259) and nothing but white space around it. Whole numbers that fit become `integer`. A text
  /// nested deeper than 64 levels is refused.
  package init(reading bytes: some RandomAccessCollection<UInt8>) throws(JSONError) {
    var reader = JSONReader(Array(bytes))
    self = try reader.document()
  }

  package init(reading text: String) throws(JSONError) {
    try self.init(reading: Array(text.utf8))
  }

  /// The member of an object; nil for other values and other names. Of repeated names the last counts.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == name }?.value
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  package var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var isTrue: Bool {
    if case .bool(true) = self { true } else { false }
  }
}

/// A reader with its own stack: the elements of all open arrays and objects lie in one flat array, so that none is
/// copied while it grows.
private struct JSONReader {
  /// An array or object that has not ended, and where its elements begin; an object also has the key of the next one.
  private enum Open {
    case array(start: Int)
    case object(start: Int, key: String)
  }

  private static let deepest = 64

  private let bytes: [UInt8]
  private var i = 0
  private var open: [Open] = []
  /// What the open arrays and objects hold so far, the outermost first; the key is empty in an array.
  private var held: [(key: String, value: JSON)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSON {
    while true {
      guard let value = try start() else { continue }
      if let whole = try close(around: value) {
        skipSpace()
        guard i == bytes.count else { throw JSONError(offset: i) }
        return whole
      }
    }
  }

  /// A value that is complete, or nil where an array or object was opened.
  private mutating func start() throws(JSONError) -> JSON? {
    switch peek() {
    case UInt8(ascii: "["):
      i += 1
      if take("]") { return .array([]) }
      try push(.array(start: held.count))
      return nil
    case UInt8(ascii: "{"):
      i += 1
      if take("}") { return .object([]) }
      try push(.object(start: held.count, key: try key()))
      return nil
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// Puts a value into what is open and closes what ends after it; the outermost value once nothing is open.
  private mutating func close(around value: JSON) throws(JSONError) -> JSON? {
    var value = value
    while let last = open.popLast() {
      switch last {
      case .array(let start):
        held.append(("", value))
        if take(",") {
          open.append(last)
          return nil
        }
        guard take("]") else { throw JSONError(offset: i) }
        value = .array(held[start...].map(\.value))
        held.removeSubrange(start...)
      case .object(let start, let key):
        held.append((key, value))
        if take(",") {
          open.append(.object(start: start, key: try self.key()))
          return nil
        }
        guard take("}") else { throw JSONError(offset: i) }
        value = .object(Array(held[start...]))
        held.removeSubrange(start...)
      }
    }
    return value
  }

  private mutating func push(_ container: Open) throws(JSONError) {
    guard open.count < JSONReader.deepest else { throw JSONError(offset: i) }
    open.append(container)
  }

  private mutating func key() throws(JSONError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw JSONError(offset: i) }
    let key = try string()
    guard take(":") else { throw JSONError(offset: i) }
    return key
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let letters = Array(word.description.utf8)
    guard bytes[i...].starts(with: letters) else { throw JSONError(offset: i) }
    i += letters.count
    return value
  }

  /// `-? (0 | [1-9] digit*) (. digit+)? ([eE] [+-]? digit+)?` (section 6).
  private mutating func number() throws(JSONError) -> JSON {
    let start = i
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    if let whole = Int(text) { return .integer(whole) }
    guard let value = Double(text), value.isFinite else { throw JSONError(offset: start) }
    return .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = i
    while i < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[i] { i += 1 }
    guard i > start else { throw JSONError(offset: i) }
  }

  private mutating func string() throws(JSONError) -> String {
    i += 1
    var text: [UInt8] = []
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "\""):
        i += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        i += 1
        try escape(into: &text)
      case 0..<0x20: throw JSONError(offset: i)
      default:
        text.append(byte)
        i += 1
      }
    }
    throw JSONError(offset: i)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard i < bytes.count else { throw JSONError(offset: i) }
    let byte = bytes[i]
    i += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += try scalar().utf8
    default: throw JSONError(offset: i - 1)
    }
  }

  /// The character of `\u` with four digits or of a pair of surrogates; a surrogate alone is U+FFFD.
  private mutating func scalar() throws(JSONError) -> String {
    let high = try unit()
    guard 0xD800..<0xDC00 ~= high, bytes[i...].starts(with: #"\u"#.utf8) else {
      return Unicode.Scalar(high).map(String.init) ?? "\u{FFFD}"
    }
    let back = i
    i += 2
    let low = try unit()
    guard 0xDC00..<0xE000 ~= low else {
      i = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map(String.init) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard i < bytes.count, let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue else {
        throw JSONError(offset: i)
      }
      value = value << 4 | UInt32(digit)
      i += 1
    }
    return value
  }

  private mutating func skipSpace() {
    while i < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[i]) { i += 1 }
  }

  /// The next byte that is no white space; 0 at the end.
  private mutating func peek() -> UInt8 {
    skipSpace()
    return i < bytes.count ? bytes[i] : 0
  }

  /// Takes a sign after any white space.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    return skip(character)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard i < bytes.count, bytes[i] == UInt8(ascii: character) else { return false }
    i += 1
    return true
  }
}
