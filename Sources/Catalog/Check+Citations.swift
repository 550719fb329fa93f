import Markdown
import Text

extension Check {
  /// An arXiv identifier has the form `arXiv:2010.02502` or `arXiv:physics/0004057`, a DOI the form `doi:10.1109/…`.
  static let citationProblems: NoteRule = { note, _ in
    var problems: [Problem] = []
    let text = String(decoding: note.document.source, as: UTF8.self)
    var line = 1
    for row in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      for identifier in identifiers(after: "arxiv:", in: row) where !isArXiv(identifier) {
        problems.append(
          Problem(
            .warning, path: note.path, line: line, column: 1, message: "'arXiv:\(identifier)' is no arXiv identifier"))
      }
      for identifier in identifiers(after: "doi:", in: row)
      where !identifier.hasPrefix("10.") || !identifier.contains("/") {
        problems.append(
          Problem(.warning, path: note.path, line: line, column: 1, message: "'doi:\(identifier)' is no DOI"))
      }
      line += 1
    }
    return problems
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  private static func identifiers(after mark: String, in row: Substring) -> [String] {
    var found: [String] = []
    var rest = row
    while let range = rest.range(ofIgnoringCase: mark) {
      // None is nearly as long, and a line may be full of marks.
      let word = rest[range.upperBound...].prefix(200).prefix {
        !$0.isWhitespace && !"\"'<>[]{}|，。；、）".contains($0)
      }
      rest = rest[word.endIndex...]
      if let first = word.first, first.isNumber || first.isLetter {
        found.append(String(word.trimmingEnd { ".,;:)".contains($0) }))
      }
    }
    return found
  }

  /// Whether it is a year's and month's four digits with four or five behind a point, or seven behind a subject, and
  /// perhaps a version.
  private static func isArXiv(_ identifier: String) -> Bool {
    let digits = identifier.reversed().prefix(while: isDigit).count
    let version = identifier.suffix(digits + 1)
    let base = digits > 0 && version.first == "v" ? identifier.dropLast(digits + 1) : identifier[...]
    let isOld = base.contains("/")
    let parts = base.split(separator: isOld ? "/" : ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].allSatisfy(isDigit) else { return false }
    return isOld ? parts[1].count == 7 : parts[0].count == 4 && parts[0].allSatisfy(isDigit) && 4...5 ~= parts[1].count
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

extension Substring {
  /// Where an ASCII word in small letters stands first, in any case.
  fileprivate func range(ofIgnoringCase word: String) -> Range<Index>? {
    let wanted = word.utf8
    guard let first = wanted.first else { return nil }
    var i = startIndex
    while let start = utf8[i...].firstIndex(where: { $0 | 0x20 == first }) {
      let text = utf8[start...].prefix(wanted.count)
      if text.count == wanted.count, zip(text, wanted).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
        return start..<text.endIndex
      }
      i = utf8.index(after: start)
    }
    return nil
  }

  fileprivate func trimmingEnd(_ isLeft: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isLeft(last) { text.removeLast() }
    return text
  }
}
