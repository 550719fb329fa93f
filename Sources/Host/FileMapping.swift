#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file's bytes in memory, read by the system page by page as they are looked at. The file is never changed in place
/// by this program, only replaced, so that a mapping stays what it was.
///
/// A class, because the memory is given back when nobody needs it any more.
@safe package final class FileMapping: Sendable {
  // Unsafe, because only a pointer says where a mapping is; it is read-only and lives as long as this object.
  nonisolated(unsafe) package let start: UnsafeRawPointer
  package let count: Int
  /// When the file was last written or touched, in nanoseconds since 1970.
  package let modified: Int

  package init(_ path: String) throws(SystemError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError(code: errno, path: path) }
    guard status.st_size > 0 else { throw SystemError(code: EINVAL, path: path) }
    count = Int(status.st_size)
    modified = FileStatus(status).modified
    guard let memory = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe memory != MAP_FAILED
    else {
      throw SystemError(code: errno, path: path)
    }
    unsafe start = UnsafeRawPointer(memory)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
  }
}
