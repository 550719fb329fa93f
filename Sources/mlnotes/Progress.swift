import Catalog
import Host
import Screen
import Text

/// The line on standard error that says what is going on once a command has kept its reader waiting for a second; it is
/// gone before anything else is written.
final class Progress {
  private let ticker: Ticker
  private let columns: Int

  /// Nothing is shown where nobody looks (no terminal, `--quiet`) or where the program waits for its reader.
  init?(of invocation: Invocation, for console: Console) {
    let isSeen = Terminal.hasErrors && Console.isTerminalCapable && !console.isQuiet
    guard isSeen, !Progress.waits(invocation) else { return nil }
    let text = "  " + (invocation.command?.task[console.language] ?? "")
    let start = Clock.ticks
    let ticker = Ticker(after: 1000, every: 500) {
      Progress.write("\r\(text) · \((Clock.ticks - start) / 1_000_000_000) s")
    }
    guard let ticker else { return nil }
    self.ticker = ticker
    columns = text.columns() + " · 86400 s".count
  }

  /// Takes the line back.
  func stop() {
    if ticker.stop() > 0 { Progress.write("\r" + String(repeating: " ", count: columns) + "\r") }
  }

  /// Whether standard input is typed, so that the program may be waiting for it.
  private static func waits(_ invocation: Invocation) -> Bool {
    let readsInput =
      invocation.operands.isEmpty ? invocation.command?.readsInput == true : invocation.operands.contains("-")
    return readsInput && Terminal.hasInput
  }

  private static func write(_ text: String) {
    do throws(SystemError) { try File.write(Array(text.utf8), 2, named: "standard error") } catch {}
  }
}
