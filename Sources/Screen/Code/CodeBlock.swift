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
    // Where there is room it stands as far in as a formula, and whole as long as there is any.
    if language == "text", widest <= fullColumns {
      let margin = widest + 2 > fullColumns ? 0 : fullColumns < 40 || widest + 4 > fullColumns ? 2 : 4
      add(rows.map { [Run(.spaces(margin)), Run($0)] })
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

  /// A place in a row: a run, and an index of its text.
  private typealias Place = (run: Int, index: String.Index)

  private func wrapped(_ row: Line) -> [Line] {
    guard sheet.columns(row) > columns, let first = row.first else { return [row] }
    let mark = sheet.sign("↪") + " "
    let own = first.text.prefix { $0 == " " }.count
    let indent = min(own, max(0, columns / 2 - 2))
    let room = max(2, columns - indent - sheet.columns(mark))
    var start: Place = (0, first.text.startIndex)
    var lines: [Line] = []
    while let end = end(of: row, from: start, at: lines.isEmpty ? columns : room) {
      lines.append(lead(lines.isEmpty, indent, mark) + part(of: row, from: start, to: end))
      start = end
    }
    let last = row.count - 1
    lines.append(lead(lines.isEmpty, indent, mark) + part(of: row, from: start, to: (last, row[last].text.endIndex)))
    return lines
  }

  private func lead(_ isFirst: Bool, _ indent: Int, _ mark: String) -> Line {
    isFirst ? [] : [Run(.spaces(indent)), Run(mark, .secondary)]
  }

  /// Where a line that starts at a place ends: after a space or a comma of its last quarter, else wherever it is full,
  /// but behind one character at least; nil where the rest of the row fits.
  private func end(of row: Line, from start: Place, at limit: Int) -> Place? {
    var used = 0
    var cut: Place?
    for i in start.run..<row.count {
      let text = row[i].text
      var index = i == start.run ? start.index : text.startIndex
      while index < text.endIndex {
        let columns = String(text[index]).columns(sheet.ambiguous)
        if used > 0, used + columns > limit { return cut ?? (i, index) }
        used += columns
        let isGap = " ,".contains(text[index])
        text.formIndex(after: &index)
        if isGap, used * 4 >= limit * 3 { cut = (i, index) }
      }
    }
    return nil
  }

  private func part(of row: Line, from start: Place, to end: Place) -> Line {
    (start.run...end.run).compactMap { i in
      let text = row[i].text
      let lower = i == start.run ? start.index : text.startIndex
      let upper = i == end.run ? end.index : text.endIndex
      return lower < upper ? Run(String(text[lower..<upper]), row[i].style) : nil
    }
  }
}
