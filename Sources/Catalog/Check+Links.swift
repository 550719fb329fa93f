import Markdown
import Text

extension Check {
  /// Every wiki link, prerequisite and related note is a note, and a linked section is one of its sections.
  static func linkProblems(_ note: Note, _ library: Library, _ targets: inout LinkTargets) -> [Problem] {
    var problems: [Problem] = []
    let matter = FrontMatter(parsing: note.document.source)
    for (key, slugs) in [("prerequisites", note.prerequisites), ("related", note.related)] {
      let line = matter[key]?.line ?? 1
      for slug in slugs where library.header(slug, in: note.language) == nil {
        let (fault, hint) = fault(of: slug, targets.known(of: slug)) { "write '\($0)'" }
        problems.append(
          Problem(
            .warning, path: note.path, line: line, column: 1, message: "'\(key)' names \(fault)", hint: hint))
      }
    }
    for node in note.document.nodes(.wikiLink) {
      let target = note.document.destination(of: node)
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let start = note.document.range(of: node).lowerBound
      if !parts[0].isEmpty, library.header(parts[0], in: note.language) == nil {
        let (fault, hint) = fault(of: parts[0], targets.known(of: parts[0])) { "write [[\($0)|\(parts[0])]]" }
        problems.append(note.problem(.warning, at: start, "link to \(fault)", hint: hint))
      } else if parts.count == 2, !targets.hasSection(parts[1], in: parts[0], from: note) {
        let owner = parts[0].isEmpty ? "the note" : "'\(parts[0])'"
        problems.append(
          note.problem(.warning, at: start, "link to the section '\(parts[1])', which \(owner) does not have"))
      }
    }
    return problems
  }

  /// What is wrong with a target that is no slug, and what mends it.
  private static func fault(
    of target: String, _ known: LinkTargets.Known, mending: (String) -> String
  ) -> (fault: String, hint: String?) {
    switch known {
    case .otherName(let slug): ("'\(target)', another name of '\(slug)': a slug is wanted", mending(slug))
    case .unknown(let nearest): ("'\(target)', which is no note", nearest.map { "'\($0)' exists" })
    }
  }
}
