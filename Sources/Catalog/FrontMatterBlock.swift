/// The lines of front matter by their indentation: YAML's block styles (YAML 1.2.2 §8), and TOML's keys.
///
/// A key's value is what stands behind it and on the lines below, up to the next key that is indented no deeper. So a
/// key of a nested map is none of the note's.
struct FrontMatterBlock {
  private let source: ContiguousArray<UInt8>
  /// Without the spaces at their ends.
  private let lines: [Range<Int>]
  private let isTOML: Bool
  /// The lines of TOML that go on with a value from above.
  private let continued: Set<Int>
  private(set) var entries: [FrontMatter.Entry] = []
  private(set) var mistakes: [(line: Int, message: String)] = []
  /// How deep the keys are indented.
  private var indent: Int

  init(_ source: ContiguousArray<UInt8>, _ lines: [Range<Int>], isTOML: Bool) {
    self.source = source
    self.isTOML = isTOML
    let values = isTOML ? TOMLLines(source, lines) : nil
    self.lines = Array(lines[..<(values?.end ?? lines.count)])
    continued = values?.continued ?? []
    indent = .max
  }

  /// Reads the values of these keys, or of all.
  mutating func read(only wanted: [String]?) {
    var key = key(from: 0)
    report(0..<(key?.line ?? lines.count), "a list item without a key above it")
    if let key, !isTOML { indent = indentation(of: key.line) }
    while let (line, separator) = key {
      key = self.key(from: line + 1)
      let name = name(in: lines[line].lowerBound..<separator)
      if wanted?.contains(name) != false { take(name, line, separator, below: (line + 1)..<(key?.line ?? lines.count)) }
    }
  }

  private mutating func take(_ name: String, _ line: Int, _ separator: Int, below: Range<Int>) {
    var cursor = FrontMatterCursor(source, (separator + 1)..<lines[line].upperBound)
    cursor.skipSpaces()
    var rest = below
    let isBelow = cursor.next == nil || cursor.next == UInt8(ascii: "#")
    var value = isBelow ? block(&rest) : self.value(at: cursor.place, line, &rest)
    if case .list(let items) = value { value = .list(items + self.items(&rest)) }
    entries.append(FrontMatter.Entry(key: name, value: value, line: line + 2))
    report(rest, "a list item below a value")
  }

  /// A value that begins on a line of its key, or below it; `below` is left with the lines that are not of it.
  private mutating func value(at place: Int, _ line: Int, _ below: inout Range<Int>) -> FrontMatter.Value {
    let opening = source[place]
    guard opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{") else {
      return .scalar(scalar(at: place, line, indent: indent, &below))
    }
    let end = below.isEmpty ? lines[line].upperBound : lines[below.upperBound - 1].upperBound
    var cursor = FrontMatterCursor(source, place..<end)
    let value = opening == UInt8(ascii: "[") ? FrontMatter.Value.list(cursor.list()) : .map(cursor.map())
    if let mistake = cursor.mistake { mistakes.append((line + 2, mistake)) }
    skip(to: cursor.place, &below)
    return value
  }

  /// A value that stands on the lines below its key: a list, a nested map, or a scalar that begins there.
  private mutating func block(_ below: inout Range<Int>) -> FrontMatter.Value {
    guard let first = below.first(where: { !isEmpty($0) }), isTOML || isItem(first) || indentation(of: first) > indent
    else { return .scalar("") }
    below = first..<below.upperBound
    if isItem(first) { return .list([]) }
    if separator(in: first, isNested: true) != nil { return .map(members(&below)) }
    below = (first + 1)..<below.upperBound
    return value(at: lines[first].lowerBound + indentation(of: first), first, &below)
  }

  /// The items at the beginning of some lines, those of lists in items too.
  private mutating func items(_ below: inout Range<Int>) -> [String] {
    var items: [String] = []
    while let first = below.first(where: { !isEmpty($0) }), isItem(first) {
      below = (first + 1)..<below.upperBound
      var cursor = FrontMatterCursor(source, lines[first])
      cursor.skipSpaces()
      let depth = cursor.place - lines[first].lowerBound
      cursor.place += 1
      cursor.skipSpaces()
      guard let next = cursor.next, next != UInt8(ascii: "#") else { continue }
      items.append(scalar(at: cursor.place, first, indent: depth, &below))
      // Of an item that is a map its first key is enough.
      while let line = below.first, isEmpty(line) || !isItem(line) && indentation(of: line) > depth {
        below.removeFirst()
      }
    }
    return items
  }

  /// A nested map; what is deeper in it is passed over.
  private mutating func members(_ below: inout Range<Int>) -> [(name: String, body: String)] {
    var members: [(name: String, body: String)] = []
    guard let first = below.first else { return members }
    let depth = indentation(of: first)
    while let line = below.first, isEmpty(line) || indentation(of: line) >= depth {
      below.removeFirst()
      guard !isEmpty(line), indentation(of: line) == depth, let separator = separator(in: line, isNested: true) else {
        continue
      }
      var cursor = FrontMatterCursor(source, (separator + 1)..<lines[line].upperBound)
      cursor.skipSpaces()
      let name = name(in: lines[line].lowerBound..<separator)
      members.append((name, cursor.next == nil ? "" : scalar(at: cursor.place, line, indent: depth, &below)))
    }
    return members
  }

  /// A scalar that goes on over the lines below that are indented deeper.
  private mutating func scalar(at place: Int, _ line: Int, indent: Int, _ below: inout Range<Int>) -> String {
    switch source[place] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard !isTOML, let style = BlockScalar(source[place..<lines[line].upperBound]) else { break }
      return style.text(of: source, takeDeeper(than: indent, &below), below: indent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let isTriple =
        isTOML
        && source[place..<lines[line].upperBound].prefix(3).elementsEqual(
          repeatElement(source[place], count: 3))
      return isTriple ? tripleQuoted(at: place, line, &below) : quoted(at: place, line, indent: indent, &below)
    default: break
    }
    return plain(at: place, line, indent: indent, &below)
  }

  private mutating func tripleQuoted(at place: Int, _ line: Int, _ below: inout Range<Int>) -> String {
    var cursor = FrontMatterCursor(source, place..<lines[below.last ?? line].upperBound)
    let text = cursor.tripleQuoted()
    if let mistake = cursor.mistake { mistakes.append((line + 2, mistake)) }
    skip(to: cursor.place, &below)
    return text
  }

  /// A quoted text. While it is not closed it is read again, with twice as many of the deeper lines below: were all of
  /// them looked at for each, items that stand one deeper than the other would take cubic time.
  private mutating func quoted(at place: Int, _ line: Int, indent: Int, _ below: inout Range<Int>) -> String {
    var further = below
    var end = lines[line].upperBound
    var count = 1
    while true {
      var cursor = FrontMatterCursor(source, place..<end)
      let text = cursor.scalar(until: .lineEnd)
      if cursor.mistake != nil, !isTOML, let last = takeDeeper(than: indent, atMost: count, &further).last {
        end = last.upperBound
        count *= 2
        continue
      }
      if let mistake = cursor.mistake { mistakes.append((line + 2, mistake)) }
      skip(to: cursor.place, &below)
      return text
    }
  }

  /// A plain scalar, folded as a block is. A key or an item on a deeper line is a slip rather than text.
  private func plain(at place: Int, _ line: Int, indent: Int, _ below: inout Range<Int>) -> String {
    var cursor = FrontMatterCursor(source, place..<lines[line].upperBound)
    var text = cursor.scalar(until: .lineEnd)
    var ends = 1
    while !isTOML, let line = below.first, isEmpty(line) || indentation(of: line) > indent, !isItem(line),
      separator(in: line, isNested: true) == nil
    {
      below.removeFirst()
      guard !isEmpty(line) else {
        ends += 1
        continue
      }
      var cursor = FrontMatterCursor(source, lines[line])
      cursor.skipSpaces()
      text += ends == 1 ? " " : String(repeating: "\n", count: ends - 1)
      text += cursor.scalar(until: .lineEnd)
      ends = 1
    }
    return !isTOML && FrontMatterBlock.nulls.contains(text) ? "" : text
  }

  /// What YAML's core schema reads as no value (YAML 1.2.2 §10.3.2).
  private static let nulls = ["null", "Null", "NULL", "~"]

  /// The lines at the beginning that are indented deeper, or empty.
  private func takeDeeper(than indent: Int, atMost count: Int = .max, _ below: inout Range<Int>) -> [Range<Int>] {
    let lookedAt = below.prefix(count)
    let end = lookedAt.first { !lines[$0].isEmpty && indentation(of: $0) <= indent } ?? lookedAt.upperBound
    defer { below = end..<below.upperBound }
    return Array(lines[below.lowerBound..<end])
  }

  /// Leaves the lines that begin behind a place.
  private func skip(to place: Int, _ below: inout Range<Int>) {
    while let line = below.first, lines[line].lowerBound < place { below.removeFirst() }
  }

  /// Says of lines that nothing takes what is wrong with them.
  private mutating func report(_ rest: Range<Int>, _ itemMessage: String) {
    for line in rest where !isEmpty(line) {
      mistakes.append((line + 2, isItem(line) ? itemMessage : "expected 'key\(isTOML ? " =" : ":") value'"))
    }
  }

  /// The first key of the note's own from a line on, and where its separator stands.
  private func key(from start: Int) -> (line: Int, separator: Int)? {
    for line in start..<max(start, lines.count) where !continued.contains(line) {
      if let place = separator(in: line, isNested: false), indentation(of: line) <= indent { return (line, place) }
    }
    return nil
  }

  /// Where the sign behind a line's key stands, if it has one; in a nested map a space or nothing is behind it.
  private func separator(in line: Int, isNested: Bool) -> Int? {
    var place = lines[line].lowerBound + indentation(of: line)
    let end = lines[line].upperBound
    guard place < end, source[place] != UInt8(ascii: "#"), !isItem(line) else { return nil }
    if source[place] == UInt8(ascii: "\"") || source[place] == UInt8(ascii: "'") {
      var cursor = FrontMatterCursor(source, place..<end)
      _ = cursor.scalar(until: .lineEnd)
      cursor.skipSpaces()
      place = cursor.place
      guard cursor.mistake == nil, cursor.next == sign else { return nil }
    }
    while place < end, source[place] != sign, !source[place].isMark { place += 1 }
    guard place < end, source[place] == sign, !isNested || place + 1 == end || source[place + 1].isBlank else {
      return nil
    }
    return place
  }

  private var sign: UInt8 { isTOML ? UInt8(ascii: "=") : UInt8(ascii: ":") }

  private func name(in range: Range<Int>) -> String {
    var cursor = FrontMatterCursor(source, range)
    cursor.skipSpaces()
    return cursor.scalar(until: .lineEnd)
  }

  private func indentation(of line: Int) -> Int {
    var place = lines[line].lowerBound
    while place < lines[line].upperBound, source[place] == UInt8(ascii: " ") || source[place] == UInt8(ascii: "\t") {
      place += 1
    }
    return place - lines[line].lowerBound
  }

  /// Whether a line has nothing but a comment.
  private func isEmpty(_ line: Int) -> Bool {
    let first = source[lines[line]].first { !$0.isBlank }
    return first == nil || first == UInt8(ascii: "#")
  }

  private func isItem(_ line: Int) -> Bool {
    let start = lines[line].lowerBound + indentation(of: line)
    let end = lines[line].upperBound
    return start < end && source[start] == UInt8(ascii: "-") && (start + 1 == end || source[start + 1].isBlank)
  }
}

extension UInt8 {
  /// Whether it begins or parts values, and is in no key.
  fileprivate var isMark: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\""), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
