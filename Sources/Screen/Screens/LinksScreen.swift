import Catalog
import Text

/// Where a note leads, and from where one comes to it.
package struct LinksScreen {
  package struct Link: Sendable {
    package var text: String
    package var target: String
    /// Whether the target is another note.
    package var isNote: Bool

    package init(text: String, target: String, isNote: Bool) {
      self.text = text
      self.target = target
      self.isNote = isNote
    }
  }

  private let links: [Link]
  private let backlinks: [String]
  private let sheet: Sheet

  package init(_ links: [Link], backlinks: [String], on sheet: Sheet) {
    self.links = links
    self.backlinks = backlinks
    self.sheet = sheet
  }

  package var lines: [Line] {
    let notes = links.filter(\.isNote)
    let addresses = links.filter { !$0.isNote }
    return group(Wording("Notes", "笔记"), notes) + group(Wording("Addresses", "网址"), addresses)
      + group(Wording("Linked from", "被引用于"), backlinks.map { Link(text: $0, target: $0, isNote: true) })
  }

  private func group(_ title: Wording, _ links: [Link]) -> [Line] {
    guard !links.isEmpty else { return [] }
    let indent = sheet.margin + 2
    var lines: [Line] = [[Run(.spaces(sheet.margin)), Run(sheet.word(title), .bold)]]
    // Names stand in a column; addresses are too long for one.
    let names = links.filter(\.isNote).reduce(0) { max($0, min(sheet.columns($1.target), sheet.measure / 3)) }
    for link in links {
      let style = link.isNote ? Style.name : Style.plain.with { $0.link = link.target }
      var pieces = [LineBreak.Piece(Run(link.target, style))]
      if link.text != link.target {
        let gap = max(0, names - sheet.columns(link.target)) + 2
        pieces += [LineBreak.Piece(Run(.spaces(gap))), LineBreak.Piece(Run(link.text, .secondary))]
      }
      let rows = sheet.lineBreak(sheet.width - indent - 2).lines(of: pieces)
      lines += rows.enumerated().map { [Run(.spaces($0 == 0 ? indent : indent + 2))] + $1 }
    }
    return lines + [[]]
  }
}
