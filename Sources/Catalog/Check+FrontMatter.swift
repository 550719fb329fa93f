import Markdown
import Text

extension Check {
  /// Front matter is closed and readable, knows no unknown key, and in a note with a `slug` is complete.
  static let frontMatterProblems: NoteRule = { note, _ in
    let matter = FrontMatter(parsing: note.document.source)
    var problems = matter.mistakes.map {
      Problem(path: note.path, line: $0.line, column: 1, message: "front matter: \($0.message)")
    }
    if matter.isUnclosed {
      let fence = matter.isTOML ? "+++" : "---"
      problems.append(Problem(path: note.path, line: 1, column: 1, message: "front matter is not closed by '\(fence)'"))
    }
    guard let slug = matter["slug"] else { return problems }
    let lacking = required.filter { matter[$0] == nil }.map { "'\($0)'" }
    if !lacking.isEmpty {
      let names =
        lacking.count == 1
        ? lacking[0] : lacking.dropLast().joined(separator: ", ") + " and " + lacking[lacking.count - 1]
      problems.append(Problem(path: note.path, line: 1, column: 1, message: "front matter lacks \(names)"))
    }
    for key in filled {
      guard let entry = matter[key], matter.list(key).allSatisfy(\.isBlank) else { continue }
      problems.append(Problem(.warning, path: note.path, line: entry.line, column: 1, message: "'\(key)' is empty"))
    }
    if matter.scalar("slug")?.utf8.allSatisfy(\.isOfSlug) == false {
      problems.append(
        Problem(
          path: note.path, line: slug.line, column: 1, message: "'slug' is of lower-case letters, digits and hyphens"))
    }
    if let language = matter["lang"], Language(rawValue: matter.scalar("lang") ?? "") == nil {
      problems.append(Problem(path: note.path, line: language.line, column: 1, message: "'lang' is en or zh"))
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
  /// Without these a note is neither found nor shown well.
  private static let filled = ["title", "summary", "keywords", "sources"]
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

extension UInt8 {
  fileprivate var isOfSlug: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
