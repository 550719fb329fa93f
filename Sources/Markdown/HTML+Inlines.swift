extension HTML {
  mutating func enterInline(_ record: Tree.Record) -> Bool {
    if images > 0 { return enterDescription(record) }
    switch record.kind {
    case .softBreak: writeSoftBreak(.newline)
    case .lineBreak:
      endText()
      out.append("<br />\n")
    case .codeSpan:
      out.append("<code>")
      writeText(record)
      out.append("</code>")
    case .htmlInline: writeInlineHTML(record)
    case .emphasis: out.append("<em>")
    case .strong: out.append("<strong>")
    case .strikethrough: out.append("<del>")
    case .highlight: out.append("<mark>")
    case .link: enterLink(record)
    case .wikiLink:
      out.append("<a class=\"wiki\" href=\"")
      writeURL(tree.targets[record.payload].destination)
      out.append("\">")
    case .image:
      endText()
      out.append("<img src=\"")
      writeURL(tree.targets[record.payload].destination)
      out.append("\" alt=\"")
      images += 1
    case .footnoteReference:
      endText()
      writeReference(record)
    case .math:
      endText()
      writeFormula(record, isBlock: false)
    default: break
    }
    return !record.kind.isLeaf
  }

  mutating func leaveInline(_ record: Tree.Record) {
    if images > 0, record.kind != .image || images > 1 {
      if record.kind == .image { images -= 1 }
      return
    }
    switch record.kind {
    case .emphasis: out.append("</em>")
    case .strong: out.append("</strong>")
    case .strikethrough: out.append("</del>")
    case .highlight: out.append("</mark>")
    case .link, .wikiLink: out.append("</a>")
    case .image:
      images = 0
      endText()
      out.append("\"")
      writeTitle(tree.targets[record.payload].title)
      out.append(" />")
    default: break
    }
  }

  /// An image's description is the text of what is in its brackets.
  private mutating func enterDescription(_ record: Tree.Record) -> Bool {
    switch record.kind {
    case .softBreak: writeSoftBreak(.space)
    case .lineBreak: out.append(.space)
    case .codeSpan, .math: writeText(record)
    case .htmlInline: if raw == .escaped { writeInlineHTML(record) } else { writeText(record) }
    case .image: images += 1
    default: break
    }
    return !record.kind.isLeaf
  }

  private mutating func enterLink(_ record: Tree.Record) {
    let target = tree.targets[record.payload]
    out.append("<a href=\"")
    writeURL(target.destination)
    out.append("\"")
    writeTitle(target.title)
    out.append(">")
  }

  private mutating func writeTitle(_ title: Tree.Slice) {
    guard !title.isEmpty else { return }
    out.append(" title=\"")
    writePooled(title.range)
    out.append("\"")
  }

  private mutating func writeInlineHTML(_ record: Tree.Record) {
    let before = out.count
    writeHTML(tree.text(of: record), record.literal)
    // A comment leaves nothing that the text would end at.
    if out.count > before { endText() }
  }

  /// In notes a soft break stays for now: what a reader sees behind it decides.
  private mutating func writeSoftBreak(_ byte: UInt8) {
    guard softBreak < 0 else { return }
    if !hasWideBreaks { softBreak = out.count }
    out.append(byte)
  }

  /// Takes the soft break away where the texts on its two sides belong together without a space.
  mutating func joinLines(before record: Tree.Record) {
    if out.view.joins(tree.text(of: record), record.literal, behind: textEnd) {
      out.remove(at: softBreak)
    }
    softBreak = -1
  }

  /// What follows is not behind a text.
  mutating func endText() { (textEnd, softBreak) = (-1, -1) }

  mutating func writeFormula(_ record: Tree.Record, isBlock: Bool) {
    let isDisplay = record.flags.contains(.isDisplay)
    writeFormula(tree.text(of: record), record.literal, isDisplay: isDisplay, isBlock: isBlock)
  }

  /// A displayed formula within a paragraph stays a `span`: HTML allows no `div` there.
  mutating func writeFormula(_ text: Bytes, _ range: Range<Int>, isDisplay: Bool, isBlock: Bool) {
    if let formula {
      var tex = ByteBuffer(capacity: range.count)
      tex.append(text, range)
      out.append(string: formula(tex.text, isDisplay))
      return
    }
    if isBlock {
      out.append("<div class=\"math display\">")
    } else if isDisplay {
      out.append("<span class=\"math display\">")
    } else {
      out.append("<span class=\"math inline\">")
    }
    writeEscaped(text, range)
    out.append(isBlock ? "</div>" : "</span>")
  }
}
