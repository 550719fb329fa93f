import Catalog
import Testing
import Text

@testable import Search

/// Looking things up in a stored index, beside looking at everything.
@Suite struct LookupTests {
  /// Words of two to five syllables, of which many share their starts: several blocks of terms.
  private static let words: [String] = {
    let syllables = ["ba", "do", "ken", "li", "mor", "ta", "str", "u"]
    return (0..<900).map { i in
      [i, i / 8, i / 64, i / 5, i / 3].prefix(2 + i % 4).map { syllables[$0 % 8] }.joined()
    }
  }()

  private func index() throws -> Index {
    let files: [Library.File] = (0..<30).map { i in
      let words = LookupTests.words[i * 30..<i * 30 + 30].joined(separator: "\n\n")
      return (path: "note\(i).md", bytes: ContiguousArray("# Note \(i)\n\n\(words)\n".utf8))
    }
    return try Index(of: files)
  }

  @Test func `each word is found, and none that is not there`() throws {
    let index = try index()
    for word in LookupTests.words { #expect(index.has(Array(word.utf8))) }
    for word in LookupTests.words where !LookupTests.words.contains(word + "x") {
      #expect(!index.has(Array((word + "x").utf8)))
    }
    #expect(!index.has([UInt8]()))
  }

  @Test func `words that are numbered many at a time get the numbers that each gets by itself`() {
    var (table, other) = (TermTable(), TermTable())
    var reader = NoteReader(.all)
    var numbers: ContiguousArray<Int32> = []
    // Each text says words again, of itself and of those before it, until the table has grown several times.
    for i in 0..<60 {
      let words = LookupTests.words[i * 15..<i * 15 + 15] + LookupTests.words[i..<i + 9]
      let source = "\(words.joined(separator: " ")) 词语 \(words.joined(separator: "-"))"
      let note = reader.read(Note(parsing: ContiguousArray(source.utf8), path: "a.md"))
      table.number(note.mentions.span, of: note.text.span, to: &numbers)
      let expected = note.mentions.map { other.number(of: note.text, in: $0.text) }
      #expect(numbers.map { Int($0) } == expected)
    }
    #expect(table.count == other.count && table.count > 500)
  }

  @Test(arguments: [("bado", 1), ("kenlimro", 2), ("tastru", 1), ("morbakenx", 2), ("lllllll", 2)])
  func `words near a mistyped one are those that a look at each finds`(word: String, limit: Int) throws {
    let near = NearWords.of(Array(word.utf8), within: limit, in: try index())
    let found = Set(near.map { "\(String(decoding: $0.text, as: UTF8.self)) \($0.distance)" })
    let expected = Set(LookupTests.words).map { ($0, editDistance($0, word)) }.filter {
      $0.1 <= limit && (limit == 1 || $0.0.first == word.first)
    }
    #expect(found.isSuperset(of: expected.map { "\($0.0) \($0.1)" }))
    #expect(near.allSatisfy { editDistance(String(decoding: $0.text, as: UTF8.self), word) == $0.distance })
  }

  @Test func `words near a mistyped one start as is said of them`() {
    let word = Array("model".utf8)
    let letters = Array("amz9".utf8)
    var near = word.indices.dropLast().map { i in Array(word[..<i]) + [word[i + 1], word[i]] + word[(i + 2)...] }
    for i in word.indices {
      near.append(Array(word[..<i] + word[(i + 1)...]))
      near += letters.map { word[..<i] + [$0] + word[(i + 1)...] } + letters.map { word[..<i] + [$0] + word[i...] }
    }
    var starts = TermStarts()
    starts.insert(TermStarts.ofWords(near: word, within: 1))
    for other in near { #expect(starts.contains(TermStarts.of(other)), "\(String(decoding: other, as: UTF8.self))") }
    #expect(!starts.contains(TermStarts.of(Array("token".utf8))))
    starts.insert(TermStarts.ofWords(near: word, within: 2))
    #expect(starts.contains(TermStarts.of(Array("mxxxel".utf8))))
  }

  @Test func `a word is found by its other forms, also where these do not start with the stem`() throws {
    let families = [
      ["classify", "classified", "classifying", "classifies"], ["hoping", "hope", "hoped"], ["dying", "die", "dies"],
      ["relational", "relate", "relating"], ["happy", "happier", "happiness"], ["bet", "bets", "betting"],
    ]
    let files: [Library.File] = families.joined().map { (path: "\($0).md", bytes: ContiguousArray("A \($0).\n".utf8)) }
    let index = try Index(of: files)
    for family in families {
      for word in family {
        let found = Set(index.answer(to: Query("notes \(word)"), limit: 20).hits.map(\.slug))
        let sameStem = family.filter { Stem.of(Array($0.utf8)) == Stem.of(Array(word.utf8)) }
        #expect(found.isSuperset(of: sameStem))
      }
    }
  }

  @Test(arguments: [0, 40, 1000, 4000, 9999, 1_000_000])
  func `a list of postings is read as it was written`(leap: UInt32) {
    let entries = (0..<500 as Range<UInt32>).map { $0 * 3 + $0 % 2 + ($0 < 250 ? 0 : leap) }
    let list = ContiguousArray(entries.enumerated().map { $1 << 8 | [32, 32, 41, 24, 55, 56, 127, 0][$0 % 8] })
    let entryCount = Int(entries[499]) + 1
    var bytes = ContiguousArray<UInt8>()
    PostingCode.append(list.span, of: entryCount, to: &bytes)
    #expect(bytes.allSatisfy { $0 < 0x80 })
    let usual = bytes.count
    bytes += ContiguousArray(repeating: UInt8(0x20 + 40), count: UsualImpacts.width * entryCount)
    var postings = ContiguousArray(repeating: Posting(entry: 0, impact: 0), count: list.count)
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe postings.withUnsafeMutableBufferPointer { postings in
        unsafe PostingCode.read(bytes, in: 0..<usual, of: entryCount, base: 3, usual: usual, into: postings)
      }
    }
    #expect(count == list.count)
    #expect(postings.map { Int($0.entry) - 3 } == list.map { Int($0 >> 8) })
    #expect(postings.map { Int($0.impact) } == list.map { max(0, min(93, 40 + Int($0 & 0x7F) - 32)) })
  }

  @Test(arguments: [40, 700, 4000]) func `a damaged list of postings stays inside`(entryCount: Int) {
    var random = SplitMix64(seed: UInt64(entryCount))
    for length in 0..<200 {
      // Behind the list is what is read for each entry.
      let list = ContiguousArray((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      let bytes = list + ContiguousArray(repeating: 0xFF, count: UsualImpacts.width * entryCount)
      var postings = ContiguousArray(repeating: Posting(entry: 0, impact: 0), count: 40)
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe postings.withUnsafeMutableBufferPointer { postings in
          unsafe PostingCode.read(bytes, in: 0..<length, of: entryCount, base: 0, usual: length, into: postings)
        }
      }
      #expect(count <= 40 && postings[..<count].allSatisfy { (0..<Int32(entryCount)).contains($0.entry) })
    }
  }

  @Test func `of many notes that match as well the first are shown by their slugs`() throws {
    let files: [Library.File] = (100..<320).reversed().map {
      (path: "n\($0).md", bytes: ContiguousArray("# Same\n\nentropy\n".utf8))
    }
    let answer = try Index(of: files).answer(to: Query("entropy"), limit: 60)
    #expect(answer.total == 220)
    #expect(answer.hits.map(\.slug) == (100..<160).map { "n\($0)" })
  }

  @Test func `the state of each file of a large folder is known`() throws {
    let names = (0..<300).map { "file\($0 * 7).en.md" }.sorted()
    let files = names.enumerated().map { i, name in
      Manifest.File(name: name, stamp: Stamp(size: i, modified: i * 3, changed: 0, inode: i))
    }
    let folder = Manifest.Folder(path: "deep/er", stamp: .unknown, files: files)
    let encoded = FolderIndex.encoded([folder]) { _ in ContiguousArray("# A note\n".utf8) }
    let index = try FolderIndex(base: Bytes(encoded), update: nil)
    for file in files { #expect(index.stamp(of: "deep/er/\(file.name)") == file.stamp) }
    #expect(index.stamp(of: "deep/er/file1.en.md") == nil)
    #expect(index.stamp(of: "file7.en.md") == nil)
    #expect(index.files(in: "deep/er")?.map(\.name) == names)
  }
}
