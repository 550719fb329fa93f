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

  /// The next stroke; nil at the end of input, on a hang-up or an interrupt. `typing` asks for a whole line, which
  /// begins with the keys pressed already.
  mutating func next(typing begun: String?) -> Stroke? {
    if wasInterrupted { return nil }
    if usesKeys { return key(typing: begun) }
    guard let line = lines.next() else { return nil }
    if let begun { return .typed(begun + line) }
    switch line.count {
    case 0: return .enter
    case 1: return line == " " ? .space : line.first.map { $0.isNumber ? .line(line) : .key($0) }
    default: return .line(line)
    }
  }

  /// Leaves out the keys that were pressed before what is shown next can be read.
  mutating func discard() {
    if usesKeys && TerminalInput.discard() { wasInterrupted = true }
  }

  private mutating func key(typing begun: String?) -> Stroke? {
    if let begun {
      switch TerminalInput.line(prompt: "  > \(begun)") {
      case .bytes(let bytes): return .typed(begun + String(decoding: bytes, as: UTF8.self))
      case .interrupt:
        wasInterrupted = true
        return nil
      case .resumed: return .resumed
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
    case .resumed: return .resumed
    case .end: return nil
    }
  }
}
