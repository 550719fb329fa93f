/// HTML blocks (section 4.6): seven ways to start, each with its way to end; the lines stay as they are.
///
///     <!-- id: ddim-1 -->
enum HTMLBlock {
  /// What ends a block; the number is the one of the specification's list.
  enum End: Int {
    case rawText = 1, comment, instruction, declaration, characterData, blankLine
  }

  /// The kind of block that a line opens at a `<`.
  static func start(_ text: Bytes, at start: Int, before end: Int, interruptsParagraph: Bool) -> End? {
    guard start + 1 < end else { return nil }
    if text[start + 1] == .question { return .instruction }
    if text[start + 1] == .bang {
      if text.has("<!--", at: start, before: end) { return .comment }
      if text.has("<![CDATA[", at: start, before: end) { return .characterData }
      return start + 2 < end && text[start + 2].isLetter ? .declaration : nil
    }
    let isClosing = text[start + 1] == .slash
    let nameStart = start + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, text[nameEnd].isAlphanumeric, nameEnd - nameStart < 12 { nameEnd += 1 }
    let name = nameStart..<nameEnd
    let after = nameEnd < end ? text[nameEnd] : .newline
    let isDelimited = after.isSpace || after == .greater
    if !isClosing, isDelimited, rawTextNames.contains(where: { text.isWord($0, name) }) { return .rawText }
    let isSelfClosed = after == .slash && nameEnd + 1 < end && text[nameEnd + 1] == .greater
    if isDelimited || isSelfClosed, blockNames.contains(where: { text.isWord($0, name) }) { return .blankLine }
    guard !interruptsParagraph, let tagEnd = HTMLTag.end(text, at: start, before: end),
      text.skipSpace(from: tagEnd, to: end) == end
    else { return nil }
    return .blankLine
  }

  static let rawTextNames: [StaticString] = ["pre", "script", "style", "textarea"]

  private static let blockNames: [StaticString] = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

extension BlockParser {
  mutating func openHTML(interruptsParagraph: Bool) -> Bool {
    guard
      let end = HTMLBlock.start(
        source, at: cursor.next, before: cursor.end, interruptsParagraph: interruptsParagraph)
    else { return false }
    close(to: depth)
    leafNode = add(.htmlBlock, from: cursor.next)
    tree.records[leafNode].first = Int32(tree.lines.count)
    leaf = .html(end)
    _ = continueHTML(end)
    cursor.finish()
    return true
  }

  mutating func continueHTML(_ end: HTMLBlock.End) -> Bool {
    if end == .blankLine, cursor.isBlank { return false }
    tree.lines.append(cursor.rest)
    if lineEnds(end) { closeLeaf() }
    return true
  }

  mutating func closeHTML() {
    let node = Int(leafNode)
    tree.records[node].last = Int32(tree.lines.count)
    tree.records[node].end = tree.lines.last?.end ?? tree.records[node].end
  }

  private func lineEnds(_ end: HTMLBlock.End) -> Bool {
    switch end {
    case .comment: return source.first("-->", from: cursor.offset, to: cursor.end) != nil
    case .instruction: return source.first("?>", from: cursor.offset, to: cursor.end) != nil
    case .declaration: return source.first(.greater, from: cursor.offset, to: cursor.end) != nil
    case .characterData: return source.first("]]>", from: cursor.offset, to: cursor.end) != nil
    case .blankLine: return false
    case .rawText:
      var i = cursor.offset
      while let found = source.first("</", from: i, to: cursor.end) {
        i = found + 2
        var end = i
        while end < cursor.end, source[end].isLetter, end - i < 10 { end += 1 }
        if end < cursor.end, source[end] == .greater,
          HTMLBlock.rawTextNames.contains(where: { source.isWord($0, i..<end) })
        {
          return true
        }
      }
      return false
    }
  }
}
