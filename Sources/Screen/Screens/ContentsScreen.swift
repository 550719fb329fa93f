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
      // Numbers stand in a column, what is below a section under its title.
      let place = section.number.map { "\($0)".indented(to: digits) + "  " }
      let head = [indent, Run(place ?? .spaces(max(1, depth) * (digits + 2)), .bold)]
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
