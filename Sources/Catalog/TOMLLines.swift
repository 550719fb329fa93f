/// Which lines of TOML go on with a value from above: of an array, or of a text between three quotes. They hold no
/// keys.
struct TOMLLines {
  private(set) var continued: Set<Int> = []
  /// Where the first table begins; the number of lines where none does.
  private(set) var end: Int
  private var depth = 0
  /// The quote of the text that is open.
  private var quote: UInt8?

  init(_ source: ContiguousArray<UInt8>, _ lines: [Range<Int>]) {
    func isTable(_ line: Range<Int>) -> Bool { source[line].first { !$0.isBlank } == UInt8(ascii: "[") }
    end = lines.count
    var first = 0
    for (i, line) in lines.enumerated() {
      if isOpen {
        continued.insert(i)
      } else if isTable(line) {
        end = i
        return
      } else {
        first = i
      }
      read(source[line])
    }
    guard isOpen else { return }
    // What is never closed costs its own line.
    continued = continued.filter { $0 < first }
    end = lines[(first + 1)...].firstIndex(where: isTable) ?? lines.count
  }

  private var isOpen: Bool { depth > 0 || quote != nil }

  private mutating func read(_ line: ContiguousArray<UInt8>.SubSequence) {
    var rest = line
    while let byte = rest.first {
      let isTriple = rest.count >= 3 && rest.prefix(3).allSatisfy { $0 == byte }
      if let open = quote {
        if byte == open, isTriple { quote = nil }
        rest = rest.dropFirst(byte == open && isTriple ? 3 : byte.escapes(in: open) ? 2 : 1)
        continue
      }
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "#"): return
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isTriple {
          quote = byte
          rest = rest.dropFirst(2)
        } else {
          while let next = rest.first, next != byte { rest = rest.dropFirst(next.escapes(in: byte) ? 2 : 1) }
          rest = rest.dropFirst()
        }
      default: break
      }
    }
  }
}

extension UInt8 {
  /// Whether it takes the meaning of what follows, in a text between such quotes.
  fileprivate func escapes(in quote: UInt8) -> Bool { self == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") }
}
