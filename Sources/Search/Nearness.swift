import Catalog
import Text

/// How near to each other a text says the parts of a query: a term of several words is meant where they stand side by
/// side, and its words are everywhere. What counts is the width, in words, of the smallest window that has them all
/// (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", section 7.2.2, query-term proximity).
struct Nearness {
  private let marks: Marks
  /// How many words and characters without spaces the query has.
  private let length: Int
  /// How many bytes around the rarest part are read.
  private let reach: Int
  /// How the rarest part may start: the first bytes of a word, or a character of a script without spaces. The text is
  /// read only around what starts so.
  private var words: [ArraySlice<UInt8>] = []
  private var characters: [UInt32] = []
  private var mayStart = ContiguousArray(repeating: false, count: 256)
  private var lexer = Lexer()

  /// Nil where there are not two parts, or more than a term has.
  init?(of query: Query, _ marks: Marks) {
    guard (2...Nearness.mostParts).contains(marks.required.count), !marks.hasFormulas, !marks.hasCode,
      let first = query.lexer.tokens.first, let last = query.lexer.tokens.last,
      let rarest = marks.required.max(by: { marks.worth(ofNode: $0) < marks.worth(ofNode: $1) })
    else { return nil }
    self.marks = marks
    // What was typed as one word may be two.
    length = max(marks.required.count, query.lexer.tokens.count { $0.kind == .word || $0.kind == .unigram })
    reach = 3 * (last.source.upperBound - first.source.lowerBound) + 8
    for (i, term) in marks.terms.enumerated() where marks.nodes[i] == rarest && !marks.guesses[i] {
      add(start: term.first == Namespace.stem ? term.dropFirst() : term[...])
    }
  }

  private mutating func add(start term: ArraySlice<UInt8>) {
    guard let first = term.first else { return }
    if first < 0x80 {
      words.append(term.prefix(3))
      mayStart[Int(first)] = true
      if isLower(first) { mayStart[Int(first & ~0x20)] = true }
    } else if let character = String(decoding: term, as: UTF8.self).unicodeScalars.first {
      characters.append(character.value)
      // Another form of the character may start with another byte.
      for byte in 0xC2...0xF4 { mayStart[byte] = true }
    }
  }

  /// From 0 to 1, where they stand side by side; linear in the range.
  mutating func callAsFunction(in text: ContiguousArray<UInt8>, _ range: Range<Int>) -> Float {
    var shortest = Int.max
    var open: Range<Int>?
    var i = range.lowerBound
    while i < range.upperBound {
      let (isStart, length) = starts(text, at: i)
      if isStart {
        let around = max(range.lowerBound, i - reach)..<min(range.upperBound, i + reach)
        if let before = open, around.lowerBound > before.upperBound {
          shortest = min(shortest, window(text, before))
          open = around
        } else {
          open = (open?.lowerBound ?? around.lowerBound)..<around.upperBound
        }
      }
      i += length
    }
    if let open { shortest = min(shortest, window(text, open)) }
    let share = min(1, Float(length) / Float(shortest))
    return share * share
  }

  /// Whether the rarest part may start at a place, and how far it is to the next one.
  @inline(__always) private func starts(_ text: ContiguousArray<UInt8>, at i: Int) -> (isStart: Bool, length: Int) {
    let byte = text[i]
    guard mayStart[Int(byte)] else { return (false, 1) }
    if byte >= 0x80 {
      let (value, length) = decode(text.span, at: i, end: text.count)
      return (characters.contains(Folded(value).first), length)
    }
    if isLower(byte), i > 0, text[i - 1] < 0x80, isAlphanumeric(text[i - 1]) { return (false, 1) }
    let isWord = words.contains { word in
      word.count <= text.count - i
        && word.indices.allSatisfy { k in
          let byte = text[i + k - word.startIndex]
          return byte == word[k] || byte | 0x20 == word[k] && isLower(word[k])
        }
    }
    return (isWord, 1)
  }

  /// How many words and characters the shortest piece of a range has that says all the parts; `max` where there is
  /// none.
  private mutating func window(_ text: ContiguousArray<UInt8>, _ range: Range<Int>) -> Int {
    // Not from the middle of a character.
    let start = range.first { text[$0] & 0xC0 != 0x80 } ?? range.lowerBound
    lexer.read(text, in: start..<range.upperBound)
    // At which word or character each part was said last.
    var starts = ContiguousArray(repeating: -1, count: marks.required.count)
    var missing = starts.count
    var shortest = Int.max
    var number = 0
    for token in lexer.tokens {
      let isCounted = token.kind == .word || token.kind == .unigram
      defer { if isCounted { number += 1 } }
      guard let mark = marks.mark(token, lexer), !marks.guesses[mark],
        let part = marks.required.firstIndex(of: marks.nodes[mark])
      else {
        continue
      }
      if starts[part] < 0 { missing -= 1 }
      // A pair comes before its second character, and all but words and characters behind what they are made of.
      starts[part] = isCounted ? number : max(0, number - 1)
      guard missing == 0, let first = starts.min() else { continue }
      shortest = min(shortest, (isCounted || token.kind == .bigram ? number : number - 1) - first + 1)
    }
    return shortest
  }

  private static let mostParts = 7
}

extension Index {
  /// How many of the best are read to see how near to each other they say the words of the query, and how many bytes of
  /// each.
  private static let (mostCompared, mostBytes) = (50, 160 << 10)

  /// Raises those of the best entries that say the parts of a query near to each other, not only in a question or in the
  /// title of a work; tells how near the nearest is, where all of them could be read.
  func drawnTogether(
    _ found: [(entry: Int, score: Float)], _ nearness: Nearness, _ share: Float, in language: Language,
    by workforce: Workforce, reading text: @Sendable (String) -> ContiguousArray<UInt8>
  ) -> (found: [(entry: Int, score: Float)], nearest: Float?) {
    let entries = found.prefix(Index.mostCompared).map(\.entry)
    @Sendable func reach(_ i: Int, isBehind: Bool) -> (near: Float, isWhole: Bool) {
      var nearness = nearness
      let file = record(entries[i]).file(in: language)
      let text = text(file?.path ?? "")
      let count = min(text.count, Index.mostBytes)
      let end = min(file?.sections.first(where: \.isBackMatter)?.start ?? count, count)
      return (nearness(in: text, isBehind ? end..<count : 0..<end), !text.isEmpty && text.count == count)
    }
    let workforce = workforce.forShort(entries.count)
    let reaches = workforce.map(entries.count) { reach($0, isBehind: false) }
    var raised = found
    for (i, (near, _)) in reaches.enumerated() { raised[i].score += share * found[0].score * near }
    guard found.count == entries.count, reaches.allSatisfy(\.isWhole) else { return (sorted(raised), nil) }
    let nearest = reaches.reduce(0) { max($0, $1.near) }
    let behind = nearest < 1 ? workforce.map(entries.count) { reach($0, isBehind: true).near } : []
    return (sorted(raised), behind.reduce(nearest, max))
  }
}
