#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files by system calls: what `FoundationEssentials` offers warns when it is linked statically.
package enum File {
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let n = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { throw SystemError(code: errno, path: path) }
      rest = rest.dropFirst(n)
    }
  }
}

/// A system call that failed, and on which file.
package struct SystemError: Error, Sendable, Hashable {
  package var code: Int32
  package var path: String
}
