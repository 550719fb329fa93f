#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Lines of standard input as they come.
package struct LineReader {
  /// What was read and is not yet given, from `start`; before `searched` no line ends.
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var hasEnded = false
  /// Why the lines ended before the input did. A standard input that was closed from the start has no lines, and no
  /// failure.
  package private(set) var failure: SystemError?

  package init() {}

  /// The next line without its line end; nil at the end of input. A last line without a line end counts.
  package mutating func next() -> String? {
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes[start..<end]
        start = end + 1
        searched = start
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
      guard !hasEnded, let more = read() else {
        hasEnded = true
        let line = bytes[start...]
        (start, searched) = (bytes.count, bytes.count)
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
      }
      bytes.removeSubrange(..<start)
      start = 0
      searched = bytes.count
      bytes += more
    }
  }

  private mutating func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      while true {
        #if canImport(Glibc)
        let n = unsafe Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        let n = unsafe Musl.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
        #else
        let n = unsafe Darwin.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
        #endif
        if n >= 0 || errno != EINTR { return n }
      }
    }
    if count < 0 && errno != EBADF { failure = SystemError(code: errno, path: "-") }
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}
