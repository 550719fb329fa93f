/// A manifest read where it lies: the folders at once, their files when they are asked for.
struct StoredManifest: Sendable {
  struct Folder: Sendable {
    var path: String
    var stamp: Stamp
    /// The states of all its files as one.
    var filesStamp: Stamp
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
      let (stamp, filesStamp) = (Stamp(reading: &cursor), Stamp(reading: &cursor))
      let count = cursor.number()
      let length = min(cursor.number(), section.count)
      defer { offset += length }
      return Folder(
        path: path, stamp: stamp, filesStamp: filesStamp, isGone: count == 0, fileCount: max(0, count - 1),
        range: offset..<offset + length)
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
    var first: [UInt8] = []
    var low = 0
    var high = blockCount(of: folder)
    while low < high {
      let middle = (low + high) / 2
      var cursor = Cursor(segment.bytes, at: start(ofBlock: middle, in: folder))
      segment.check(cursor.position..<cursor.position + 400)
      first.removeAll(keepingCapacity: true)
      Manifest.read(&first, from: &cursor)
      // The order of strings, in which the files were when the blocks were written.
      if String(decoding: first, as: UTF8.self) <= name { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : files(of: folder, inBlocks: low - 1..<low, named: name).first
  }

  /// The files of some blocks, or the one of them that has a name.
  private func files(of folder: Folder, inBlocks blocks: Range<Int>, named only: String? = nil) -> [Manifest.File] {
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
      if i % Manifest.blockSize == 0 { last.removeAll(keepingCapacity: true) }
      Manifest.read(&last, from: &cursor)
      let stamp = Stamp(reading: &cursor)
      let code = cursor.number()
      if let only, !only.utf8.elementsEqual(last) { continue }
      var file = Manifest.File(name: String(decoding: last, as: UTF8.self), stamp: stamp)
      file.entry = (code >> 1) - 1
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
