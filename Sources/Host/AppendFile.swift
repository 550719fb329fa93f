#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that only grows, and whose every line is on the disk before its writer is told so.
package struct AppendFile: ~Copyable {
  package let path: String
  private let descriptor: Int32

  /// Opens or creates the file; a new one's folder is synced too, so that its name survives a power cut.
  package init(_ path: String) throws(SystemError) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    if let slash = path.lastIndex(of: "/") { Folder.sync(String(path[..<slash])) }
  }

  deinit { close(descriptor) }

  package var size: Int {
    get throws(SystemError) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError(code: errno, path: path) }
      return Int(status.st_size)
    }
  }

  /// Writes all the bytes and syncs, or throws; of a line that was written in part nothing is left if the system still
  /// takes it back.
  package func append(_ bytes: [UInt8]) throws(SystemError) {
    let before = try size
    do throws(SystemError) {
      try File.write(bytes, descriptor, named: path)
      try sync()
    } catch {
      _ = ftruncate(descriptor, off_t(before))
      throw error
    }
  }

  /// Cuts the file and syncs.
  package func truncate(to size: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw SystemError(code: errno, path: path) }
    try sync()
  }

  private func sync() throws(SystemError) {
    #if canImport(Darwin)
    let result = fcntl(descriptor, F_FULLFSYNC)
    #else
    let result = fdatasync(descriptor)
    #endif
    guard result == 0 else { throw SystemError(code: errno, path: path) }
  }
}
