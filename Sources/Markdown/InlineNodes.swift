/// From marks to nodes, in the order of the text.
extension InlineParser {
  mutating func emit(below node: Int32) {
    openNodes.removeAll()
    openNodes.append(node)
    var textStart = start
    // Inside a link an autolink is text; images may hold links only by their description.
    var links = 0
    for i in marks.indices {
      let mark = marks[i]
      switch mark.kind {
      case .bracket: continue
      case .delimiters:
        if mark.first >= 0 || mark.payload >= 0 { emitDelimiters(mark, &textStart) }
        continue
      case .autolink where links > 0:
        emitText(textStart..<Int(mark.start))
        emitText(Int(mark.first)..<Int(mark.last))
        textStart = Int(mark.end)
        continue
      case .leaf, .autolink, .openLink, .closeLink: break
      }
      emitText(textStart..<Int(mark.start))
      textStart = Int(mark.end)
      switch mark.kind {
      case .leaf: append(mark, first: mark.first, last: mark.last)
      case .autolink:
        append(mark, first: -1, last: -1)
        guard let link = openNodes.popLast() else { continue }
        let inner = Tree.Record(
          start: mark.first, end: mark.last, first: mark.first, last: mark.last, parent: link, kind: .text)
        _ = tree.append(inner)
      case .openLink:
        if mark.node == .link { links += 1 }
        append(mark, first: -1, last: -1)
      case .closeLink:
        guard let open = openNodes.popLast() else { continue }
        if tree.records[open].kind == .link { links -= 1 }
        tree.records[open].end = mark.end
      case .delimiters, .bracket: break
      }
    }
    emitText(textStart..<end)
  }

  @inline(__always) private mutating func emitText(_ range: Range<Int>) {
    guard range.lowerBound < range.upperBound else { return }
    let start = Int32(truncatingIfNeeded: range.lowerBound)
    let end = Int32(truncatingIfNeeded: range.upperBound)
    _ = tree.append(
      Tree.Record(
        start: start, end: end, first: start, last: end, parent: openNodes[openNodes.count - 1], kind: .text))
  }

  private mutating func append(_ mark: Mark, first: Int32, last: Int32) {
    let node = tree.append(
      Tree.Record(
        start: mark.start, end: mark.end, first: first, last: last, parent: openNodes[openNodes.count - 1],
        payload: mark.payload, kind: mark.node, flags: mark.flags))
    if mark.kind != .leaf { openNodes.append(node) }
  }

  /// A run closes with the bytes at its start and opens with those at its end; what is left between is text.
  private mutating func emitDelimiters(_ mark: Mark, _ textStart: inout Int) {
    var place = Int(mark.start)
    if mark.first >= 0 { emitText(textStart..<place) }
    var match = mark.first
    while match >= 0 {
      place += Int(matches[match].width)
      if let node = openNodes.popLast() { tree.records[node].end = Int32(place) }
      match = matches[match].nextClosing
      textStart = place
    }
    guard mark.payload >= 0 else { return }
    var opened = 0
    match = mark.payload
    while match >= 0 {
      opened += Int(matches[match].width)
      match = matches[match].nextOpening
    }
    place = Int(mark.end) - opened
    emitText(textStart..<place)
    match = mark.payload
    while match >= 0 {
      let node = tree.append(
        Tree.Record(
          start: Int32(place), end: 0, parent: openNodes[openNodes.count - 1], kind: matches[match].node))
      openNodes.append(node)
      place += Int(matches[match].width)
      match = matches[match].nextOpening
    }
    textStart = place
  }
}
