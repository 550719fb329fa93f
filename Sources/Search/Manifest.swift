/// Which files an index was made from, and in what state they were, folder by folder.
package struct Manifest: Sendable {
  package struct File: Sendable, Hashable {
    package var name: String
    package var stamp: Stamp
    /// The entry that the file is in, and whether that is one of the update; -1 before it is known, and where the file
    /// could not be read.
    var entry = -1
    var isUpdated = false

    package init(name: String, stamp: Stamp) {
      self.name = name
      self.stamp = stamp
    }
  }

  package struct Folder: Sendable {
    /// Relative to the root; empty for the root itself.
    package var path: String
    package var stamp: Stamp
    /// By name; nil in an update where the folder is gone.
    package var files: [File]?

    package init(path: String, stamp: Stamp, files: [File]?) {
      self.path = path
      self.stamp = stamp
      self.files = files
    }

    /// The states of all its files as one.
    package var filesStamp: Stamp {
      var sum = StampSum()
      for file in files ?? [] { sum.add(file.name.utf8.span, file.stamp) }
      return sum.stamp
    }

    package func path(of file: File) -> String { path.isEmpty ? file.name : "\(path)/\(file.name)" }
  }

  /// By path.
  package var folders: [Folder] = []
  /// Whether two files have the same slug and language; then any change may change the name of another note.
  var hasConflict = false

  /// The index that this one updates, and which of its entries this one replaces; 0 and none for an index by itself.
  var base = 0
  var replaced: [Int] = []

  package init() {}

  /// That of an index of some folders' files as they were grouped. Those that could not be read are known too, so that
  /// they are read again when they have changed, and not by every search.
  init(of folders: [Folder], _ grouping: Grouping) {
    hasConflict = grouping.hasConflict
    self.folders = folders.sorted { $0.path < $1.path }
    let entries = grouping.entries
    for (i, folder) in self.folders.enumerated() {
      self.folders[i].files = (folder.files ?? []).map { file in
        var file = file
        file.entry = entries[folder.path(of: file)] ?? -1
        return file
      }
    }
  }

  /// The paths of all files of some folders.
  static func paths(of folders: [Folder]) -> [String] {
    folders.flatMap { folder in (folder.files ?? []).map(folder.path) }
  }

  package var fileCount: Int { folders.reduce(0) { $0 + ($1.files?.count ?? 0) } }

  /// Everything about the folders first, so that a look at these alone reads only them.
  func encoded() -> ContiguousArray<UInt8> {
    var heads = ContiguousArray<UInt8>()
    var rest = ContiguousArray<UInt8>()
    Digits.append(hasConflict ? 1 : 0, to: &heads)
    Digits.append(base, to: &heads)
    Digits.append(replaced.count, to: &heads)
    for entry in replaced { Digits.append(entry, to: &heads) }
    Digits.append(folders.count, to: &heads)
    for folder in folders {
      let start = rest.count
      Manifest.append(folder.files ?? [], to: &rest)
      Digits.append(folder.path, to: &heads)
      folder.stamp.append(to: &heads)
      folder.filesStamp.append(to: &heads)
      Digits.append(folder.files.map { $0.count + 1 } ?? 0, to: &heads)
      Digits.append(rest.count - start, to: &heads)
    }
    var bytes = ContiguousArray<UInt8>()
    Digits.appendFixed(heads.count, to: &bytes)
    return bytes + heads + rest
  }
}

extension Manifest {
  /// So many files make a block, whose first name is whole.
  static let blockSize = 64

  /// Appends files in the order of their names: where each block starts, then the blocks.
  private static func append(_ files: [File], to bytes: inout ContiguousArray<UInt8>) {
    var list = ContiguousArray<UInt8>()
    var last: [UInt8] = []
    for (i, file) in files.enumerated() {
      if i % blockSize == 0 {
        Digits.appendFixed(list.count, to: &bytes)
        last = []
      }
      append(Array(file.name.utf8), after: last, to: &list)
      last = Array(file.name.utf8)
      file.stamp.append(to: &list)
      Digits.append((file.entry + 1) << 1 | (file.isUpdated ? 1 : 0), to: &list)
    }
    bytes += list
  }

  /// Appends a name: how many bytes of the last one it starts with, which ending it has, and the rest.
  private static func append(_ name: [UInt8], after last: [UInt8], to bytes: inout ContiguousArray<UInt8>) {
    let ending =
      endings.firstIndex { name.count >= $0.count && name[(name.count - $0.count)...].elementsEqual($0) } ?? 3
    let stem = name.dropLast(endings[ending].count)
    var shared = 0
    while shared < last.count, shared < stem.count, last[shared] == stem[shared] { shared += 1 }
    // Cut between characters, so that the list stays text.
    while shared > 0, shared < stem.count, stem[shared] & 0xC0 == 0x80 { shared -= 1 }
    Digits.append(shared << 2 | ending, to: &bytes)
    Digits.append(stem.count - shared, to: &bytes)
    bytes.append(contentsOf: stem[shared...])
  }

  /// Reads the name that `append` wrote after the one in `name`, in its place.
  static func read(_ name: inout [UInt8], from cursor: inout Cursor) {
    let code = cursor.number()
    let count = cursor.number()
    let range = (cursor.position..<cursor.position + count).clamped(to: 0..<cursor.bytes.count)
    cursor.position += count
    name.removeLast(max(0, name.count - code >> 2))
    for i in range { name.append(cursor.bytes[i]) }
    name.append(contentsOf: endings[code & 3])
  }

  private static let endings: [[UInt8]] = [".en.md", ".zh.md", ".md", ""].map { Array($0.utf8) }
}
