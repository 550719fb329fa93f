import Testing

@testable import Search

/// Whether a folder is as it was indexed is told by one number for all its files.
@Suite struct StampTests {
  private static let files = (0..<5).map {
    Manifest.File(name: "n\($0).md", stamp: Stamp(size: $0, modified: 7, changed: 0, inode: $0))
  }

  private static func folder(_ files: [Manifest.File], _ path: String = "") -> Manifest.Folder {
    Manifest.Folder(path: path, stamp: .unknown, files: files)
  }

  private static let index = Result {
    let text = ContiguousArray("# A\n\nText.\n".utf8)
    let encoded = FolderIndex.encoded([folder(files), folder(Array(files.prefix(2)), "in")]) { _ in text }
    return try FolderIndex(base: Bytes(encoded), update: nil)
  }

  private func isCurrent(_ files: [Manifest.File], others: [String] = ["in"]) throws -> Bool {
    let folders = [StampTests.folder(files)] + others.map { StampTests.folder(Array(StampTests.files.prefix(2)), $0) }
    let looked = folders.map { Manifest.Folder(path: $0.path, stamp: $0.filesStamp, files: nil) }
    return try StampTests.index.get().isCurrent(looked)
  }

  @Test func `nothing is new where the files are as they were, in any order`() throws {
    #expect(try isCurrent(StampTests.files))
    #expect(try isCurrent(StampTests.files.reversed()))
  }

  @Test func `a file that changed, came, went or changed its name is new`() throws {
    var changed = StampTests.files
    changed[3].stamp = Stamp(size: 3, modified: 8, changed: 0, inode: 3)
    var renamed = StampTests.files
    renamed[3].name = "m3.md"
    var swapped = StampTests.files
    (swapped[1].name, swapped[2].name) = (swapped[2].name, swapped[1].name)
    let more = Manifest.File(name: "z.md", stamp: Stamp(size: 1, modified: 1, changed: 0, inode: 9))
    let added = StampTests.files + [more]
    for files in [changed, renamed, swapped, added, Array(StampTests.files.dropLast())] {
      #expect(try !isCurrent(files))
    }
  }

  @Test func `a file whose size and time were set back is new`() {
    let before = Stamp(size: 1, modified: 1, changed: 1, inode: 1)
    #expect(before != Stamp(size: 1, modified: 1, changed: 2, inode: 1))
  }

  @Test func `a folder that came, went or changed its name is new`() throws {
    for others in [[], ["out"], ["in", "out"]] { #expect(try !isCurrent(StampTests.files, others: others)) }
  }

  @Test func `a folder without files is none`() throws {
    let empty = Manifest.Folder(path: "empty", stamp: StampSum().stamp, files: nil)
    let folders = [StampTests.folder(StampTests.files), StampTests.folder(Array(StampTests.files.prefix(2)), "in")]
    let looked = folders.map { Manifest.Folder(path: $0.path, stamp: $0.filesStamp, files: nil) }
    #expect(try StampTests.index.get().isCurrent(looked + [empty]))
  }

  @Test func `what changed just now may change again unseen, and so is looked at again`() throws {
    var unsettled = StampTests.files
    unsettled[0].stamp = .unknown
    #expect(try !isCurrent(unsettled))
  }
}
