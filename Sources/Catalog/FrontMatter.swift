/// The lines between a text's first `---` and the next one, read as a subset of YAML: scalars, plain or quoted,
/// flow lists and flow maps on one line, block lists, and comments. Between two lines `+++` the same of TOML, up to its
/// first table.
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
  /// Whether the text starts with a fence that nothing closes.
  package private(set) var isUnclosed = false
  /// Whether its fence is Hugo's `+++`.
  package private(set) var isTOML = false
  /// Where the text after the closing fence starts; 0 without front matter.
  package private(set) var end = 0
  /// The items so far of the block list that is being read.
  private var block: [String] = []
  /// The keys that are read; nil for all.
  private var wanted: [String]?
  /// Whether what stands below the last key is of no interest.
  private var isPassing = false

  /// Reads the front matter of a text; empty where it has none or never closes it. Works on bytes: a list of all
  /// notes needs nothing else of their texts, and what names them is in two of the keys.
  package init(parsing source: ContiguousArray<UInt8>, only keys: [String]? = nil) {
    wanted = keys
    guard let lines = lines(of: source) else {
      isUnclosed = opens(source)
      return
    }
    for (i, line) in lines.enumerated() {
      if isTOML && source[line].first == UInt8(ascii: "[") { break }
      take(source[line], number: i + 2, separator: isTOML ? UInt8(ascii: "=") : UInt8(ascii: ":"))
    }
    endBlock()
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

  /// Whether a fence is followed at once by what looks like a key: a thematic break is followed by a blank line or text.
  private func opens(_ source: ContiguousArray<UInt8>) -> Bool {
    let rows = source.prefix(1000).split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    guard rows.count > 1 else { return false }
    let fence = rows[0].last == UInt8(ascii: "\r") ? rows[0].dropLast() : rows[0]
    guard isTOML || fence.elementsEqual("---".utf8),
      let sign = rows[1].firstIndex(of: isTOML ? UInt8(ascii: "=") : UInt8(ascii: ":"))
    else { return false }
    let key = rows[1][..<sign]
    let name = isTOML ? key[..<key.endWithoutSpaces] : key
    return !name.isEmpty && !name.contains(UInt8(ascii: " "))
  }

  /// The lines between the fences; says whose they are and where the text begins.
  private mutating func lines(of source: ContiguousArray<UInt8>) -> [Range<Int>]? {
    var lines: [Range<Int>] = []
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < source.count {
      var stop = start
      while stop < source.count, source[stop] != UInt8(ascii: "\n"), source[stop] != UInt8(ascii: "\r") { stop += 1 }
      let line = start..<source[start..<stop].endWithoutSpaces
      let isReturn =
        stop + 1 < source.count && source[stop] == UInt8(ascii: "\r") && source[stop + 1] == UInt8(ascii: "\n")
      start = min(source.count, stop + (isReturn ? 2 : 1))
      let isDashes = line.count == 3 && source[line].allSatisfy { $0 == UInt8(ascii: "-") }
      let isPluses = line.count == 3 && source[line].allSatisfy { $0 == UInt8(ascii: "+") }
      if lines.isEmpty {
        guard isDashes || isPluses else { return nil }
        isTOML = isPluses
      } else if isTOML ? isPluses : isDashes || source[line].elementsEqual("...".utf8) {
        end = start
        return Array(lines.dropFirst())
      }
      lines.append(line)
    }
    return nil
  }

  private mutating func take(_ line: ContiguousArray<UInt8>.SubSequence, number: Int, separator: UInt8) {
    var cursor = Cursor(line)
    cursor.skipSpaces()
    guard let first = cursor.next, first != UInt8(ascii: "#") else { return }
    if first == UInt8(ascii: "-"), (cursor.second ?? UInt8(ascii: " ")) == UInt8(ascii: " ") {
      cursor.place += 1
      if !isPassing { append(cursor.scalar(until: .comment), number) }
      return
    }
    guard let place = line[cursor.place...].firstIndex(of: separator) else {
      let sign = separator == UInt8(ascii: "=") ? " =" : ":"
      mistakes.append((number, "expected 'key\(sign) value'"))
      return
    }
    let name = line[cursor.place..<place]
    let key = String(decoding: name[..<name.endWithoutSpaces], as: UTF8.self)
    endBlock()
    isPassing = wanted.map { !$0.contains(key) } ?? false
    if isPassing { return }
    cursor.place = place + 1
    let value = cursor.value()
    if let message = cursor.mistake { mistakes.append((number, message)) }
    entries.append(Entry(key: key, value: value, line: number))
  }

  /// An item of a block list belongs to the key above it.
  private mutating func append(_ item: String, _ number: Int) {
    if block.isEmpty {
      switch entries.last?.value {
      case .list(let items): block = items
      case .scalar(""): break
      case .scalar, .map: return mistakes.append((number, "a list item below a value"))
      case nil: return mistakes.append((number, "a list item without a key above it"))
      }
    }
    block.append(item)
  }

  /// Gives the block list that ends here to its key.
  private mutating func endBlock() {
    guard !block.isEmpty, let last = entries.indices.last else { return }
    entries[last].value = .list(block)
    block = []
  }
}

/// Reads one value from left to right.
private struct Cursor {
  /// What ends a plain scalar.
  enum Stops {
    case comment, listItem, mapName, mapBody

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .comment: byte == UInt8(ascii: "#")
      case .listItem: byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      case .mapName: byte == UInt8(ascii: ":")
      case .mapBody: byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      }
    }
  }

  private let line: ContiguousArray<UInt8>.SubSequence
  /// Where the next byte stands.
  var place: Int
  private(set) var mistake: String?

  init(_ line: ContiguousArray<UInt8>.SubSequence) {
    self.line = line
    place = line.startIndex
  }

  /// The next byte, and the one after it.
  var next: UInt8? { place < line.endIndex ? line[place] : nil }
  var second: UInt8? { place + 1 < line.endIndex ? line[place + 1] : nil }

  mutating func value() -> FrontMatter.Value {
    skipSpaces()
    switch next {
    case UInt8(ascii: "["): return .list(items(closing: "]") { $0.scalar(until: .listItem) })
    case UInt8(ascii: "{"):
      return .map(
        items(closing: "}") { cursor in
          let name = cursor.scalar(until: .mapName)
          if cursor.next == UInt8(ascii: ":") { cursor.place += 1 }
          return (name, cursor.scalar(until: .mapBody))
        })
    default: return .scalar(scalar(until: .comment))
    }
  }

  private mutating func items<Item>(closing: Unicode.Scalar, _ item: (inout Cursor) -> Item) -> [Item] {
    place += 1
    var items: [Item] = []
    while true {
      skipSpaces()
      guard let next else {
        mistake = "a list that is not closed by '\(closing)'"
        return items
      }
      if next == UInt8(ascii: closing) { return items }
      if next == UInt8(ascii: ",") { place += 1 } else { items.append(item(&self)) }
    }
  }

  /// A plain or quoted scalar. A plain one ends before a byte of `stops`; a `#` ends it only after a space.
  mutating func scalar(until stops: Stops) -> String {
    skipSpaces()
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return quoted() }
    let start = place
    while let next {
      if stops.contains(next), next != UInt8(ascii: "#") || place == start || line[place - 1] == UInt8(ascii: " ") {
        break
      }
      place += 1
    }
    let text = line[start..<place]
    return String(decoding: text[..<text.endWithoutSpaces], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    let quote = line[place]
    place += 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.endIndex - place)
    while let next {
      place += 1
      if next == quote {
        guard quote == UInt8(ascii: "'"), self.next == quote else { return String(decoding: bytes, as: UTF8.self) }
        place += 1
      } else if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = self.next {
        place += 1
        switch escaped {
        case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
        default: bytes.append(escaped)
        }
        continue
      }
      bytes.append(next)
    }
    mistake = "a quoted text that is not closed"
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func skipSpaces() {
    while let next, next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { place += 1 }
  }
}

extension ContiguousArray<UInt8>.SubSequence {
  /// Where the bytes end when the spaces and tabs at their end are left out.
  fileprivate var endWithoutSpaces: Int {
    var end = endIndex
    while end > startIndex, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return end
  }
}
