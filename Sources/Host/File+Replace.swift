#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension File {
  /// Replaces a file whole: readers see the old one or the new one, also when the machine stops in between.
  package static func replace(_ path: String, with bytes: ContiguousArray<UInt8>) throws(SystemError) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: temporary) }
    do throws(SystemError) {
      defer { close(descriptor) }
      try write(Array(bytes), descriptor, named: temporary)
      guard fsync(descriptor) == 0 else { throw SystemError(code: errno, path: temporary) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw SystemError(code: code, path: path)
    }
  }

  /// Removes a file; none is as good.
  package static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// Sets the time of the file's last change to now.
  package static func touch(_ path: String) {
    _ = unsafe utimensat(AT_FDCWD, path, nil, 0)
  }
}

/// A lock among processes, held until the value that holds it is gone or the process ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Nil where another process holds it, or where it cannot be had at all: nobody waits for a cache.
  package init?(_ path: String) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
