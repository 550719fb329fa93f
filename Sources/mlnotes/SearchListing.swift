import Catalog
import Search
import Text

/// The results of a search as a person or a program reads them.
struct SearchListing {
  let query: Query
  let found: Found

  var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("schema", .string("mlnotes.search/1")), ("query", .string(query.text)),
    ]
    if let corrected = found.answer.corrected { members.append(("corrected", .string(corrected))) }
    members.append(("total", .integer(found.answer.total)))
    let results = zip(found.answer.hits, found.excerpts).map { hit, excerpt in
      JSON.object([
        ("slug", .string(hit.slug)), ("lang", .string(hit.language.rawValue)), ("topic", .string(hit.topic)),
        ("title", .string(hit.title)), ("score", .number(SearchListing.rounded(hit.score))),
        ("section", .string(excerpt.section)), ("anchor", .string(excerpt.anchor)), ("snippet", .string(excerpt.text)),
        ("path", .string(hit.path)),
      ])
    }
    members.append(("results", .array(results)))
    return .object(members)
  }

  var records: [[String]] {
    zip(found.answer.hits, found.excerpts).map { hit, excerpt in
      [
        hit.slug, hit.language.rawValue, hit.topic, hit.title, String(SearchListing.rounded(hit.score)),
        excerpt.section,
        excerpt.anchor, excerpt.text, hit.path,
      ]
    }
  }

  /// A line that says what was searched, then for each note its name and, for the first ones, where it answers.
  func lines(_ console: Console) -> [[Run]] {
    let answer = found.answer
    let count =
      console.language == .chinese ? "\(answer.total) 篇笔记" : "\(answer.total) note\(answer.total == 1 ? "" : "s")"
    var head = [Run("  \(count) · ", .dim), Run(answer.corrected ?? query.text, .bold)]
    if answer.corrected != nil {
      head.append(Run("   " + Wording("(nothing has '\(query.text)')", "（没有“\(query.text)”）")[console.language], .dim))
    }
    var lines = [head, []]
    let slugColumns = (answer.hits.map { $0.slug.columns() }.max() ?? 0) + 1
    for (i, (hit, excerpt)) in zip(answer.hits, found.excerpts).enumerated() {
      lines.append(title(i + 1, hit, slugColumns, console))
      if i < 3 {
        lines += details(excerpt, hit, console)
        lines.append([])
      }
    }
    if lines.last?.isEmpty == false { lines.append([]) }
    if let first = answer.hits.first, !console.isQuiet {
      lines.append([Run("  mlnotes show \(first.slug) · mlnotes quiz \(first.slug)", .dim)])
    }
    return lines
  }

  private func title(_ number: Int, _ hit: Answer.Hit, _ slugColumns: Int, _ console: Console) -> [Run] {
    let digits = String(found.answer.hits.count).count
    let padded = String(repeating: " ", count: digits - String(number).count) + String(number)
    let gap = String(repeating: " ", count: max(1, slugColumns - hit.slug.columns()))
    let left = "  \(padded)  \(hit.slug)\(gap)"
    let room = console.width - left.columns() - hit.topic.columns() - 2
    var title = hit.title
    if !hit.otherTitle.isEmpty, (title + " · " + hit.otherTitle).columns() <= room { title += " · " + hit.otherTitle }
    title = title.clipped(to: max(10, room))
    let space = String(repeating: " ", count: max(2, room - title.columns() + 2))
    return [Run("  \(padded)  ", .dim), Run(hit.slug, .bold), Run(gap + title), Run(space + hit.topic, .dim)]
  }

  private func details(_ excerpt: Excerpt, _ hit: Answer.Hit, _ console: Console) -> [[Run]] {
    let indent = String(repeating: " ", count: 4 + String(found.answer.hits.count).count)
    var lines: [[Run]] = []
    if !excerpt.pieces.isEmpty {
      lines.append(
        [Run(indent)] + excerpt.pieces.map { Run($0.text, $0.isHit ? Style.bold.with { $0.color = .yellow } : .plain) })
    }
    if !excerpt.section.isEmpty { lines.append([Run("\(indent)§ \(excerpt.section)", .dim)]) }
    return lines
  }

  private static func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}

extension String {
  /// The text, or as much of it as fits into so many columns with an ellipsis.
  fileprivate func clipped(to limit: Int) -> String {
    guard columns() > limit else { return self }
    var text = self
    while text.columns() > limit - 1, !text.isEmpty { text.removeLast() }
    return text + "…"
  }
}
