/// Which lines continue a block, and which begin one.
extension BlockParser {
  enum Continuation { case yes, no, lineTaken }
  enum Opened { case none, container, leaf, done }

  mutating func continues(_ node: Int32) -> Continuation {
    switch arena[node].kind {
    case .blockQuote, .callout:
      guard indent <= 3, byte(at: nonspace) == UInt8(ascii: ">"), !isBlank else { return .no }
      advanceToNonspace()
      advance(columns: 1)
      if byte(at: position) == .space || byte(at: position) == .tab { advance(columns: 1) }
      return .yes
    case .item:
      let width = items[node]?.width ?? 0
      if indent >= width {
        advance(columns: width)
      } else if isBlank, arena[node].first >= 0 {
        advanceToNonspace()
      } else {
        return .no
      }
      return .yes
    case .footnoteDefinition:
      if indent >= 4 { advance(columns: 4) } else if isBlank { advanceToNonspace() } else { return .no }
      return .yes
    case .codeBlock: return continuesCode(node)
    case .htmlBlock: return isBlank && (htmlEnds[node] ?? 6) >= 6 ? .no : .yes
    case .paragraph: return isBlank ? .no : .yes
    case .table: return continuesTable(node)
    case .list: return .yes
    default: return .no
    }
  }

  private mutating func continuesCode(_ node: Int32) -> Continuation {
    guard let fence = fences[node] else {
      if indent >= 4 { advance(columns: 4) } else if isBlank { advanceToNonspace() } else { return .no }
      return .yes
    }
    if indent <= 3, closes(fence) {
      arena[node].end = Int32(lineEnd)
      while open[open.count - 1] != node { closeTip(at: position) }
      closeTip(at: lineEnd)
      return .lineTaken
    }
    var rest = fence.indent
    while rest > 0, byte(at: position) == .space || byte(at: position) == .tab {
      advance(columns: 1)
      rest -= 1
    }
    return .yes
  }

  private func closes(_ fence: Fence) -> Bool {
    var i = nonspace
    while byte(at: i) == fence.byte { i += 1 }
    guard i - nonspace >= fence.length else { return false }
    while byte(at: i) == .space || byte(at: i) == .tab { i += 1 }
    return i == lineEnd
  }

  mutating func openBlock(
    in container: Int32, allMatched: Bool, mayBeLazy: Bool, close: (inout BlockParser) -> Void
  ) -> Opened {
    let isIndented = indent >= 4
    if isBlank { return .none }
    let first = byte(at: nonspace)
    let inParagraph = arena[container].kind == .paragraph
    if isIndented {
      guard !mayBeLazy else { return .none }
      close(&self)
      advance(columns: 4)
      _ = push(.codeBlock, at: position)
      return .leaf
    }
    switch first {
    case UInt8(ascii: ">"):
      close(&self)
      let start = nonspace
      advanceToNonspace()
      advance(columns: 1)
      if byte(at: position) == .space || byte(at: position) == .tab { advance(columns: 1) }
      _ = push(.blockQuote, at: start)
      return .container
    case UInt8(ascii: "#"): if let opened = openHeading(close) { return opened }
    case UInt8(ascii: "`"), UInt8(ascii: "~"): if let opened = openFence(close) { return opened }
    case UInt8(ascii: "<"):
      if let kind = htmlStart(interrupting: inParagraph || mayBeLazy) {
        close(&self)
        let node = push(.htmlBlock, at: nonspace)
        htmlEnds[node] = kind
        return .leaf
      }
    case UInt8(ascii: "[") where options.contains(.footnotes):
      if let opened = openFootnote(close) { return opened }
    default: break
    }
    if inParagraph, allMatched, let level = setextLevel() {
      resolveReferences(of: container)
      if content[container]?.isEmpty == false {
        arena[container].kind = .heading
        arena[container].value = level
        arena[container].end = Int32(lineEnd)
        closeTip(at: lineEnd)
        return .done
      }
    }
    if inParagraph, allMatched, options.contains(.tables), openTable(container) { return .done }
    if isThematicBreak() {
      close(&self)
      _ = push(.thematicBreak, at: nonspace)
      closeTip(at: lineEnd)
      return .done
    }
    return openItem(container, inParagraph: inParagraph, close) ? .container : .none
  }

  private mutating func openHeading(_ close: (inout BlockParser) -> Void) -> Opened? {
    var i = nonspace
    while byte(at: i) == UInt8(ascii: "#") { i += 1 }
    let level = i - nonspace
    guard level <= 6, i == lineEnd || byte(at: i) == .space || byte(at: i) == .tab else { return nil }
    close(&self)
    let node = push(.heading, at: nonspace)
    arena[node].value = UInt8(level)
    while byte(at: i) == .space || byte(at: i) == .tab { i += 1 }
    var end = lineEnd
    while end > i, source[end - 1] == .space || source[end - 1] == .tab { end -= 1 }
    var hashes = end
    while hashes > i, source[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if hashes == i {
      end = i
    } else if hashes < end, source[hashes - 1] == .space || source[hashes - 1] == .tab {
      end = hashes
      while end > i, source[end - 1] == .space || source[end - 1] == .tab { end -= 1 }
    }
    content[node] = [Segment(start: Int32(i), end: Int32(end))]
    closeTip(at: lineEnd)
    return .done
  }

  private mutating func openFence(_ close: (inout BlockParser) -> Void) -> Opened? {
    let mark = byte(at: nonspace)
    var i = nonspace
    while byte(at: i) == mark { i += 1 }
    let length = i - nonspace
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), source[i..<lineEnd].contains(mark) { return nil }
    close(&self)
    let node = push(.codeBlock, at: nonspace)
    fences[node] = Fence(byte: mark, length: length, indent: indent)
    let info = unescaped(source[i..<lineEnd]).trimmed
    arena.withExtra(node) { $0.info = info }
    return .done
  }

  private func setextLevel() -> UInt8? {
    let mark = byte(at: nonspace)
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    var i = nonspace
    while byte(at: i) == mark { i += 1 }
    while byte(at: i) == .space || byte(at: i) == .tab { i += 1 }
    return i == lineEnd ? (mark == UInt8(ascii: "=") ? 1 : 2) : nil
  }

  private func isThematicBreak() -> Bool {
    let mark = byte(at: nonspace)
    guard [UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(mark) else { return false }
    var count = 0
    for i in nonspace..<lineEnd {
      if source[i] == mark { count += 1 } else if source[i] != .space, source[i] != .tab { return false }
    }
    return count >= 3
  }

  private mutating func openFootnote(_ close: (inout BlockParser) -> Void) -> Opened? {
    guard byte(at: nonspace + 1) == UInt8(ascii: "^") else { return nil }
    var i = nonspace + 2
    while i < lineEnd, source[i] != UInt8(ascii: "]"), source[i] != .space, source[i] != UInt8(ascii: "[") { i += 1 }
    guard i > nonspace + 2, byte(at: i) == UInt8(ascii: "]"), byte(at: i + 1) == UInt8(ascii: ":") else { return nil }
    close(&self)
    let label = String(decoding: source[nonspace + 2..<i], as: UTF8.self)
    let node = push(.footnoteDefinition, at: nonspace)
    arena.withExtra(node) { $0.destination = label }
    advanceToNonspace()
    advance(columns: i + 2 - position)
    return .container
  }

  private mutating func openItem(_ container: Int32, inParagraph: Bool, _ close: (inout BlockParser) -> Void) -> Bool {
    guard var marker = itemMarker(interrupting: inParagraph) else { return false }
    let start = nonspace
    let outer = indent
    close(&self)
    advanceToNonspace()
    advance(columns: marker.width)
    findNonspace()
    let gap = indent
    if isBlank || gap >= 5 || gap < 1 {
      if !isBlank || byte(at: position) == .space || byte(at: position) == .tab { advance(columns: min(gap, 1)) }
      marker.width += outer + 1
    } else {
      advance(columns: gap)
      marker.width += outer + gap
    }
    let tip = open[open.count - 1]
    if arena[tip].kind == .list, let last = items[tip], last.isOrdered == marker.isOrdered, last.byte == marker.byte {
    } else {
      let list = push(.list, at: start)
      items[list] = marker
      arena.withExtra(list) { $0.list = .init(isOrdered: marker.isOrdered, start: marker.start, isTight: true) }
    }
    let item = push(.item, at: start)
    items[item] = marker
    return true
  }

  private func itemMarker(interrupting: Bool) -> ItemMarker? {
    var i = nonspace
    var marker = ItemMarker(isOrdered: false, byte: byte(at: i), start: 1, width: 1)
    switch marker.byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): i += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var value = 0
      while i - nonspace < 10, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte(at: i) {
        value = value * 10 + Int(byte(at: i) - UInt8(ascii: "0"))
        i += 1
      }
      guard i - nonspace <= 9, byte(at: i) == UInt8(ascii: ".") || byte(at: i) == UInt8(ascii: ")") else { return nil }
      if interrupting && value != 1 { return nil }
      marker = ItemMarker(isOrdered: true, byte: byte(at: i), start: value, width: i + 1 - nonspace)
      i += 1
    default: return nil
    }
    guard i == lineEnd || byte(at: i) == .space || byte(at: i) == .tab else { return nil }
    if interrupting {
      var rest = i
      while byte(at: rest) == .space || byte(at: rest) == .tab { rest += 1 }
      if rest == lineEnd { return nil }
    }
    return marker
  }
}
