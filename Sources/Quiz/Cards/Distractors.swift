import Catalog
import Text

/// Wrong answers that could be right at first sight and are not: other concepts of the same kind.
struct Distractors: Sendable {
  private let headers: [Header]
  private let names: [String: [String]]
  /// The concepts that are learned after one.
  private let learnedAfter: @Sendable (String) -> Set<String>
  private let likeness: Likeness

  /// Says how alike two notes are, from 0 to 1; made when it is asked for, as it reads the index.
  typealias Likeness = @Sendable () -> (String, String) -> Double

  init(of library: Library, in language: Language, names: [String: [String]], likeness: @escaping Likeness) {
    headers = library.concepts(in: language)
    learnedAfter = library.notes(buildingOn:)
    self.names = names
    self.likeness = likeness
  }

  /// Titles of other concepts. A concept that is a kind of the asked one, or that it is a kind of, is left out, and one
  /// whose name contains the other's or occurs in the summary; of the rest the eight most plausible are drawn from.
  func terms(for header: Header, count: Int) -> [String] {
    let normalised = names.mapValues { Set($0.map(TypedAnswer.normalised)) }
    let own = normalised[header.slug] ?? []
    let summary = TypedAnswer.normalised(header.summary)
    let likeness = likeness()
    let later = learnedAfter(header.slug)
    var ranked: [(title: String, rank: Double, slug: String)] = []
    for other in headers where other.slug != header.slug && other.language == header.language {
      let theirs = normalised[other.slug] ?? []
      // What builds on the asked concept may be a kind of it: its description may fit both.
      guard !later.contains(other.slug), own.isDisjoint(with: theirs), !header.isA.contains(other.slug),
        !other.isA.contains(header.slug)
      else {
        continue
      }
      let title = TypedAnswer.normalised(other.title)
      guard !own.contains(where: { $0.contains(title) || title.contains($0) }), !summary.contains(title) else {
        continue
      }
      ranked.append((other.title, rank(of: other, for: header, likeness(header.slug, other.slug)), other.slug))
    }
    ranked.sort { ($0.rank, $1.slug) > ($1.rank, $0.slug) }
    var random = SplitMix64(seed: header.slug.stableHash)
    let drawn = random.shuffled(Array(ranked.prefix(8)))
    // The right one must not be the longest by itself.
    let longer = drawn.first { $0.title.utf8.count >= header.title.utf8.count }
    let first = longer.map { [$0] } ?? []
    return (first + drawn.filter { $0.slug != longer?.slug }).prefix(count).map(\.title)
  }

  /// The same topic first; then notes that are alike from 0.1 to 0.8, plausible and not the same; then names of like
  /// length or spelling: DDPM is a good wrong answer for DDIM.
  private func rank(of other: Header, for header: Header, _ alike: Double) -> Double {
    let band = alike > 0.8 ? -1 : alike < 0.1 ? 0 : 0.2 + alike
    let share = Double(other.title.utf8.count) / Double(max(header.title.utf8.count, 1))
    let near = other.slug.utf8.count > 2 && editDistance(other.slug, header.slug) <= 2 ? 0.5 : 0
    return (other.topic == header.topic ? 1 : 0) + band + (0.5...2 ~= share ? 0.3 : 0) + near
  }
}
