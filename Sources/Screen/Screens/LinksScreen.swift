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
  private let backlinks: [Link]
  private let sheet: Sheet

  package init(_ links: [Link], backlinks: [Link], on sheet: Sheet) {
    self.links = links
    self.backlinks = backlinks
    self.sheet = sheet
  }

  package var lines: [Line] {
    let notes = links.filter(\.isNote)
    let addresses = links.filter { !$0.isNote }
    return group(Wording("Notes", "笔记"), notes) + group(Wording("Addresses", "网址"), addresses)
      + group(Wording("Linked from", "被引用于"), backlinks)
  }

  private func group(_ title: Wording, _ links: [Link]) -> [Line] {
    guard !links.isEmpty else { return [] }
    let indent = sheet.margin + 2
    var lines: [Line] = [[Run(.spaces(sheet.margin)), Run(sheet.word(title), .bold)]]
    // Names stand in a column; addresses are too long for one.
    let names = links.filter(\.isNote).reduce(0) { max($0, min(sheet.columns($1.target), sheet.measure / 3)) }
    for link in links {
      let name = Run(link.target, link.isNote ? .name : .plain.with { $0.link = link.target })
      let text = link.text == link.target ? [] : [LineBreak.Piece(Run(link.text, .secondary))]
      if link.isNote, sheet.columns(link.target) <= names {
        let column = indent + names + 2
        let rows = sheet.lineBreak(sheet.width - column).lines(of: text)
        lines.append(
          [Run(.spaces(indent)), name, Run(.spaces(names + 2 - sheet.columns(link.target)))] + (rows.first ?? []))
        lines += rows.dropFirst().map { [Run(.spaces(column))] + $0 }
      } else {
        let pieces = [LineBreak.Piece(name)] + (text.isEmpty ? [] : [LineBreak.Piece(Run("  "))] + text)
        let rows = sheet.lineBreak(sheet.width - indent - 2).lines(of: pieces)
        lines += rows.enumerated().map { [Run(.spaces($0 == 0 ? indent : indent + 2))] + $1 }
      }
    }
    return lines + [[]]
  }
}
