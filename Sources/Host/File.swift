#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files by system calls: what `FoundationEssentials` offers for them warns when it is linked statically.
package enum File {
  /// The whole file; one of more bytes than `most` is an error.
  package static func read(_ path: String, atMost most: Int = .max) throws(SystemError) -> ContiguousArray<UInt8> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    defer { close(descriptor) }
    return try read(descriptor, named: path, atMost: most)
  }

  package static func readStandardInput(atMost most: Int = .max) throws(SystemError) -> ContiguousArray<UInt8> {
    try read(STDIN_FILENO, named: "-", atMost: most)
  }

  /// Replaces the file's content, or makes it where there may be none yet; not atomic. Of one that could not be made
  /// whole nothing is left.
  package static func write(_ bytes: [UInt8], to path: String, isNew: Bool = false) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    defer { close(descriptor) }
    do throws(SystemError) { try write(bytes, descriptor, named: path) } catch {
      if isNew { remove(path) }
      throw error
    }
  }

  /// Writes all of it or throws; a short write is continued.
  package static func write(_ bytes: [UInt8], _ descriptor: Int32, named path: String) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let n = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { throw SystemError(code: errno, path: path) }
      done += n
    }
  }

  static func read(
    _ descriptor: Int32, named path: String, atMost most: Int = .max
  ) throws(SystemError) -> ContiguousArray<UInt8> {
    var status = stat()
    let hint = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes = ContiguousArray<UInt8>()
    while true {
      guard max(hint, bytes.count) <= most else { throw SystemError(code: EFBIG, path: path) }
      // One byte more than the size, so that the usual file ends on its second, empty read without growing.
      let chunk = bytes.isEmpty ? (hint > 0 ? hint + 1 : 1 << 14) : max(bytes.count, 1 << 16)
      var failure: Int32 = 0
      let more = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: chunk) { buffer, count in
        repeat { count = unsafe systemRead(descriptor, buffer.baseAddress, chunk) } while count < 0 && errno == EINTR
        failure = count < 0 ? errno : 0
        count = max(count, 0)
      }
      guard failure == 0 else { throw SystemError(code: failure, path: path) }
      if more.isEmpty { return bytes }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
  }
}

#if canImport(Glibc)
private let systemWrite = unsafe Glibc.write
private let systemRead = unsafe Glibc.read
#elseif canImport(Musl)
private let systemWrite = unsafe Musl.write
private let systemRead = unsafe Musl.read
#else
private let systemWrite = unsafe Darwin.write
private let systemRead = unsafe Darwin.read
#endif
