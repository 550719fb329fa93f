/// A Chinese title or alias that one character of a query keeps from being named: `随即森林` means `随机森林`.
struct NearName {
  var name: String
  /// Where the query holds it.
  var source: Range<Int>

  /// The longest name of three characters or more that is one other character away from a part of the run which touches
  /// nothing that is known.
  static func of(_ run: Query.HanRun, beside known: [Range<Int>], in index: Index) -> NearName? {
    var best: NearName?
    for part in index.parts {
      part.segment.forEachTerm(from: [Namespace.name, 0xE3]) { item in
        guard item.text.first == Namespace.name else { return false }
        let name = item.text.dropFirst()
        // Characters of three bytes alone.
        guard name.count % 3 == 0, name.count >= 9, name.count / 3 <= run.count, name.first ?? 0 >= 0xE3,
          name.count >= (best?.name.utf8.count ?? 0), let source = place(of: name, in: run, index),
          !known.contains(where: { $0.overlaps(source) })
        else { return true }
        let near = NearName(name: String(decoding: name, as: UTF8.self), source: source)
        if part.isLive(item.place) { best = best.map { $0.better(near) } ?? near }
        return true
      }
    }
    return best
  }

  /// The longer of two, of equals the first in order.
  private func better(_ other: NearName) -> NearName {
    let (own, new) = (name.utf8.count, other.name.utf8.count)
    if own != new { return own > new ? self : other }
    return name.utf8.lexicographicallyPrecedes(other.name.utf8) ? self : other
  }

  private static func place(of name: ArraySlice<UInt8>, in run: Query.HanRun, _ index: Index) -> Range<Int>? {
    let count = name.count / 3
    for start in 0...run.count - count {
      var mistakes = 0
      var odd = start
      for k in 0..<count where mistakes < 2 {
        let character = name[name.startIndex + k * 3..<name.startIndex + k * 3 + 3]
        guard !character.elementsEqual(run.characters[start + k]) else { continue }
        mistakes += 1
        odd = start + k
      }
      let window = start..<start + count
      if mistakes == 1, !isWord(odd, within: window, in: run, index),
        !isOfAnotherWord(odd, beyond: window, in: run, index)
      {
        return run.places[start].lowerBound..<run.places[start + count - 1].upperBound
      }
    }
    return nil
  }

  /// Whether the odd character makes words with its neighbours that the notes have: 对抗 in 相对抗 is no mistake for 相对熵;
  /// or a word of the glossary, as 半监督 does.
  private static func isWord(_ place: Int, within name: Range<Int>, in run: Query.HanRun, _ index: Index) -> Bool {
    let characters = run.characters
    let pairs = [place - 1, place].filter { name.contains($0) && name.contains($0 + 1) }
    if pairs.allSatisfy({ index.has(characters[$0] + characters[$0 + 1]) }) { return true }
    return (3...6).contains { length in
      (max(0, place - length + 1)...place).contains { start in
        start + length <= characters.count
          && Glossary.hasChinese(String(decoding: characters[start..<start + length].joined(), as: UTF8.self))
      }
    }
  }

  /// Whether the odd character makes a word with its neighbour outside the name: 图文 in 图文匹配 is no mistake for 流.
  private static func isOfAnotherWord(
    _ place: Int, beyond name: Range<Int>, in run: Query.HanRun, _ index: Index
  ) -> Bool {
    let characters = run.characters
    if place == name.lowerBound, place > 0, index.has(characters[place - 1] + characters[place]) { return true }
    let next = place + 1
    return next == name.upperBound && next < characters.count && index.has(characters[place] + characters[next])
  }
}

extension Query {
  /// The same with the titles and aliases in the place of what is one character apart from them; nil where nothing is.
  func withNamesCorrected(in index: Index) -> Query? {
    guard hanRuns.contains(where: { $0.count >= 3 && $0.hasUnknownPair(in: index) }) else { return nil }
    let said = Names.inside(self, index).map(\.source) + frames
    let corrections = hanRuns.compactMap { run -> (source: Range<Int>, text: String)? in
      guard run.count >= 3, run.hasUnknownPair(in: index, beside: said) else { return nil }
      return NearName.of(run, beside: said, in: index).map { ($0.source, $0.name) }
    }
    return searched.replacing(corrections).map { Query($0, weights: weights) }
  }
}

extension Query.HanRun {
  /// A mistyped character makes a pair that no note has; all names are compared only then. What stands in some ranges
  /// is known.
  fileprivate func hasUnknownPair(in index: Index, beside known: [Range<Int>] = []) -> Bool {
    characters.indices.dropLast().contains { i in
      let source = places[i].lowerBound..<places[i + 1].upperBound
      return !known.contains { $0.overlaps(source) } && !index.has(characters[i] + characters[i + 1])
    }
  }
}

extension String {
  /// The same with other texts at some places in its bytes; nil where there are none.
  func replacing(_ corrections: [(source: Range<Int>, text: String)]) -> String? {
    guard !corrections.isEmpty else { return nil }
    var bytes = Array(utf8)
    var end = bytes.count
    for correction in corrections.sorted(by: { $0.source.lowerBound > $1.source.lowerBound })
    where correction.source.upperBound <= end {
      bytes.replaceSubrange(correction.source, with: correction.text.utf8)
      end = correction.source.lowerBound
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
