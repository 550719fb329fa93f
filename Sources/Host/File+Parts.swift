#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension File {
  /// The bytes of a file from one offset to another, or to its end.
  package static func read(
    _ path: String, from start: Int, to end: Int = .max
  ) throws(SystemError) -> ContiguousArray<UInt8> {
    let (descriptor, size) = try opened(path)
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: max(0, min(end, size) - start)) {
      buffer, count in
      unsafe (count, failure) = fill(UnsafeMutableRawBufferPointer(buffer), descriptor, from: start)
    }
    guard failure == 0 else { throw SystemError(code: failure, path: path) }
    return bytes
  }

  /// Replaces a file of words as one step. Not synced: for what can be made again.
  package static func replace(_ path: String, withWords words: ContiguousArray<UInt64>) throws(SystemError) {
    try replace(path, with: unsafe words.withUnsafeBytes { unsafe Array($0) }, isDurable: false)
  }

  private static func opened(_ path: String) throws(SystemError) -> (descriptor: Int32, size: Int) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(code: code, path: path)
    }
    return (descriptor, Int(status.st_size))
  }

  /// Reads until the buffer is full or the file ends.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ descriptor: Int32, from start: Int
  ) -> (count: Int, failure: Int32) {
    var count = 0
    while count < buffer.count {
      let n = unsafe pread(
        descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(start + count))
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { return (count, n < 0 ? errno : 0) }
      count += n
    }
    return (count, 0)
  }
}
