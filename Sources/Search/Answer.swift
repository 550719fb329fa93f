#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package import Catalog
package import Text

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
    var naming: Naming
    var record: Record
  }

  /// How the whole query names a note: not at all, by one of its names, by its title, beside another note.
  enum Naming { case none, alias, title, compared }

  /// What was searched instead, where a word of the query is in no note.
  package var corrected: String?
  /// The words of the query that no note has and that nothing else was searched for: the notes were found by the rest.
  package var missing: [String] = []
  /// How many notes match; where a phrase is asked for, of the best 500 (`Index.mostRead`), which are looked through.
  package var total: Int
  package var hits: [Hit]
  /// Whether the query is a formula or looks like a term that none of the best notes says, so that they may be about
  /// something else.
  package var isDistant = false
  /// The terms that a snippet shows, with how much each is worth.
  var marks: Marks
}

extension Index {
  /// The notes that match a query best, best first; ties by slug. Phrases, and how near words stand to each other, are
  /// looked for in the notes' texts, in several at once.
  package func answer(
    to query: Query, limit: Int = 10, topic: String? = nil, in language: Language = .english,
    by workforce: Workforce = .alone, reading text: @Sendable (String) -> ContiguousArray<UInt8> = { _ in [] }
  ) -> Answer {
    let language = query.hasHan ? Language.chinese : language
    let weights = query.weights
    let meaning = Interpretation(of: query, in: self)
    guard let (ranking, unknown) = meaning.ranking() else { return Answer(total: 0, hits: [], marks: Marks()) }
    let marks = meaning.marks(ranking)
    let mostRanked = max(limit, 50)
    let (found, total) = selected(ranking.standings(), mostRanked, query, topic: topic, by: workforce, reading: text)
    var top = raised(Array(found.prefix(mostRanked)), weights.linked)
    var nearest: Float?
    if query.phrases.isEmpty, !meaning.isName, !meaning.isComparison, let nearness = Nearness(of: query, marks) {
      (top, nearest) = drawnTogether(top, nearness, weights.near, in: language, by: workforce, reading: text)
    }
    let isApart =
      topic == nil && !query.isMixed && total <= top.count && (nearest ?? 1) < 1 && !meaning.hasCompound(ranking)
    let named = meaning.named
    let name = named == nil ? [] : query.name.stemmed
    let best = lend(query.hasFormula ? founded(top, weights.founded) : top, weights.lent, behind: named).prefix(limit)
    let lacksFormula = meaning.lacksFormula(ranking)
    return Answer(
      corrected: meaning.corrected, missing: lacksFormula ? [query.searched] : meaning.missing(among: unknown),
      total: total,
      hits: best.map { entry, score in
        hit(of: entry, score, language, named?.contains(entry) == true ? name : nil, isCompared: meaning.isComparison)
      },
      isDistant: lacksFormula
        || meaning.isTerm && !marks.hasFormulas && !marks.hasCode && (!unknown.isEmpty || isApart), marks: marks)
  }

  /// The best entries in order, those of a topic and with the phrases of the query, and how many match.
  private func selected(
    _ all: Standings, _ limit: Int, _ query: Query, topic: String?, by workforce: Workforce,
    reading text: @Sendable (String) -> ContiguousArray<UInt8>
  ) -> (found: [(entry: Int, score: Float)], total: Int) {
    // A letter stands in every note; it is asked for where it stands often.
    let least = all.best * (query.isLetter ? 0.5 : query.weights.least)
    var standings = all
    if let topic {
      var postings = ContiguousArray<Posting>()
      read([Namespace.topic] + Array(topic.utf8), into: &postings)
      standings.keep(only: postings.map { Int($0.entry) })
    }
    guard !query.phrases.isEmpty else { return best(limit, standings, least) }
    let phrases = query.phrases.map(Phrase.init)
    var found = candidates(for: phrases, among: standings, Index.mostRead)
    keep(&found, with: phrases, by: workforce, reading: text)
    return (sorted(found), found.count)
  }

  /// A hit; `name` is what is asked about, by its stems, where the query names the entry, by itself or beside another.
  private func hit(
    of entry: Int, _ score: Float, _ language: Language, _ name: ContiguousArray<UInt8>?, isCompared: Bool
  ) -> Answer.Hit {
    let record = record(entry)
    let naming = name.map { name -> Answer.Naming in
      if isCompared { return .compared }
      let titles = [record.slug] + record.files.map(\.title)
      return !name.isEmpty && titles.contains { NameKey(Lexer($0)).stemmed.holds(name) } ? .title : .alias
    }
    let file = record.file(in: language)
    let other = record.files.first { $0.language != file?.language }
    return Answer.Hit(
      slug: record.slug, topic: record.topic, language: file?.language ?? language, path: file?.path ?? "",
      title: file?.title ?? record.slug, otherTitle: other?.title ?? "", score: Double(score),
      naming: naming ?? .none, record: record)
  }

  /// The best entries in order, and how many are worth at least so much.
  func best(
    _ limit: Int, _ standings: Standings, _ least: Float
  ) -> (found: [(entry: Int, score: Float)], total: Int) {
    var (all, total): ([(entry: Int, score: Float)], Int) = ([], 0)
    for part in parts {
      // Within a part entries are in the order of their slugs.
      let (found, count) = standings.best(limit, of: part.base..<part.base + part.segment.entryCount, atLeast: least)
      all += found
      total += count
    }
    return (parts.count == 1 ? all : Array(sorted(all).prefix(limit)), total)
  }

  func sorted(_ found: [(entry: Int, score: Float)]) -> [(entry: Int, score: Float)] {
    found.sorted { $0.score == $1.score ? precedes($0.entry, $1.entry) : $0.score > $1.score }
  }

  /// Whether an entry's slug is before another's: within a part entries are in the order of their slugs.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    part(of: a) == part(of: b) ? a < b : slug(a) < slug(b)
  }

  /// Of two notes that say the same, the one that more others link to is its home.
  private func raised(_ found: [(entry: Int, score: Float)], _ share: Float) -> [(entry: Int, score: Float)] {
    let followings = followings(of: found.map(\.entry))
    return sorted(zip(found, followings).map { ($0.entry, $0.score * (1 + share * log2(1 + Float($1)))) })
  }

  /// Lends the prerequisites of the first hits, as far as they are nearly as good, a part of the score: a formula that
  /// several notes share is said first in the one that the others build on.
  private func founded(_ found: [(entry: Int, score: Float)], _ share: Float) -> [(entry: Int, score: Float)] {
    guard let first = found.first else { return found }
    var gains: [Int: Float] = [:]
    for hit in found.prefix(3) {
      for entry in leads(head(hit.entry).foundations, of: hit.entry) {
        gains[entry, default: 0] += share * hit.score
      }
    }
    let isNear = { (score: Float) in score > first.score * 0.75 }
    return sorted(found.map { ($0.entry, isNear($0.score) ? $0.score + (gains[$0.entry] ?? 0) : $0.score) })
  }

  /// Lends each neighbour of the first three hits, by links in either direction, a part of their score. The first stays
  /// where it is, and so do those behind it that the query names.
  private func lend(
    _ found: [(entry: Int, score: Float)], _ share: Float, behind named: EntrySet?
  ) -> [(entry: Int, score: Float)] {
    let firm = found.prefix(max(1, found.prefix { named?.contains($0.entry) == true }.count))
    guard let last = firm.last else { return found }
    let lenders = found.prefix(3).map { hit in
      let (neighbours, count) = neighbours(of: hit.entry)
      return (neighbours: neighbours, gain: share * hit.score / pow(Float(max(1, count)), 0.3))
    }
    let raised = found.dropFirst(firm.count).map { hit in
      let gain = lenders.reduce(0) { $1.neighbours.contains(hit.entry) ? $0 + $1.gain : $0 }
      return (entry: hit.entry, score: min(hit.score + gain, last.score))
    }
    return Array(firm) + sorted(raised)
  }

  /// The entries that link to an entry or that it links to, and how many they are.
  private func neighbours(of entry: Int) -> (entries: EntrySet, count: Int) {
    let head = head(entry)
    var postings = ContiguousArray<Posting>()
    read([Namespace.link] + Array(head.slug.utf8), into: &postings)
    var neighbours = EntrySet(below: entryLimit)
    neighbours.insert(entry)
    var count = 0
    // Counted one by one, as they are few.
    for neighbour in postings.map({ Int($0.entry) }) + leads(head.foundations + head.links, of: entry)
    where neighbours.insert(neighbour) {
      count += 1
    }
    neighbours.remove(entry)
    return (neighbours, count)
  }
}
