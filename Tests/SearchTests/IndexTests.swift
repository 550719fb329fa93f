import Catalog
import Notes
import Synchronization
import Testing
import Text

@testable import Search

/// A folder of notes that lives in memory.
private struct Shelf {
  var files: [String: String] = [:]

  var folders: [Manifest.Folder] {
    var folders: [String: Manifest.Folder] = ["": Manifest.Folder(path: "", stamp: .unknown, files: [])]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let slash = path.lastIndex(of: "/")
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let stamp = Stamp(size: text.utf8.count, modified: text.hashValue, changed: 0, inode: 1)
      folders[
        slash.map { String(path[..<$0]) } ?? "",
        default: Manifest.Folder(path: String(path.dropLast(name.count + 1)), stamp: .unknown, files: [])
      ]
      .files?.append(Manifest.File(name: name, stamp: stamp))
    }
    return folders.values.sorted { $0.path < $1.path }
  }

  var reader: @Sendable (String) -> ContiguousArray<UInt8>? {
    let files = files
    return { path in files[path].map { ContiguousArray($0.utf8) } }
  }

  func made() throws -> FolderIndex {
    try FolderIndex(base: Bytes(FolderIndex.encoded(folders, reading: reader)), update: nil)
  }

}

@Suite struct IndexTests {
  private static let words = [
    "gradient", "boosting", "forest", "entropy", "扩散模型", "采样", "注意力", "encoder", "decoder", "loss", "噪声", "tree",
    "masked", "normalis", "normalised", "normalises",
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    let words: [String] = (0..<40).map { _ in IndexTests.words[Int(random.next() % UInt64(IndexTests.words.count))] }
    return """
      # \(words[0]) \(words[1])

      \(words.joined(separator: " "))

      ## \(words[2])

      $x_\(random.next() % 9)$, see [[note\(random.next() % 36)]].

      """
  }

  private static let queries = words + ["gradient boosting", "扩散", "encodr", "trees", "x_3", "噪声采样", "forest of trees"]

  private func answers(_ index: Index) -> [String] {
    IndexTests.queries.map { words in
      let answer = index.answer(to: Query(words))
      return "\(words): \(answer.total) \(answer.hits.map { "\($0.slug) \($0.score) \($0.path)" })"
    }
  }

  @Test(arguments: 1...3) func `an index that was updated answers as one made anew`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var shelf = Shelf()
    for i in 0..<30 { shelf.files["t\(i % 3)/note\(i).\(i % 4 == 0 ? "zh" : "en").md"] = IndexTests.text(&random) }
    var base = FolderIndex.encoded(shelf.folders, reading: shelf.reader)
    var update: ContiguousArray<UInt8>?
    var updates = 0
    for _ in 0..<4 {
      let known = Set(shelf.folders.map(\.path))
      for _ in 0..<3 {
        let i = random.next() % 36
        let path = "t\(i < 30 ? i % 3 : 3)/note\(i).\(random.next() % 2 == 0 ? "zh" : "en").md"
        shelf.files[path] = random.next() % 3 == 0 ? nil : IndexTests.text(&random)
      }
      let folder = try FolderIndex(base: Bytes(base), update: update.map { Bytes($0) })
      let now = shelf.folders
      let gone = known.subtracting(now.map(\.path)).map { Manifest.Folder(path: $0, stamp: .unknown, files: nil) }
      let new = folder.isChanged(now + gone) ? folder.update(with: now + gone, reading: shelf.reader) : update
      updates += new == nil ? 0 : 1
      if let new { update = new } else { base = FolderIndex.encoded(now, reading: shelf.reader) }
      let updated = try FolderIndex(base: Bytes(base), update: update.map { Bytes($0) })
      #expect(!updated.isChanged(now + gone))
      #expect(answers(updated.index) == answers(try shelf.made().index))
    }
    #expect(updates > 2)
  }

  @Test func `portions have about as much work however uneven the files are`() {
    let sizes = Dictionary((0..<3000).map { ("n\($0).md", $0 < 3 ? 90_000 : 10) }) { first, _ in first }
    let grouping = Grouping(of: Array(sizes.keys), by: Workforce(3) { pieces, work in (0..<pieces).forEach(work) }) {
      ContiguousArray(repeating: UInt8(ascii: "\n"), count: sizes[$0] ?? 0)
    }
    let counts = grouping.portions().map(\.records.count)
    #expect(counts.count == 3)
    #expect(counts.reduce(0, +) == 3000)
    #expect(counts.allSatisfy { $0 < 2 * 1000 + 1 })
  }

  @Test func `two workers take a run from both ends until they meet`() {
    let run = Run(3..<10)
    var taken: [Int] = []
    while let number = run.next(isBackwards: taken.count % 2 == 1) { taken.append(number) }
    #expect(taken == [3, 9, 4, 8, 5, 7, 6])
    #expect(run.next(isBackwards: false) == nil && run.next(isBackwards: true) == nil)
  }

  @Test func `a file is read once, and a large one takes no other's room`() {
    let reads = Mutex<[String: Int]>([:])
    let grouping = Grouping(of: (0..<65).map { "n\($0).md" }, keeping: 100) { path in
      reads.withLock { $0[path, default: 0] += 1 }
      return ContiguousArray(repeating: UInt8(ascii: "\n"), count: path == "n0.md" ? 200 : 1)
    }
    #expect(grouping.portions().map(\.records.count).reduce(0, +) == 65)
    let again = reads.withLock { $0.filter { $0.value > 1 }.map(\.key) }
    #expect(again == ["n0.md"])
  }

  @Test func `a check tells every flip of a bit, and of two that stand in the same place of two words`() {
    let block = ContiguousArray((0..<512).map { UInt8(0x20 + $0 * 7 % 94) })
    let check = IndexFile.check(of: block, 0..<block.count)
    for i in block.indices {
      for bit in 0..<8 {
        for other in [i, i + 8, i + 16, i + 32] where other < block.count {
          var flipped = block
          flipped[i] ^= 1 << UInt8(bit)
          if other != i { flipped[other] ^= 1 << UInt8(bit) }
          if IndexFile.check(of: flipped, 0..<block.count) == check {
            Issue.record("byte \(i) and \(other), bit \(bit)")
          }
        }
      }
    }
  }

  @Test func `a word that says nothing is left out of running text also where it is part of another`() throws {
    let shelf = Shelf(files: ["a.md": "# A\n\nWe call img2to.", "b.md": "# B\n\nWe go to it."])
    let index = try shelf.made().index
    #expect(index.has(Array("img2to".utf8)))
    #expect(!index.has(Array("to".utf8)))
  }

  @Test(arguments: 2...3) func `an index made in portions is the one made at once`(cores: Int) {
    var random = SplitMix64(seed: 11)
    var shelf = Shelf()
    for i in 0..<40 { shelf.files["t\(i % 3)/note\(i).\(i % 4 == 0 ? "zh.md" : "md")"] = IndexTests.text(&random) }
    let workforce = Workforce(cores) { pieces, work in for piece in (0..<pieces).reversed() { work(piece) } }
    #expect(
      FolderIndex.encoded(shelf.folders, by: workforce, reading: shelf.reader)
        == FolderIndex.encoded(shelf.folders, reading: shelf.reader))
  }

  @Test(arguments: [
    ("gradient boosting", false, false), ("扩散", false, false), ("encodr", false, false), ("note7", false, false),
    ("$x_3$", true, false), ("噪声 \\(x_3\\)", true, false), ("t[0] += 1", false, true), ("normalising", false, false),
    ("gra", false, false), ("散", false, false),
  ]) func `an index made for a query has what it asks for and answers as a whole one`(
    words: String, asksFormulas: Bool, asksCode: Bool
  ) throws {
    var random = SplitMix64(seed: 7)
    var shelf = Shelf()
    for i in 0..<30 {
      let code = "```python\nt[\(i % 4)] \(i % 3 == 0 ? "+=" : "=") gradient(\(i))\n```\n"
      shelf.files["note\(i).\(i % 4 == 0 ? "zh" : "en").md"] = IndexTests.text(&random) + code
    }
    let query = Query(words)
    let index = try FolderIndex(of: shelf.folders, for: query, reading: shelf.reader).index
    let (found, expected) = (index.answer(to: query), try shelf.made().index.answer(to: query))
    #expect(found.total > 0 && found.total == expected.total && found.corrected == expected.corrected)
    #expect(found.hits.map { "\($0.slug) \($0.score)" } == expected.hits.map { "\($0.slug) \($0.score)" })
    #expect(!index.isTooNarrow)
    #expect(index.terms(from: [Namespace.formula], limit: 1) { $0.first == Namespace.formula }.isEmpty != asksFormulas)
    #expect(index.terms(from: [Namespace.shape], limit: 1) { $0.first == Namespace.shape }.isEmpty != asksCode)
  }

  @Test func `an index made for a query has no more words than that, and tells when it is asked for others`() throws {
    var shelf = Shelf()
    // A word that few notes have may be mistyped.
    for i in 0..<9 { shelf.files["note\(i).md"] = "# Entropy \(i)\n\nForests of entropies are trees. 采样" }
    func index(_ words: String) throws -> Index {
      try FolderIndex(of: shelf.folders, for: Query(words), reading: shelf.reader).index
    }
    let narrow = try index("entropy")
    #expect(narrow.frequency(of: Array("entropies".utf8)) == 9 && narrow.frequency(of: Array("~entropi".utf8)) == 18)
    #expect(!narrow.isTooNarrow)
    #expect(!narrow.has(Array("trees".utf8)))
    #expect(narrow.isTooNarrow)
    #expect(try !index("entropy").has(Array("采样".utf8)))
    let large = try FolderIndex(of: shelf.folders, for: Query("entropy"), keeping: 100, reading: shelf.reader).index
    #expect(large.has(Array("trees".utf8)))
    // What a mistyped word was meant for may be any.
    #expect(try index("foorset").has(Array("entropies".utf8)))
  }

  /// Where this fails, what is stored of the same notes has changed: then `IndexFile.analysis` is raised with the
  /// number here, or stored indexes go on saying what they said.
  @Test func `an index of fixed notes is the same bytes as long as the analysis is`() {
    let texts = [
      "a.en.md": """
      ---
      title: Mixed words
      aliases: [self-supervised, C++]
      keywords: [how to, 对比]
      topic: t
      macros:
        abar: "\\\\bar\\\\alpha"
      ---

      # Mixed words

      The model’s `snake_case` and RandomForestClassifier don't run; see [[b]].

      ## Formula

      $\\abar_t \\le x^2$ and 学習率 in a line.

      ```python
      t[0] += [1]
      ```

      ## Quiz

      Q: A?
      """,
      "b.zh.md": "# 随机森林\n\n一片森林由许多树组成。\n",
    ]
    let bytes = Index.encoded(texts.sorted { $0.key < $1.key }.map { ($0.key, ContiguousArray($0.value.utf8)) })
    #expect(bytes.stableHash == 623_307_782_047_222_028)
  }

  @Test func `every word starts as its stem says`() throws {
    let index = try Index(decoding: Bytes(BundledNotes.index))
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let words = index.terms(from: [letters.lowerBound], limit: .max) { word in
      word.first.map(letters.contains) ?? false ? true : nil
    }
    #expect(words.count > 5000)
    let rare = ["dying", "lying", "ties", "cries", "skies", "greyish", "greyed", "artefacts", "idly", "ad", "ads", "x"]
    for word in words + rare.map({ Array($0.utf8) }) {
      var starts = TermStarts()
      starts.insert(TermStarts.ofWords(withStem: Stem.of(word)))
      if !starts.contains(TermStarts.of(word)) { Issue.record("\(String(decoding: word, as: UTF8.self))") }
    }
  }

  @Test(arguments: ["", "g", "gr", "gre", "green", "扩", "扩散", "é", "éa"])
  func `all terms that start with a text are among those of its starts`(text: String) {
    var starts = TermStarts()
    starts.insert(TermStarts.ofAll(startingWith: Array(text.utf8)))
    for end in ["", "a", "éa", "z9", "张", "散张", "xyz"] {
      #expect(starts.contains(TermStarts.of(Array((text + end).utf8))), "\(text + end)")
    }
    #expect(text.isEmpty || text.utf8.first == 0xC3 || !starts.contains(TermStarts.of(Array("zoo".utf8))))
  }

  @Test func `the index in the program finds the notes in the program`() throws {
    let index = try Index(decoding: Bytes(BundledNotes.index), isChecked: true)
    #expect(index.answer(to: Query("denoising diffusion probabilistic models")).hits.first?.slug == "ddpm")
    #expect(index.answer(to: Query("垃圾回收")).hits.first?.slug == "python-gc")
    #expect(index.count * 2 == BundledNotes.files.count)
    #expect(!index.isDamaged)
  }

  @Test func `the excerpt of a hit shows the words asked for`() throws {
    let index = try Index(decoding: Bytes(BundledNotes.index))
    let answer = index.answer(to: Query("垃圾回收 分代"))
    let hit = try #require(answer.hits.first)
    let file = try #require(BundledNotes.files.first { $0.path == hit.path })
    let excerpt = answer.excerpt(of: hit, from: file.bytes)
    #expect(!excerpt.anchor.isEmpty)
    #expect(excerpt.pieces.contains { $0.isHit && ($0.text.contains("回收") || $0.text.contains("分代")) })
  }

  @Test func `notes on one subject are more alike than others`() throws {
    let alike = Likeness(of: try Index(decoding: Bytes(BundledNotes.index)))
    #expect(alike.between("gbdt", "xgboost") > alike.between("gbdt", "clip"))
    #expect(alike.between("gbdt", "no such note") == 0)
    #expect(alike.nearest(to: "gbdt", limit: 1) == ["xgboost"] && alike.nearest(to: "no such note", limit: 9).isEmpty)
  }

  @Test func `a block of terms that does not start anew is noticed`() throws {
    let texts = BundledNotes.files.prefix(6).map { ($0.path, $0.bytes) }
    let whole = Index.encoded(texts)
    let segment = try #require(try Index(decoding: Bytes(whole), isChecked: true).parts.first?.segment)
    for block in stride(from: 1, to: segment.blockCount, by: 7) {
      var bytes = whole
      // Five bytes of the term before, which is of another block, and one more.
      bytes[segment.termsStart(ofBlock: block)] = 0x20 + 5 << 3 + 1
      let index = try Index(decoding: Bytes(bytes), isChecked: true)
      _ = index.terms(from: [UInt8(ascii: "a")], limit: .max) { _ in true }
      #expect(index.isDamaged)
    }
  }

  @Test func `a damaged index is noticed or answers the same`() throws {
    var random = SplitMix64(seed: 5)
    var shelf = Shelf()
    for i in 0..<20 { shelf.files["note\(i).md"] = IndexTests.text(&random) }
    let whole = FolderIndex.encoded(shelf.folders, reading: shelf.reader)
    let expected = answers(try shelf.made().index)
    for _ in 0..<40 {
      var bytes = whole
      bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
      if random.next() % 10 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
      guard let folder = try? FolderIndex(base: Bytes(bytes), update: nil) else { continue }
      let found = answers(folder.index)
      #expect(folder.index.isDamaged || found == expected)
    }
  }
}
