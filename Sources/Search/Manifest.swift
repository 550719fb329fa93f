/// Which files an index was made from, and in what state they were, folder by folder.
package struct Manifest: Sendable {
  package struct File: Sendable, Hashable {
    package var name: String
    package var stamp: Stamp
    /// The entry that the file is in, and whether that is one of the update; -1 before it is known.
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
  fileprivate static let blockSize = 64

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
      Digits.append(file.entry << 1 | (file.isUpdated ? 1 : 0), to: &list)
    }
    bytes += list
  }

  /// Appends a name: how many bytes of the last one it starts with, which ending it has, and the rest.
  fileprivate static func append(_ name: [UInt8], after last: [UInt8], to bytes: inout ContiguousArray<UInt8>) {
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

  fileprivate static func name(after last: [UInt8], reading cursor: inout Cursor) -> [UInt8] {
    let code = cursor.number()
    let count = cursor.number()
    let range = (cursor.position..<cursor.position + count).clamped(to: 0..<cursor.bytes.count)
    cursor.position += count
    return last.prefix(code >> 2) + cursor.bytes.array(range) + endings[code & 3]
  }

  private static let endings: [[UInt8]] = [".en.md", ".zh.md", ".md", ""].map { Array($0.utf8) }
}

/// A state of a file or folder, as a hash of its size, time and inode.
package struct Stamp: Hashable, Sendable {
  private var bits: UInt64

  /// A state that is equal to none that is known: what it belongs to is looked at again.
  package static let unknown = Stamp(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  package init(size: Int, modified: Int, inode: Int) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for number in [size, modified, inode] {
      hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    bits = max(1, hash & 0xFFF_FFFF_FFFF_FFFF)
  }

  /// The state as a number, for sums over many.
  package var number: UInt64 { bits }

  func append(to bytes: inout ContiguousArray<UInt8>) {
    Digits.appendFixed(Int(bits >> 30), to: &bytes)
    Digits.appendFixed(Int(bits & 0x3FFF_FFFF), to: &bytes)
  }

  init(reading cursor: inout Cursor) {
    bits = UInt64(cursor.bytes.fixed(at: cursor.position)) << 30
    bits |= UInt64(cursor.bytes.fixed(at: cursor.position + Digits.fixedWidth))
    cursor.position += 2 * Digits.fixedWidth
  }
}

/// A manifest read where it lies: the folders at once, their files when they are asked for.
struct StoredManifest: Sendable {
  struct Folder: Sendable {
    var path: String
    var stamp: Stamp
    var isGone: Bool
    var fileCount: Int
    fileprivate var range: Range<Int>
  }

  let hasConflict: Bool
  let base: Int
  let replaced: [Int]
  let folders: [Folder]
  private let segment: Segment

  init(of segment: Segment) {
    self.segment = segment
    let section = segment.section(.folders)
    guard !section.isEmpty else {
      hasConflict = false
      base = 0
      replaced = []
      folders = []
      return
    }
    // What is said of the folders is checked at once, their files when they are asked for.
    segment.check(section.prefix(Digits.fixedWidth))
    let start = section.lowerBound + Digits.fixedWidth
    let end = start + segment.bytes.fixed(at: section.lowerBound)
    segment.check(start..<end)
    var cursor = Cursor(segment.bytes, at: start, limit: segment.isDamaged ? start : end)
    hasConflict = cursor.number() == 1
    base = cursor.number()
    replaced = cursor.list { $0.number() }
    var offset = 0
    let heads = cursor.list { cursor in
      let path = cursor.string()
      let stamp = Stamp(reading: &cursor)
      let count = cursor.number()
      let length = min(cursor.number(), section.count)
      defer { offset += length }
      return Folder(
        path: path, stamp: stamp, isGone: count == 0, fileCount: max(0, count - 1), range: offset..<offset + length)
    }
    let rest = cursor.position
    folders = heads.map { head in
      var head = head
      head.range = head.range.lowerBound + rest..<head.range.upperBound + rest
      return head
    }
  }

  func files(of folder: Folder) -> [Manifest.File] {
    files(of: folder, inBlocks: 0..<blockCount(of: folder))
  }

  /// The file of a name, by binary search among the blocks.
  func file(_ name: String, of folder: Folder) -> Manifest.File? {
    checkTable(of: folder)
    var low = 0
    var high = blockCount(of: folder)
    while low < high {
      let middle = (low + high) / 2
      var cursor = Cursor(segment.bytes, at: start(ofBlock: middle, in: folder))
      segment.check(cursor.position..<cursor.position + 400)
      if String(decoding: Manifest.name(after: [], reading: &cursor), as: UTF8.self) <= name {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? nil : files(of: folder, inBlocks: low - 1..<low).first { $0.name == name }
  }

  private func files(of folder: Folder, inBlocks blocks: Range<Int>) -> [Manifest.File] {
    guard !blocks.isEmpty, !segment.isDamaged else { return [] }
    checkTable(of: folder)
    let isLast = blocks.upperBound == blockCount(of: folder)
    var cursor = Cursor(segment.bytes, at: start(ofBlock: blocks.lowerBound, in: folder))
    let end = isLast ? folder.range.upperBound : start(ofBlock: blocks.upperBound, in: folder)
    segment.check(cursor.position..<max(cursor.position, end))
    guard !segment.isDamaged else { return [] }
    var files: [Manifest.File] = []
    var last: [UInt8] = []
    for i in blocks.lowerBound * Manifest.blockSize..<min(folder.fileCount, blocks.upperBound * Manifest.blockSize) {
      guard cursor.position < min(folder.range.upperBound, segment.bytes.count) else { break }
      last = Manifest.name(after: i % Manifest.blockSize == 0 ? [] : last, reading: &cursor)
      let name = String(decoding: last, as: UTF8.self)
      let stamp = Stamp(reading: &cursor)
      let code = cursor.number()
      var file = Manifest.File(name: name, stamp: stamp)
      file.entry = code >> 1
      file.isUpdated = code & 1 == 1
      files.append(file)
    }
    return files
  }

  private func blockCount(of folder: Folder) -> Int {
    min((folder.fileCount + Manifest.blockSize - 1) / Manifest.blockSize, folder.range.count / Digits.fixedWidth)
  }

  private func checkTable(of folder: Folder) {
    segment.check(folder.range.prefix(blockCount(of: folder) * Digits.fixedWidth))
  }

  private func start(ofBlock block: Int, in folder: Folder) -> Int {
    let table = folder.range.lowerBound
    let place = segment.bytes.fixed(at: table + block * Digits.fixedWidth)
    return table + blockCount(of: folder) * Digits.fixedWidth + place
  }

  /// The folder of a path, by binary search.
  func folder(_ path: String) -> Folder? {
    var low = 0
    var high = folders.count
    while low < high {
      let middle = (low + high) / 2
      if folders[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < folders.count && folders[low].path == path ? folders[low] : nil
  }
}
