#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension File {
  /// Replaces a file whole: readers see the old one or the new one. What is durable is so also when the machine stops in
  /// between; a cache, which can be made again, need not wait for the disk. An error names this file, not the one that is
  /// written in its place.
  package static func replace(
    _ path: String, with bytes: [UInt8], isDurable: Bool, isPrivate: Bool = true
  ) throws(SystemError) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    do throws(SystemError) {
      defer { close(descriptor) }
      try write(bytes, descriptor, named: path)
      guard !isDurable || fsync(descriptor) == 0 else { throw SystemError(code: errno, path: path) }
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

  /// Writes what somebody named the place of: a file there, also one that a link leads to, stays whole until it is
  /// replaced; into a device or a pipe it goes as it is.
  package static func export(_ bytes: [UInt8], to path: String) throws(SystemError) {
    if let status = FileStatus(path), status.kind != .file { return try write(bytes, to: path) }
    try replace(Folder.canonical(path), with: bytes, isDurable: false, isPrivate: false)
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
