import Catalog
import Text

/// Notes with their summaries, a page at a time.
package struct ListScreen {
  package struct Row: Sendable {
    package var slug: String
    package var title: String
    /// In the other language; empty where there is none.
    package var otherTitle: String
    package var summary: String
    package var cards: Int
    package var standing: Standing

    package init(
      slug: String, title: String, otherTitle: String, summary: String, cards: Int, standing: Standing = .unknown
    ) {
      self.slug = slug
      self.title = title
      self.otherTitle = otherTitle
      self.summary = summary
      self.cards = cards
      self.standing = standing
    }
  }

  /// How well a note is known.
  package enum Standing: Sendable, Hashable {
    case unknown
    case new
    case due(Int)
    /// So many of its cards were met, and none of them is due.
    case begun(Int, of: Int)
    case learned
  }

  private let title: String
  private let total: Int
  private let rows: [Row]
  private let page: (number: Int, of: Int)
  /// What lists these notes, without the page.
  private let command: String
  /// What makes a note where there is none.
  private let start: String?
  private let sheet: Sheet

  package init(
    title: String, total: Int, rows: [Row], page: (number: Int, of: Int), command: String = "mlnotes list",
    start: String? = nil, on sheet: Sheet
  ) {
    self.title = title
    self.total = total
    self.rows = rows
    self.page = page
    self.command = command
    self.start = start
    self.sheet = sheet
  }

  package var lines: [Line] {
    let count = sheet.counted(total, "note", "notes", "篇笔记")
    var lines = sheet.spread([Run(.spaces(sheet.margin)), Run(title, .title)], [Run(count, .secondary)]) + [[]]
    if let start, total == 0 {
      let way = (sheet.command(start, in: sheet.language), Wording("start a note, in both languages", "新建一篇笔记（中英文各一份）"))
      return sheet.fitted(lines + sheet.commands([way]))
    }
    let slugs = rows.reduce(0) { max($0, sheet.columns($1.slug)) }
    // Rows without a summary stand close.
    let isBare = rows.allSatisfy(\.summary.isEmpty)
    for row in rows {
      lines += head(row, slugs)
      if !row.summary.isEmpty { lines += sheet.prose([Run(row.summary, .secondary)], indent: 2) }
      if !isBare { lines.append([]) }
    }
    if isBare { lines.append([]) }
    if page.of > 1 {
      let text = sheet.word(Wording("page \(page.number) of \(page.of)", "第 \(page.number) / \(page.of) 页"))
      let next =
        page.number < page.of ? sheet.command("\(command) --page \(page.number + 1)", in: sheet.language) : ""
      lines += sheet.spread(
        [Run(.spaces(sheet.margin)), Run(text, .secondary)], next.isEmpty ? [] : [Run(next, .name)])
    }
    return sheet.fitted(lines)
  }

  private func head(_ row: Row, _ slugs: Int) -> [Line] {
    var aside: Line = []
    if row.cards > 0 { aside.append(Run(sheet.counted(row.cards, "card", "cards", "张卡片"), .secondary)) }
    if let standing = sheet.mark(of: row.standing) { aside += [Run(aside.isEmpty ? "" : "  "), standing] }
    let name = [
      Run(.spaces(sheet.margin)), Run(row.slug.padded(to: min(slugs, sheet.measure / 3)), .name), Run("  "),
    ]
    let room = sheet.measure - sheet.columns(name) - sheet.columns(aside) - 2
    let both = bothTitles(row.title, row.otherTitle)
    if sheet.columns(both) <= room { return sheet.spread(name + [Run(both, .bold)], aside) }
    if sheet.columns(row.title) <= room { return sheet.spread(name + [Run(row.title, .bold)], aside) }
    return sheet.spread(name, aside) + sheet.prose([Run(row.title, .bold)], indent: 2)
  }
}

extension Sheet {
  /// `3 due`, `new`, `4/12`, `✓`.
  func mark(of standing: ListScreen.Standing) -> Run? {
    switch standing {
    case .unknown: nil
    case .new: Run(word(Wording("new", "新")), .secondary)
    case .due(let count): Run(word(Wording("\(count) due", "\(count) 张到期")), Style().with { $0.color = .yellow })
    case .begun(let met, let all): Run("\(met)/\(all)", .secondary)
    case .learned: Run(sign("✓"), .good)
    }
  }
}
