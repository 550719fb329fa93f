import Host
import Quiz
import Screen

/// Where the strokes of a session come from.
struct QuizInput {
  private let usesKeys: Bool
  private var lines = LineReader()
  /// The line that was being typed when the program was stopped.
  private var stopped: LineEditor?
  private(set) var wasInterrupted = false
  /// Why the lines ended before the input did.
  var failure: SystemError? { lines.failure }

  init(usesKeys: Bool) {
    self.usesKeys = usesKeys
  }

  /// The next stroke; nil at the end of input, on a hang-up or an interrupt. `typing` asks for a whole line, which
  /// begins with the keys pressed already.
  mutating func next(typing begun: String?, on console: Console) -> Stroke? {
    if wasInterrupted { return nil }
    if usesKeys { return stroke(typing: begun, console) }
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

  private mutating func stroke(typing begun: String?, _ console: Console) -> Stroke? {
    do throws(TerminalInput.Ending) {
      guard let begun else { return try key() }
      return try typed(begun, console)
    } catch {
      switch error {
      case .interrupt: wasInterrupted = true
      case .resumed: return .resumed
      case .end: break
      }
      return nil
    }
  }

  private func key() throws(TerminalInput.Ending) -> Stroke? {
    var stroke: Stroke?
    try TerminalInput.keys(bracketingPaste: Console.isTerminalCapable) { key in
      stroke = QuizInput.stroke(key)
      return true
    }
    return stroke
  }

  /// What a key means; Ctrl-D is the end, and what is pasted where no line is asked for means nothing.
  private static func stroke(_ key: TerminalInput.Key) -> Stroke? {
    guard case .pressed(let bytes) = key else { return .other }
    switch bytes.first {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .enter
    case UInt8(ascii: " "): return .space
    case 0x04: return nil
    case let byte? where byte < 0x20 || byte == 0x7F: return .other
    default: return .key(String(decoding: bytes, as: UTF8.self).first ?? "?")
    }
  }

  /// A whole line, which begins with what was typed already.
  private mutating func typed(_ begun: String, _ console: Console) throws(TerminalInput.Ending) -> Stroke? {
    let prompt = "  > "
    guard Console.isTerminalCapable else {
      return .typed(begun + String(decoding: try TerminalInput.line(prompt: prompt + begun), as: UTF8.self))
    }
    var line = stopped ?? LineEditor(begun)
    var outcome = LineEditor.Outcome.edited
    stopped = line
    console.draw(line.row(behind: prompt, width: console.width, on: console.surface))
    do throws(TerminalInput.Ending) {
      try TerminalInput.keys(bracketingPaste: true) { key in
        switch key {
        case .pressed(let bytes): outcome = line.take(bytes)
        case .pasted(let bytes): line.insert(String(decoding: bytes, as: UTF8.self))
        }
        stopped = line
        guard case .edited = outcome else { return true }
        console.draw(line.row(behind: prompt, width: console.width, on: console.surface))
        return false
      }
    } catch {
      // What the shell says next is not to stand behind it.
      if error != .resumed { console.draw(line.closing(behind: prompt, isEntered: false, on: console.surface)) }
      throw error
    }
    stopped = nil
    let isEntered = outcome == .entered
    console.draw(line.closing(behind: prompt, isEntered: isEntered, on: console.surface))
    return switch outcome {
    case .entered: .typed(line.text)
    case .left, .edited: .other
    case .ended: nil
    }
  }
}
