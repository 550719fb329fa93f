import Catalog
import Host
import Search

/// A note by one of its names, with what the other notes know of it.
struct FoundNote {
  let note: Note
  /// The same in the other language, where there is one.
  let readTranslation: () -> Note?
  let otherTitle: String?
  let backlinks: [String]
  /// The title of a note by its slug, in this one's language if it has it.
  let title: (String) -> String?
  /// The notes most like it by what they say, for a note that names no related ones.
  let nearest: () -> [String]
  /// Where the note is not from where notes were looked for.
  private(set) var standIn: StandIn?

  init(_ name: String, in source: NoteSource, _ console: Console) throws(Failure) {
    if let found = try FoundNote(slug: name, in: source, console) {
      self = found
    } else {
      self = try FoundNote(anyName: name, in: source, console)
    }
  }

  /// By its slug, through the index where one is at hand: no other note is read. Nil where that does not lead to a
  /// note.
  private init?(slug: String, in source: NoteSource, _ console: Console) throws(Failure) {
    guard let index = try SearchSource(source).storedIndex() else { return nil }
    func read(_ file: (language: Language, path: String, title: String)) -> Note? {
      guard let bytes = source.text(of: file.path) else { return nil }
      let note = Note(parsing: bytes, path: file.path)
      return note.slug == slug ? note : nil
    }
    let files = index.files(of: slug)
    let language = console.language(for: slug)
    guard let own = files.first(where: { $0.language == language }) ?? files.first, let note = read(own) else {
      return nil
    }
    let other = files.first { $0.language != own.language }
    self.note = note
    otherTitle = other?.title
    backlinks = index.backlinks(to: slug)
    title = { slug in
      let files = index.files(of: slug)
      return (files.first { $0.language == note.language } ?? files.first)?.title
    }
    nearest = { FoundNote.nearest(to: slug, in: index) }
    readTranslation = { other.flatMap(read) }
  }

  /// By any of its names, from the front matter of all notes; in the bundled ones where the folder has none so named.
  private init(anyName name: String, in source: NoteSource, _ console: Console) throws(Failure) {
    let (slug, library, found) = try source.note(named: name)
    let language = console.language(for: name)
    guard let note = library.note(slug, in: language) else { throw Failure(.bug, "lost the note '\(slug)'") }
    let other = library.header(slug, in: note.language.other).flatMap { $0.id == note.header.id ? nil : $0 }
    self.note = note
    otherTitle = other?.title
    backlinks = library.backlinks(to: slug)
    title = { library.header($0, in: note.language)?.title }
    nearest = {
      guard library.headers.count <= FoundNote.few, let index = try? SearchSource(found).index() else { return [] }
      return FoundNote.nearest(to: slug, in: index)
    }
    readTranslation = { other.flatMap { library.note(slug, in: $0.language) } }
    if found != source { standIn = StandIn(for: source, lacking: [name], in: console.language) }
  }

  /// Of more notes too much of the index would be read for three names.
  private static let few = 2000

  private static func nearest(to slug: String, in index: Index) -> [String] {
    index.count <= few ? Likeness(of: index).nearest(to: slug, limit: 3) : []
  }
}
