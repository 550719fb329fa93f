import Markdown
package import TeX

/// What a note says of itself before its text.
package struct Header: Sendable {
  package var id: Note.ID
  /// Relative to the folder of notes.
  package var path: String
  package var title: String
  /// The topic's slug; the folder's name where the front matter gives none; empty at the top.
  package var topic: String
  package var summary = ""
  package var aliases: [String] = []
  package var keywords: [String] = []
  package var prerequisites: [String] = []
  package var related: [String] = []
  package var isA: [String] = []
  /// 1 first steps, 2 core, 3 advanced; 0 where it is not said.
  package var level = 0
  /// `2026-11-21`, or empty.
  package var updated = ""
  package var sources: [String] = []
  package var macros = GivenMacros()

  package var slug: String { id.slug }
  package var language: Language { id.language }

  /// Reads the front matter alone, in microseconds; only a text that gives no title is parsed for its first heading.
  /// What is missing is taken from the path: `generative/ddim.zh.md` is the note `ddim` in Chinese on `generative`.
  package init(parsing source: ContiguousArray<UInt8>, path: String) {
    self.init(FrontMatter(parsing: source), of: source, path: path) { Document(parsing: source) }
  }

  /// The same where the front matter, and perhaps the text, is parsed already.
  init(_ matter: FrontMatter, of source: ContiguousArray<UInt8>, path: String, document: () -> Document) {
    let name = FileName(path)
    id = Note.ID(matter, name, source)
    self.path = path
    title = matter.line("title") ?? Header.firstHeading(of: document()) ?? name.stem
    topic = matter.line("topic") ?? name.folder
    summary = matter.line("summary") ?? ""
    aliases = matter.list("aliases")
    keywords = matter.list("keywords") + matter.list("tags")
    prerequisites = matter.list("prerequisites")
    related = matter.list("related")
    isA = matter.list("is-a")
    level = matter.scalar("level").flatMap { Int($0) } ?? 0
    updated = matter.scalar("updated") ?? matter.scalar("date") ?? ""
    sources = matter.list("sources")
    macros = GivenMacros(matter.map("macros"))
  }

  private static func firstHeading(of document: Document) -> String? {
    var node = document.firstChild(of: document.root)
    while let block = node {
      if document.kind(of: block) == .heading {
        let text = document.headline(of: block)
        if !text.isBlank { return text }
      }
      node = document.next(after: block)
    }
    return nil
  }
}

extension Note.ID {
  /// What a note is named by, without parsing its text.
  package init(of source: ContiguousArray<UInt8>, path: String) {
    self.init(FrontMatter(parsing: source, only: ["slug", "lang"]), FileName(path), source)
  }

  fileprivate init(_ matter: FrontMatter, _ name: FileName, _ source: ContiguousArray<UInt8>) {
    language =
      matter.scalar("lang").flatMap(Language.init) ?? name.language
      ?? (Note.ID.isChinese(source) ? .chinese : .english)
    slug = matter.line("slug").flatMap { $0.isEmpty ? nil : $0 } ?? name.stem
  }

  /// Whether a tenth of the first four kilobytes are Han characters.
  private static func isChinese(_ source: ContiguousArray<UInt8>) -> Bool {
    let head = source.prefix(4096)
    let han = head.reduce(0) { $0 + (0xE4...0xE9 ~= $1 ? 1 : 0) }
    return han * 30 > head.count
  }
}

extension Set<Note.ID> {
  /// Takes the name of a file. Where another file has it, it is the whole path, with hyphens, `notes-2024-index`, and a
  /// number behind it where that is taken too.
  package mutating func take(_ id: Note.ID, of path: String) -> Note.ID {
    if insert(id).inserted { return id }
    let name = String(path.hasSuffix(".md") ? path.dropLast(3) : path[...]).replacing("/", with: "-")
    var other = Note.ID(slug: name, language: id.language)
    var number = 1
    while !insert(other).inserted {
      number += 1
      other.slug = "\(name)-\(number)"
    }
    return other
  }
}

/// The parts of a note's path: folder, stem and language.
private struct FileName {
  var folder = ""
  var stem: String
  var language: Language?

  init(_ path: String) {
    // By bytes, which takes a tenth of the time: a folder may have many notes, and the names of all are read first.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    if parts.count > 1 { folder = String(Substring(parts[parts.count - 2])) }
    var name = parts.last ?? Substring().utf8
    for suffix in [".md", ".markdown"] { name.drop(suffix) }
    for candidate in Language.allCases where name.drop(".\(candidate.rawValue)") { language = candidate }
    stem = String(Substring(name))
    // What is only named for its place is named with it: two of these are no translations of each other.
    let isPlace = ["index", "_index", "readme"].contains(stem.lowercased())
    if isPlace && !folder.isEmpty { stem = "\(folder)-\(stem)" }
  }
}

extension Substring.UTF8View {
  /// Drops an ending; false where it has another.
  @discardableResult fileprivate mutating func drop(_ ending: String) -> Bool {
    let ending = ending.utf8
    guard count >= ending.count, suffix(ending.count).elementsEqual(ending) else { return false }
    self = dropLast(ending.count)
    return true
  }
}
