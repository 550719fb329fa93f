#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A system call that failed, and on which file.
package struct SystemError: Error, Sendable, Hashable {
  package var code: Int32
  package var path: String

  package init(code: Int32, path: String) {
    self.code = code
    self.path = path
  }

  /// The system's words for it, in lower case: `no such file or directory`.
  package var reason: String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: words)
    // A path is text here: bytes that are none were replaced before it was looked for.
    let remark = isMissingFile && path.unicodeScalars.contains("\u{FFFD}") ? "; a name has to be UTF-8" : ""
    return text.prefix(1).lowercased() + text.dropFirst() + remark
  }

  /// There is more of a file than can be taken in.
  package static func tooLarge(_ path: String) -> SystemError { SystemError(code: EFBIG, path: path) }

  /// Whether the reader of what was written has gone away.
  package var isClosedPipe: Bool { code == EPIPE }

  /// Whether there is more of it than can be taken in.
  package var isTooLarge: Bool { code == EFBIG }

  package var isMissingFile: Bool { code == ENOENT || code == ENOTDIR }
}
