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

  /// The files whose name ends in `suffix` and the folders right below a folder, by name. Left out are hidden ones, links
  /// to folders, and what is no regular file. Nil where the folder cannot be read.
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
    let isNamed = text.hasSuffix(suffix)
    if type == Int32(DT_REG) && !isNamed { return nil }
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, unsafe fstatat(descriptor, name, &status, 0) != 0 {
      return isNamed ? Entry(name: text, status: nil) : nil
    }
    let state = FileStatus(status)
    return switch state.kind {
    case .folder: isLink ? nil : Entry(name: text, status: state)
    case .file: isNamed ? Entry(name: text, status: state) : nil
    case .other: nil
    }
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
