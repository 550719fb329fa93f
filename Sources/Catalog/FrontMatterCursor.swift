/// Reads one value from left to right: YAML's flow styles (YAML 1.2.2 §7), in which a line end is a space.
struct FrontMatterCursor {
  /// What ends a plain scalar, besides a comment.
  enum Stops {
    case lineEnd, listItem, mapName, mapBody

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .lineEnd: byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      case .listItem: byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      case .mapName: byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      case .mapBody: byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      }
    }
  }

  private let source: ContiguousArray<UInt8>
  /// Where the next byte stands.
  var place: Int
  private let end: Int
  private(set) var mistake: String?

  init(_ source: ContiguousArray<UInt8>, _ range: Range<Int>) {
    self.source = source
    place = range.lowerBound
    end = range.upperBound
  }

  /// The next byte.
  var next: UInt8? { place < end ? source[place] : nil }

  /// A list in brackets; the items of lists in it are its own.
  mutating func list() -> [String] {
    var items: [String] = []
    var depth = 0
    while let next {
      switch next {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","): break
      default:
        items.append(scalar(until: .listItem))
        skipBlanks()
        continue
      }
      place += 1
      if depth == 0 { return items }
      skipBlanks()
    }
    mistake = "a list that is not closed by ']'"
    return items
  }

  /// A map in braces.
  mutating func map() -> [(name: String, body: String)] {
    place += 1
    skipBlanks()
    var members: [(name: String, body: String)] = []
    while let next {
      switch next {
      case UInt8(ascii: "}"):
        place += 1
        return members
      case UInt8(ascii: ","): place += 1
      default:
        let name = scalar(until: .mapName)
        if self.next == UInt8(ascii: ":") { place += 1 }
        skipBlanks()
        members.append((name, scalar(until: .mapBody)))
      }
      skipBlanks()
    }
    mistake = "a list that is not closed by '}'"
    return members
  }

  /// A plain or quoted scalar. A plain one ends before a byte of `stops`; a `#` ends it only after a space.
  mutating func scalar(until stops: Stops) -> String {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return quoted() }
    let start = place
    var hasLineEnd = false
    while let next {
      // Most bytes are letters: behind the colon, which is the last sign but for the brackets.
      if next <= UInt8(ascii: ":") || next == UInt8(ascii: "]") || next == UInt8(ascii: "}") {
        if stops.contains(next) { break }
        if next == UInt8(ascii: "#"), place == start || source[place - 1].isBlank { break }
        if next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") { hasLineEnd = true }
      }
      place += 1
    }
    var text = source[start..<place]
    while text.last?.isBlank == true { text.removeLast() }
    return hasLineEnd
      ? text.split(whereSeparator: \.isBlank).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      : String(decoding: text, as: UTF8.self)
  }

  private mutating func quoted() -> String {
    let start = place
    let quote = source[place]
    place += 1
    var bytes: [UInt8] = []
    while place < end {
      let plain = place
      while let next, next != quote, next != UInt8(ascii: "\\"), !Stops.lineEnd.contains(next) { place += 1 }
      bytes += source[plain..<place]
      guard let next else { break }
      place += 1
      switch next {
      case quote:
        guard quote == UInt8(ascii: "'"), self.next == quote else { return String(decoding: bytes, as: UTF8.self) }
        place += 1
        bytes.append(quote)
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): escaped(to: &bytes)
      case UInt8(ascii: "\\"): bytes.append(next)
      default:
        while bytes.last?.isBlank == true { bytes.removeLast() }
        place -= 1
        let ends = lineEnds()
        bytes += ends == 1 ? [UInt8(ascii: " ")] : [UInt8](repeating: UInt8(ascii: "\n"), count: ends - 1)
      }
    }
    leaveUnclosed(from: start)
    return String(decoding: source[(start + 1)..<place], as: UTF8.self)
  }

  /// TOML's text of several lines between three quotes; a line end behind the first three is not of it.
  mutating func tripleQuoted() -> String {
    let start = place + 3
    let quote = source[place]
    place = start
    if next == UInt8(ascii: "\r") { place += 1 }
    if next == UInt8(ascii: "\n") { place += 1 }
    var bytes: [UInt8] = []
    while let next {
      let quotes = source[place..<min(place + 5, end)].prefix { $0 == quote }.count
      if quotes >= 3 {
        // One or two more are of the text.
        place += quotes
        return String(decoding: bytes + [UInt8](repeating: quote, count: quotes - 3), as: UTF8.self)
      }
      place += 1
      if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        escaped(to: &bytes)
      } else if next != UInt8(ascii: "\r") {
        bytes.append(next)
      }
    }
    leaveUnclosed(from: start)
    return String(decoding: source[start..<place], as: UTF8.self)
  }

  /// What stands below is left to be read by itself.
  private mutating func leaveUnclosed(from start: Int) {
    mistake = "a quoted text that is not closed"
    place = source[start..<end].firstIndex { Stops.lineEnd.contains($0) } ?? end
  }

  /// What stands behind a backslash (YAML 1.2.2 §5.7).
  private mutating func escaped(to bytes: inout [UInt8]) {
    guard let byte = next else { return }
    place += 1
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      place -= 1
      _ = lineEnds()
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
      guard let number = number(ofDigits: count, at: place) else { return bytes.append(byte) }
      let low = number >> 10 == 0x36 ? lowSurrogate(at: place + count) : nil
      guard let scalar = Unicode.Scalar(low.map { 0x10000 + (number & 0x3FF) << 10 + $0 & 0x3FF } ?? number) else {
        return bytes.append(byte)
      }
      place += low == nil ? count : 2 * count + 2
      bytes += Array(String(scalar).utf8)
    default: bytes += FrontMatterCursor.escapes[byte].map { Array(String($0).utf8) } ?? [byte]
    }
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
    UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  private func number(ofDigits count: Int, at place: Int) -> UInt32? {
    guard place + count <= end else { return nil }
    return UInt32(String(decoding: source[place..<place + count], as: UTF8.self), radix: 16)
  }

  /// The second half of a scalar beyond U+FFFF that is written as in JSON: `\ud83d\ude00`.
  private func lowSurrogate(at place: Int) -> UInt32? {
    guard place + 2 <= end, source[place..<place + 2].elementsEqual("\\u".utf8),
      let number = number(ofDigits: 4, at: place + 2), number >> 10 == 0x37
    else { return nil }
    return number
  }

  /// Goes on to the first text of a line below, and counts the line ends before it.
  private mutating func lineEnds() -> Int {
    var count = 0
    while let next, next.isBlank {
      let isReturn = next == UInt8(ascii: "\r") && place + 1 < end && source[place + 1] == UInt8(ascii: "\n")
      if !isReturn && (next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")) { count += 1 }
      place += 1
    }
    return count
  }

  mutating func skipSpaces() {
    while let next, next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { place += 1 }
  }

  /// Goes on behind spaces, line ends and comments.
  private mutating func skipBlanks() {
    while let next {
      if next == UInt8(ascii: "#") {
        while let next = self.next, !Stops.lineEnd.contains(next) { place += 1 }
      } else if next.isBlank {
        place += 1
      } else {
        return
      }
    }
  }
}

extension UInt8 {
  /// A space, a tabulator or a line end.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}
