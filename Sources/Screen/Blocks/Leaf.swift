import Markdown
import TeX
import Text

extension Page {
  /// Sets a block that holds no blocks.
  mutating func set(_ node: Document.Node, _ kind: Document.Kind) {
    switch kind {
    case .paragraph:
      addParagraph(node)
      return
    case .heading:
      addHeading(node)
      return
    default: break
    }
    if hasLead { showMark() }
    switch kind {
    case .codeBlock: addCodeBlock(node)
    case .htmlBlock: addVerbatim(document.literalWithoutComments(of: node), style: .secondary)
    case .thematicBreak: add([[Run(sheet.bar("─", min(proseColumns, 24)), .secondary)]])
    case .table: add(Table(node, in: &self).lines(fullColumns))
    default: addParagraph(node)
    }
  }

  private mutating func addParagraph(_ node: Document.Node) {
    let parts = Inline.parts(of: node, in: &self)
    if parts.count == 1, !hasLead, let formula = loneFormula(node) {
      addFormula(formula)
      return
    }
    for part in parts {
      switch part {
      case .text(let pieces):
        add(sheet.lineBreak(proseColumns).lines(of: takeLead() + pieces))
      case .display(let node):
        if hasLead { showMark() }
        addFormula(node)
      }
    }
  }

  /// The formula of a paragraph that holds one formula and nothing else: with a fraction or a table in it it stands in
  /// two dimensions even where it is not displayed.
  private func loneFormula(_ paragraph: Document.Node) -> Document.Node? {
    guard let child = document.firstChild(of: paragraph), document.next(after: child) == nil,
      document.kind(of: child) == .math
    else { return nil }
    let isTall = ["\\frac", "\\dfrac", "\\cfrac", "\\begin"].contains(where: document.literal(of: child).contains)
    return document.isDisplay(child) || isTall ? child : nil
  }

  /// `▍1  Title` for a numbered section, bold text for the headings below it.
  private mutating func addHeading(_ node: Document.Node) {
    // Marks that leave no room, and a callout's title, stand above.
    if !label.isEmpty || sheet.columns(lead) > proseColumns / 2 { showMark() }
    var mark = lead
    lead = []
    var style = Style.bold
    if let number = sectionNumbers[node] {
      mark += [Run(sheet.sign("▍"), .mark), Run("\(number)  ", .bold)]
    } else if document.headingLevel(of: node) > 3 {
      style = .italic
    }
    let columns = sheet.columns(mark)
    var pieces = pieces(of: node, style)
    if let headingSuffix { pieces.append(LineBreak.Piece(Run(headingSuffix, style))) }
    let lines = sheet.lineBreak(proseColumns - columns).lines(of: pieces)
    add((lines.isEmpty ? [[]] : lines).enumerated().map { ($0 == 0 ? mark : [Run(.spaces(columns))]) + $1 })
  }

  /// Text with its own line ends, wrapped where it is too wide.
  mutating func addVerbatim(_ text: String, style: Style) {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).expandingTabs }
    let pieces = rows.map { [LineBreak.Piece(Run($0, style))] }
    let lines = pieces.flatMap { row in
      let lines = sheet.lineBreak(fullColumns).lines(of: row)
      return lines.isEmpty ? [[]] : lines
    }
    add(lines.last == [] ? lines.dropLast() : lines)
  }
}

extension String {
  /// Tabs as spaces up to the next multiple of four.
  var expandingTabs: String {
    guard utf8.contains(UInt8(ascii: "\t")) else { return self }
    var text = ""
    var count = ColumnCount()
    for scalar in unicodeScalars {
      if scalar == "\t" {
        for _ in 0..<4 - count.total % 4 {
          text.append(" ")
          count.add(" ")
        }
      } else {
        text.unicodeScalars.append(scalar)
        count.add(scalar)
      }
    }
    return text
  }
}
