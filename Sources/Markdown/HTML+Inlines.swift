extension HTML {
  mutating func enterInline(_ node: Int32, _ record: Tree.Record) -> Bool {
    if images > 0 { return enterDescription(record) }
    switch record.kind {
    case .softBreak:
      if hasWideBreaks || !tree.isBetweenWide(node, in: source) { out.append(.newline) }
    case .lineBreak: out.append("<br />\n")
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
      writeURL(tree.targets[Int(record.payload)].destination)
      out.append("\">")
    case .image:
      out.append("<img src=\"")
      writeURL(tree.targets[Int(record.payload)].destination)
      out.append("\" alt=\"")
      images += 1
    case .footnoteReference: writeReference(record)
    case .math: writeFormula(record, isBlock: false)
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
      out.append("\"")
      writeTitle(tree.targets[Int(record.payload)].title)
      out.append(" />")
    default: break
    }
  }

  /// An image's description is the text of what is in its brackets.
  private mutating func enterDescription(_ record: Tree.Record) -> Bool {
    switch record.kind {
    case .softBreak, .lineBreak: out.append(.space)
    case .codeSpan, .math: writeText(record)
    case .image: images += 1
    default: break
    }
    return !record.kind.isLeaf
  }

  private mutating func enterLink(_ record: Tree.Record) {
    let target = tree.targets[Int(record.payload)]
    out.append("<a href=\"")
    writeURL(target.destination)
    out.append("\"")
    writeTitle(target.title)
    out.append(">")
  }

  private mutating func writeTitle(_ title: Range<Int32>) {
    guard !title.isEmpty else { return }
    out.append(" title=\"")
    writePooled(Int(title.lowerBound)..<Int(title.upperBound))
    out.append("\"")
  }

  private mutating func writeInlineHTML(_ record: Tree.Record) {
    let range = Int(record.first)..<Int(record.last)
    let isPassed = if case .passed = raw { true } else { false }
    if isPassed {
      writeRaw(record)
    } else if record.flags.contains(.isPooled) {
      writeHTML(Array(tree.pool[range]))
    } else {
      writeHTML(unsafe Array(source.buffer(range)))
    }
  }

  mutating func writeFormula(_ record: Tree.Record, isBlock: Bool) {
    let isDisplay = record.flags.contains(.isDisplay)
    guard formula != nil else {
      openFormula(isDisplay: isDisplay, isBlock: isBlock)
      writeText(record)
      out.append(isBlock ? "</div>" : "</span>")
      return
    }
    var tex = ByteBuffer()
    let range = Int(record.first)..<Int(record.last)
    if record.flags.contains(.isPooled) {
      tex.append(tree.pool, range)
    } else {
      unsafe tex.append(source.buffer(range))
    }
    writeFormula(tex.text, isDisplay: isDisplay, isBlock: isBlock)
  }

  /// A displayed formula within a paragraph stays a `span`: HTML allows no `div` there.
  mutating func writeFormula(_ tex: String, isDisplay: Bool, isBlock: Bool) {
    if let formula {
      out.append(formula(tex, isDisplay))
      return
    }
    openFormula(isDisplay: isDisplay, isBlock: isBlock)
    writeEscaped(tex)
    out.append(isBlock ? "</div>" : "</span>")
  }

  private mutating func openFormula(isDisplay: Bool, isBlock: Bool) {
    out.append(isBlock ? "<div class=\"math display\">" : "<span class=\"math ")
    if !isBlock { out.append(isDisplay ? "display\">" : "inline\">") }
  }
}
