#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package enum Folder {
  package static var current: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether files may be made in a folder.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }

  /// The folder's path without links and dots.
  package static func canonical(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The paths, relative to `root` and sorted, of all files below it whose name ends in `suffix`, by the rules of
  /// `entries(of:suffix:)`. Folders below that cannot be read are passed over.
  package static func files(below root: String, suffix: String) throws(SystemError) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      guard let entries = entries(of: folder.isEmpty ? root : "\(root)/\(folder)", suffix: suffix) else {
        if folder.isEmpty { throw SystemError(code: errno, path: root) }
        continue
      }
      for entry in entries {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.status?.kind == .folder { folders.append(path) } else { found.append(path) }
      }
    }
    return found.sorted()
  }
}

extension Folder {
  /// An entry of a folder with its state; nil for that of a link that leads nowhere.
  package struct Entry: Sendable {
    package var name: String
    package var status: FileStatus?
  }

  /// The files whose name ends in `suffix` and the folders right below a folder, by name. Left out are hidden ones,
  /// links to folders, and what is no regular file. Nil where the folder cannot be read.
  package static func entries(of path: String, suffix: String) -> [Entry]? {
    var entries: [Entry] = []
    let isRead = forEachEntry(of: path, suffix: suffix) { name, status in
      entries.append(Entry(name: name.text, status: status))
    }
    return isRead ? entries.sorted { $0.name < $1.name } : nil
  }

  /// Visits the entries, in any order, with the bytes of their names; false where the folder cannot be read.
  package static func forEachEntry(
    of path: String, suffix: String, _ visit: (_ name: Span<UInt8>, FileStatus?) -> Void
  ) -> Bool {
    guard let stream = unsafe opendir(path) else { return false }
    defer { unsafe closedir(stream) }
    let descriptor = unsafe dirfd(stream)
    while let entry = unsafe readdir(stream) {
      let type = unsafe Int32(entry.pointee.d_type)
      // The name is used where it lies: no string is made of what is left out.
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let count = unsafe bytes.firstIndex(of: 0) ?? bytes.count
        guard count > 0, unsafe bytes[0] != UInt8(ascii: ".") else { return }
        let name = unsafe Span<UInt8>(_unsafeBytes: bytes.prefix(count))
        let isNamed = name.ends(with: suffix)
        guard type != Int32(DT_REG) || isNamed, let pointer = bytes.baseAddress else { return }
        unsafe take(name, pointer.assumingMemoryBound(to: CChar.self), in: descriptor, isNamed: isNamed, visit)
      }
    }
    return true
  }

  private static func take(
    _ name: Span<UInt8>, _ path: UnsafePointer<CChar>, in descriptor: Int32, isNamed: Bool,
    _ visit: (Span<UInt8>, FileStatus?) -> Void
  ) {
    var status = stat()
    guard unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, unsafe fstatat(descriptor, path, &status, 0) != 0 {
      if isNamed { visit(name, nil) }
      return
    }
    let state = FileStatus(status)
    let isKept = state.kind == .folder ? !isLink : state.kind == .file && isNamed
    if isKept { visit(name, state) }
  }
}

extension Span<UInt8> {
  /// What the bytes say; those that are no UTF-8 are replaced.
  package var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }

  package var isASCII: Bool { indices.allSatisfy { self[$0] < 0x80 } }

  fileprivate func ends(with suffix: String) -> Bool {
    let length = suffix.utf8.count
    guard length <= count else { return false }
    var i = count - length
    for byte in suffix.utf8 {
      if self[i] != byte { return false }
      i += 1
    }
    return true
  }
}

extension Folder {
  /// Puts the folder's own entries on the disk, where the file system can.
  package static func sync(_ path: String) {
    let descriptor = unsafe open(path.isEmpty ? "/" : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
