#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Single keys and lines from the terminal on standard input.
///
/// The terminal is raw only while a key is waited for. Signals that would end or stop the program are held back that
/// long: the terminal is put back before they are let through, so that no handler and no global is needed.
package enum TerminalInput {
  /// What came instead of what was waited for.
  package enum Ending: Error {
    /// Ctrl-C.
    case interrupt
    /// The program was stopped, as by Ctrl-Z, and goes on: its words stand behind those of the shell.
    case resumed
    /// The end of input, or the terminal is gone.
    case end
  }

  package enum Key: Sendable, Hashable {
    /// The bytes of a character in UTF-8, or of an escape sequence whole.
    case pressed([UInt8])
    /// What was pasted, where the terminal says so; of a long text the first `mostPasted` bytes.
    case pasted([UInt8])
  }

  private static let mostPasted = 1 << 14
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  /// SIGCONT tells of a stop that could not be held back.
  private static let pauses = [SIGTSTP, SIGCONT]

  /// Waits for keys, one after another, up to one that is the last.
  ///
  /// The terminal is asked to tell what is pasted from what is typed (xterm's bracketed paste) where it is one that
  /// knows escape sequences: else a pasted text would be so many keys.
  package static func keys(bracketingPaste: Bool, until isLast: (Key) -> Bool) throws(Ending) {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { throw .end }
    let held = hold()
    defer { release(held) }
    enterRaw(from: before)
    if bracketingPaste { say("\u{1B}[?2004h") }
    defer {
      // Let through behind this, a signal stops or ends the program in its usual way.
      if bracketingPaste { say("\u{1B}[?2004l") }
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
    while true {
      try wait()
      let bytes = takeKey()
      switch bytes {
      case []: throw .end
      case [0x03]: throw .interrupt
      case [0x1A]:
        // Ctrl-Z: held back as well until the terminal is put back.
        raise(SIGTSTP)
        throw .resumed
      case pasteStart: if isLast(.pasted(takePaste())) { return }
      default: if isLast(.pressed(bytes)) { return }
      }
    }
  }

  /// What was pasted, up to the mark behind it or a second without anything.
  private static func takePaste() -> [UInt8] {
    let end = pasteEnd
    var last: [UInt8] = []
    var pasted: [UInt8] = []
    while last != end, isReady(within: 1000), let byte = take(atMost: 1).first {
      last = last.suffix(end.count - 1) + [byte]
      if pasted.count < mostPasted + end.count { pasted.append(byte) }
    }
    return Array((last == end ? pasted.dropLast(end.count) : pasted[...]).prefix(mostPasted))
  }

  private static func say(_ sequence: String) {
    try? File.write(Array(sequence.utf8), STDOUT_FILENO, named: "terminal")
  }

  /// Reads a line with the terminal's own editing. What was typed behind the last key, in one burst with it, the
  /// terminal hands over at once, as if it were a line: it is shown behind the prompt, and only its own Enter ends the
  /// line.
  package static func line(prompt: String) throws(Ending) -> [UInt8] {
    var line: [UInt8] = []
    var isWhole = false
    if isReady(within: 0) {
      let early = take(atMost: 4096)
      if early.isEmpty { throw .end }
      if early.contains(0x03) { throw .interrupt }
      line = edited(early.prefix { !isEnter($0) })
      isWhole = early.contains(where: isEnter)
    }
    let shown = Array(prompt.utf8) + line + (isWhole ? [UInt8(ascii: "\n")] : [])
    do throws(SystemError) { try File.write(shown, STDOUT_FILENO, named: "terminal") } catch { throw .end }
    if isWhole { return line }
    let held = hold()
    defer { release(held) }
    try wait()
    var rest = take(atMost: 4096)
    if rest.isEmpty { throw .end }
    while let last = rest.last, isEnter(last) { rest.removeLast() }
    return line + rest
  }

  /// Throws away what was typed up to now, and what else comes in the same burst; gives whether Ctrl-C was in it.
  package static func discard() -> Bool {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return false }
    let held = hold()
    defer { release(held) }
    enterRaw(from: before)
    defer { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    // A key that is held down comes at least every 30 ms: two seconds of it are enough.
    for _ in 0..<64 {
      guard isReady(within: 30) else { break }
      let bytes = take(atMost: 4096)
      if bytes.isEmpty { break }
      if bytes.contains(0x03) { return true }
    }
    return false
  }

  private static func isEnter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Raw bytes as the terminal would have made them a line: an erasure takes a character away; of other control
  /// characters, C1 included, nothing stays.
  private static func edited(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var scalars: [Unicode.Scalar] = []
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x08, 0x7F: _ = scalars.popLast()
      case ..<0x20, 0x80..<0xA0: break
      default: scalars.append(scalar)
      }
    }
    return scalars.flatMap { Array(String($0).utf8) }
  }

  /// Waits for input or for a held signal, which is looked for five times a second.
  private static func wait() throws(Ending) {
    while true {
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&input, 1, 200)
      var pending = sigset_t()
      unsafe sigpending(&pending)
      for signal in endings where unsafe sigismember(&pending, signal) == 1 { throw .end }
      for signal in pauses where unsafe sigismember(&pending, signal) == 1 { throw .resumed }
      if count > 0 && input.revents & Int16(POLLIN) != 0 { return }
      if count > 0 || (count < 0 && errno != EINTR) { throw .end }
    }
  }

  /// The bytes of one key: of a character in UTF-8 all, of an escape sequence those up to its final byte (ECMA-48
  /// §5.4). What was typed behind it is left for the next key or line.
  private static func takeKey() -> [UInt8] {
    var key = take(atMost: 1)
    guard let first = key.first else { return [] }
    let isEscape = first == 0x1B
    let length = isEscape ? 16 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    while key.count < length, isReady(within: 20), let byte = take(atMost: 1).first {
      key.append(byte)
      if !isEscape { continue }
      // ESC and a letter is one with Alt held down; ESC [ and ESC O go on to a final byte.
      let isOpening = key.count == 2 && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O"))
      if !isOpening && 0x40...0x7E ~= byte { break }
    }
    return key
  }

  /// Whether more input comes within some milliseconds.
  private static func isReady(within milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&input, 1, milliseconds) > 0 && input.revents & Int16(POLLIN) != 0
  }

  /// The bytes that are there, so many at most; none at the end of input.
  private static func take(atMost limit: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
      unsafe Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
      unsafe Musl.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      #else
      unsafe Darwin.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      #endif
    }
    return count > 0 ? Array(buffer[..<count]) : []
  }

  private static func enterRaw(from before: termios) {
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(ICRNL | IXON)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw)
  }

  private static func hold() -> sigset_t {
    var held = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&held)
    for signal in endings + pauses { unsafe sigaddset(&held, signal) }
    unsafe sigprocmask(SIG_BLOCK, &held, &before)
    return before
  }

  private static func release(_ before: sigset_t) {
    var before = before
    unsafe sigprocmask(SIG_SETMASK, &before, nil)
  }
}
