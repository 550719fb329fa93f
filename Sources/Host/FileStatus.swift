#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells one state of a file from another without reading it.
package struct FileStatus: Sendable, Hashable {
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  /// When its content or anything said of it last changed, by the system's own clock; nanoseconds since 1970. Programs
  /// can set `modified` back, but not this.
  package var changed: Int
  package var inode: Int
  package var kind: Kind

  package enum Kind: Sendable {
    case file, folder
    /// A pipe, a socket or a device: to read it may wait for ever.
    case other
  }

  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The time that a file changed now would have.
  package static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// A broken clock may have set any time; one beyond the year 2255 or as long before 1970 counts as that.
  private static func nanoseconds(_ time: timespec) -> Int {
    max(-9_000_000_000, min(Int(time.tv_sec), 9_000_000_000)) * 1_000_000_000 + Int(time.tv_nsec)
  }

  init(_ status: stat) {
    #if canImport(Darwin)
    let (modification, change) = (status.st_mtimespec, status.st_ctimespec)
    #else
    let (modification, change) = (status.st_mtim, status.st_ctim)
    #endif
    size = Int(status.st_size)
    modified = FileStatus.nanoseconds(modification)
    changed = FileStatus.nanoseconds(change)
    inode = Int(status.st_ino)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }
}
