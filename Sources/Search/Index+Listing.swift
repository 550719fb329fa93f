package import Catalog

/// What an index knows by heart of the notes at hand, without reading one of them.
extension Index {
  /// The slugs with a prefix, in order. Cost: one look at each entry.
  package func slugs(startingWith prefix: String) -> [String] {
    entries.map(slug).filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The topics that have notes, in the order of `Topic.precedes`.
  package var topics: [String] {
    Set(entries.map { record($0).topic }).sorted(by: Topic.precedes)
  }

  /// The anchors of a note's headings in that language, else in the other, in the order of the text.
  package func anchors(of slug: String, in language: Language) -> [String] {
    entry(slug).flatMap { record($0).file(in: language) }?.sections.map(\.anchor) ?? []
  }

  private var entries: [Int] {
    parts.flatMap { part in
      (0..<part.segment.entryCount).filter { !part.dead.contains($0) }.map { part.base + $0 }
    }
  }
}
