/// The lines between a text's first `---` and the next one, read as a subset of YAML: scalars, plain or quoted,
/// flow lists and flow maps on one line, block lists, and comments.
package struct FrontMatter: Sendable {
  package enum Value: Sendable {
    case scalar(String)
    case list([String])
    case map([(name: String, body: String)])
  }

  package struct Entry: Sendable {
    package var key: String
    package var value: Value
    /// Counted from 1 in the whole text.
    package var line: Int
  }

  package private(set) var entries: [Entry] = []
  /// What could not be read, with the line it stands on.
  package private(set) var mistakes: [(line: Int, message: String)] = []
  /// Where the text after the closing fence starts; 0 without front matter.
  package private(set) var end = 0

  /// Reads the front matter of a text; empty where it has none or never closes it.
  package init(parsing source: ContiguousArray<UInt8>) {
    guard let lines = FrontMatter.lines(of: source, end: &end) else { return }
    for (i, line) in lines.enumerated() { take(line, number: i + 2) }
  }

  package subscript(key: String) -> Entry? {
    entries.last { $0.key == key }
  }

  package func scalar(_ key: String) -> String? {
    switch self[key]?.value {
    case .scalar(let text): text
    case .list(let items) where items.count == 1: items[0]
    default: nil
    }
  }

  /// A list, or a scalar as a list of one.
  package func list(_ key: String) -> [String] {
    switch self[key]?.value {
    case .scalar(let text): text.isEmpty ? [] : [text]
    case .list(let items): items
    case .map, nil: []
    }
  }

  package func map(_ key: String) -> [(name: String, body: String)] {
    if case .map(let members) = self[key]?.value { members } else { [] }
  }

  private static func lines(of source: ContiguousArray<UInt8>, end: inout Int) -> [String]? {
    var lines: [String] = []
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < source.count {
      let stop = source[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? source.count
      var text = String(decoding: source[start..<stop], as: UTF8.self)
      while text.last == " " || text.last == "\t" { text.removeLast() }
      let isReturn =
        stop + 1 < source.count && source[stop] == UInt8(ascii: "\r") && source[stop + 1] == UInt8(ascii: "\n")
      start = min(source.count, stop + (isReturn ? 2 : 1))
      if lines.isEmpty && text != "---" { return nil }
      if !lines.isEmpty && (text == "---" || text == "...") {
        end = start
        return Array(lines.dropFirst())
      }
      lines.append(text)
    }
    return nil
  }

  private mutating func take(_ line: String, number: Int) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    if trimmed.hasPrefix("- ") || trimmed == "-" {
      var cursor = Cursor(trimmed.dropFirst(2))
      append(cursor.scalar(until: "#"), number)
      return
    }
    guard let colon = trimmed.firstIndex(of: ":") else {
      mistakes.append((number, "expected 'key: value'"))
      return
    }
    var cursor = Cursor(trimmed[trimmed.index(after: colon)...])
    let value = cursor.value()
    if let message = cursor.mistake { mistakes.append((number, message)) }
    entries.append(Entry(key: String(trimmed[..<colon]), value: value, line: number))
  }

  /// An item of a block list belongs to the key above it.
  private mutating func append(_ item: String, _ number: Int) {
    guard let last = entries.indices.last else {
      mistakes.append((number, "a list item without a key above it"))
      return
    }
    switch entries[last].value {
    case .list(let items): entries[last].value = .list(items + [item])
    case .scalar(""): entries[last].value = .list([item])
    case .scalar, .map: mistakes.append((number, "a list item below a value"))
    }
  }
}

/// Reads one value from left to right.
private struct Cursor {
  private var rest: Substring
  var mistake: String?

  init(_ text: Substring) { rest = text }

  mutating func value() -> FrontMatter.Value {
    skipSpaces()
    switch rest.first {
    case "[": return .list(items(closing: "]") { $0.scalar(until: ",]") })
    case "{":
      return .map(
        items(closing: "}") { cursor in
          let name = cursor.scalar(until: ":")
          if cursor.rest.first == ":" { cursor.rest.removeFirst() }
          return (name, cursor.scalar(until: ",}"))
        })
    default: return .scalar(scalar(until: "#"))
    }
  }

  private mutating func items<Item>(closing: Character, _ item: (inout Cursor) -> Item) -> [Item] {
    rest.removeFirst()
    var items: [Item] = []
    while true {
      skipSpaces()
      guard let next = rest.first else {
        mistake = "a list that is not closed by '\(closing)'"
        return items
      }
      if next == closing { return items }
      if next == "," { rest.removeFirst() } else { items.append(item(&self)) }
    }
  }

  /// A plain or quoted scalar. A plain one ends before a character of `stops`; a `#` ends it only after a space.
  mutating func scalar(until stops: String) -> String {
    skipSpaces()
    if rest.first == "\"" || rest.first == "'" { return quoted() }
    var text = ""
    while let next = rest.first {
      if next == "#" ? stops == "#" && (text.isEmpty || text.last == " ") : stops.contains(next) { break }
      text.append(rest.removeFirst())
    }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private mutating func quoted() -> String {
    let quote = rest.removeFirst()
    var text = ""
    while let next = rest.popFirst() {
      if next == quote {
        guard quote == "'", rest.first == "'" else { return text }
        text.append(rest.removeFirst())
      } else if next == "\\", quote == "\"", let escaped = rest.popFirst() {
        switch escaped {
        case "n": text.append("\n")
        case "t": text.append("\t")
        default: text.append(escaped)
        }
      } else {
        text.append(next)
      }
    }
    mistake = "a quoted text that is not closed"
    return text
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == " " || $0 == "\t" }
  }
}
