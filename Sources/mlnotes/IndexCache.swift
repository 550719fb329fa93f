import Catalog
import Host
import Search
import Text

/// The stored index of a user's folder: opened, brought up to date, stored again. It can be made again at any time, so
/// whatever keeps it from being read or written is no reason not to search.
struct IndexCache {
  /// What was opened, and what there is to say about it.
  struct Opened {
    var folder: FolderIndex
    /// When all files were last looked at, in nanoseconds since 1970.
    var looked: Int
    /// Whether that was just now.
    var isWhole = false
    /// A line for standard error.
    var remark: String?
  }

  let root: String
  /// Nil without a home.
  let path: String?
  /// What an index is made for that cannot be stored; nil for all that may be asked.
  private let query: Query?

  init(of root: String, for query: Query? = nil) {
    self.root = root
    self.query = query
    path = UserFolder.cache.map { "\($0)/\(IndexCache.name(of: Folder.canonical(root))).idx" }
  }

  var isStored: Bool { path.flatMap { FileStatus($0) } != nil }
  var updatePath: String? { path.map { $0 + ".new" } }

  /// The index of the folder as it is now. Folders of up to `fewFiles` files are looked at whole, larger ones only with
  /// `isFresh`; of these the folders' own times tell of new and removed files.
  func open(isFresh: Bool) throws(SystemError) -> Opened {
    try open(isFresh: isFresh) { _ in () }.opened
  }

  /// The same, and what a work gives that is done with the stored index while the folders are looked at, as mostly they
  /// are as they were; nil where not.
  func open<Value: Sendable>(
    isFresh: Bool, meanwhile work: @Sendable (Index) -> Value
  ) throws(SystemError) -> (opened: Opened, done: Value?) {
    let found: Opened?
    do throws(Problem) {
      found = try stored()
    } catch {
      return (try made(remark: "\(error.message); it was made anew"), nil)
    }
    guard let found else { return (try made(), nil) }
    let folder = found.folder
    let look = FolderLook(at: root)
    let isWhole = isFresh || folder.fileCount <= IndexCache.fewFiles
    let (done, seen) = Workforce.allCores.both {
      work(folder.index)
    } _: {
      isWhole ? look.isCurrent(folder) ? [] : nil : changed(look, folder)
    }
    let folders = if let seen { seen } else { whole(try look.everything(), folder) }
    if folder.index.isDamaged { return (try made(remark: IndexCache.damaged), nil) }
    let looked = isWhole ? FileStatus.now : found.looked
    guard folder.isChanged(folders) else {
      note(looked, after: found.looked)
      return (Opened(folder: folder, looked: looked, isWhole: isWhole), done)
    }
    return (try updated(found, with: folders, looked: looked, isWhole: isWhole), nil)
  }

  /// The index with what changed in the folders of some notes, if anything did.
  func open(_ opened: Opened, lookingAgainAt notes: [String]) throws(SystemError) -> Opened? {
    guard !opened.isWhole else { return nil }
    let look = FolderLook(at: root)
    let changed = notes.filter { opened.folder.stamp(of: $0) != look.stamp(of: $0) || look.stamp(of: $0) == .unknown }
    guard !changed.isEmpty else { return nil }
    let known = Set(opened.folder.folders.map(\.path))
    let folders = Set(
      changed.map { path in path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" })
    let looked = folders.sorted().flatMap { look.again($0, known: known) }
    guard opened.folder.isChanged(looked) else { return nil }
    return try updated(opened, with: looked, looked: opened.looked, isWhole: false)
  }

  /// Makes the index anew from all files, and stores it where that can be done; elsewhere it has no more than is asked
  /// for.
  func made(remark: String? = nil) throws(SystemError) -> Opened {
    let folders = try FolderLook(at: root).everything()
    // Only an index of over a gigabyte, whose places do not fit its numbers, does not read back.
    guard let folder = try? made(of: folders) else { throw .tooLarge(root) }
    return Opened(folder: folder, looked: FileStatus.now, isWhole: true, remark: remark)
  }

  private func made(of folders: [Manifest.Folder]) throws(Problem) -> FolderIndex {
    let root = root
    let read: @Sendable (String) -> ContiguousArray<UInt8>? = { path in try? File.readText("\(root)/\(path)") }
    if let query, !isStorable { return try FolderIndex(of: folders, for: query, by: .allCores, reading: read) }
    let bytes = FolderIndex.encoded(folders, by: .allCores, reading: read)
    store(bytes)
    return try FolderIndex(base: Bytes(bytes), update: nil, isChecked: false)
  }

  /// What a look at a folder of this many files costs is below 5 ms.
  private static let fewFiles = 2000
  static let hour = 3_600_000_000_000
  /// What is said of an index in which damage was met.
  static let damaged = "the index is damaged; it was made anew"

  /// What is stored; nil where nothing is.
  private func stored() throws(Problem) -> Opened? {
    guard let path, FileStatus(path) != nil else { return nil }
    guard let mapping = try? FileMapping(path) else { throw Problem(path: path, message: "the index cannot be read") }
    let bytes = unsafe Bytes(start: mapping.start, count: mapping.count, owner: mapping)
    let update = updatePath.flatMap { try? File.read($0) }.map { Bytes($0) }
    let folder = try FolderIndex(base: bytes, update: update)
    if folder.index.isDamaged { throw Problem(path: path, message: "the index is damaged") }
    return Opened(folder: folder, looked: mapping.modified)
  }

  /// All folders as they are, and those that are gone.
  private func whole(_ found: [Manifest.Folder], _ folder: FolderIndex) -> [Manifest.Folder] {
    let paths = Set(found.map(\.path))
    let gone = folder.folders.filter { !paths.contains($0.path) }
    return found + gone.map { Manifest.Folder(path: $0.path, stamp: .unknown, files: nil) }
  }

  /// The folders whose own time says that files came or went.
  private func changed(_ look: FolderLook, _ folder: FolderIndex) -> [Manifest.Folder] {
    let known = folder.folders
    let changed = known.filter { look.stamp(of: $0.path) != $0.stamp || $0.stamp == .unknown }
    guard !changed.isEmpty else { return [] }
    let paths = Set(known.map(\.path))
    return changed.flatMap { look.again($0.path, known: paths) }
  }

  private func updated(
    _ opened: Opened, with folders: [Manifest.Folder], looked: Int, isWhole: Bool
  ) throws(SystemError) -> Opened {
    let folder = opened.folder
    let changed = folders.filter { folder.isChanged([$0]) }
    let bytes = folder.update(with: changed) { path in try? File.readText("\(root)/\(path)") }
    // What is said of the files is read, and so checked, only here.
    if folder.index.isDamaged { return try made(remark: IndexCache.damaged) }
    guard let bytes, let updated = try? folder.updated(by: bytes), !updated.index.isDamaged else { return try made() }
    if store(bytes, beside: folder) { note(looked, after: opened.looked) }
    return Opened(folder: updated, looked: looked, isWhole: isWhole)
  }

  /// Remembers, as the time of the index, when all files were looked at, but not at every search.
  private func note(_ looked: Int, after last: Int) {
    if let path, looked - last > IndexCache.hour / 4 { File.touch(path) }
  }

  /// Stores an index; the update of the one before goes only with it, as the two are all that is known.
  private func store(_ bytes: ContiguousArray<UInt8>) {
    guard let path, let updatePath else { return }
    locked { () throws(SystemError) in
      try File.replace(path, with: Array(bytes), isDurable: false)
      File.remove(updatePath)
    }
  }

  /// Stores an update, unless another process has meanwhile stored another index than the one it belongs to.
  private func store(_ bytes: ContiguousArray<UInt8>, beside folder: FolderIndex) -> Bool {
    guard let path, let updatePath else { return false }
    return locked { () throws(SystemError) in
      let header = try File.read(path, from: 0, to: FolderIndex.headerSize)
      guard folder.isStored(inFileStartingWith: header) else { return false }
      try File.replace(updatePath, with: Array(bytes), isDurable: false)
      return true
    } ?? false
  }

  /// What is done where no other process stores anything meanwhile. Nil where one does, and where a full disk or a
  /// folder that cannot be written stops it, which is no reason to fail.
  @discardableResult private func locked<Value>(_ work: () throws(SystemError) -> Value) -> Value? {
    guard let path, let folder = UserFolder.cache else { return nil }
    do throws(SystemError) {
      try UserFolder.make(folder)
      guard let lock = try FileLock(path + ".lock") else { return nil }
      defer { UserFolder.tidyCache() }
      return try withExtendedLifetime(lock) { () throws(SystemError) in try work() }
    } catch {
      return nil
    }
  }

  /// Whether there is a folder to store in; its disk may still be full.
  private var isStorable: Bool {
    guard path != nil, let folder = UserFolder.cache else { return false }
    return (try? UserFolder.make(folder)) != nil && Folder.isWritable(folder)
  }

  /// A name for a path.
  static func name(of path: String) -> String { String(path.stableHash, radix: 16) }
}
