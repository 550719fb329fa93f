import Catalog
import Host
import Notes
import Search
import Text

/// The index to search and the texts behind it.
struct SearchSource {
  private let index: Index
  private let texts: [String: ContiguousArray<UInt8>]

  init(_ source: NoteSource, isFresh: Bool) throws(Failure) {
    let files = try source.files()
    do throws(Problem) {
      index = try Index(of: Library(files: files))
    } catch {
      throw Failure(.bug, error.message)
    }
    texts = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  func answer(to query: Query, limit: Int, topic: String?, in language: Language) -> Found {
    let answer = index.answer(to: query, limit: limit, topic: topic, in: language)
    let excerpts = answer.hits.map { answer.excerpt(of: $0, from: texts[$0.path] ?? []) }
    return Found(answer: answer, excerpts: excerpts)
  }
}

/// What was found, with the excerpt of each hit.
struct Found {
  var answer: Answer
  var excerpts: [Excerpt]
}
