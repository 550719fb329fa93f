import Catalog

/// An update in the making.
struct FolderChange {
  let base: Segment
  let stored: StoredManifest
  /// The folders that the update says anew, with all their files.
  private var folders: [String: Manifest.Folder] = [:]
  /// The entries of the base that are replaced.
  private var replaced: Set<Int> = []
  /// The files that are read again.
  private var paths: Set<String> = []
  private var gone: Set<String> = []

  init(base: Segment, stored: StoredManifest, update: (segment: Segment, manifest: StoredManifest)?) {
    self.base = base
    self.stored = stored
    guard let (segment, manifest) = update else { return }
    for folder in manifest.folders {
      folders[folder.path] = Manifest.Folder(
        path: folder.path, stamp: folder.stamp, files: folder.isGone ? nil : manifest.files(of: folder))
    }
    for entry in manifest.replaced { replace(entry) }
    for entry in 0..<segment.entryCount { paths.formUnion(segment.record(entry).files.map(\.path)) }
  }

  /// Takes in what a look at a folder found.
  mutating func take(_ folder: Manifest.Folder, known: [Manifest.File]) {
    let before = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
    var folder = folder
    for i in (folder.files ?? []).indices {
      guard let file = folder.files?[i] else { continue }
      if let old = before[file.name], old.stamp == file.stamp, file.stamp != .unknown {
        folder.files?[i] = old
      } else {
        paths.insert(folder.path(of: file))
        if let old = before[file.name], !old.isUpdated { replace(old.entry) }
      }
    }
    let names = Set((folder.files ?? []).map(\.name))
    for old in known where !names.contains(old.name) {
      gone.insert(folder.path(of: old))
      if !old.isUpdated { replace(old.entry) }
    }
    folders[folder.path] = folder
  }

  /// Replaces an entry of the base: its files are read again.
  private mutating func replace(_ entry: Int) {
    guard entry >= 0, entry < base.entryCount, replaced.insert(entry).inserted else { return }
    paths.formUnion(base.record(entry).files.map(\.path))
  }

  /// The encoded update; nil where more than `limit` files are to be read or two of them claim one name.
  mutating func encoded(limit: Int, reading read: (String) -> ContiguousArray<UInt8>?) -> ContiguousArray<UInt8>? {
    while paths.count <= limit {
      let files = paths.subtracting(gone).sorted().compactMap { path in read(path).map { (path, $0) } }
      let texts = Dictionary(files) { first, _ in first }
      let grouping = Grouping(of: files.map(\.0)) { texts[$0] }
      if grouping.hasConflict { return nil }
      // A note in one language may join an entry of the base that has the other.
      let joined = grouping.groups.compactMap { base.entry($0.slug) }.filter { !replaced.contains($0) }
      if joined.isEmpty { return Portion.encoded(grouping.portions(), manifest(of: grouping.entries)) }
      for entry in joined { replace(entry) }
    }
    return nil
  }

  private func manifest(of entries: [String: Int]) -> Manifest {
    var folders = folders
    for path in entries.keys {
      let name = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      if folders[name] == nil, let known = stored.folder(name) {
        folders[name] = Manifest.Folder(path: name, stamp: known.stamp, files: stored.files(of: known))
      }
    }
    var manifest = Manifest()
    manifest.base = base.identity
    manifest.replaced = replaced.sorted()
    manifest.folders = folders.values.sorted { $0.path < $1.path }.map { folder in
      var kept = folder
      kept.files = folder.files?.map { file in
        var file = file
        let entry = entries[folder.path(of: file)]
        if file.isUpdated || entry != nil { file.entry = entry ?? -1 }
        file.isUpdated = entry != nil
        return file
      }
      return kept
    }
    return manifest
  }
}
