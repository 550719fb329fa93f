#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package import Catalog

/// What a search found.
package struct Answer: Sendable {
  /// A note that was found.
  package struct Hit: Sendable {
    package var slug: String
    package var topic: String
    package var language: Language
    package var path: String
    package var title: String
    /// The title in the other language; empty where there is none.
    package var otherTitle: String
    package var score: Double
    var record: Record
  }

  /// What was searched instead, where a word of the query is in no note.
  package var corrected: String?
  /// How many notes match.
  package var total: Int
  package var hits: [Hit]
  /// The terms that a snippet shows, with how much each is worth.
  var marks: Marks
}

extension Index {
  /// The notes that match a query best, best first; ties by slug. Phrases are looked for in the notes' texts.
  package func answer(
    to query: Query, limit: Int = 10, topic: String? = nil, in language: Language = .english,
    reading text: (String) -> ContiguousArray<UInt8> = { _ in [] }
  ) -> Answer {
    let language = query.hasHan ? Language.chinese : language
    let expansion = Expansion(of: query, in: self)
    var ranking = Ranking(self)
    for node in expansion.nodes { ranking.add(node) }
    let least = ranking.best * Index.leastShare
    for name in Names.inside(query, self) + expansion.names {
      let shared = 1 / Float(name.entries.count).squareRoot()
      ranking.add((name.isWhole ? 12 : 3 * name.share) * shared, to: name.entries)
    }
    ranking.raise(Names.started(by: query, self))
    var found = ranking.ranked()
    if let topic {
      var postings = ContiguousArray<Posting>()
      read([Namespace.topic] + Array(topic.utf8), into: &postings)
      let entries = Set(postings.map { Int($0.entry) })
      found.removeAll { !entries.contains($0.entry) }
    }
    if !query.phrases.isEmpty { keep(&found, with: query.phrases.map(Phrase.init), reading: text) }
    found.removeAll { $0.score < least }
    let best = lend(first(max(limit, 50), of: &found)).prefix(limit)
    return Answer(
      corrected: expansion.corrected, total: found.count, hits: best.map { hit(of: $0.entry, $0.score, language) },
      marks: expansion.marks(in: self))
  }

  /// What is worth less than this share of the best, names aside, is no answer.
  private static let leastShare: Float = 0.12

  private func hit(of entry: Int, _ score: Float, _ language: Language) -> Answer.Hit {
    let record = record(entry)
    let file = record.file(in: language)
    let other = record.files.first { $0.language != file?.language }
    return Answer.Hit(
      slug: record.slug, topic: record.topic, language: file?.language ?? language, path: file?.path ?? "",
      title: file?.title ?? record.slug, otherTitle: other?.title ?? "", score: Double(score), record: record)
  }

  /// The best entries in order.
  func first(_ limit: Int, of found: inout [(entry: Int, score: Float)]) -> [(entry: Int, score: Float)] {
    guard found.count > limit else { return sorted(found) }
    // The score that only so many entries reach.
    var scores = found.map(\.score)
    scores.sort(by: >)
    let least = scores[limit - 1]
    return Array(sorted(found.filter { $0.score >= least }).prefix(limit))
  }

  private func sorted(_ found: [(entry: Int, score: Float)]) -> [(entry: Int, score: Float)] {
    let keyed = found.map { (entry: $0.entry, score: $0.score, slug: slug($0.entry)) }
    return keyed.sorted { ($1.score, $0.slug) < ($0.score, $1.slug) }.map { ($0.entry, $0.score) }
  }

  /// Lends each neighbour of the first three hits, by links in either direction, a part of their score; the first stays
  /// where it is.
  private func lend(_ found: [(entry: Int, score: Float)]) -> [(entry: Int, score: Float)] {
    guard let first = found.first else { return found }
    var gains: [Int: Float] = [:]
    for hit in found.prefix(3) {
      let neighbours = neighbours(of: hit.entry)
      let gain = 0.25 * hit.score / pow(Float(max(1, neighbours.count)), 0.3)
      for neighbour in neighbours { gains[neighbour, default: 0] += gain }
    }
    let raised = found.dropFirst().map { (entry: $0.entry, score: min($0.score + (gains[$0.entry] ?? 0), first.score)) }
    return [first] + sorted(Array(raised))
  }

  /// The entries that link to an entry or that it links to.
  func neighbours(of entry: Int) -> Set<Int> {
    let record = record(entry)
    var neighbours = Set(record.links.compactMap { self.entry($0) })
    var postings = ContiguousArray<Posting>()
    read([Namespace.link] + Array(record.slug.utf8), into: &postings)
    for posting in postings { neighbours.insert(Int(posting.entry)) }
    neighbours.remove(entry)
    return neighbours
  }
}
