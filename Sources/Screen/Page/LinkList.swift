import Catalog
import Text

/// The numbered addresses at a page's end.
struct LinkList {
  let addresses: [String]
  let sheet: Sheet
  let columns: Int

  var lines: [Line] {
    let label = sheet.word(Wording("Links", "链接"))
    let indent = min(10, columns / 4)
    return addresses.enumerated().flatMap { i, address -> [Line] in
      let mark = "[\(i + 1)] "
      let style = Style.plain.with { $0.link = address }
      let room = columns - indent - sheet.columns(mark)
      let rows = sheet.lineBreak(room).lines(of: [LineBreak.Piece(Run(address, style))])
      let first = [Run((i == 0 ? label : "").padded(to: indent, sheet.ambiguous), .secondary), Run(mark, .secondary)]
      return rows.enumerated().map { ($0 == 0 ? first : [Run(.spaces(indent + sheet.columns(mark)))]) + $1 }
    }
  }
}
