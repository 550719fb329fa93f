package import Text

/// The index of a folder of notes: what was stored of it, and an update with what changed since.
package struct FolderIndex: Sendable {
  package let index: Index
  private let base: Segment
  private let stored: StoredManifest
  private let update: (segment: Segment, manifest: StoredManifest)?

  /// Reads a stored index; an update of another index is left aside. Throws where one of them is damaged.
  package init(base bytes: Bytes, update: Bytes?, isChecked: Bool = true) throws(Problem) {
    try self.init(base: Segment(decoding: bytes, isChecked: isChecked), update: update, isChecked: isChecked)
  }

  init(base: Segment, update: Bytes?, isChecked: Bool) throws(Problem) {
    self.base = base
    stored = StoredManifest(of: base)
    var kept: (segment: Segment, manifest: StoredManifest)?
    if let update {
      let segment = try Segment(decoding: update, isChecked: isChecked)
      let manifest = StoredManifest(of: segment)
      if segment.isDamaged { throw Problem(path: "index", message: "the index is damaged") }
      if manifest.base == base.identity { kept = (segment, manifest) }
    }
    self.update = kept
    let replaced = Set(kept?.manifest.replaced ?? []).filter((0..<base.entryCount).contains)
    index = Index(base, update: kept?.segment, replacing: replaced)
  }

  /// Makes the index of all files of a folder; those that cannot be read are left out.
  package static func encoded(
    _ folders: [Manifest.Folder], by workforce: Workforce = .alone,
    reading read: @escaping @Sendable (String) -> ContiguousArray<UInt8>?
  ) -> ContiguousArray<UInt8> {
    let grouping = Grouping(of: Manifest.paths(of: folders), by: workforce, reading: read)
    return Portion.encoded(grouping.portions(), Manifest(of: folders, grouping), by: workforce)
  }

  /// This index with another update beside what was stored of it, which is read where it was.
  package func updated(by update: ContiguousArray<UInt8>) throws(Problem) -> FolderIndex {
    try FolderIndex(base: base, update: Bytes(update), isChecked: true)
  }

  /// How many bytes at the start of a stored index tell it from any other.
  package static let headerSize = IndexFile.headerSize

  /// Whether a file that starts so holds what was stored of this index; beside another its update is left aside.
  package func isStored(inFileStartingWith header: ContiguousArray<UInt8>) -> Bool {
    header.count == IndexFile.headerSize && header.indices.allSatisfy { header[$0] == base.bytes[$0] }
  }

  /// How many files there are.
  package var fileCount: Int {
    var count = stored.folders.reduce(0) { $0 + $1.fileCount }
    for folder in update?.manifest.folders ?? [] {
      count += folder.fileCount - (stored.folder(folder.path)?.fileCount ?? 0)
    }
    return count
  }

  /// The folders that are known, with their states.
  package var folders: [(path: String, stamp: Stamp)] {
    var folders: [(path: String, stamp: Stamp)] = []
    for folder in stored.folders where update?.manifest.folder(folder.path) == nil {
      folders.append((folder.path, folder.stamp))
    }
    for folder in update?.manifest.folders ?? [] where !folder.isGone { folders.append((folder.path, folder.stamp)) }
    return folders
  }

  /// The files of a folder as they are known; nil for a folder that is not.
  package func files(in path: String) -> [Manifest.File]? {
    if let (_, manifest) = update, let folder = manifest.folder(path) {
      return folder.isGone ? nil : manifest.files(of: folder)
    }
    return stored.folder(path).map(stored.files)
  }

  /// The state a file was in when it was indexed.
  package func stamp(of path: String) -> Stamp? {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = slash.map { String(path[..<$0]) } ?? ""
    if let (_, manifest) = update, let folder = manifest.folder(folder) {
      return manifest.file(name, of: folder)?.stamp
    }
    return stored.folder(folder).flatMap { stored.file(name, of: $0) }?.stamp
  }

  /// Whether a look at all folders, each with the states of its files as one in the place of its own, finds what is
  /// known. Folders without files are none.
  package func isCurrent(_ looked: [Manifest.Folder]) -> Bool {
    let none = StampSum().stamp
    let full = looked.filter { $0.stamp != none }
    return full.count == folders.count { filesStamp(of: $0.path) != none }
      && full.allSatisfy { $0.stamp != .unknown && filesStamp(of: $0.path) == $0.stamp }
  }

  /// What is known of a folder last.
  private func folder(_ path: String) -> StoredManifest.Folder? { update?.manifest.folder(path) ?? stored.folder(path) }

  /// The states that the files of a folder were in, as one; nil for a folder that is not known.
  private func filesStamp(of path: String) -> Stamp? {
    folder(path).flatMap { $0.isGone ? nil : $0.filesStamp }
  }

  /// Whether a look at these folders, each with all its files or none where it is gone, finds anything new. A new
  /// folder is, though it is empty, and so is a folder's own time: what is not kept would be looked at by every search,
  /// or by none.
  package func isChanged(_ folders: [Manifest.Folder]) -> Bool {
    folders.contains { folder in
      guard let known = files(in: folder.path) else { return folder.files != nil }
      guard let files = folder.files, files.count == known.count else { return true }
      if folder.stamp != self.folder(folder.path)?.stamp, folder.stamp != .unknown { return true }
      return !zip(files, known).allSatisfy { $0.name == $1.name && $0.stamp == $1.stamp && $0.stamp != .unknown }
    }
  }

  /// An update that brings the index up to date with a look at some folders; nil where the whole is better made anew,
  /// because much has changed or because two files claim one name.
  package func update(
    with looked: [Manifest.Folder], reading read: (String) -> ContiguousArray<UInt8>?
  ) -> ContiguousArray<UInt8>? {
    guard !stored.hasConflict else { return nil }
    var change = FolderChange(base: base, stored: stored, update: update)
    for folder in looked { change.take(folder, known: files(in: folder.path) ?? []) }
    return change.encoded(limit: max(64, min(1000, fileCount / 10)), reading: read)
  }
}
