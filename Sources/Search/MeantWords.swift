/// The words of an index that an unknown word of a query may be meant for.
enum MeantWords {
  /// Words that a mistyped one may be meant for, the likeliest first, and how many mistakes away they are; a long word
  /// may hold two mistakes where none is one away. Their stems count `stem` times as much. Those that make a name with a
  /// word beside are likelier: `forst` behind `random` is `forest`, not `first`.
  static func of(
    _ word: [UInt8], frequency: Int, stem: Float, beside neighbours: (before: [UInt8]?, behind: [UInt8]?),
    in index: Index
  ) -> (units: [Query.Unit], mistakes: Int) {
    for mistakes in 1...(frequency == 0 && word.count >= 8 ? 2 : 1) {
      var units = near(word, within: mistakes, frequency: frequency, stem: stem, in: index)
      let named = units.firstIndex { unit in
        let meant = unit.terms[0].text
        let names = [neighbours.before.map { $0 + meant }, neighbours.behind.map { meant + $0 }].compactMap { $0 }
        return names.contains { index.has([Namespace.name] + $0) }
      }
      if let named { units.swapAt(0, named) }
      if !units.isEmpty { return (units, mistakes) }
    }
    let isSearched = frequency == 0 && index.count <= Expansion.manyNotes
    return (isSearched ? holders(of: word, in: index) : [], 0)
  }

  private static func near(
    _ word: [UInt8], within limit: Int, frequency: Int, stem: Float, in index: Index
  ) -> [Query.Unit] {
    var ranked: [(near: NearWords.Word, frequency: Int, isInName: Bool)] = []
    var postings = ContiguousArray<Posting>()
    let digits = word.filter(isDigit)
    for near in NearWords.of(word, within: limit, in: index) where near.text != word && near.text.count >= 3 {
      // Another number is another thing: `yolov15` is not meant for `yolov1`.
      guard near.text.filter(isDigit) == digits else { continue }
      index.read(near.text, into: &postings)
      let isInName = postings.contains { $0.impact >= Impact(frequency: 4).step }
      // So few letters are in a word of any text: `qwen` is not meant for an author's name.
      guard frequency == 0 ? !postings.isEmpty : postings.count > frequency,
        isInName || frequency == 0 && near.text.count >= 4
      else { continue }
      // So short a word with another first letter, or that no name has, is a word of its own: `umap` and `map`.
      if word.count <= 5, !isInName || near.text.first != word.first { continue }
      // Few mistype the first letter: `hacking` is not meant for `packing`, which no name has.
      if !isInName, near.text.first != word.first { continue }
      ranked.append((near, postings.count, isInName))
    }
    ranked.sort { a, b in
      let sameStart = (a.near.text.first == word.first, b.near.text.first == word.first)
      if a.near.distance != b.near.distance { return a.near.distance < b.near.distance }
      if sameStart.0 != sameStart.1 { return sameStart.0 }
      return a.frequency != b.frequency ? a.frequency > b.frequency : a.near.text.lexicographicallyPrecedes(b.near.text)
    }
    return ranked.prefix(12).map { near, _, isInName in
      let ratio = Float(min(word.count, near.text.count)) / Float(max(word.count, near.text.count))
      let weight = (near.distance == 1 ? (isInName ? 0.8 : 0.5) : 0.3) * ratio
      return Query.Unit(saying: near.text, weight: weight, stem: stem)
    }
  }

  /// Longer words that hold an unknown one: `getsizeof` for `sizeof`.
  private static func holders(of word: [UInt8], in index: Index) -> [Query.Unit] {
    guard word.count >= 5, let first = word.first else { return [] }
    let holders = index.terms(from: [UInt8(ascii: "a")], limit: 12) { term in
      guard let start = term.first, start <= UInt8(ascii: "z") else { return nil }
      guard term.count > word.count else { return false }
      return (1...term.count - word.count).contains { i in
        term[i] == first && term[i..<i + word.count].elementsEqual(word)
      }
    }
    return holders.map { term in
      Query.Unit(terms: [Query.Term(text: term, weight: 0.6 * Float(word.count) / Float(term.count))])
    }
  }

  /// Two words that were written as one.
  static func halves(of word: [UInt8], in index: Index) -> [Query.Unit]? {
    guard word.count >= 5 else { return nil }
    var best: (units: [Query.Unit], worth: Int)?
    for cut in 2...word.count - 2 {
      let halves = [Array(word[..<cut]), Array(word[cut...])]
      if halves.contains(where: { StopWords.contains($0[...]) }) { continue }
      let worth = halves.map { index.frequency(of: $0) * $0.count }.min() ?? 0
      if worth > (best?.worth ?? 0) {
        best = (halves.map { Query.Unit(terms: [Query.Term(text: $0, weight: 1)]) }, worth)
      }
    }
    return best?.units
  }
}
