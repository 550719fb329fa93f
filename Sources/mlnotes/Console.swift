import Catalog
import Host
import Screen
import Text

/// Where a command's words go, and how the reader wants them.
///
/// Everything for a person goes through `print(_:)` and the Screen floor's encoding, which lets no control character
/// through; `write(_:)` is for machine formats (JSON, HTML, completion scripts), which have their own escaping.
struct Console {
  let isTerminal: Bool
  /// The interface's language.
  let language: Language
  /// Whether the reader chose it.
  let hasChosenLanguage: Bool
  /// The one of a command without `--lang`.
  private let usualLanguage: Language
  /// `--lang both`.
  let showsBothLanguages: Bool
  let isPlain: Bool
  let isJSON: Bool
  /// Whether the output is for programs, which want no remarks.
  var isForPrograms: Bool { isPlain || isJSON }
  let isQuiet: Bool
  let surface: Surface
  /// Whether the reader chose the width, so that code too is to fit it.
  let hasChosenWidth: Bool
  /// The command line that long output goes through; nil where it does not.
  let pager: String?
  /// Gone with the first thing that is written.
  var progress: Progress?
  /// The width that the reader chose, here or in the environment; nil where it is the terminal's.
  private let chosenWidth: Int?
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// What kept standard output from being written, but for a reader that went away.
  private(set) var loss: SystemError?

  init(for invocation: Invocation = Invocation()) {
    let forPrograms = invocation.has(.json) || invocation.has(.plain)
    isTerminal = Terminal.hasOutput && !forPrograms
    chosenWidth =
      invocation.number(.width)
      ?? Environment.value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? max(10, min($0, 100_000)) : nil }
    hasChosenWidth = invocation.has(.width)
    pager = isTerminal && !invocation.has(.noPager) ? Console.pagerCommand : nil
    let asked = invocation.text(.language) ?? Environment.value("MLNOTES_LANG")
    showsBothLanguages = asked == "both"
    hasChosenLanguage = asked == "en" || asked == "zh"
    language = Console.language(asked: showsBothLanguages ? Environment.value("MLNOTES_LANG") : asked)
    usualLanguage = Console.language(asked: Environment.value("MLNOTES_LANG"))
    isPlain = invocation.has(.plain)
    isJSON = invocation.has(.json)
    isQuiet = invocation.has(.quiet)
    surface = Surface(
      hasColor: Console.hasColor(invocation, isTerminal: isTerminal),
      hasLinks: isTerminal && Console.isTerminalCapable,
      isASCII: invocation.has(.ascii),
      ambiguous: Environment.value("MLNOTES_AMBIGUOUS") == "wide" ? .wide : .narrow)
  }

  /// The columns to lay out for; the terminal is asked anew, as it may have been resized.
  var width: Int { chosenWidth ?? Terminal.size?.columns ?? 80 }
  /// The screen's rows; nil where the output is no terminal.
  private var rows: Int? { isTerminal ? Terminal.size?.rows : nil }

  /// Lines for a person.
  mutating func print(_ lines: [[Run]]) {
    for line in lines { buffer += surface.encoded(line) }
    if buffer.count > 1 << 16 { flush() }
  }

  /// Lines for a person, through the pager where they are more than the screen shows at once.
  mutating func page(_ lines: [[Run]]) {
    guard let pager, let rows, lines.count >= rows else { return print(lines) }
    flush()
    let defaults = [("LESS", "FRX"), ("LESSCHARSET", "utf-8")]
    let code = Child.run(shell: pager, input: lines.flatMap(surface.encoded), defaults: defaults)
    // The shell's codes for what cannot be run.
    if code == nil || code == 126 || code == 127 { print(lines) }
  }

  /// The language of a note that was asked for by a name: the reader's choice, else that of a Chinese name.
  func language(for name: String) -> Language {
    name.hasHan && !hasChosenLanguage ? .chinese : language
  }

  /// What pages are laid out for.
  var sheet: Sheet {
    Sheet(
      width: width, language: language, usualLanguage: usualLanguage, ambiguous: surface.ambiguous,
      isASCII: surface.isASCII, hasStyles: surface.hasColor, wrapsCode: isTerminal || hasChosenWidth)
  }

  mutating func print(_ text: String = "") { print([[Run(text)]]) }

  /// A machine format, whole as it is.
  mutating func write(_ text: String) {
    buffer += text.utf8
    if buffer.count > 1 << 16 { flush() }
  }

  /// A whole text in a format of its own: a program gets every byte; a person's terminal must not obey one.
  mutating func writeText(_ bytes: [UInt8]) {
    if Terminal.hasOutput { writeSource(bytes[...]) } else { write(bytes) }
  }

  /// A note's own text, line for line: as it is but for what a terminal would obey.
  mutating func writeSource(_ bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(
      bytes.last == UInt8(ascii: "\n") ? 1 : 0)
    {
      let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      write(
        text.split(separator: "\t", omittingEmptySubsequences: false).map { surface.sanitized(String($0)) }.joined(
          separator: "\t") + "\n")
    }
  }

  /// A machine format in bytes; what is large goes out without a copy.
  mutating func write(_ bytes: [UInt8]) {
    guard bytes.count > 1 << 16 else {
      buffer += bytes
      if buffer.count > 1 << 16 { flush() }
      return
    }
    flush()
    send(bytes)
  }

  /// One record of `--plain`: fields separated by tabs, with no tab, line end or control character inside.
  mutating func record(_ fields: [String]) {
    write(fields.map(surface.sanitized).joined(separator: "\t") + "\n")
  }

  /// Hands on what was printed so far. A reader that went away is no error: the rest is dropped.
  mutating func flush() {
    progress?.stop()
    progress = nil
    guard !buffer.isEmpty, !isClosed else { return }
    send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// What moves the cursor, at once; the Screen floor has made it of nothing else and harmless text. Where the terminal
  /// is gone, the next key says so.
  func draw(_ bytes: [UInt8]) { try? File.write(bytes, 1, named: "standard output") }

  private mutating func send(_ bytes: [UInt8]) {
    guard !isClosed else { return }
    do throws(SystemError) { try File.write(bytes, 1, named: "standard output") } catch {
      isClosed = true
      if !error.isClosedPipe { loss = error }
    }
  }

  /// A line on standard error.
  mutating func note(_ text: String) {
    flush()
    let line = Surface(hasColor: false, hasLinks: false, isASCII: surface.isASCII, ambiguous: .narrow).encoded([
      Run(text)
    ])
    // Where nobody hears of it, standard output still goes on.
    try? File.write(line, 2, named: "standard error")
  }

  mutating func report(_ failure: Failure) {
    note("error: \(failure.message)")
    if let hint = failure.hint, !isQuiet { note("hint: \(hint)") }
  }

  /// `MLNOTES_PAGER`, else `PAGER`, else less; set to nothing or to `cat` they mean none. A terminal that cannot move
  /// its cursor gets none either.
  private static var pagerCommand: String? {
    guard isTerminalCapable else { return nil }
    for name in ["MLNOTES_PAGER", "PAGER"] {
      guard let command = Environment.text(name) else { continue }
      return command.isEmpty || command == "cat" ? nil : command
    }
    return "less"
  }

  /// The interface's language: the one asked for, else the locale's.
  private static func language(asked: String?) -> Language {
    switch asked {
    case "zh": return .chinese
    case "en": return .english
    default:
      let locale = Environment.value("LC_ALL") ?? Environment.value("LC_MESSAGES") ?? Environment.value("LANG") ?? ""
      return locale.hasPrefix("zh") ? .chinese : .english
    }
  }

  /// `--color` > `NO_COLOR` > `FORCE_COLOR` and `CLICOLOR_FORCE` > `TERM=dumb` or unset > whether it is a terminal
  /// (no-color.org, force-color.org, bixense.com/clicolors).
  private static func hasColor(_ invocation: Invocation, isTerminal: Bool) -> Bool {
    switch invocation.text(.color) {
    case "always": return true
    case "never": return false
    default: break
    }
    if invocation.has(.json) || invocation.has(.plain) { return false }
    if Environment.value("NO_COLOR") != nil { return false }
    if Environment.value("FORCE_COLOR") != nil || Environment.value("CLICOLOR_FORCE") != nil { return true }
    return isTerminal && isTerminalCapable
  }

  /// Whether the terminal says what it is, and more than `dumb`.
  static var isTerminalCapable: Bool { Environment.value("TERM").map { $0 != "dumb" } ?? false }
}
