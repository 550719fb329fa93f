import Host
import Search
import Text

/// Looks at the files of a folder of notes: names and states, not what is in them.
struct FolderLook {
  private let root: String
  /// Of what changed less than this long ago, a further change may not show in its time.
  private let settled: Int

  init(at root: String) {
    self.root = root
    settled = FileStatus.now - 50_000_000
  }

  /// Every folder with its files.
  func everything() throws(SystemError) -> [Manifest.Folder] {
    guard let top = folder("") else { throw SystemError(code: FileStatus(root) == nil ? 2 : 13, path: root) }
    return below([top])
  }

  /// A folder with its files as they are now; nil files where it is gone. New folders in it come with theirs.
  func again(_ path: String, known: Set<String>) -> [Manifest.Folder] {
    guard let found = folder(path) else {
      return [Manifest.Folder(path: path, stamp: .unknown, files: nil)]
    }
    let new = found.folders.filter { !known.contains($0) }
    return [found.files] + below(new.compactMap(folder))
  }

  /// The state of a folder or file.
  func stamp(of path: String) -> Stamp? {
    FileStatus(path.isEmpty ? root : "\(root)/\(path)").map(stamp)
  }

  private typealias Found = (files: Manifest.Folder, folders: [String])

  private func below(_ start: [Found]) -> [Manifest.Folder] {
    var all = start.map(\.files)
    var left = start.flatMap(\.folders)
    while !left.isEmpty {
      let paths = left
      // Few folders are looked at sooner than threads are started.
      let workforce = paths.count < 4 ? Workforce.alone : .allCores
      let found = workforce.map(paths.count) { folder(paths[$0]) }.compactMap { $0 }
      all += found.map(\.files)
      left = found.flatMap(\.folders)
    }
    return all
  }

  private func folder(_ path: String) -> Found? {
    let full = path.isEmpty ? root : "\(root)/\(path)"
    // The folder's time before its entries: what is added in between is seen the next time.
    guard let status = FileStatus(full), let entries = Folder.entries(of: full, suffix: ".md") else { return nil }
    var files: [Manifest.File] = []
    var folders: [String] = []
    for entry in entries {
      guard let status = entry.status else { continue }
      if status.kind == .folder {
        folders.append(path.isEmpty ? entry.name : "\(path)/\(entry.name)")
      } else {
        files.append(Manifest.File(name: entry.name, stamp: stamp(of: status)))
      }
    }
    return (Manifest.Folder(path: path, stamp: stamp(of: status), files: files), folders)
  }

  private func stamp(of status: FileStatus) -> Stamp {
    // A time in whole seconds comes from a file system that knows no finer.
    let tick = status.modified % 1_000_000_000 == 0 ? 2_000_000_000 : 0
    return status.modified > settled - tick
      ? .unknown : Stamp(size: status.size, modified: status.modified, inode: status.inode)
  }
}
