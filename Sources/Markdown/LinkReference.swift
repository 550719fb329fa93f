/// Link destinations, titles and labels (specification 6.3 and 4.7).
extension BlockParser {
  /// Takes the definitions at a paragraph's start out of it.
  mutating func resolveReferences(of node: Int32) {
    guard var segments = content[node], let first = segments.first, byteOf(first) == UInt8(ascii: "[") else { return }
    while let first = segments.first, byteOf(first) == UInt8(ascii: "["), let used = takeDefinition(segments) {
      segments.removeFirst(used)
    }
    content[node] = segments
  }

  private func byteOf(_ segment: Segment) -> UInt8 {
    segment.start < segment.end ? source[Int(segment.start)] : 0
  }

  /// The number of lines a definition at the start takes.
  private mutating func takeDefinition(_ segments: [Segment]) -> Int? {
    var text = ContiguousArray<UInt8>()
    var ends: [Int] = []
    for segment in segments.prefix(64) {
      text += source[Int(segment.start)..<Int(segment.end)]
      ends.append(text.count)
      text.append(.lineFeed)
    }
    let slice = text[...]
    guard let label = linkLabel(in: slice, at: 0), !label.text.trimmed.isEmpty, label.end < text.count,
      text[label.end] == UInt8(ascii: ":")
    else {
      return nil
    }
    var i = skipSpace(slice, label.end + 1)
    guard let destination = linkDestination(in: slice, at: i), destination.end > i else { return nil }
    i = destination.end
    func lineEnding(_ at: Int) -> Int? {
      var j = at
      while j < text.count, text[j] == .space || text[j] == .tab { j += 1 }
      return ends.firstIndex(of: j)
    }
    let beforeTitle = skipSpace(slice, i)
    var title = ""
    var last = lineEnding(i)
    if beforeTitle > i, let found = linkTitle(in: slice, at: beforeTitle), let line = lineEnding(found.end) {
      title = found.text
      last = line
    }
    guard let last else { return nil }
    let key = folded(label.text)
    if references[key] == nil { references[key] = (destination.text, title) }
    return last + 1
  }
}

typealias Slice = ContiguousArray<UInt8>.SubSequence

func skipSpace(_ bytes: Slice, _ start: Int) -> Int {
  var i = start
  while i < bytes.endIndex, [.space, .tab, .lineFeed].contains(bytes[i]) { i += 1 }
  return i
}

func linkLabel(in bytes: Slice, at start: Int) -> (text: String, end: Int)? {
  var i = start + 1
  while i < bytes.endIndex, i - start < 1001 {
    switch bytes[i] {
    case UInt8(ascii: "\\"): i += 1
    case UInt8(ascii: "["): return nil
    case UInt8(ascii: "]"): return (String(decoding: bytes[start + 1..<i], as: UTF8.self), i + 1)
    default: break
    }
    i += 1
  }
  return nil
}

func linkDestination(in bytes: Slice, at start: Int) -> (text: String, end: Int)? {
  var i = start
  guard i < bytes.endIndex else { return nil }
  if bytes[i] == UInt8(ascii: "<") {
    i += 1
    while i < bytes.endIndex, bytes[i] != UInt8(ascii: ">") {
      if bytes[i] == .lineFeed || bytes[i] == UInt8(ascii: "<") { return nil }
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard i < bytes.endIndex else { return nil }
    return (unescaped(bytes[start + 1..<i]), i + 1)
  }
  var depth = 0
  while i < bytes.endIndex, bytes[i] > 0x20, bytes[i] != 0x7F {
    if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.endIndex, bytes[i + 1].isPunctuation {
      i += 2
      continue
    }
    if bytes[i] == UInt8(ascii: "(") { depth += 1 }
    if bytes[i] == UInt8(ascii: ")") {
      if depth == 0 { break }
      depth -= 1
    }
    i += 1
  }
  guard depth == 0 else { return nil }
  return (unescaped(bytes[start..<i]), i)
}

func linkTitle(in bytes: Slice, at start: Int) -> (text: String, end: Int)? {
  guard start < bytes.endIndex else { return nil }
  let close: UInt8
  switch bytes[start] {
  case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
  case UInt8(ascii: "'"): close = UInt8(ascii: "'")
  case UInt8(ascii: "("): close = UInt8(ascii: ")")
  default: return nil
  }
  var i = start + 1
  while i < bytes.endIndex {
    if bytes[i] == close { return (unescaped(bytes[start + 1..<i]), i + 1) }
    if bytes[i] == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
    i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
  }
  return nil
}

/// `(destination "title")` behind a link's text.
func inlineLink(in bytes: Slice, at start: Int) -> (destination: String, title: String, end: Int)? {
  var i = skipSpace(bytes, start + 1)
  guard let destination = linkDestination(in: bytes, at: i) else { return nil }
  i = destination.end
  let next = skipSpace(bytes, i)
  var title = ""
  if next > i, let found = linkTitle(in: bytes, at: next) {
    title = found.text
    i = skipSpace(bytes, found.end)
  } else {
    i = next
  }
  guard i < bytes.endIndex, bytes[i] == UInt8(ascii: ")") else { return nil }
  return (destination.text, title, i + 1)
}

/// A label as references are compared: case folded, white space collapsed.
func folded(_ label: String) -> String {
  label.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased().uppercased()
}

/// The text with backslash escapes and entities resolved.
func unescaped(_ bytes: Slice) -> String {
  var out: [UInt8] = []
  var i = bytes.startIndex
  while i < bytes.endIndex {
    if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.endIndex, bytes[i + 1].isPunctuation {
      out.append(bytes[i + 1])
      i += 2
    } else if bytes[i] == UInt8(ascii: "&"), let entity = entity(in: bytes, at: i) {
      out += entity.text.utf8
      i = entity.end
    } else {
      out.append(bytes[i])
      i += 1
    }
  }
  return String(decoding: out, as: UTF8.self)
}

/// The entity or numeric character reference that begins at a byte (specification 6.4... the commonest names).
func entity(in bytes: Slice, at start: Int) -> (text: String, end: Int)? {
  guard let semicolon = bytes[start...].prefix(34).firstIndex(of: UInt8(ascii: ";")) else { return nil }
  let name = String(decoding: bytes[start + 1..<semicolon], as: UTF8.self)
  if name.hasPrefix("#") {
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty, digits.count <= (isHex ? 6 : 7), let value = UInt32(digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    return (String(Character(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")), semicolon + 1)
  }
  let known = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}", "copy": "©", "mdash": "—", "ndash": "–",
    "hellip": "…", "times": "×",
  ]
  return known[name].map { ($0, semicolon + 1) }
}
