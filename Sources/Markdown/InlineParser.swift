/// The second phase: a leaf's text into inlines, with a delimiter stack (specification, appendix).
struct InlineParser {
  /// The leaf's text without the block marks, its lines joined by line feeds.
  private let text: ContiguousArray<UInt8>
  /// For each line: where it starts in the text, and in the source.
  private let lines: [(text: Int, source: Int)]
  private let options: Document.Options
  private let references: [String: (destination: String, title: String)]
  private let footnotes: Set<String>
  private var arena: Arena
  private let parent: Int32
  private var i = 0
  private var delimiters: [Delimiter] = []
  private var brackets: [Bracket] = []
  private var noCloserBeyond: [UInt8: Int] = [:]

  private struct Delimiter {
    var node: Int32
    var byte: UInt8
    var count: Int
    var length: Int
    var canOpen: Bool
    var canClose: Bool
    var isActive = true
  }

  private struct Bracket {
    var node: Int32
    var isImage: Bool
    var isActive = true
    var delimiters: Int
    /// Where the text behind the bracket starts.
    var start: Int
  }

  init(
    _ segments: [Segment], of parent: Int32, in source: ContiguousArray<UInt8>, _ arena: consuming Arena,
    _ options: Document.Options, _ references: [String: (destination: String, title: String)], _ footnotes: Set<String>
  ) {
    var text = ContiguousArray<UInt8>()
    var lines: [(Int, Int)] = []
    for (n, segment) in segments.enumerated() {
      if n > 0 { text.append(.lineFeed) }
      lines.append((text.count, Int(segment.start)))
      text += source[Int(segment.start)..<Int(segment.end)]
    }
    while let last = text.last, last == .space || last == .tab { text.removeLast() }
    self.text = text
    self.lines = lines
    self.options = options
    self.references = references
    self.footnotes = footnotes
    self.arena = arena
    self.parent = parent
  }

  consuming func parsed() -> Arena {
    while i < text.count { step() }
    processEmphasis(from: 0)
    return arena
  }

  private func source(_ offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle].text <= offset { low = middle } else { high = middle }
    }
    return lines.isEmpty ? 0 : lines[low].source + offset - lines[low].text
  }

  private mutating func add(_ kind: Document.Kind, _ start: Int, _ end: Int, literal: String? = nil) -> Int32 {
    let node = arena.add(
      kind, below: parent, from: source(start), to: source(max(start, end - 1)) + (end > start ? 1 : 0))
    if let literal { arena.withExtra(node) { $0.literal = literal } }
    return node
  }

  private mutating func addText(_ start: Int, _ end: Int) {
    guard end > start else { return }
    _ = add(.text, start, end, literal: String(decoding: text[start..<end], as: UTF8.self))
  }

  private func byte(_ at: Int) -> UInt8 { at < text.count ? text[at] : 0 }

  private mutating func step() {
    let start = i
    switch text[i] {
    case .lineFeed: takeLineEnd()
    case UInt8(ascii: "\\"): takeBackslash()
    case UInt8(ascii: "`"): takeCode()
    case UInt8(ascii: "$") where options.contains(.math): if !takeMath() { takeLiteral(1) }
    case UInt8(ascii: "*"), UInt8(ascii: "_"): takeDelimiters()
    case UInt8(ascii: "~") where options.contains(.strikethrough): takeDelimiters()
    case UInt8(ascii: "=") where options.contains(.highlights) && byte(i + 1) == UInt8(ascii: "="): takeDelimiters()
    case UInt8(ascii: "["): takeBracket()
    case UInt8(ascii: "!") where byte(i + 1) == UInt8(ascii: "["):
      i += 2
      let node = add(.text, start, i, literal: "![")
      brackets.append(Bracket(node: node, isImage: true, delimiters: delimiters.count, start: i))
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): takeAngle()
    case UInt8(ascii: "&"):
      if let entity = entity(in: text[...], at: i) {
        _ = add(.text, i, entity.end, literal: entity.text)
        i = entity.end
      } else {
        takeLiteral(1)
      }
    case UInt8(ascii: "h") where options.contains(.autolinks): takeBareLink()
    default: takeRun()
    }
  }

  private mutating func takeLiteral(_ count: Int) {
    addText(i, i + count)
    i += count
  }

  private mutating func takeRun() {
    let start = i
    i += 1
    while i < text.count, !InlineParser.isSpecial(text[i], options) { i += 1 }
    if byte(i) == .lineFeed {
      var end = i
      while end > start, text[end - 1] == .space { end -= 1 }
      addText(start, end)
    } else {
      addText(start, i)
    }
  }

  private static func isSpecial(_ byte: UInt8, _ options: Document.Options) -> Bool {
    switch byte {
    case .lineFeed, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "&"):
      true
    case UInt8(ascii: "$"): options.contains(.math)
    case UInt8(ascii: "~"): options.contains(.strikethrough)
    case UInt8(ascii: "="): options.contains(.highlights)
    case UInt8(ascii: "h"): options.contains(.autolinks)
    default: false
    }
  }

  private mutating func takeLineEnd() {
    var spaces = i
    while spaces > 0, text[spaces - 1] == .space { spaces -= 1 }
    let isHard = i - spaces >= 2
    _ = add(isHard ? .lineBreak : .softBreak, i, i + 1)
    i += 1
    while byte(i) == .space { i += 1 }
  }

  private mutating func takeBackslash() {
    let next = byte(i + 1)
    if options.contains(.math), next == UInt8(ascii: "(") || next == UInt8(ascii: "["), takeMath() { return }
    if next == .lineFeed, i + 1 < text.count {
      _ = add(.lineBreak, i, i + 2)
      i += 2
      while byte(i) == .space { i += 1 }
    } else if next.isPunctuation {
      _ = add(.text, i, i + 2, literal: String(decoding: [next], as: UTF8.self))
      i += 2
    } else {
      takeLiteral(1)
    }
  }

  private mutating func takeMath() -> Bool {
    guard let math = mathEnd(in: text[...], at: i) else { return false }
    let node = add(.math, i, math.end, literal: String(decoding: text[math.content], as: UTF8.self))
    arena[node].value = math.isDisplay ? 1 : 0
    i = math.end
    return true
  }

  private mutating func takeCode() {
    var length = 0
    while byte(i + length) == UInt8(ascii: "`") { length += 1 }
    if noCloserBeyond[UInt8(length & 255), default: .max] <= i { return takeLiteral(length) }
    var at = i + length
    while at < text.count {
      guard text[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      let run = at
      while byte(at) == UInt8(ascii: "`") { at += 1 }
      guard at - run == length else { continue }
      var content = text[i + length..<run].map { $0 == .lineFeed ? .space : $0 }
      if content.count > 1, content.first == .space, content.last == .space, content.contains(where: { $0 != .space }) {
        content = Array(content.dropFirst().dropLast())
      }
      _ = add(.codeSpan, i, at, literal: String(decoding: content, as: UTF8.self))
      i = at
      return
    }
    noCloserBeyond[UInt8(length & 255)] = i
    takeLiteral(length)
  }

  private mutating func takeDelimiters() {
    let start = i
    let mark = text[i]
    while byte(i) == mark { i += 1 }
    let length = i - start
    let before = scalar(before: start)
    let after = scalar(at: i)
    let flank = Flanking(before: before, after: after, isCJKFriendly: mark != UInt8(ascii: "_"))
    let node = add(.text, start, i, literal: String(decoding: text[start..<i], as: UTF8.self))
    if mark == UInt8(ascii: "~"), length > 2 { return }
    if mark == UInt8(ascii: "="), length != 2 { return }
    let isUnderscore = mark == UInt8(ascii: "_")
    delimiters.append(
      Delimiter(
        node: node, byte: mark, count: length, length: length,
        canOpen: flank.left && (!isUnderscore || !flank.right || flank.punctuationBefore),
        canClose: flank.right && (!isUnderscore || !flank.left || flank.punctuationAfter)))
  }

  private func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return String(decoding: text[start..<offset], as: UTF8.self).unicodeScalars.first
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < text.count else { return nil }
    return String(decoding: text[offset..<min(offset + 4, text.count)], as: UTF8.self).unicodeScalars.first
  }

  // MARK: Emphasis

  private mutating func processEmphasis(from bottom: Int) {
    var openersBottom: [UInt32: Int] = [:]
    var closer = bottom
    while closer < delimiters.count {
      guard delimiters[closer].isActive, delimiters[closer].canClose else {
        closer += 1
        continue
      }
      let mark = delimiters[closer].byte
      let key = UInt32(mark) << 8 | UInt32(delimiters[closer].canOpen ? 4 : 0) | UInt32(delimiters[closer].length % 3)
      let floor = max(bottom, openersBottom[key] ?? bottom)
      var opener = closer - 1
      var found = false
      while opener >= floor {
        let candidate = delimiters[opener]
        if candidate.isActive, candidate.byte == mark, candidate.canOpen, matches(candidate, delimiters[closer]) {
          found = true
          break
        }
        opener -= 1
      }
      guard found else {
        openersBottom[key] = closer
        if !delimiters[closer].canOpen { delimiters[closer].isActive = false }
        closer += 1
        continue
      }
      wrap(opener, closer)
      for between in (opener + 1)..<closer { delimiters[between].isActive = false }
      if delimiters[opener].count == 0 { delimiters[opener].isActive = false }
      if delimiters[closer].count == 0 {
        delimiters[closer].isActive = false
        closer += 1
      }
    }
    delimiters.removeSubrange(bottom...)
  }

  private func matches(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    if opener.byte == UInt8(ascii: "~") || opener.byte == UInt8(ascii: "=") { return opener.length == closer.length }
    let isOdd = opener.canClose || closer.canOpen
    return !(isOdd && closer.length % 3 != 0 && (opener.length + closer.length) % 3 == 0)
  }

  private mutating func wrap(_ opener: Int, _ closer: Int) {
    let mark = delimiters[opener].byte
    let isPair = mark == UInt8(ascii: "~") || mark == UInt8(ascii: "=")
    let used =
      isPair ? delimiters[opener].count : delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
    let kind: Document.Kind =
      mark == UInt8(ascii: "~")
      ? .strikethrough : mark == UInt8(ascii: "=") ? .highlight : used == 2 ? .strong : .emphasis
    let openNode = delimiters[opener].node
    let closeNode = delimiters[closer].node
    let first = arena[openNode].next
    let last = arena[closeNode].previous
    let node = arena.detached(kind, from: Int(arena[openNode].end) - used, to: Int(arena[closeNode].start) + used)
    arena.insert(node, after: openNode)
    if first != closeNode, last != openNode, first >= 0, last >= 0 { arena.move(from: first, through: last, to: node) }
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    arena[openNode].end -= Int32(used)
    arena[closeNode].start += Int32(used)
    shorten(openNode, to: delimiters[opener].count, mark)
    shorten(closeNode, to: delimiters[closer].count, mark)
  }

  private mutating func shorten(_ node: Int32, to count: Int, _ mark: UInt8) {
    if count == 0 {
      arena.remove(node)
    } else {
      arena.withExtra(node) { $0.literal = String(repeating: Character(Unicode.Scalar(mark)), count: count) }
    }
  }

  // MARK: Links and images

  private mutating func takeBracket() {
    let start = i
    if options.contains(.wikiLinks), byte(i + 1) == UInt8(ascii: "["), takeWikiLink() { return }
    if options.contains(.footnotes), byte(i + 1) == UInt8(ascii: "^"), takeFootnote() { return }
    i += 1
    let node = add(.text, start, i, literal: "[")
    brackets.append(Bracket(node: node, isImage: false, delimiters: delimiters.count, start: i))
  }

  private mutating func takeWikiLink() -> Bool {
    var end = i + 2
    while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "["), text[end] != .lineFeed {
      end += 1
    }
    guard end > i + 2, byte(end) == UInt8(ascii: "]"), byte(end + 1) == UInt8(ascii: "]") else { return false }
    let inner = String(decoding: text[i + 2..<end], as: UTF8.self)
    let parts = inner.split(separator: "|", maxSplits: 1).map { String($0).trimmed }
    guard let target = parts.first, !target.isEmpty else { return false }
    let node = add(.wikiLink, i, end + 2)
    arena.withExtra(node) {
      $0.destination = target
      $0.literal = parts.count > 1 ? parts[1] : ""
    }
    i = end + 2
    return true
  }

  private mutating func takeFootnote() -> Bool {
    var end = i + 2
    while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "["), text[end] != .space {
      end += 1
    }
    let label = String(decoding: text[i + 2..<end], as: UTF8.self)
    guard byte(end) == UInt8(ascii: "]"), footnotes.contains(label) else { return false }
    let node = add(.footnoteReference, i, end + 1)
    arena.withExtra(node) { $0.destination = label }
    i = end + 1
    return true
  }

  private mutating func closeBracket() {
    let start = i
    i += 1
    guard let bracket = brackets.last else { return addText(start, i) }
    guard bracket.isActive else {
      brackets.removeLast()
      return addText(start, i)
    }
    guard let target = linkTarget(bracket, textEnd: start) else {
      brackets.removeLast()
      i = start + 1
      return addText(start, i)
    }
    i = target.end
    let node = arena.detached(
      bracket.isImage ? .image : .link, from: Int(arena[bracket.node].start), to: source(i - 1) + 1)
    arena.withExtra(node) {
      $0.destination = target.destination
      $0.title = target.title
    }
    let first = arena[bracket.node].next
    let last = arena[parent].last
    processEmphasis(from: bracket.delimiters)
    let nowFirst = arena[bracket.node].next
    let nowLast = arena[parent].last
    arena.insert(node, after: bracket.node)
    if first >= 0, last >= 0, nowFirst >= 0, nowLast >= 0, nowFirst != node {
      arena.move(from: nowFirst, through: nowLast, to: node)
    }
    arena.remove(bracket.node)
    brackets.removeLast()
    if !bracket.isImage { for j in brackets.indices where !brackets[j].isImage { brackets[j].isActive = false } }
  }

  private func linkTarget(_ bracket: Bracket, textEnd: Int) -> (destination: String, title: String, end: Int)? {
    if byte(textEnd + 1) == UInt8(ascii: "("), let inline = inlineLink(in: text[...], at: textEnd + 1) { return inline }
    if byte(textEnd + 1) == UInt8(ascii: "["), let label = linkLabel(in: text[...], at: textEnd + 1) {
      let name =
        label.text.trimmed.isEmpty ? String(decoding: text[bracket.start..<textEnd], as: UTF8.self) : label.text
      guard let reference = references[folded(name)] else { return nil }
      return (reference.destination, reference.title, label.end)
    }
    let name = String(decoding: text[bracket.start..<textEnd], as: UTF8.self)
    guard name.utf8.count < 1000, !name.trimmed.isEmpty, let reference = references[folded(name)] else { return nil }
    return (reference.destination, reference.title, textEnd + 1)
  }

  // MARK: Autolinks and HTML

  private mutating func takeAngle() {
    if let close = text[i...].firstIndex(where: {
      $0 == UInt8(ascii: ">") || $0 == .space || $0 == .lineFeed || $0 == UInt8(ascii: "<") && $0 != text[i]
    }),
      text[close] == UInt8(ascii: ">"), close > i + 1
    {
      let inner = String(decoding: text[i + 1..<close], as: UTF8.self)
      if let destination = autolink(inner) {
        let node = add(.link, i, close + 1)
        arena.withExtra(node) { $0.destination = destination }
        let child = arena.add(.text, below: node, from: source(i + 1), to: source(close))
        arena.withExtra(child) { $0.literal = inner }
        i = close + 1
        return
      }
    }
    guard let end = inlineHTMLEnd() else { return takeLiteral(1) }
    _ = add(.htmlInline, i, end, literal: String(decoding: text[i..<end], as: UTF8.self))
    i = end
  }

  private func autolink(_ inner: String) -> String? {
    if let colon = inner.firstIndex(of: ":") {
      let scheme = inner[..<colon]
      if 2...32 ~= scheme.count, scheme.first?.isLetter == true,
        scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) })
      {
        return inner
      }
    }
    let parts = inner.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }),
      parts[0].allSatisfy({ $0.isASCII && !$0.isWhitespace && !"<>()[]\\,;:\"".contains($0) })
    else { return nil }
    return "mailto:\(inner)"
  }

  private func inlineHTMLEnd() -> Int? {
    func end(of mark: String, from: Int) -> Int? {
      let bytes = Array(mark.utf8)
      var at = from
      while at + bytes.count <= text.count {
        if text[at..<at + bytes.count].elementsEqual(bytes) { return at + bytes.count }
        at += 1
      }
      return nil
    }
    let rest = text[i...]
    if rest.lowercasedStarts(with: "<!-->") { return i + 5 }
    if rest.lowercasedStarts(with: "<!--->") { return i + 6 }
    if rest.lowercasedStarts(with: "<!--") { return end(of: "-->", from: i + 4) }
    if rest.lowercasedStarts(with: "<?") { return end(of: "?>", from: i + 2) }
    if rest.lowercasedStarts(with: "<![cdata[") { return end(of: "]]>", from: i + 9) }
    if byte(i + 1) == UInt8(ascii: "!"), byte(i + 2).isLetter { return end(of: ">", from: i + 2) }
    return htmlTagEnd(in: rest)
  }

  private mutating func takeBareLink() {
    let rest = text[i...]
    guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8), i == 0 || !text[i - 1].isLetter
    else { return takeRun() }
    var end = i
    while end < text.count, text[end] > 0x20, text[end] < 0x80, text[end] != UInt8(ascii: "<") { end += 1 }
    while end > i, Array("?!.,:*_~'\")".utf8).contains(text[end - 1]) { end -= 1 }
    guard end > i + 8 else { return takeRun() }
    let target = String(decoding: text[i..<end], as: UTF8.self)
    let node = add(.link, i, end)
    arena.withExtra(node) { $0.destination = target }
    let child = arena.add(.text, below: node, from: source(i), to: source(end - 1) + 1)
    arena.withExtra(child) { $0.literal = target }
    i = end
  }
}

extension UInt8 {
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
