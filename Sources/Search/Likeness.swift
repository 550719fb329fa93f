/// How alike notes are: the cosine of their thirty rarest and most frequent terms, weighed by tf-idf.
package struct Likeness: Sendable {
  /// Unit vectors by slug: terms' numbers in order, with their weights.
  private var vectors: [String: [(term: Int32, weight: Float)]] = [:]

  /// Reads the whole index once: 0.5 ms for the bundled notes.
  package init(of index: Index) {
    var weights = [[(term: Int32, weight: Float)]](repeating: [], count: index.entryLimit)
    var postings = ContiguousArray<Posting>()
    var number: Int32 = 0
    for (i, part) in index.parts.enumerated() {
      part.segment.forEachTerm(from: [UInt8(ascii: "a")]) { item in
        let isKnown = index.parts[..<i].contains { $0.segment.term(item.text) != nil }
        if item.text.first == Namespace.stem || isKnown { return true }
        index.read(item.text, into: &postings)
        let rarity = Ranking.rarity(postings.count, of: index.count)
        // What one note alone has tells it from all others, but makes it like none.
        if postings.count > 1 {
          for posting in postings {
            weights[Int(posting.entry)].append((number, rarity * Impact.saturated[Int(posting.impact)]))
          }
        }
        number += 1
        return true
      }
    }
    for (entry, terms) in weights.enumerated() where !terms.isEmpty {
      vectors[index.slug(entry)] = Likeness.unit(terms)
    }
  }

  /// From 0, nothing in common, to 1, the same; 0 for an unknown slug.
  package func between(_ a: String, _ b: String) -> Double {
    guard let a = vectors[a], let b = vectors[b] else { return 0 }
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < a.count && j < b.count {
      if a[i].term == b[j].term { sum += a[i].weight * b[j].weight }
      let (x, y) = (a[i].term, b[j].term)
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return Double(min(1, sum))
  }

  /// The notes most like one, the likest first; none that only shares a word or two.
  package func nearest(to slug: String, limit: Int) -> [String] {
    let others = vectors.keys.filter { $0 != slug }.map { (slug: $0, likeness: between(slug, $0)) }
    let ranked = others.filter { $0.likeness >= 0.1 }.sorted { ($1.likeness, $0.slug) < ($0.likeness, $1.slug) }
    return ranked.prefix(limit).map(\.slug)
  }

  private static func unit(_ terms: [(term: Int32, weight: Float)]) -> [(term: Int32, weight: Float)] {
    let top = terms.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.prefix(30)
    let length = top.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return top.map { ($0.term, $0.weight / length) }.sorted { $0.term < $1.term }
  }
}
