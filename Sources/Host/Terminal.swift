#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package enum Terminal {
  package static var hasInput: Bool { isatty(STDIN_FILENO) == 1 }
  package static var hasOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  package static var hasErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns and rows of the terminal, asked of standard output, standard error and the controlling terminal in turn.
  package static var size: (columns: Int, rows: Int)? {
    if let size = size(of: STDOUT_FILENO) ?? size(of: STDERR_FILENO) { return size }
    let descriptor = unsafe open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return size(of: descriptor)
  }

  private static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return (Int(window.ws_col), Int(window.ws_row))
  }
}
