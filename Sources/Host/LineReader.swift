#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Lines of standard input as they come.
package struct LineReader {
  private var rest: ArraySlice<UInt8> = []
  private var hasEnded = false

  package init() {}

  /// The next line without its line end; nil at the end of input. A last line without a line end counts.
  package mutating func next() -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
      guard !hasEnded, let more = LineReader.read() else {
        hasEnded = true
        defer { rest = [] }
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
      }
      rest = ArraySlice(Array(rest) + more)
    }
  }

  private static func read() -> [UInt8]? {
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
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}
