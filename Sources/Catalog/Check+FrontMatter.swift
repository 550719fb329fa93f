import Markdown
import Text

extension Check {
  /// Front matter is readable, knows no unknown key, and in a note with a `slug` is complete.
  static let frontMatterProblems: NoteRule = { note, _ in
    let matter = FrontMatter(parsing: note.document.source)
    var problems = matter.mistakes.map {
      Problem(path: note.path, line: $0.line, column: 1, message: "front matter: \($0.message)")
    }
    guard matter["slug"] != nil else { return problems }
    for key in required where matter[key] == nil {
      problems.append(Problem(path: note.path, line: 1, column: 1, message: "front matter lacks '\(key)'"))
    }
    for entry in matter.entries where !(required + optional).contains(entry.key) {
      let near = (required + optional).filter { editDistance($0, entry.key) <= 2 }.first
      problems.append(
        Problem(
          .warning, path: note.path, line: entry.line, column: 1,
          message: "unknown key '\(entry.key)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
    }
    if let level = matter["level"], !(1...3).contains(note.level) {
      problems.append(Problem(path: note.path, line: level.line, column: 1, message: "'level' is 1, 2 or 3"))
    }
    if let updated = matter["updated"], !isDate(note.updated) {
      problems.append(
        Problem(path: note.path, line: updated.line, column: 1, message: "'updated' is a date such as 2026-11-21"))
    }
    return problems
  }

  private static let required = [
    "slug", "lang", "title", "topic", "summary", "aliases", "keywords", "prerequisites", "related", "level", "updated",
    "sources",
  ]
  private static let optional = ["is-a", "macros", "tags", "date"]

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil
    else {
      return false
    }
    return 1...12 ~= month && 1...31 ~= day
  }
}
