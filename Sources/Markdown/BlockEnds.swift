/// What happens to a block when it is closed.
extension BlockParser {
  mutating func finish(_ node: Int32) {
    switch arena[node].kind {
    case .paragraph:
      resolveReferences(of: node)
      if content[node]?.isEmpty != false {
        arena.remove(node)
      } else {
        turnIntoCallout(node)
      }
    case .codeBlock: finishCode(node)
    case .htmlBlock:
      let text = joined(content[node] ?? [])
      arena.withExtra(node) { $0.literal = text }
    case .list: finishList(node)
    default: break
    }
  }

  private mutating func finishCode(_ node: Int32) {
    var segments = content[node] ?? []
    if fences[node] == nil {
      while let last = segments.last, source[Int(last.start)..<Int(last.end)].allSatisfy({ $0 == .space || $0 == .tab })
      {
        segments.removeLast()
      }
      if let last = segments.last { arena[node].end = last.end }
    }
    let text = joined(segments)
    arena.withExtra(node) { $0.literal = text }
  }

  private func joined(_ segments: [Segment]) -> String {
    var bytes: [UInt8] = []
    for segment in segments {
      for _ in 0..<segment.pad { bytes.append(.space) }
      bytes += source[Int(segment.start)..<Int(segment.end)]
      bytes.append(.lineFeed)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func finishList(_ list: Int32) {
    var item = arena[list].first
    var isTight = true
    while item >= 0, isTight {
      let hasNext = arena[item].next >= 0
      if hasNext, endsWithBlankLine(item) { isTight = false }
      var child = arena[item].first
      while child >= 0, isTight {
        if arena[child].next >= 0 || hasNext, arena[child].next >= 0, endsWithBlankLine(child) { isTight = false }
        child = arena[child].next
      }
      if hasNext, arena[item].last >= 0, endsWithBlankLine(arena[item].last) { isTight = false }
      item = arena[item].next
    }
    arena.withExtra(list) { $0.list.isTight = isTight }
    if options.contains(.taskLists) { markTasks(list) }
  }

  private func endsWithBlankLine(_ node: Int32) -> Bool {
    var node = node
    while node >= 0 {
      if arena[node].isLastLineBlank { return true }
      guard arena[node].kind == .list || arena[node].kind == .item else { return false }
      node = arena[node].last
    }
    return false
  }

  /// `[ ]` and `[x]` at the start of an item's first paragraph (GFM 5.3).
  private mutating func markTasks(_ list: Int32) {
    var item = arena[list].first
    while item >= 0 {
      let paragraph = arena[item].first
      if paragraph >= 0, arena[paragraph].kind == .paragraph, var segments = content[paragraph],
        let first = segments.first
      {
        let i = Int(first.start)
        if first.end - first.start >= 4, source[i] == UInt8(ascii: "["), source[i + 2] == UInt8(ascii: "]"),
          source[i + 3] == .space || source[i + 3] == .tab,
          [.space, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(source[i + 1])
        {
          arena[item].value = source[i + 1] == .space ? 1 : 2
          segments[0].start += 4
          content[paragraph] = segments
        }
      }
      item = arena[item].next
    }
  }

  /// `> [!NOTE]` as the first line of a block quote.
  private mutating func turnIntoCallout(_ paragraph: Int32) {
    let quote = arena[paragraph].parent
    guard options.contains(.callouts), quote >= 0, arena[quote].kind == .blockQuote, arena[quote].first == paragraph,
      var segments = content[paragraph], let first = segments.first
    else { return }
    let line = String(decoding: source[Int(first.start)..<Int(first.end)], as: UTF8.self)
    guard line.hasPrefix("[!"), let close = line.firstIndex(of: "]") else { return }
    let name = line[line.index(line.startIndex, offsetBy: 2)..<close]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return }
    arena[quote].kind = .callout
    let title = String(line[line.index(after: close)...]).trimmed
    arena.withExtra(quote) {
      $0.info = name.lowercased()
      $0.title = title.hasPrefix("-") || title.hasPrefix("+") ? String(title.dropFirst()).trimmed : title
    }
    segments.removeFirst()
    content[paragraph] = segments
    if segments.isEmpty { arena.remove(paragraph) } else { arena[paragraph].start = segments[0].start }
  }

  // MARK: Tables (GFM 4.10)

  mutating func openTable(_ paragraph: Int32) -> Bool {
    guard let alignments = alignments(of: source[nonspace..<lineEnd]), var segments = content[paragraph],
      let head = segments.last
    else { return false }
    let cells = cellRanges(Int(head.start)..<Int(head.end))
    guard cells.count == alignments.count,
      cells.count > 1 || source[Int(head.start)..<Int(head.end)].contains(UInt8(ascii: "|"))
    else {
      return false
    }
    segments.removeLast()
    content[paragraph] = segments
    let table: Int32
    if segments.isEmpty {
      arena[paragraph].kind = .table
      content[paragraph] = nil
      table = paragraph
      arena[table].start = head.start
    } else {
      arena[paragraph].end = segments[segments.count - 1].end
      closeTip(at: lineEnd)
      table = push(.table, at: Int(head.start))
    }
    arena.withExtra(table) { $0.alignments = alignments }
    addRow(to: table, cells, from: Int(head.start), to: Int(head.end), isHeader: true)
    arena[table].end = Int32(lineEnd)
    return true
  }

  mutating func continuesTable(_ table: Int32) -> Continuation {
    guard !isBlank else { return .no }
    // Another block's start ends the table.
    let first = byte(at: nonspace)
    if indent >= 4 || first == UInt8(ascii: ">") || first == UInt8(ascii: "#") && startsHeading
      || first == UInt8(ascii: "`") && byte(at: nonspace + 1) == first && byte(at: nonspace + 2) == first
    {
      return .no
    }
    let range = nonspace..<lineEnd
    addRow(to: table, cellRanges(range), from: nonspace, to: lineEnd, isHeader: false)
    arena[table].end = Int32(lineEnd)
    return .lineTaken
  }

  private var startsHeading: Bool {
    var i = nonspace
    while byte(at: i) == UInt8(ascii: "#") { i += 1 }
    return i - nonspace <= 6 && (byte(at: i) == .space || i == lineEnd)
  }

  private mutating func addRow(to table: Int32, _ cells: [Range<Int>], from start: Int, to end: Int, isHeader: Bool) {
    let alignments = arena.extra(table)?.alignments ?? []
    let row = arena.add(.tableRow, below: table, from: start, to: end)
    arena[row].value = isHeader ? 1 : 0
    for (i, alignment) in alignments.enumerated() {
      let range = i < cells.count ? cells[i] : end..<end
      let cell = arena.add(.tableCell, below: row, from: range.lowerBound, to: range.upperBound)
      arena[cell].value = alignment.rawValue | (isHeader ? 4 : 0)
      content[cell] = [Segment(start: Int32(range.lowerBound), end: Int32(range.upperBound))]
    }
  }

  private func alignments(of line: ContiguousArray<UInt8>.SubSequence) -> [Document.Alignment]? {
    guard line.contains(UInt8(ascii: "-")), line.allSatisfy({ Array("|-: \t".utf8).contains($0) }) else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmed
    var parts = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
    if text.hasPrefix("|") { parts.removeFirst() }
    if text.hasSuffix("|"), !parts.isEmpty { parts.removeLast() }
    var found: [Document.Alignment] = []
    for part in parts {
      let dashes = part.drop { $0 == ":" }.prefix { $0 == "-" }
      let left = part.hasPrefix(":")
      let right = part.hasSuffix(":")
      guard !dashes.isEmpty, part.count == dashes.count + (left ? 1 : 0) + (right ? 1 : 0) else { return nil }
      found.append(left && right ? .center : left ? .left : right ? .right : .none)
    }
    return found.isEmpty ? nil : found
  }

  /// The cells of a row without the white space around them; a `|` inside math or behind a backslash splits nothing.
  private func cellRanges(_ range: Range<Int>) -> [Range<Int>] {
    var i = range.lowerBound
    var end = range.upperBound
    while end > i, source[end - 1] == .space || source[end - 1] == .tab { end -= 1 }
    if i < end, source[i] == UInt8(ascii: "|") { i += 1 }
    var cells: [Range<Int>] = []
    var start = i
    while i < end {
      if source[i] == UInt8(ascii: "\\") {
        i += 2
      } else if options.contains(.math), source[i] == UInt8(ascii: "$"), let close = mathEnd(in: source[..<end], at: i)
      {
        i = close.end
      } else if source[i] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<i))
        i += 1
        start = i
      } else {
        i += 1
      }
    }
    if start < end { cells.append(trimmed(start..<end)) }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, min(range.upperBound, source.count))
    while low < high, source[low] == .space || source[low] == .tab { low += 1 }
    while high > low, source[high - 1] == .space || source[high - 1] == .tab { high -= 1 }
    return low..<high
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
