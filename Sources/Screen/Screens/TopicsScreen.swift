package import Catalog
import Text

/// The topics, how large they are and how well they are known.
package struct TopicsScreen {
  package struct Row: Sendable {
    package var slug: String
    package var title: String
    package var notes: Int
    package var cards: Int
    /// The share of the cards that would be recalled now; nil where nothing is known of it.
    package var mastery: Double?
    /// In words: `familiar`.
    package var level: Wording

    package init(slug: String, title: String, notes: Int, cards: Int, mastery: Double?, level: Wording) {
      self.slug = slug
      self.title = title
      self.notes = notes
      self.cards = cards
      self.mastery = mastery
      self.level = level
    }
  }

  private let rows: [Row]
  private let sheet: Sheet

  package init(_ rows: [Row], on sheet: Sheet) {
    self.rows = rows
    self.sheet = sheet
  }

  /// The slug; files that stand in no folder have no topic.
  private func name(_ row: Row) -> String { row.slug.isEmpty ? sheet.word(Wording("(none)", "（无）")) : row.slug }

  package var lines: [Line] {
    let slugs = rows.reduce(0) { max($0, sheet.columns(name($1))) }
    // A topic that is not ours has no title but its slug.
    let shown = rows.map { $0.title == $0.slug ? "" : $0.title }
    let titles = shown.reduce(0) { max($0, sheet.columns($1)) }
    let notes = rows.map { sheet.counted($0.notes, "note", "notes", "篇笔记") }
    let cards = rows.map { sheet.counted($0.cards, "card", "cards", "张卡片") }
    let noteColumns = notes.reduce(0) { max($0, sheet.columns($1)) }
    let cardColumns = cards.reduce(0) { max($0, sheet.columns($1)) }
    let names = zip(rows, shown).map { row, title in
      [
        Run(.spaces(sheet.margin)), Run(name(row).padded(to: slugs, sheet.ambiguous), .name), Run("  "),
        Run(title.padded(to: titles, sheet.ambiguous)),
      ]
    }
    func sizes(withLevel: Bool, cells: Int = 10) -> [Line] {
      rows.indices.map { i in
        let (note, card) = (
          notes[i].indented(to: noteColumns, sheet.ambiguous), cards[i].indented(to: cardColumns, sheet.ambiguous)
        )
        let known = rows[i].mastery.map { mastery in
          [Run("  ")] + Meter.bar(mastery, cells: cells, on: sheet) + [Run(Meter.percent(mastery).indented(to: 6))]
            + (withLevel ? [Run("  " + sheet.word(rows[i].level), .secondary)] : [])
        }
        return [Run("  \(note)  \(card)", .secondary)] + (known ?? [])
      }
    }
    // One line a topic where all fit, at need without the level or with a shorter bar, else two for each.
    for sizes in [sizes(withLevel: true), sizes(withLevel: false), sizes(withLevel: false, cells: 5)]
    where rows.indices.allSatisfy({ sheet.columns(names[$0] + sizes[$0]) <= sheet.width }) {
      return rows.indices.map { names[$0] + sizes[$0] }
    }
    let parts = sizes(withLevel: true)
    return sheet.fitted(rows.indices.flatMap { [names[$0], [Run(.spaces(sheet.margin))] + parts[$0]] })
  }
}
