package import Catalog
import Text

/// The notes that a search found, the best first.
package struct SearchScreen {
  package struct Row: Sendable {
    package var slug: String
    package var language: Language
    package var title: String
    /// Empty where the note is in one language only.
    package var otherTitle: String
    package var topic: String
    package var section: String
    package var snippet: [(text: String, isHit: Bool)]

    package init(
      slug: String, language: Language, title: String, otherTitle: String, topic: String, section: String,
      snippet: [(text: String, isHit: Bool)]
    ) {
      self.slug = slug
      self.language = language
      self.title = title
      self.otherTitle = otherTitle
      self.topic = topic
      self.section = section
      self.snippet = snippet
    }
  }

  /// Rows after this many are shown without their snippet.
  private static let detailed = 3

  package var query: String
  /// What was searched instead of a mistyped query.
  package var corrected: String?
  /// The words of the query that no note has.
  package var missing: [String]
  /// Whether the notes may be about something else than was asked for.
  package var isDistant: Bool
  package var total: Int
  package var rows: [Row]
  package var hasHints: Bool
  /// Whether the first note can be asked.
  package var hasCards: Bool

  package init(
    query: String, corrected: String?, missing: [String] = [], isDistant: Bool = false, total: Int, rows: [Row],
    hasHints: Bool = true, hasCards: Bool = true
  ) {
    self.query = query
    self.corrected = corrected
    self.missing = missing
    self.isDistant = isDistant
    self.total = total
    self.rows = rows
    self.hasHints = hasHints
    self.hasCards = hasCards
  }

  package func lines(on sheet: Sheet) -> [Line] {
    var head = [Run(SearchScreen.shortened(corrected ?? query, to: sheet.measure), .bold)]
    // How many notes have some of its words says nothing about what none of them has.
    if !isDistant { head.insert(Run(sheet.counted(total, "note", "notes", "篇笔记") + " · ", .secondary), at: 0) }
    if corrected != nil {
      let asked = SearchScreen.shortened(query, to: sheet.measure)
      head.append(Run("   " + sheet.word(Wording("(nothing has '\(asked)')", "（没有“\(asked)”）")), .secondary))
    }
    var lines = sheet.prose(head)
    if let remark { lines += sheet.prose([Run(sheet.word(remark), .secondary)]) }
    lines.append([])
    let slugs = rows.reduce(0) { max($0, sheet.columns($1.slug)) }
    for (i, row) in rows.enumerated() {
      lines += title(i + 1, row, slugs, sheet)
      if i < SearchScreen.detailed { lines += details(row, sheet) + [[]] }
    }
    if lines.last?.isEmpty == false { lines.append([]) }
    if hasHints, total > rows.count {
      let (rest, next) = (total - rows.count, 10 * max(10, rows.count))
      let more =
        total <= next
        ? Wording("\(rest) more, with -n \(total)", "另有 \(rest) 篇，可用 -n \(total)")
        : Wording("\(rest) more, the next with -n \(next)", "另有 \(rest) 篇，接下来的可用 -n \(next)")
      lines += sheet.prose([Run(sheet.word(more), .secondary)]) + [[]]
    }
    if let first = rows.first, hasHints {
      // What was found in one language is read on in it.
      let language = first.otherTitle.isEmpty ? sheet.language : first.language
      let verbs = ["show"] + (hasCards ? ["quiz"] : [])
      lines += sheet.commands(verbs.map { sheet.command("mlnotes \($0) \(first.slug.shellWord)", in: language) })
    }
    return sheet.fitted(lines)
  }

  /// What is said of notes that do not have all that was asked for.
  private var remark: Wording? {
    let shown = missing.map { $0.shortened(to: 30) }
    let english = shown.map { "'\($0)'" }.joined(separator: ", ")
    let chinese = shown.map { "“\($0)”" }.joined(separator: "、")
    if isDistant {
      return missing.isEmpty
        ? Wording("No note has this exact term. The closest:", "笔记里没有这个词，以下是最接近的：")
        : Wording("No note has \(english). The closest:", "没有笔记含\(chinese)，以下是最接近的：")
    }
    return missing.isEmpty
      ? nil : Wording("No note has \(english); found by the rest:", "没有笔记含\(chinese)，以下按其余的词找到：")
  }

  /// How wide an excerpt is that fills two lines, or three of a narrow screen: words leave the end of a line empty.
  package static func excerptColumns(on sheet: Sheet) -> Int {
    let room = sheet.measure - 4
    return max(20, (room < 70 ? 3 : 2) * room - 8)
  }

  private static func shortened(_ query: String, to columns: Int) -> String {
    query.columns() <= columns ? query : String(query.prefix(columns / 2)) + "…"
  }

  private var digits: Int { String(rows.count).count }

  private func title(_ number: Int, _ row: Row, _ slugs: Int, _ sheet: Sheet) -> [Line] {
    let head: Line = [
      Run(.spaces(sheet.margin)), Run("\(number)".indented(to: digits) + "  ", .secondary),
      Run(row.slug.padded(to: slugs, sheet.ambiguous), .name), Run("  "),
    ]
    let room = sheet.measure - sheet.columns(head) - sheet.columns(row.topic) - 2
    let both = bothTitles(row.title, row.otherTitle)
    for title in [both, row.title] where sheet.columns(title) <= room {
      return sheet.spread(head + [Run(title, .bold)], [Run(row.topic, .secondary)])
    }
    if number > SearchScreen.detailed, room > 15 {
      return sheet.spread(head + [Run(row.title.shortened(to: room), .bold)], [Run(row.topic, .secondary)])
    }
    return sheet.spread(head.withoutTrailingSpace, [Run(row.topic, .secondary)])
      + sheet.prose([Run(row.title, .bold)], indent: digits + 2)
  }

  private func details(_ row: Row, _ sheet: Sheet) -> [Line] {
    var lines: [Line] = []
    if !row.snippet.isEmpty {
      lines += sheet.prose(row.snippet.map { Run($0.text, $0.isHit ? .highlight : .plain) }, indent: digits + 2)
    }
    if !row.section.isEmpty {
      lines += sheet.prose([Run("§ \(row.section)", .secondary)], indent: digits + 2)
    }
    return lines
  }
}
