#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension File {
  /// How the name of a file ends that is written to take the place of another.
  static let temporaryEnding = ".tmp"

  /// Replaces a file whole: readers see the old one or the new one. What is durable is so also when the machine stops
  /// in between; a cache, which can be made again, need not wait for the disk. What is not private is for whom the old
  /// one was. An error names this file, not the one that is written in its place.
  package static func replace(
    _ path: String, with bytes: [UInt8], isDurable: Bool, isPrivate: Bool = true
  ) throws(SystemError) {
    let name = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    // Cut, as a name may be as long as the system takes.
    let start = String(decoding: path[name...].utf8.prefix(200), as: UTF8.self)
    // No one else can have put a link there that would be followed.
    let temporary = "\(path[..<name])\(start).\(String(Environment.randomBits, radix: 36))\(temporaryEnding)"
    var status = stat()
    let isKnown = unsafe !isPrivate && stat(path, &status) == 0
    let known = isKnown ? status.st_mode & 0o777 : nil
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isPrivate || known != nil ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    do throws(SystemError) {
      defer { close(descriptor) }
      // A file system without permissions refuses, and nothing is lost.
      if let known { _ = fchmod(descriptor, known) }
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
  /// replaced; into a device, a pipe or what is open already it goes as it is.
  package static func export(_ bytes: [UInt8], to path: String) throws(SystemError) {
    if let descriptor = descriptor(named: path) { return try write(bytes, descriptor, named: path) }
    if let status = FileStatus(path), status.kind != .file { return try write(bytes, to: path) }
    try replace(Folder.canonical(path), with: bytes, isDurable: false, isPrivate: false)
  }

  /// What is open already under a name of its own: 1 for `/dev/stdout` and for `/dev/fd/1`. Opened again, a file behind
  /// it would be written from its start.
  package static func descriptor(named path: String) -> Int32? {
    if path == "/dev/stdout" { return STDOUT_FILENO }
    if path == "/dev/stderr" { return STDERR_FILENO }
    let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix)
    return folder.flatMap { Int32(path.dropFirst($0.count)) }
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
