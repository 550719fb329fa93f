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
  package var inode: Int
  package var isFolder: Bool

  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The time that a file changed now would have.
  package static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  init(_ status: stat) {
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    size = Int(status.st_size)
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    inode = Int(status.st_ino)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}

extension Folder {
  /// An entry of a folder with its state.
  package struct Entry: Sendable {
    package var name: String
    package var status: FileStatus
  }

  /// The Markdown files and the folders right below a folder, by name; hidden ones and links to folders are left out, as
  /// in `files(below:suffix:)`. Nil where the folder cannot be read.
  package static func entries(of path: String, suffix: String) -> [Entry]? {
    guard let stream = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(stream) }
    let descriptor = unsafe dirfd(stream)
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      // The name is used where it lies: a string is made only for what is kept.
      let kept: Entry? = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          guard unsafe name[0] != CChar(UInt8(ascii: ".")) else { return nil }
          return unsafe Folder.entry(name, type: Int32(entry.pointee.d_type), in: descriptor, suffix)
        }
      }
      if let kept { entries.append(kept) }
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func entry(
    _ name: UnsafePointer<CChar>, type: Int32, in descriptor: Int32, _ suffix: String
  ) -> Entry? {
    let text = unsafe String(cString: name)
    if type == Int32(DT_REG) && !text.hasSuffix(suffix) { return nil }
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard unsafe fstatat(descriptor, name, &status, 0) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    }
    let state = FileStatus(status)
    return state.isFolder || text.hasSuffix(suffix) ? Entry(name: text, status: state) : nil
  }

  /// The folder's path without links and dots.
  package static func canonical(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
