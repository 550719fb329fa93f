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
    return below([top], folder)
  }

  /// Whether every folder and file is as it was indexed. Their states are compared as one number a folder, which takes
  /// half as long as `everything`.
  func isCurrent(_ index: FolderIndex) -> Bool {
    guard let top = sum("") else { return false }
    return index.isCurrent(below([top], sum))
  }

  /// A folder with its files as they are now; nil files where it is gone. New folders in it come with theirs.
  func again(_ path: String, known: Set<String>) -> [Manifest.Folder] {
    guard let found = folder(path) else {
      return [Manifest.Folder(path: path, stamp: .unknown, files: nil)]
    }
    let new = found.folders.filter { !known.contains($0) }
    return [found.files] + below(new.compactMap(folder), folder)
  }

  /// The state of a folder or file.
  func stamp(of path: String) -> Stamp? {
    FileStatus(self.path(of: path)).map(stamp)
  }

  private typealias Found = (files: Manifest.Folder, folders: [String])

  /// What a look at folders finds, and at those below them.
  private func below(_ start: [Found], _ look: @Sendable (String) -> Found?) -> [Manifest.Folder] {
    var all = start.map(\.files)
    var left = start.flatMap(\.folders)
    while !left.isEmpty {
      let paths = left
      // Few folders are looked at sooner than threads are started.
      let workforce = paths.count < 4 ? Workforce.alone : .allCores
      let found = workforce.map(paths.count) { look(paths[$0]) }.compactMap { $0 }
      all += found.map(\.files)
      left = found.flatMap(\.folders)
    }
    return all
  }

  private func folder(_ path: String) -> Found? {
    let full = self.path(of: path)
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

  /// A folder without its files; what they are in stands for its own state.
  private func sum(_ path: String) -> Found? {
    var files = StampSum()
    var folders: [String] = []
    let full = self.path(of: path)
    let isRead = Folder.forEachEntry(of: full, suffix: ".md") { (name: Span<UInt8>, status: FileStatus?) in
      guard let status else { return }
      if status.kind == .folder {
        let name = name.text
        folders.append(path.isEmpty ? name : "\(path)/\(name)")
      } else {
        let stamp = stamp(of: status)
        if name.isASCII {
          files.add(name, stamp)
        } else {
          // A name that is no text is known as the text that was made of it.
          let text = name.text
          files.add(text.utf8.span, stamp)
        }
      }
    }
    guard isRead else { return nil }
    return (Manifest.Folder(path: path, stamp: files.stamp, files: nil), folders)
  }

  private func path(of folder: String) -> String { folder.isEmpty ? root : "\(root)/\(folder)" }

  private func stamp(of status: FileStatus) -> Stamp {
    // A time in whole seconds comes from a file system that knows no finer.
    let tick = status.changed % 1_000_000_000 == 0 ? 2_000_000_000 : 0
    return status.changed > settled - tick
      ? .unknown
      : Stamp(size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }
}
