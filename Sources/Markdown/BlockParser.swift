/// The first phase: lines into blocks, by the algorithm of the specification's appendix.
struct BlockParser {
  let source: ContiguousArray<UInt8>
  let options: Document.Options
  var arena = Arena()
  /// The path of open blocks from the document to the deepest.
  var open: [Int32] = [0]
  /// The content of leaves: segments of a node lie together while it is the tip.
  var content: [Int32: [Segment]] = [:]
  var fences: [Int32: Fence] = [:]
  var htmlEnds: [Int32: Int] = [:]
  var items: [Int32: ItemMarker] = [:]
  var references: [String: (destination: String, title: String)] = [:]
  var frontMatter: Range<Int>?

  // The line that is being read.
  var position = 0
  var lineEnd = 0
  var column = 0
  /// Columns left of a tab that was entered in part.
  var partialTab = 0
  var nonspace = 0
  var indent = 0
  var isBlank = false

  struct Fence {
    var byte: UInt8
    var length: Int
    var indent: Int
    /// `$$` on a line of its own.
    var isMath = false
  }

  struct ItemMarker: Equatable {
    var isOrdered: Bool
    var byte: UInt8
    var start: Int
    /// Columns from the container's edge to the content.
    var width: Int
  }

  init(_ source: ContiguousArray<UInt8>, _ options: Document.Options) {
    self.source = source
    self.options = options
    arena.entries.reserveCapacity(source.count / 16 + 8)
    _ = arena.detached(.document, from: 0, to: source.count)
  }

  mutating func parse() {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if options.contains(.frontMatter) { start = takeFrontMatter(from: start) }
    while start < source.count {
      var end = start
      while end < source.count, source[end] != .lineFeed, source[end] != .carriageReturn { end += 1 }
      takeLine(start, end)
      start = end + 1
      if end < source.count, source[end] == .carriageReturn, start < source.count, source[start] == .lineFeed {
        start += 1
      }
    }
    while open.count > 1 { closeTip(at: source.count) }
  }

  private mutating func takeFrontMatter(from start: Int) -> Int {
    var lineStart = start
    var isFirst = true
    while lineStart < source.count {
      var end = lineStart
      while end < source.count, source[end] != .lineFeed, source[end] != .carriageReturn { end += 1 }
      var trimmed = end
      while trimmed > lineStart, source[trimmed - 1] == .space || source[trimmed - 1] == .tab { trimmed -= 1 }
      var next = min(end + 1, source.count)
      if end + 1 < source.count, source[end] == .carriageReturn, source[end + 1] == .lineFeed { next += 1 }
      let isFence = trimmed - lineStart == 3 && source[lineStart..<trimmed].allSatisfy { $0 == UInt8(ascii: "-") }
      if isFirst {
        guard isFence else { return start }
        isFirst = false
        frontMatter = next..<next
      } else if isFence {
        let content = (frontMatter?.lowerBound ?? start)..<lineStart
        frontMatter = content
        let node = arena.add(.frontMatter, below: 0, from: start, to: trimmed)
        arena[node].isOpen = false
        return next
      }
      lineStart = next
    }
    frontMatter = nil
    return start
  }

  // MARK: Moving through a line

  mutating func findNonspace() {
    var i = position
    var columns = partialTab
    var here = column + partialTab
    if partialTab > 0 { i += 1 }
    while i < lineEnd {
      if source[i] == .space {
        columns += 1
        here += 1
      } else if source[i] == .tab {
        let step = 4 - here % 4
        columns += step
        here += step
      } else {
        break
      }
      i += 1
    }
    nonspace = i
    indent = columns
    isBlank = i >= lineEnd
  }

  /// Moves over `count` columns of white space, entering a tab in part where it must.
  mutating func advance(columns count: Int) {
    var rest = count
    while rest > 0, position < lineEnd {
      if source[position] == .tab {
        let width = partialTab > 0 ? partialTab : 4 - column % 4
        let step = min(rest, width)
        column += step
        rest -= step
        partialTab = width - step
        if partialTab == 0 { position += 1 }
      } else {
        position += 1
        column += 1
        rest -= 1
      }
    }
  }

  mutating func advanceToNonspace() {
    column += indent
    position = nonspace
    partialTab = 0
  }

  func byte(at i: Int) -> UInt8 { i < lineEnd ? source[i] : 0 }

  // MARK: One line

  private mutating func takeLine(_ start: Int, _ end: Int) {
    position = start
    lineEnd = end
    column = 0
    partialTab = 0
    var depth = 1
    matching: while depth < open.count {
      findNonspace()
      switch continues(open[depth]) {
      case .yes: depth += 1
      case .no: break matching
      case .lineTaken: return
      }
    }
    let allMatched = depth == open.count
    let tipIsParagraph = arena[open[open.count - 1]].kind == .paragraph
    var container = open[depth - 1]
    var mayBeLazy = tipIsParagraph
    var unmatched = depth
    func closeUnmatched(_ parser: inout BlockParser) {
      while parser.open.count > unmatched { parser.closeTip(at: start) }
    }
    opening: while !arena[container].kind.takesLines || arena[container].kind == .paragraph {
      findNonspace()
      let opened = openBlock(in: container, allMatched: unmatched == open.count, mayBeLazy: mayBeLazy) {
        closeUnmatched(&$0)
      }
      switch opened {
      case .none: break opening
      case .container:
        container = open[open.count - 1]
        unmatched = open.count
        mayBeLazy = false
      case .leaf:
        container = open[open.count - 1]
        unmatched = open.count
        break opening
      case .done: return
      }
    }
    takeText(container: container, isLazy: !allMatched && unmatched < open.count && tipIsParagraph) {
      closeUnmatched(&$0)
    }
  }

  private mutating func takeText(container: Int32, isLazy: Bool, close: (inout BlockParser) -> Void) {
    findNonspace()
    if isLazy && !isBlank {
      addLine(to: open[open.count - 1], trimmed: true)
      return
    }
    close(&self)
    let kind = arena[container].kind
    markBlank(container, kind)
    switch kind {
    case .codeBlock, .htmlBlock:
      addLine(to: container, trimmed: false)
      if kind == .htmlBlock, htmlEnds(container) { closeTip(at: lineEnd) }
    case .paragraph:
      if !isBlank { addLine(to: container, trimmed: true) }
    case .heading, .thematicBreak, .table, .tableRow: break
    default:
      guard !isBlank else { return }
      let paragraph = push(.paragraph, at: nonspace)
      addLine(to: paragraph, trimmed: true)
    }
  }

  /// Remembers a blank line for the looseness of lists.
  private mutating func markBlank(_ container: Int32, _ kind: Document.Kind) {
    let last = arena[container].last
    if isBlank, last >= 0 { arena[last].isLastLineBlank = true }
    let counts =
      isBlank
      && !(kind == .blockQuote || kind == .callout || (kind == .codeBlock && fences[container] != nil)
        || (kind == .item && arena[container].first < 0 && arena[container].start >= lineStartOfPosition))
    arena[container].isLastLineBlank = counts
    var node = arena[container].parent
    while node >= 0, arena[node].isLastLineBlank {
      arena[node].isLastLineBlank = false
      node = arena[node].parent
    }
  }

  private var lineStartOfPosition: Int32 {
    var i = min(position, lineEnd)
    while i > 0, source[i - 1] != .lineFeed, source[i - 1] != .carriageReturn { i -= 1 }
    return Int32(i)
  }

  mutating func addLine(to node: Int32, trimmed: Bool) {
    if trimmed { advanceToNonspace() }
    var segment = Segment(start: Int32(position), end: Int32(lineEnd))
    if partialTab > 0 {
      segment.pad = Int32(partialTab)
      segment.start += 1
    }
    content[node, default: []].append(segment)
    arena[node].end = Int32(lineEnd)
  }

  mutating func push(_ kind: Document.Kind, at start: Int) -> Int32 {
    while !arena[open[open.count - 1]].kind.canContain(kind) { closeTip(at: start) }
    let node = arena.add(kind, below: open[open.count - 1], from: start, to: lineEnd)
    open.append(node)
    return node
  }

  mutating func closeTip(at offset: Int) {
    let node = open.removeLast()
    finish(node)
    arena[node].isOpen = false
    let parent = arena[node].parent
    if parent >= 0 { arena[parent].end = max(arena[parent].end, arena[node].end) }
  }
}

extension Document.Kind {
  var takesLines: Bool { self == .codeBlock || self == .htmlBlock || self == .paragraph }

  func canContain(_ kind: Document.Kind) -> Bool {
    switch self {
    case .document, .blockQuote, .callout, .item, .footnoteDefinition: kind != .item
    case .list: kind == .item
    default: false
    }
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
