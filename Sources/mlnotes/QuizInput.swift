import Host
import Quiz

/// Where the strokes of a session come from.
struct QuizInput {
  private let usesKeys: Bool
  private var lines = LineReader()
  private(set) var wasInterrupted = false

  init(usesKeys: Bool) {
    self.usesKeys = usesKeys
  }

  /// The next stroke; nil at the end of input, on a hang-up or an interrupt. `isTyping` asks for a whole line.
  mutating func next(isTyping: Bool) -> Stroke? {
    if usesKeys { return key(isTyping: isTyping) }
    guard let line = lines.next() else { return nil }
    if isTyping { return .typed(line) }
    switch line.count {
    case 0: return .enter
    case 1: return line == " " ? .space : line.first.map { $0.isNumber ? .line(line) : .key($0) }
    default: return .line(line)
    }
  }

  private mutating func key(isTyping: Bool) -> Stroke? {
    if isTyping {
      switch TerminalInput.line(prompt: "  > ") {
      case .bytes(let bytes): return .typed(String(decoding: bytes, as: UTF8.self))
      case .interrupt:
        wasInterrupted = true
        return nil
      case .end: return nil
      }
    }
    switch TerminalInput.key() {
    case .bytes(let bytes):
      switch bytes.first {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .enter
      case UInt8(ascii: " "): return .space
      case 0x04: return nil
      case let byte? where byte < 0x20 || byte == 0x7F: return .other
      default: return .key(String(decoding: bytes, as: UTF8.self).first ?? "?")
      }
    case .interrupt:
      wasInterrupted = true
      return nil
    case .end: return nil
    }
  }
}
