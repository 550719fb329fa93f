import Markdown
import TeX
import Text

extension Page {
  /// Sets a formula in two dimensions; one that can be broken nowhere else goes on in marked lines.
  mutating func addFormula(_ node: Document.Node) {
    addFormula(document.literal(of: node), number: equationNumber(after: node))
  }

  mutating func addFormula(_ source: String, number: Int?) {
    let formula = Formula(parsing: source, macros: macros)
    let indent = fullColumns >= 40 ? 4 : 0
    let tag = number.map { "(\($0))" }
    let room = fullColumns - indent
    let picture = formula.picture(limitedTo: room, as: sheet.formulaSetting)
    let columns = picture.rows.reduce(0) { max($0, sheet.columns($1)) }
    guard columns <= room else {
      let lines = CodeLines(sheet: sheet, columns: fullColumns, isWrapping: true)
      add(lines.lines([formula.line(as: sheet.formulaSetting)]) + (tag.map { [aside($0)] } ?? []))
      return
    }
    var rows = picture.rows.map { [Run(.spaces(indent))] + $0 }
    if let tag {
      let row = picture.baseline
      if rows.indices.contains(row), sheet.columns(rows[row]) + 2 + sheet.columns(tag) <= proseColumns {
        rows[row] += aside(tag, behind: rows[row])
      } else {
        rows.append(aside(tag))
      }
    }
    add(rows)
  }

  /// A formula's number at the right, on its line or on one of its own.
  private func aside(_ tag: String, behind row: Line = []) -> Line {
    [Run(.spaces(max(0, proseColumns - sheet.columns(row) - sheet.columns(tag)))), Run(tag, .secondary)]
  }

  /// Formulas with a label (`<!-- eq: name -->` right below) are counted.
  private mutating func equationNumber(after node: Document.Node) -> Int? {
    guard document.isDisplay(node), document.next(after: node) == nil || isComment(document.next(after: node)),
      let block = document.parent(of: node)
    else { return nil }
    guard isLabel(document.next(after: node)) || isLabel(document.next(after: block)) else { return nil }
    formulaNumber += 1
    return formulaNumber
  }

  private func isComment(_ node: Document.Node?) -> Bool {
    guard let node else { return false }
    return [.htmlInline, .softBreak].contains(document.kind(of: node))
  }

  private func isLabel(_ node: Document.Node?) -> Bool {
    guard var node else { return false }
    if document.kind(of: node) == .softBreak, let next = document.next(after: node) { node = next }
    guard [.htmlInline, .htmlBlock].contains(document.kind(of: node)) else { return false }
    return document.literal(of: node).drop { $0 == " " }.hasPrefix("<!-- eq:")
  }
}
