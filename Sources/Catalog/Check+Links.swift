import Markdown
import Text

extension Check {
  /// Every wiki link, prerequisite and related note is a note, and a linked section is one of its sections.
  static let linkProblems: NoteRule = { note, library in
    var problems: [Problem] = []
    let matter = FrontMatter(parsing: note.document.source)
    for (key, slugs) in [("prerequisites", note.prerequisites), ("related", note.related)] {
      for slug in slugs where library.header(slug, in: note.language) == nil {
        problems.append(
          Problem(
            .warning, path: note.path, line: matter[key]?.line ?? 1, column: 1,
            message: "'\(key)' names '\(slug)', which is no note", hint: suggestion(slug, library)))
      }
    }
    for node in note.document.nodes(.wikiLink) {
      let target = note.document.destination(of: node)
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let start = note.document.range(of: node).lowerBound
      if !parts[0].isEmpty, library.header(parts[0], in: note.language) == nil {
        problems.append(
          note.problem(
            .warning, at: start, "link to '\(parts[0])', which is no note", hint: suggestion(parts[0], library)))
      } else if parts.count == 2 {
        let linked = parts[0].isEmpty ? note : library.note(parts[0], in: note.language)
        if linked?.section(named: parts[1]) == nil {
          problems.append(
            note.problem(.warning, at: start, "link to the section '\(parts[1])', which '\(parts[0])' does not have"))
        }
      }
    }
    return problems
  }

  private static func suggestion(_ slug: String, _ library: Library) -> String? {
    library.nearest(to: slug, limit: 1).first.map { "'\($0)' exists" }
  }
}
