#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A lock that one process at a time holds, by a file of that path; the kernel frees it however the process ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Nil where another process holds it.
  package init?(_ path: String) throws(SystemError) {
    // Kept only with the lock: an object that is not made does not close it a second time.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw SystemError(code: code, path: path)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
