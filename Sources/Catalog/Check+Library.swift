import Markdown
import Text

extension Check {
  /// A note in two languages has the same headings, formulas and card ids in both.
  static func pairProblems(_ notes: [Note], cardIDs: (Note) -> [String]) -> [Problem] {
    let declared = notes.filter(\.isDeclared)
    let chinese = Dictionary(
      declared.filter { $0.language == .chinese }.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let english = Set(declared.filter { $0.language == .english }.map(\.slug))
    func lone(_ note: Note, without language: String) -> Problem {
      Problem(.warning, path: note.path, line: 1, column: 1, message: "there is no \(language) note '\(note.slug)'")
    }
    return declared.filter { $0.language == .english }.flatMap { note in
      chinese[note.slug].map { differences(note, $0, cardIDs) } ?? [lone(note, without: "Chinese")]
    }
      + declared.filter { $0.language == .chinese && !english.contains($0.slug) }.map { lone($0, without: "English") }
  }

  private static func differences(
    _ english: Note, _ chinese: Note, _ cardIDs: (Note) -> [String]
  ) -> [Problem] {
    func problem(_ what: String) -> Problem {
      Problem(path: chinese.path, line: 1, column: 1, message: "\(what) than in \(english.path)")
    }
    var problems: [Problem] = []
    if english.sections.map(\.level) != chinese.sections.map(\.level) { problems.append(problem("other headings")) }
    let displays = [english, chinese].map { note in
      note.formulas.filter(\.isDisplay).map { $0.tex.split(whereSeparator: \.isWhitespace) }
    }
    if displays[0] != displays[1] { problems.append(problem("other displayed formulas")) }
    if cardIDs(english) != cardIDs(chinese) { problems.append(problem("other quiz cards")) }
    for (key, a, b) in [
      ("topic", [english.topic], [chinese.topic]), ("prerequisites", english.prerequisites, chinese.prerequisites),
      ("level", ["\(english.level)"], ["\(chinese.level)"]),
    ] where a != b {
      problems.append(problem("another '\(key)'"))
    }
    return problems
  }

  static func cycleProblems(_ library: Library) -> [Problem] {
    guard let cycle = library.prerequisiteCycle(),
      let header = cycle.first.flatMap({ library.header($0, in: .english) })
    else {
      return []
    }
    return [
      Problem(
        path: header.path, line: 1, column: 1, message: "prerequisites in a circle: \(cycle.joined(separator: " → "))")
    ]
  }

  /// No two notes claim the same slug or alias, and none another's slug or title as an alias.
  static func nameProblems(_ library: Library) -> [Problem] {
    slugProblems(library) + aliasProblems(library)
  }

  /// The library named the second of two notes by its path.
  private static func slugProblems(_ library: Library) -> [Problem] {
    zip(library.headers, library.sources).compactMap { header, source in
      let own = Note.ID(of: source, path: header.path)
      guard own != header.id, let slug = FrontMatter(parsing: source, only: ["slug"])["slug"],
        let other = library.header(own.slug, in: own.language)
      else { return nil }
      return Problem(
        path: header.path, line: slug.line, column: 1, message: "'\(own.slug)' is the slug of \(other.path) too")
    }
  }

  /// A name means a slug rather than a title, and a title rather than an alias (`Library.slugs(named:)`).
  private static func aliasProblems(_ library: Library) -> [Problem] {
    var owner: [String: String] = [:]
    for header in library.headers { owner[header.slug.nameKey] = header.slug }
    for header in library.headers {
      for title in [header.title, header.shortTitle] where owner[title.nameKey] == nil {
        owner[title.nameKey] = header.slug
      }
    }
    var problems: [Problem] = []
    for header in library.headers {
      for alias in header.aliases {
        let other = owner[alias.nameKey, default: header.slug]
        owner[alias.nameKey] = other
        guard other != header.slug else { continue }
        problems.append(
          Problem(
            .warning, path: header.path, line: 1, column: 1, message: "the alias '\(alias)' is a name of '\(other)' too"
          ))
      }
    }
    return problems
  }
}
