/// HTML blocks (specification 4.6): seven ways to begin, each with its end.
extension BlockParser {
  mutating func htmlStart(interrupting: Bool) -> Int? {
    let text = Array(source[nonspace..<lineEnd].prefix(2048))
    func has(_ prefix: String) -> Bool { text.lowercasedStarts(with: prefix) }
    for name in ["<script", "<pre", "<style", "<textarea"] where has(name) {
      let next = text.count > name.utf8.count ? text[name.utf8.count] : .space
      if next == .space || next == .tab || next == UInt8(ascii: ">") { return 1 }
    }
    if has("<!--") { return 2 }
    if has("<?") { return 3 }
    if has("<![cdata[") { return 5 }
    if text.count > 2, text[1] == UInt8(ascii: "!"), text[2].isLetter { return 4 }
    var i = text.count > 1 && text[1] == UInt8(ascii: "/") ? 2 : 1
    let nameStart = i
    while i < text.count, text[i].isLetter || text[i].isDigit { i += 1 }
    let name = String(decoding: text[nameStart..<i], as: UTF8.self).lowercased()
    if i > nameStart, BlockParser.blockTags.contains(name) {
      let next = i < text.count ? text[i] : .space
      let closesItself = next == UInt8(ascii: "/") && i + 1 < text.count && text[i + 1] == UInt8(ascii: ">")
      if next == .space || next == .tab || next == UInt8(ascii: ">") || closesItself { return 6 }
    }
    if !interrupting, let end = htmlTagEnd(in: source[nonspace..<lineEnd]),
      source[end..<lineEnd].allSatisfy({ $0 == .space || $0 == .tab })
    {
      return 7
    }
    return nil
  }

  func htmlEnds(_ node: Int32) -> Bool {
    let line = source[position..<lineEnd]
    switch htmlEnds[node] {
    case 1: return ["</script>", "</pre>", "</style>", "</textarea>"].contains { line.containsLowercased($0) }
    case 2: return line.containsLowercased("-->")
    case 3: return line.containsLowercased("?>")
    case 4: return line.contains(UInt8(ascii: ">"))
    case 5: return line.containsLowercased("]]>")
    default: return false
    }
  }

  static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

/// The end of the HTML open or closing tag that the bytes begin with (specification 6.6).

func htmlTagEnd(in bytes: ContiguousArray<UInt8>.SubSequence) -> Int? {
  var i = bytes.startIndex + 1
  let end = bytes.endIndex
  func isSpace(_ byte: UInt8) -> Bool { byte == .space || byte == .tab || byte == .lineFeed || byte == .carriageReturn }
  func skipSpace() { while i < end, isSpace(bytes[i]) { i += 1 } }
  guard i < end else { return nil }
  let isClosing = bytes[i] == UInt8(ascii: "/")
  if isClosing { i += 1 }
  guard i < end, bytes[i].isLetter else { return nil }
  while i < end, bytes[i].isLetter || bytes[i].isDigit || bytes[i] == UInt8(ascii: "-") { i += 1 }
  if isClosing {
    skipSpace()
    return i < end && bytes[i] == UInt8(ascii: ">") ? i + 1 : nil
  }
  while i < end {
    let before = i
    skipSpace()
    guard i < end else { return nil }
    if bytes[i] == UInt8(ascii: ">") { return i + 1 }
    if bytes[i] == UInt8(ascii: "/") { return i + 1 < end && bytes[i + 1] == UInt8(ascii: ">") ? i + 2 : nil }
    guard i > before, bytes[i].isLetter || bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: ":") else {
      return nil
    }
    while i < end,
      bytes[i].isLetter || bytes[i].isDigit
        || [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[i])
    { i += 1 }
    let nameEnd = i
    skipSpace()
    guard i < end, bytes[i] == UInt8(ascii: "=") else {
      i = nameEnd
      continue
    }
    i += 1
    skipSpace()
    guard i < end else { return nil }
    if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
      let quote = bytes[i]
      guard let close = bytes[(i + 1)...].firstIndex(of: quote) else { return nil }
      i = close + 1
    } else {
      let start = i
      while i < end, !isSpace(bytes[i]), !Array("\"'=<>`".utf8).contains(bytes[i]) { i += 1 }
      guard i > start else { return nil }
    }
  }
  return nil
}

extension UInt8 {
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var lowered: UInt8 { (0x41...0x5A).contains(self) ? self + 32 : self }
}

extension Collection<UInt8> {
  func lowercasedStarts(with prefix: String) -> Bool {
    var i = startIndex
    for byte in prefix.utf8 {
      guard i < endIndex, self[i].lowered == byte else { return false }
      i = index(after: i)
    }
    return true
  }

  func containsLowercased(_ word: String) -> Bool {
    var i = startIndex
    while i < endIndex {
      if self[i...].lowercasedStarts(with: word) { return true }
      i = index(after: i)
    }
    return false
  }
}
