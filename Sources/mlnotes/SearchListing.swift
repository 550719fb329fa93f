import Catalog
import Screen
import Search
import Text

/// The results of a search as a person or a program reads them.
struct SearchListing {
  let query: Query
  let found: Found

  var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("schema", .string("mlnotes.search/1")), ("query", .string(query.text)),
    ]
    if let corrected = found.answer.corrected { members.append(("corrected", .string(corrected))) }
    let missing = found.answer.missing
    if !missing.isEmpty { members.append(("missing", .array(missing.map { .string($0) }))) }
    members.append(("total", .integer(found.answer.total)))
    if found.answer.isDistant { members.append(("distant", .bool(true))) }
    if let hours { members.append(("hours_since_look", .integer(hours))) }
    let results = zip(found.answer.hits, found.excerpts).map { hit, excerpt in
      JSON.object([
        ("slug", .string(hit.slug)), ("lang", .string(hit.language.rawValue)), ("topic", .string(hit.topic)),
        ("title", .string(hit.title)), ("score", .number(SearchListing.rounded(hit.score))),
        ("section", .string(excerpt.section)), ("anchor", .string(excerpt.anchor)), ("snippet", .string(excerpt.text)),
        ("path", .string(hit.path)),
      ])
    }
    members.append(("results", .array(results)))
    return .object(members)
  }

  var records: [[String]] {
    zip(found.answer.hits, found.excerpts).map { hit, excerpt in
      [
        hit.slug, hit.language.rawValue, hit.topic, hit.title, String(SearchListing.rounded(hit.score)),
        excerpt.section,
        excerpt.anchor, excerpt.text, hit.path,
      ]
    }
  }

  /// The screen; of notes that may be about something else only the first few, unless so many were asked for.
  func screen(hasHints: Bool, hasCards: Bool, isLimited: Bool) -> SearchScreen {
    let isDistant = found.answer.isDistant
    let count = isDistant && !isLimited ? SearchListing.fewRows : found.answer.hits.count
    let rows = zip(found.answer.hits, found.excerpts).prefix(count).map { hit, excerpt in
      SearchScreen.Row(
        slug: hit.slug, language: hit.language, title: hit.title, otherTitle: hit.otherTitle, topic: hit.topic,
        section: excerpt.section, snippet: excerpt.pieces.map { ($0.text, $0.isHit) })
    }
    return SearchScreen(
      query: query.text, corrected: found.answer.corrected, missing: found.answer.missing, isDistant: isDistant,
      total: found.answer.total, rows: rows,
      hasHints: hasHints && !isDistant, hasCards: hasCards)
  }

  private static let fewRows = 3

  /// A line that says when all files of a large folder were last looked at, where that is long ago.
  func age(in language: Language) -> String? {
    hours.map { hours in
      Wording(
        "  the folder's files were last looked at \(hours) h ago; --fresh looks again",
        "  上次检查全部文件是 \(hours) 小时前；--fresh 重新检查")[language]
    }
  }

  private var hours: Int? { found.age > IndexCache.hour ? found.age / IndexCache.hour : nil }

  private static func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}
