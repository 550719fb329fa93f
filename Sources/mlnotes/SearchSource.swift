import Catalog
import Host
import Notes
import Search
import Text

/// The index to search and the texts behind it.
struct SearchSource {
  private let index: Index
  /// The text of a note by its path.
  private let text: (String) -> ContiguousArray<UInt8>

  init(_ source: NoteSource, isFresh: Bool) throws(Failure) {
    do throws(Problem) {
      switch source {
      case .bundled:
        index = try Index(decoding: Bytes(BundledNotes.index))
        text = { path in BundledNotes.files.first { $0.path == path }?.bytes ?? [] }
      case .folder(let root):
        index = try Index(of: SearchSource.files(source))
        text = { path in (try? File.read("\(root)/\(path)")) ?? [] }
      }
    } catch {
      throw Failure(.bug, error.message)
    }
  }

  private static func files(_ source: NoteSource) throws(Problem) -> [Library.File] {
    do throws(Failure) { return try source.files() } catch {
      throw Problem(path: source.description, message: error.message)
    }
  }

  func answer(to query: Query, limit: Int, topic: String?, in language: Language) -> Found {
    let answer = index.answer(to: query, limit: limit, topic: topic, in: language)
    let excerpts = answer.hits.map { answer.excerpt(of: $0, from: text($0.path)) }
    return Found(answer: answer, excerpts: excerpts)
  }
}

/// What was found, with the excerpt of each hit.
struct Found {
  var answer: Answer
  var excerpts: [Excerpt]
}
