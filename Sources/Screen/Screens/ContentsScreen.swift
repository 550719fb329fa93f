package import Catalog
import Text

/// The sections of a note with what names them on the command line.
package struct ContentsScreen {
  private let note: Note
  private let sheet: Sheet

  package init(_ note: Note, on sheet: Sheet) {
    self.note = note
    self.sheet = sheet
  }

  package var lines: [Line] {
    let top = note.sections.compactMap { $0.number == nil ? nil : $0.level }.first ?? 1
    let indent = Run(.spaces(sheet.margin))
    var lines: [Line] = sheet.prose([Run(note.title, .title)]) + [[]]
    let digits = note.sections.reduce(1) { max($0, $1.number.map { String($0).count } ?? 0) }
    for section in note.sections where section.title != note.title {
      let depth = max(0, section.level - top)
      let head = [
        indent,
        Run(
          .spaces(depth * 3)
            + (section.number.map { "\($0)".indented(to: digits) + "  " } ?? .spaces(depth > 0 ? 0 : digits + 2)), .bold
        ),
      ]
      let columns = sheet.columns(head)
      let pieces = [LineBreak.Piece(Run(section.title))]
      let rows = sheet.lineBreak(sheet.measure - columns).lines(of: pieces)
      lines += rows.enumerated().map { ($0 == 0 ? head : [Run(.spaces(columns))]) + $1 }
      let anchor = "  #\(section.anchor)"
      if let last = lines.indices.last, sheet.columns(lines[last]) + sheet.columns(anchor) <= sheet.measure {
        lines[last].append(Run(anchor, .secondary))
      }
    }
    return sheet.fitted(lines)
  }
}
