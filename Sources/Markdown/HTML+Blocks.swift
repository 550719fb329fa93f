extension HTML {
  mutating func enterBlock(_ node: Int32, _ record: Tree.Record) -> Bool {
    switch record.kind {
    case .paragraph: return enterParagraph(record)
    case .heading: enterHeading(record)
    case .blockQuote:
      freshLine()
      out.append("<blockquote>\n")
    case .callout: enterCallout(record)
    case .list: enterList(record)
    case .item:
      freshLine()
      out.append("<li>")
      if record.small > 0 {
        out.append(record.small == 2 ? "<input checked=\"\" disabled=\"\"" : "<input disabled=\"\"")
        out.append(" type=\"checkbox\"> ")
      }
    case .codeBlock: writeCode(node, record)
    case .htmlBlock: writeHTML(node)
    case .thematicBreak:
      freshLine()
      out.append("<hr />\n")
    case .table:
      freshLine()
      out.append("<table>\n")
    case .tableRow:
      if record.flags.contains(.isHeader) { out.append("<thead>\n") }
      out.append("<tr>\n")
    case .tableCell: enterCell(record)
    default: break
    }
    return !record.kind.isLeaf
  }

  mutating func leaveBlock(_ node: Int32, _ record: Tree.Record) {
    switch record.kind {
    case .paragraph: leaveParagraph(node, record)
    case .heading:
      out.append("</h")
      out.append(0x30 + record.small)
      out.append(">\n")
    case .blockQuote:
      freshLine()
      out.append("</blockquote>\n")
    case .callout:
      freshLine()
      out.append("</div>\n")
    case .list: out.append(record.flags.contains(.isOrdered) ? "</ol>\n" : "</ul>\n")
    case .item: out.append("</li>\n")
    case .table:
      out.append(tree.records[record.last].flags.contains(.isHeader) ? "</table>\n" : "</tbody>\n</table>\n")
    case .tableRow:
      out.append("</tr>\n")
      if record.flags.contains(.isHeader) {
        out.append("</thead>\n")
        if record.next >= 0 { out.append("<tbody>\n") }
      }
    case .tableCell: out.append(record.flags.contains(.isHeader) ? "</th>\n" : "</td>\n")
    default: break
    }
  }

  private enum ParagraphForm { case plain, tight, formula }

  /// A tight list's paragraphs have no tags; a displayed formula that stands alone is its own block.
  private func form(_ record: Tree.Record) -> ParagraphForm {
    let parent = tree.records[record.parent]
    if parent.kind == .item, !tree.records[parent.parent].flags.contains(.isLoose) { return .tight }
    if record.first >= 0, record.first == record.last {
      let only = tree.records[record.first]
      if only.kind == .math, only.flags.contains(.isDisplay) { return .formula }
    }
    return .plain
  }

  private mutating func enterParagraph(_ record: Tree.Record) -> Bool {
    endText()
    switch form(record) {
    case .tight: break
    case .plain:
      freshLine()
      out.append("<p>")
    case .formula:
      freshLine()
      writeFormula(tree.records[record.first], isBlock: true)
      return false
    }
    return true
  }

  private mutating func leaveParagraph(_ node: Int32, _ record: Tree.Record) {
    if node == footnotes.backlinkParagraph { writeBacklinks() }
    switch form(record) {
    case .tight: break
    case .plain: out.append("</p>\n")
    case .formula: out.append("\n")
    }
  }

  private mutating func enterHeading(_ record: Tree.Record) {
    endText()
    freshLine()
    out.append("<h")
    out.append(0x30 + record.small)
    let anchor = hasAnchors ? tree.targets[record.payload].destination : .empty
    if !anchor.isEmpty {
      out.append(" id=\"")
      out.append(tree.pool, anchor.range)
      out.append("\"")
    }
    out.append(">")
  }

  /// As GitHub writes its alerts.
  private mutating func enterCallout(_ record: Tree.Record) {
    let target = tree.targets[record.payload]
    let kind = target.destination.range
    freshLine()
    out.append("<div class=\"markdown-alert markdown-alert-")
    writePooled(kind)
    out.append("\">\n<p class=\"markdown-alert-title\">")
    if target.title.isEmpty {
      out.append(tree.pool[kind.lowerBound].uppercased)
      writePooled(kind.dropFirst())
    } else {
      writePooled(target.title.range)
    }
    out.append("</p>\n")
  }

  private mutating func enterList(_ record: Tree.Record) {
    freshLine()
    guard record.flags.contains(.isOrdered) else { return out.append("<ul>\n") }
    guard record.payload != 1 else { return out.append("<ol>\n") }
    out.append("<ol start=\"")
    out.append(Int(record.payload))
    out.append("\">\n")
  }

  private mutating func enterCell(_ record: Tree.Record) {
    out.append(record.flags.contains(.isHeader) ? "<th" : "<td")
    switch Document.Alignment(rawValue: record.small) {
    case .left: out.append(" align=\"left\">")
    case .center: out.append(" align=\"center\">")
    case .right: out.append(" align=\"right\">")
    case .some(.none), nil: out.append(">")
    }
  }

  private mutating func writeCode(_ node: Int32, _ record: Tree.Record) {
    freshLine()
    var language: Range<Int>?
    if record.payload >= 0 {
      let info = tree.targets[record.payload].destination
      let start = Int(info.start)
      let end = (start..<Int(info.end)).first { tree.pool[$0].isSpace } ?? Int(info.end)
      if end > start { language = start..<end }
    }
    if let language, !hasWideBreaks, language.count == 4, starts(language, "math") {
      var tex = ByteBuffer()
      tree.appendLiteral(of: node, to: &tex)
      writeFormula(tex.view, 0..<max(0, tex.count - 1), isDisplay: true, isBlock: true)
      out.append("\n")
      return
    }
    out.append("<pre><code")
    if let language {
      let prefix: StaticString = " class=\"language-"
      out.append(starts(language, "language-") ? " class=\"" : prefix)
      writePooled(language)
      out.append("\"")
    }
    out.append(">")
    for i in record.literal {
      let line = tree.lines[i]
      for _ in 0..<line.pad { out.append(.space) }
      writeEscaped(tree.source, Int(line.start)..<Int(line.end))
      out.append(.newline)
    }
    out.append("</code></pre>\n")
  }

  private mutating func writeHTML(_ node: Int32) {
    freshLine()
    var html = ByteBuffer()
    if raw == .escaped {
      tree.appendWithoutComments(node, to: &html)
      writeEscaped(html.view, 0..<html.count)
    } else {
      tree.appendLiteral(of: node, to: &html)
      writeHTML(html.view, 0..<html.count)
    }
    freshLine()
  }

  private func starts(_ pooled: Range<Int>, _ word: StaticString) -> Bool {
    tree.pool.has(word, at: pooled.lowerBound, before: pooled.upperBound)
  }
}
