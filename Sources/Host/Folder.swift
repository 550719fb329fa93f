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

  /// The paths, relative to `root` and sorted, of all files below it whose name ends in `suffix`. Hidden folders and
  /// files are left out, and links to folders are not followed.
  package static func files(below root: String, suffix: String) throws(SystemError) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let path = folder.isEmpty ? root : "\(root)/\(folder)"
      guard let stream = unsafe opendir(path) else {
        if folder.isEmpty { throw SystemError(code: errno, path: root) }
        continue
      }
      defer { unsafe closedir(stream) }
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        switch unsafe Int32(entry.pointee.d_type) {
        case Int32(DT_DIR): folders.append(relative)
        case Int32(DT_REG): if name.hasSuffix(suffix) { found.append(relative) }
        default:
          // A link, or a file system that does not say.
          var status = stat()
          guard unsafe lstat("\(root)/\(relative)", &status) == 0 else { continue }
          if status.st_mode & S_IFMT == S_IFDIR {
            folders.append(relative)
          } else if name.hasSuffix(suffix), !exists("\(root)/\(relative)") {
            found.append(relative)
          }
        }
      }
    }
    return found.sorted()
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
