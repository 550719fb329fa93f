import Catalog
import Dispatch
import Synchronization
import Testing
import Text

@testable import Search

/// What is found in an index with an update beside it is what is found in one made anew.
@Suite struct UpdateTests {
  /// The index of some texts by path with an update after one of them has changed or is gone, and the index made anew.
  private func indexes(
    of texts: [String: String], changing path: String, to text: String?
  ) throws -> (updated: Index, anew: Index) {
    let before = texts.mapValues { ContiguousArray($0.utf8) }
    var after = before
    after[path] = text.map { ContiguousArray($0.utf8) }
    let changed = after
    func folder(_ isChanged: Bool) -> Manifest.Folder {
      let names = (isChanged ? changed : before).keys.sorted()
      let files = names.map { name in
        let inode = name == path && isChanged ? 2 : 1
        return Manifest.File(name: name, stamp: Stamp(size: 1, modified: 1, changed: 0, inode: inode))
      }
      return Manifest.Folder(path: "", stamp: .unknown, files: files)
    }
    let base = FolderIndex.encoded([folder(false)]) { before[$0] }
    let update = try #require(
      FolderIndex(base: Bytes(base), update: nil).update(with: [folder(true)]) { changed[$0] })
    let anew = FolderIndex.encoded([folder(true)]) { changed[$0] }
    return (
      try FolderIndex(base: Bytes(base), update: Bytes(update)).index,
      try FolderIndex(base: Bytes(anew), update: nil).index
    )
  }

  private func found(_ words: String, _ index: Index) -> [String] {
    index.answer(to: Query(words), limit: 100).hits.map { "\($0.slug) \($0.score)" }
  }

  private func note(_ text: String) -> String { "# Note\n\n\(text)\n" }

  @Test(arguments: [("con", "conb", "", "conz900"), ("quokka", "zz", "quokka", "aaquokka")])
  func `an unfinished word, and a word inside of others, is looked for in all parts at once`(
    words: String, start: String, end: String, new: String
  ) throws {
    var texts = ["z.md": note("nothing")]
    for i in 100..<145 { texts["n\(i).md"] = note("word \(start)\(i)\(end) here") }
    let (updated, anew) = try indexes(of: texts, changing: "z.md", to: note("nothing \(new) here"))
    #expect(found(words, updated) == found(words, anew))
  }

  @Test(arguments: [64, 95, 96, 1024]) func `a note that is gone is found no more, however many there are`(
    count: Int
  ) throws {
    let texts = Dictionary(uniqueKeysWithValues: (0..<count).map { ("n\($0).md", note("common word\($0)")) })
    let (updated, anew) = try indexes(of: texts, changing: "n7.md", to: nil)
    #expect(found("common", updated) == found("common", anew))
    #expect(!found("word7", updated).contains { $0.hasPrefix("n7 ") })
  }

  @Test func `a new folder without notes and a folder's own time are news, to be kept`() throws {
    let stamp = Stamp(size: 1, modified: 1, changed: 1, inode: 1)
    let later = Stamp(size: 1, modified: 2, changed: 2, inode: 1)
    let files = [Manifest.File(name: "a.md", stamp: stamp)]
    let folder = Manifest.Folder(path: "", stamp: stamp, files: files)
    let text = ContiguousArray(note("entropy").utf8)
    let base = FolderIndex.encoded([folder]) { _ in text }
    let index = try FolderIndex(base: Bytes(base), update: nil)
    let touched = Manifest.Folder(path: "", stamp: later, files: files)
    let empty = Manifest.Folder(path: "sub", stamp: stamp, files: [])
    #expect(!index.isChanged([folder]) && index.isChanged([touched]) && index.isChanged([empty]))
    #expect(!index.isChanged([Manifest.Folder(path: "", stamp: .unknown, files: files)]))
    let update = try #require(index.update(with: [touched, empty]) { _ in text })
    let updated = try FolderIndex(base: Bytes(base), update: Bytes(update))
    #expect(!updated.isChanged([touched]) && !updated.isChanged([empty]) && updated.isChanged([folder]))
    #expect(updated.folders.map(\.path).sorted() == ["", "sub"] && found("entropy", updated.index).count == 1)
  }

  @Test func `a file that cannot be read is known, and read once it has changed`() throws {
    func file(_ name: String, _ inode: Int) -> Manifest.File {
      Manifest.File(name: name, stamp: Stamp(size: 1, modified: 1, changed: 1, inode: inode))
    }
    func folder(_ files: [Manifest.File]) -> Manifest.Folder {
      Manifest.Folder(path: "", stamp: .unknown, files: files)
    }
    let text = ContiguousArray(note("entropy").utf8)
    let (first, later) = (folder([file("a.md", 1), file("b.md", 1)]), folder([file("a.md", 1), file("b.md", 2)]))
    let base = FolderIndex.encoded([first]) { $0 == "a.md" ? text : nil }
    let index = try FolderIndex(base: Bytes(base), update: nil)
    #expect(!index.isChanged([first]) && index.isChanged([later]) && found("entropy", index.index).count == 1)
    for isReadable in [true, false] {
      let update = try #require(index.update(with: [later]) { $0 == "a.md" || isReadable ? text : nil })
      let updated = try FolderIndex(base: Bytes(base), update: Bytes(update))
      #expect(!updated.isChanged([later]) && updated.isChanged([first]))
      #expect(found("entropy", updated.index).count == (isReadable ? 2 : 1))
      let last = try #require(updated.update(with: [first]) { $0 == "a.md" ? text : nil })
      #expect(try found("entropy", FolderIndex(base: Bytes(base), update: Bytes(last)).index).count == 1)
    }
  }

  @Test func `a damaged update is told of and not left aside`() throws {
    let (stamp, later) = (
      Stamp(size: 1, modified: 1, changed: 1, inode: 1), Stamp(size: 1, modified: 2, changed: 2, inode: 1)
    )
    func folder(_ stamp: Stamp) -> Manifest.Folder {
      Manifest.Folder(path: "", stamp: .unknown, files: [Manifest.File(name: "a.md", stamp: stamp)])
    }
    let (old, new) = (ContiguousArray(note("entropy").utf8), ContiguousArray(note("quagga").utf8))
    let base = FolderIndex.encoded([folder(stamp)]) { _ in old }
    let update = try #require(
      FolderIndex(base: Bytes(base), update: nil).update(with: [folder(later)]) { _ in new })
    for place in update.indices {
      var damaged = update
      damaged[place] ^= 4
      guard let read = try? FolderIndex(base: Bytes(base), update: Bytes(damaged)) else { continue }
      let hits = found("quagga", read.index)
      #expect(read.index.isDamaged || hits.count == 1, "byte \(place)")
    }
    #expect(throws: Problem.self) { try FolderIndex(base: Bytes(base), update: Bytes([])) }
  }

  @Test func `two files whose names differ only in how an accent is encoded are in conflict`() {
    func grouping(_ paths: [String]) -> Grouping {
      Grouping(of: paths) { path in ContiguousArray("---\nslug: s\(path.utf8.count)\n---\n# A\n".utf8) }
    }
    #expect(grouping(["\u{E9}.md", "e\u{301}.md"]).hasConflict)
    #expect(!grouping(["\u{E9}.md", "e\u{301}x.md"]).hasConflict)
  }

  @Test func `a name that the query starts is looked for in all parts at once`() throws {
    var texts = ["z.md": note("nothing")]
    for i in 100..<230 { texts["n\(i).md"] = "# conb\(i) guide\n\nText.\n" }
    let (updated, anew) = try indexes(of: texts, changing: "z.md", to: "# conaaa900 guide\n\nText.\n")
    #expect(found("con", updated) == found("con", anew))
  }

  @Test func `a Chinese name with a mistake names the notes of all parts`() throws {
    let text = "---\naliases: [随机森林]\n---\n# 树\n\n文字\n"
    var texts = ["a.zh.md": text, "b.zh.md": text]
    for i in 0..<8 { texts["n\(i).zh.md"] = note("文字 森林") }
    let (updated, anew) = try indexes(of: texts, changing: "b.zh.md", to: text + "\n更多。\n")
    #expect(found("随即森林", updated).map { $0.prefix(1) } == found("随即森林", anew).map { $0.prefix(1) })
    #expect(found("随即森林", updated) == found("随即森林", anew))
  }

  @Test func `of many notes that lead to one no more than some count`() throws {
    var texts = ["hub.md": note("entropy"), "other.md": note("entropy")]
    for i in 0..<120 { texts["n\(i).md"] = note("[[hub]]") }
    let (updated, anew) = try indexes(of: texts, changing: "other.md", to: note("entropy!"))
    #expect(try updated.followings(of: [#require(updated.entry("hub"))]) == [Int(Followings.most)])
    #expect(found("entropy", updated) == found("entropy", anew))
  }

  @Test func `a link leads to a note whose name is spelled with other marks`() throws {
    let index = try Index(
      of: [("a.md", "# A\n\n[[caf\u{e9}]]\n"), ("cafe\u{301}.md", "# Two\n\ny\n")].map {
        ($0, ContiguousArray($1.utf8))
      })
    let entry = try #require(index.entry("caf\u{e9}"))
    #expect(index.followings(of: [entry]) == [1] && index.backlinks(to: index.slug(entry)) == ["a"])
  }

  @Test func `an update belongs to the index that it was made for, and to no other file`() throws {
    func encoded(_ texts: [String: String]) -> (bytes: ContiguousArray<UInt8>, folder: Manifest.Folder) {
      let files = texts.keys.sorted().map { Manifest.File(name: $0, stamp: .unknown) }
      let folder = Manifest.Folder(path: "", stamp: .unknown, files: files)
      return (FolderIndex.encoded([folder]) { texts[$0].map { ContiguousArray($0.utf8) } }, folder)
    }
    let one = encoded(["a.md": note("entropy")])
    let other = encoded(["a.md": note("entropy"), "b.md": note("quokka")])
    let folder = try FolderIndex(base: Bytes(one.bytes), update: nil)
    func header(_ bytes: ContiguousArray<UInt8>) -> ContiguousArray<UInt8> {
      ContiguousArray(bytes.prefix(FolderIndex.headerSize))
    }
    #expect(folder.isStored(inFileStartingWith: header(one.bytes)))
    #expect(!folder.isStored(inFileStartingWith: header(other.bytes)))
    #expect(!folder.isStored(inFileStartingWith: []))
    let update = try #require(folder.update(with: [other.folder]) { _ in ContiguousArray("# N\n\nquokka\n".utf8) })
    #expect(found("quokka", try folder.updated(by: update).index).count == 2)
    #expect(found("quokka", try FolderIndex(base: Bytes(other.bytes), update: Bytes(update)).index).count == 1)
  }

  @Test func `a damaged block is found by every thread that reads it`() throws {
    var bytes = Index.encoded((0..<400).map { ("n\($0).md", ContiguousArray("# N\($0)\n\nword\($0)\n".utf8)) })
    let whole = try Segment(decoding: Bytes(bytes), isChecked: true)
    bytes[whole.section(.records).lowerBound + 5000] ^= 1
    let segment = try Segment(decoding: Bytes(bytes), isChecked: true)
    let found = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for entry in 0..<segment.entryCount { _ = segment.slug(entry) }
      if segment.isDamaged { found.withLock { $0 += 1 } }
    }
    #expect(found.withLock { $0 } == 8)
  }

  @Test func `a replaced entry that the index does not have is none`() throws {
    let texts = Dictionary(
      uniqueKeysWithValues: (0..<300).map { ("n\($0).md", ContiguousArray("# N\n\ntrained trains training\n".utf8)) })
    let files = texts.keys.sorted().map { Manifest.File(name: $0, stamp: .unknown) }
    let base = FolderIndex.encoded([Manifest.Folder(path: "", stamp: .unknown, files: files)]) { texts[$0] }
    var manifest = Manifest()
    manifest.base = try Segment(decoding: Bytes(base), isChecked: true).identity
    manifest.replaced = Array(100_000..<100_299)
    let update = Portion.encoded(Grouping(of: []) { _ in nil }.portions(), manifest)
    let index = try FolderIndex(base: Bytes(base), update: Bytes(update)).index
    #expect(index.count == 300)
    #expect(index.answer(to: Query("training")).total == 300)
  }

  @Test func `a section that starts in the header is damage`() {
    var bytes = Index.encoded([("a.md", ContiguousArray("# One\n\nx\n".utf8))])
    func write(_ number: Int, at place: Int) {
      var digits = ContiguousArray<UInt8>()
      Digits.appendFixed(number, to: &digits)
      bytes.replaceSubrange(place..<place + Digits.fixedWidth, with: digits)
    }
    let first = IndexFile.magic.utf8.count
    let checks = 5 + 2 * IndexFile.Section.checks.rawValue
    write(IndexFile.headerSize - 40, at: first + checks * Digits.fixedWidth)
    let end = IndexFile.headerSize - Digits.fixedWidth
    write(IndexFile.check(of: bytes, 0..<end), at: end)
    #expect(throws: Problem.self) { try Index(decoding: Bytes(bytes), isChecked: true) }
  }

  @Test(arguments: [["caff", "cafe\u{301}"], ["cafe", "cafe\u{301}", "caff"], ["笔记", "笔", "note"]])
  func `a note is found by its slug whatever marks that has`(slugs: [String]) throws {
    let index = try Index(of: slugs.map { ("\($0).md", ContiguousArray("# One\n\nx\n".utf8)) })
    for slug in slugs { #expect(index.entry(slug) != nil) }
  }
}
