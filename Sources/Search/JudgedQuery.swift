#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package import Text

/// A query and the notes that answer it, each with a grade: 3 what was looked for, 2 much of it, 1 some.
package struct JudgedQuery: Sendable {
  package var text: String
  package var kind: String
  package var language: String
  package var grades: [String: Int]

  /// Reads `{"q", "kind", "lang", "rel": {slug: grade}}`; nil for what is not of that form.
  package init?(_ json: JSON) {
    guard let text = json["q"]?.text, let kind = json["kind"]?.text, let language = json["lang"]?.text,
      case .object(let rel)? = json["rel"]
    else { return nil }
    self.text = text
    self.kind = kind
    self.language = language
    grades = [:]
    for (slug, grade) in rel { grades[slug] = grade.integer ?? 0 }
  }

  /// The queries of a file of JSON Lines.
  package static func all(in lines: some Collection<UInt8>) -> [JudgedQuery] {
    lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSON(reading: Array(line))).flatMap(JudgedQuery.init)
    }
  }
}

/// How well rankings answer judged queries, on average: 1 is perfect.
package struct Quality: Sendable {
  package private(set) var count = 0
  private var sums = SIMD4<Double>.zero

  package init() {}

  /// Discounted gain of the first five notes beside the best there could be (Järvelin and Kekäläinen, TOIS 2002).
  package var ndcg5: Double { sums[0] / Double(max(1, count)) }
  /// One over the rank of the first note of grade 3 among ten.
  package var mrr10: Double { sums[1] / Double(max(1, count)) }
  /// The share of queries with a note of grade 3 first.
  package var success1: Double { sums[2] / Double(max(1, count)) }
  /// How many queries found nothing.
  package var empty: Int { Int(sums[3]) }

  /// Adds the answer to one query. Of slugs outside `judged` nothing is known, so they are passed over.
  package mutating func add(_ ranked: [String], for query: JudgedQuery, judged: Set<String>? = nil) {
    let known = judged.map { judged in ranked.filter(judged.contains) } ?? ranked
    let grades = known.prefix(10).map { query.grades[$0] ?? 0 }
    let ideal = query.grades.values.sorted(by: >)
    let rank = grades.firstIndex(of: 3)
    count += 1
    sums += SIMD4(
      Quality.gain(grades.prefix(5)) / max(Quality.gain(ideal.prefix(5)), .leastNonzeroMagnitude),
      rank.map { 1 / Double($0 + 1) } ?? 0, grades.first == 3 ? 1 : 0, known.isEmpty ? 1 : 0)
  }

  private static func gain(_ grades: ArraySlice<Int>) -> Double {
    zip(grades, 2...).reduce(0) { $0 + Double(1 << $1.0 - 1) / log2(Double($1.1)) }
  }
}
