/// The words of an index that are few typing mistakes away from another: insertions, deletions, substitutions and swaps
/// of neighbours (optimal string alignment).
///
/// The words are looked at as a tree: they stand in order, so a word starts at the row of the table where it parts from
/// the one before, and all that start with letters that are already too far away are left out. No automaton is needed.
/// Where two mistakes are allowed the first letter must be right, as few mistyped words have it wrong (Elasticsearch's
/// suggesters ask the same): nearly all words are two mistakes away in their first three letters, and so all would be
/// looked at.
enum NearWords {
  struct Word: Hashable, Sendable {
    var text: [UInt8]
    var distance: Int
  }

  /// Words of small Latin letters and digits within `limit` mistakes.
  static func of(_ word: [UInt8], within limit: Int, in index: Index) -> [Word] {
    var found: [Word] = []
    for part in index.parts {
      for near in search(word, limit, part.segment) where !found.contains(near) { found.append(near) }
    }
    return found
  }

  private static func search(_ word: [UInt8], _ limit: Int, _ segment: Segment) -> [Word] {
    guard !word.isEmpty else { return [] }
    let width = word.count + 1
    // Row d holds the distances of the first d letters of the term to all starts of the word.
    var rows = ContiguousArray<UInt8>(repeating: 0, count: width * (longest + 1))
    for j in 0..<width { rows[j] = UInt8(j) }
    /// How many letters of the term at hand have their rows.
    var filled = 0
    var hopeless = Int.max
    var found: [Word] = []
    let letters = limit > 1 ? word[0]...word[0] : UInt8(ascii: "a")...UInt8(ascii: "z")
    segment.asked?.look(forWordsNear: word, within: limit)
    var terms = Terms(segment, fromBlock: segment.lastBlock(startingBefore: [letters.lowerBound]))
    while terms.advance(sharingLessThan: hopeless), let first = terms.text.first, first <= letters.upperBound {
      hopeless = .max
      filled = min(filled, terms.shared)
      if first < letters.lowerBound { continue }
      let count = min(terms.text.count, longest)
      while filled < count, fill(&rows, width, filled, terms.text, word, limit) { filled += 1 }
      if filled < count { hopeless = filled + 1 }
      guard filled == terms.text.count else { continue }
      let distance = Int(rows[filled * width + word.count])
      if distance <= limit { found.append(Word(text: terms.text, distance: distance)) }
    }
    return found
  }

  /// Fills the row below letter `d`; false where all of it is above the limit.
  private static func fill(
    _ rows: inout ContiguousArray<UInt8>, _ width: Int, _ d: Int, _ text: [UInt8], _ word: [UInt8], _ limit: Int
  ) -> Bool {
    let row = (d + 1) * width
    let above = d * width
    rows[row] = UInt8(d + 1)
    var least = d + 1
    for j in 1..<width {
      var distance = min(
        Int(rows[above + j]) + 1, Int(rows[row + j - 1]) + 1,
        Int(rows[above + j - 1]) + (text[d] == word[j - 1] ? 0 : 1))
      if d > 0, j > 1, text[d] == word[j - 2], text[d - 1] == word[j - 1] {
        distance = min(distance, Int(rows[above - width + j - 2]) + 1)
      }
      rows[row + j] = UInt8(min(distance, 255))
      least = min(least, distance)
    }
    return least <= limit
  }

  /// The longest term that is compared.
  private static let longest = 32
}
