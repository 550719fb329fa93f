import Markdown
import TeX
import Text

extension Page {
  /// Sets a code block: code behind a thin line, plots drawn, `math` as a formula.
  mutating func addCodeBlock(_ node: Document.Node) {
    let language = document.info(of: node).split(separator: " ").first.map { $0.lowercased() } ?? ""
    let source = document.literal(of: node)
    switch language {
    case "math": addFormula(source, number: nil)
    case "plot":
      if let plot = Plot(parsing: source) {
        add(plot.lines(on: sheet, columns: min(proseColumns, 76)))
      } else {
        addCode(source, language: "")
      }
    default: addCode(source, language: language)
    }
  }

  private mutating func addCode(_ source: String, language: String) {
    var rows = source.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).expandingTabs }
    if rows.last == "" { rows.removeLast() }
    let indent = fullColumns >= 40 ? "  " : ""
    let isOutput = language == "output"
    let gutter = [Run(indent), Run(sheet.sign(isOutput ? "┊" : "│") + " ", .secondary)]
    let colored = Highlight(language).lines(rows)
    let columns = fullColumns - sheet.columns(gutter)
    let lines = CodeLines(sheet: sheet, columns: columns, isWrapping: sheet.wrapsCode).lines(colored)
    add(lines.map { gutter + $0 })
  }
}

/// Lines that are kept as they stand; where they are too wide they go on behind a `↪` at their own indentation.
struct CodeLines {
  let sheet: Sheet
  let columns: Int
  let isWrapping: Bool

  func lines(_ rows: [Line]) -> [Line] {
    isWrapping ? rows.flatMap(wrapped) : rows
  }

  private func wrapped(_ row: Line) -> [Line] {
    guard sheet.columns(row) > columns else { return [row] }
    let mark = sheet.sign("↪") + " "
    let own = row.first.map { $0.text.prefix { $0 == " " }.count } ?? 0
    let indent = min(own, max(0, columns / 2 - 2))
    let room = max(2, columns - indent - sheet.columns(mark))
    var lines: [Line] = [[]]
    var used = 0
    var limit = columns
    for run in row {
      var text = ""
      for character in run.text {
        let width = String(character).columns(sheet.ambiguous)
        if used + width > limit {
          lines[lines.count - 1].append(Run(text, run.style))
          lines.append([Run(.spaces(indent)), Run(mark, .secondary)])
          (text, used, limit) = ("", 0, room)
        }
        text.append(character)
        used += width
      }
      lines[lines.count - 1].append(Run(text, run.style))
    }
    return lines
  }
}
