import Markdown
import TeX
import Text

extension Page {
  /// Sets a code block: code behind a thin line, diagrams (`text`) as they stand, plots drawn, `math` as a formula.
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
    let widest = rows.reduce(0) { max($0, sheet.columns($1)) }
    // A diagram has lines of its own: a bar beside it would be one too many.
    if language == "text", widest + 2 <= fullColumns {
      add(rows.map { [Run(fullColumns >= 40 && widest + 4 <= fullColumns ? "    " : "  "), Run($0)] })
      return
    }
    let bar = Run(sheet.sign(language == "output" ? "┊" : "│") + " ", .secondary)
    // Indented where that costs no line its whole.
    let gutter = [Run(fullColumns >= 40 && widest + 4 <= fullColumns ? "  " : ""), bar]
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
    var lines: [Line] = []
    var rest = row
    while !rest.isEmpty {
      let (head, tail) = split(rest, at: lines.isEmpty ? columns : room)
      lines.append((lines.isEmpty ? [] : [Run(.spaces(indent)), Run(mark, .secondary)]) + head)
      rest = tail
    }
    return lines
  }

  /// What fits, and the rest: cut after a space or a comma of the last quarter, else wherever the line is full.
  private func split(_ row: Line, at limit: Int) -> (head: Line, tail: Line) {
    var used = 0
    var cut: (run: Int, index: String.Index)?
    for (i, run) in row.enumerated() {
      for index in run.text.indices {
        used += String(run.text[index]).columns(sheet.ambiguous)
        if used > limit {
          let place = cut ?? (i, index)
          return cutting(row, place)
        }
        if " ,".contains(run.text[index]), used * 4 >= limit * 3 { cut = (i, run.text.index(after: index)) }
      }
    }
    return (row, [])
  }

  private func cutting(_ row: Line, _ place: (run: Int, index: String.Index)) -> (head: Line, tail: Line) {
    let run = row[place.run]
    let head = row[..<place.run] + [Run(String(run.text[..<place.index]), run.style)]
    let tail = [Run(String(run.text[place.index...]), run.style)] + row[(place.run + 1)...]
    return (Array(head), tail.filter { !$0.text.isEmpty })
  }
}
