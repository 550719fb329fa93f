package import Catalog

/// What an index knows by heart of the notes at hand, without reading one of them.
extension Index {
  /// The slugs with a prefix, in order. Cost: one look at each entry.
  package func slugs(startingWith prefix: String) -> [String] {
    entries.map(slug).filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The topics that have notes, in the order of `Topic.precedes`.
  package var topics: [String] {
    let terms = terms(startingWith: [Namespace.topic], limit: .max) { _ in true }
    return terms.map { String(decoding: $0.dropFirst(), as: UTF8.self) }.sorted(by: Topic.precedes)
  }

  /// The path of the note in that language, else in the other; nil where there is no such slug.
  package func path(of slug: String, in language: Language) -> String? {
    entry(slug).flatMap { record($0).file(in: language)?.path }
  }

  /// The slugs of the notes that lead to a note: by a link in the text, as a prerequisite or as related; in order.
  package func backlinks(to slug: String) -> [String] {
    var postings = ContiguousArray<Posting>()
    read([Namespace.link] + Array(slug.utf8), into: &postings)
    return postings.map { self.slug(Int($0.entry)) }.sorted()
  }

  /// The files of a concept, in the order of the languages; none where there is no such slug.
  package func files(of slug: String) -> [(language: Language, path: String, title: String)] {
    entry(slug).map { record($0).files.map { ($0.language, $0.path, $0.title) } } ?? []
  }

  private var entries: [Int] {
    parts.flatMap { part in
      (0..<part.segment.entryCount).filter { !part.dead.contains($0) }.map { part.base + $0 }
    }
  }
}
