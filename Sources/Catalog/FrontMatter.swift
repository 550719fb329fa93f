/// The lines between a text's first `---` and the next one, read as a subset of YAML 1.2: scalars, plain, quoted or in
/// blocks, lists and maps of scalars, and comments. Between two lines `+++` the same of TOML, up to its first table.
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

  /// Reads the front matter of a text; empty where it has none or never closes it. Works on bytes: a list of all
  /// notes needs nothing else of their texts, and what names them is in two of the keys.
  package init(parsing source: ContiguousArray<UInt8>, only keys: [String]? = nil) {
    guard let lines = lines(of: source) else {
      isUnclosed = opens(source)
      return
    }
    var block = FrontMatterBlock(source, lines, isTOML: isTOML)
    block.read(only: keys)
    (entries, mistakes) = (block.entries, block.mistakes)
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

  /// A scalar whose lines, as of a block, are made one; nil for one of spaces alone.
  package func line(_ key: String) -> String? {
    guard let text = scalar(key), !text.isBlank else { return nil }
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: " ")
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

  /// Whether a fence is followed at once by what looks like a key: a thematic break is followed by a blank line or
  /// text.
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
}

extension ContiguousArray<UInt8>.SubSequence {
  /// Where the bytes end when the spaces and tabs at their end are left out.
  fileprivate var endWithoutSpaces: Int {
    var end = endIndex
    while end > startIndex, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return end
  }
}

extension StringProtocol {
  /// Whether there is nothing but space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
