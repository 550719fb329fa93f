/// The fields of a review's line, found without building values: where the line is one of ours, as nearly all are.
///
/// A million lines are 76 MB; read as JSON values they take seconds, scanned a fifth of a second.
struct EventScan {
  private(set) var machine = 0..<0
  private(set) var sequence = 0
  private(set) var time = 0
  private(set) var card = 0..<0
  private(set) var grade = Grade.again
  private(set) var duration = 0
  /// Of the line end behind the object.
  private(set) var end = 0

  /// Scans the line that begins at `start`; nil unless it is a flat object of a review whose strings have no escapes
  /// and no control characters, and a line end follows.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    var i = start
    let end = bytes.count
    guard i < end, bytes[i] == UInt8(ascii: "{") else { return nil }
    var found: Fields = []
    i += 1
    while true {
      guard let key = EventScan.string(bytes, &i, end), i < end, bytes[i] == UInt8(ascii: ":") else { return nil }
      i += 1
      guard i < end, take(key, of: bytes, &i, end, &found), i < end else { return nil }
      if bytes[i] == UInt8(ascii: "}") { break }
      guard bytes[i] == UInt8(ascii: ",") else { return nil }
      i += 1
    }
    guard i + 1 < end, bytes[i + 1] == UInt8(ascii: "\n"), found == .needed else { return nil }
    self.end = i + 1
  }

  /// Which of the fields that a review needs were there.
  private struct Fields: OptionSet {
    let rawValue: UInt8
    static let identity = Fields(rawValue: 1)
    static let kind = Fields(rawValue: 2)
    static let card = Fields(rawValue: 4)
    static let time = Fields(rawValue: 8)
    static let grade = Fields(rawValue: 16)
    static let needed: Fields = [.identity, .kind, .card, .time, .grade]
  }

  private mutating func take(
    _ key: Range<Int>, of bytes: Span<UInt8>, _ i: inout Int, _ end: Int, _ found: inout Fields
  ) -> Bool {
    if bytes[i] == UInt8(ascii: "\"") {
      guard let value = EventScan.string(bytes, &i, end) else { return false }
      guard key.count == 1 else { return true }
      switch bytes[key.lowerBound] {
      case UInt8(ascii: "i"):
        guard identity(bytes, value) else { return false }
        found.insert(.identity)
      case UInt8(ascii: "k"):
        guard value.count == 1, bytes[value.lowerBound] == UInt8(ascii: "r") else { return false }
        found.insert(.kind)
      case UInt8(ascii: "c"):
        card = value
        found.insert(.card)
      default: break
      }
      return true
    }
    guard let value = EventScan.number(bytes, &i, end) else { return false }
    switch (key.count, bytes[key.lowerBound]) {
    case (1, UInt8(ascii: "t")):
      guard Event.times.contains(value) else { return false }
      time = value
      found.insert(.time)
    case (1, UInt8(ascii: "g")):
      guard let grade = Grade(rawValue: value) else { return false }
      self.grade = grade
      found.insert(.grade)
    case (2, UInt8(ascii: "m")):
      if bytes[key.lowerBound + 1] == UInt8(ascii: "s") { duration = value }
    // What a later version means by the other fields is not for the scan to say.
    case (1, UInt8(ascii: "v")): return value == Event.formatVersion
    default: break
    }
    return true
  }

  /// The machine and the number behind its last hyphen.
  private mutating func identity(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
    var start = value.upperBound
    while start > value.lowerBound, bytes[start - 1] != UInt8(ascii: "-") { start -= 1 }
    guard start > value.lowerBound + 1 else { return false }
    var i = start
    guard let number = EventScan.number(bytes, &i, value.upperBound), i == value.upperBound else { return false }
    machine = value.lowerBound..<start - 1
    sequence = number
    return true
  }

  private static func string(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) -> Range<Int>? {
    guard i < end, bytes[i] == UInt8(ascii: "\"") else { return nil }
    i += 1
    let start = i
    while i < end {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        i += 1
        return start..<i - 1
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      i += 1
    }
    return nil
  }

  /// A whole number of at most 18 digits.
  private static func number(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) -> Int? {
    let start = i
    var value = 0
    while i < end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[i] {
      value = value &* 10 &+ Int(bytes[i] &- UInt8(ascii: "0"))
      i += 1
    }
    return start < i && i - start < 19 ? value : nil
  }
}
