import Markdown

/// All the notes at hand, by name. A note's text is parsed when it is asked for.
package struct Library: Sendable {
  package typealias File = (path: String, bytes: ContiguousArray<UInt8>)

  /// What the notes say of themselves, ordered by slug, English before Chinese.
  package let headers: [Header]
  /// The texts, in the order of `headers`.
  let sources: [ContiguousArray<UInt8>]

  /// Reads the front matter of each file. Of two files with the same name and language the second, by path, is named
  /// by its path.
  package init(files: [File]) {
    var taken: Set<Note.ID> = []
    var pairs: [(Header, ContiguousArray<UInt8>)] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      var header = Header(parsing: file.bytes, path: file.path)
      header.id = taken.take(header.id, of: file.path)
      pairs.append((header, file.bytes))
    }
    pairs.sort { ($0.0.slug, $0.0.language.rawValue) < ($1.0.slug, $1.0.language.rawValue) }
    headers = pairs.map(\.0)
    sources = pairs.map(\.1)
  }

  package init(_ notes: [Note]) {
    self.init(files: notes.map { ($0.path, $0.document.source) })
  }

  /// All notes, parsed anew at each call: about 10 ms a megabyte.
  package var notes: [Note] {
    headers.indices.map { Note(header: headers[$0], source: sources[$0]) }
  }

  /// What the note in that language, else in the other, says of itself.
  package func header(_ slug: String, in language: Language) -> Header? {
    index(slug, in: language).map { headers[$0] }
  }

  /// The note in that language, else in the other.
  package func note(_ slug: String, in language: Language) -> Note? {
    index(slug, in: language).map { Note(header: headers[$0], source: sources[$0]) }
  }

  /// Each concept once, in that language where it can be, ordered by slug.
  package func concepts(in language: Language) -> [Header] {
    // Ordered by slug: the other language of a concept stands beside it.
    headers.indices.filter { i in
      headers[i].language == language
        || [i - 1, i + 1].allSatisfy { !headers.indices.contains($0) || headers[$0].slug != headers[i].slug }
    }.map { headers[$0] }
  }

  /// The topics that have notes, in the order of `Topic.precedes`.
  package var topics: [String] {
    Set(headers.map(\.topic)).sorted(by: Topic.precedes)
  }

  /// The slugs that lead to a note: from its prerequisites, its related notes or a wiki link in its text.
  package func backlinks(to slug: String) -> [String] {
    let link = Array("[[\(slug)".utf8)
    var found: Set<String> = []
    for (header, source) in zip(headers, sources) where header.slug != slug {
      if header.prerequisites.contains(slug) || header.related.contains(slug)
        // Few texts have the bytes, and only they are parsed: the bytes of code are no link.
        || source.holds(link) && Document(parsing: source).hasWikiLink(to: slug)
      {
        found.insert(header.slug)
      }
    }
    return found.sorted()
  }

  private func index(_ slug: String, in language: Language) -> Int? {
    // Ordered by slug: the first of at most two.
    var low = 0
    var high = headers.count
    while low < high {
      let middle = (low + high) / 2
      if headers[middle].slug < slug { low = middle + 1 } else { high = middle }
    }
    guard low < headers.count, headers[low].slug == slug else { return nil }
    let hasSecond = low + 1 < headers.count && headers[low + 1].slug == slug
    return hasSecond && headers[low].language != language ? low + 1 : low
  }
}

extension Document {
  fileprivate func hasWikiLink(to slug: String) -> Bool {
    nodes(.wikiLink).contains { destination(of: $0).utf8.prefix { $0 != UInt8(ascii: "#") }.elementsEqual(slug.utf8) }
  }
}

extension ContiguousArray<UInt8> {
  /// Whether bytes stand in the text.
  fileprivate func holds(_ link: [UInt8]) -> Bool {
    indices.contains { self[$0] == link[0] && self[$0...].starts(with: link) }
  }
}
