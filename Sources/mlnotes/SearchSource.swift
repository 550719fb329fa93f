import Catalog
import Host
import Notes
import Search
import TeX
import Text

/// The index of the notes at hand and the texts behind it.
struct SearchSource {
  private let source: NoteSource
  private let isFresh: Bool
  /// Beyond so many notes that came up and were looked at, all files are.
  private static let mostLooked = 100

  init(_ source: NoteSource, isFresh: Bool = false) {
    self.source = source
    self.isFresh = isFresh
  }

  /// Gives the text of a note's path.
  private typealias Reading = @Sendable (String) -> ContiguousArray<UInt8>

  /// Finds notes; an excerpt of so many columns is taken from each one's text as it is now, with its formulas as they
  /// are to be set.
  func found(
    for query: Query, limit: Int, topic: String?, in language: Language, columns: Int, as setting: Setting
  ) throws(Failure) -> Found {
    @Sendable func search(_ index: Index, _ text: Reading) -> Found {
      let answer = index.answer(
        to: query, limit: limit, topic: topic, in: language, by: .allCores, reading: text)
      let excerpts = Workforce.allCores.forShort(answer.hits.count).map(answer.hits.count) { i in
        answer.excerpt(of: answer.hits[i], from: text(answer.hits[i].path), columns: columns, as: setting)
      }
      return Found(answer: answer, excerpts: excerpts)
    }
    switch source {
    case .bundled: return search(try SearchSource.bundled()) { source.text(of: $0) ?? [] }
    case .folder(let root): return try found(in: IndexCache(of: root, for: query), search)
    }
  }

  /// The index alone, for what notes have to do with each other.
  func index() throws(Failure) -> Index {
    switch source {
    case .bundled: return try SearchSource.bundled()
    case .folder(let root):
      do throws(SystemError) { return try IndexCache(of: root).open(isFresh: isFresh).folder.index } catch {
        throw Failure(.cannotRead, "cannot read the folder '\(error.path)': \(error.reason)")
      }
    }
  }

  /// The index where it need not be made from all notes first.
  func storedIndex() throws(Failure) -> Index? {
    if case .folder(let root) = source, !IndexCache(of: root).isStored { return nil }
    return try index()
  }

  private func found(
    in cache: IndexCache, _ search: @Sendable (Index, Reading) -> Found
  ) throws(Failure) -> Found {
    let root = cache.root
    let text: Reading = { path in (try? File.readText("\(root)/\(path)")) ?? [] }
    do throws(SystemError) {
      let first = try cache.open(isFresh: isFresh) { search($0, text) }
      var opened = first.opened
      var found = first.done ?? search(opened.folder.index, text)
      // What comes up in the place of notes that have changed may have changed too.
      var looked: Set<String> = []
      while let again = try cache.open(
        opened, lookingAgainAt: found.answer.hits.map(\.path).filter { looked.insert($0).inserted })
      {
        opened = looked.count < SearchSource.mostLooked ? again : try cache.open(isFresh: true)
        found = search(opened.folder.index, text)
      }
      if opened.folder.index.isDamaged {
        opened = try cache.made(remark: IndexCache.damaged)
        found = search(opened.folder.index, text)
      }
      if opened.folder.index.isTooNarrow {
        opened = try IndexCache(of: root).made()
        found = search(opened.folder.index, text)
      }
      found.remark = opened.remark
      found.age = FileStatus.now - opened.looked
      return found
    } catch {
      throw Failure(.cannotRead, "cannot read the folder '\(error.path)': \(error.reason)")
    }
  }

  private static func bundled() throws(Failure) -> Index {
    do throws(Problem) { return try Index(decoding: Bytes(BundledNotes.index)) } catch {
      throw Failure(.bug, error.message)
    }
  }

}

/// What was found, with the excerpt of each hit.
struct Found: Sendable {
  var answer: Answer
  var excerpts: [Excerpt]
  /// A line for standard error.
  var remark: String?
  /// How long ago all files were looked at, in nanoseconds.
  var age = 0
}
