import Catalog
import Host
import Search
import Text

/// `bench answers DIR QUERIES.jsonl…`: how well searches in a folder answer judged queries, by kind and by language.
///
/// With `NAME=NUMBER` a weight is tried, with `--misses` the worst answers are shown; `--choose` chooses weights for
/// the queries; `--leave-out` chooses them on all kinds but one, and measures the one that was left out, for each kind.
struct AnswerBench {
  private let index: Index
  private let texts: [String: ContiguousArray<UInt8>]
  private let queries: [JudgedQuery]
  private let judged: Set<String>?
  private var weights = Weights.standard

  static func run(_ arguments: [String]) throws(SystemError) {
    let flags = arguments.filter { $0.hasPrefix("--") }
    let operands = arguments.filter { !$0.hasPrefix("--") && !$0.contains("=") }
    guard operands.count > 1 else {
      return print("usage: bench answers DIR QUERIES.jsonl... [--misses] [--choose] [--leave-out] [NAME=NUMBER]...")
    }
    var files: [Library.File] = []
    for path in try Folder.files(below: operands[0], suffix: ".md") {
      files.append((path, try File.read("\(operands[0])/\(path)")))
    }
    guard let index = try? Index(of: files) else { return print("error: the index does not read back") }
    for path in operands.dropFirst() {
      let queries = JudgedQuery.all(in: try File.read(path))
      // Where only some notes were judged, a file beside the queries says which.
      let slugs = path.lastIndex(of: "/").map { "\(path[...$0])slugs.txt" } ?? "slugs.txt"
      let judged = (try? File.read(slugs)).map {
        String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
      }
      var bench = AnswerBench(
        index: index, texts: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }), queries: queries,
        judged: judged.map(Set.init))
      for setting in arguments.filter({ $0.contains("=") }) { bench.set(setting) }
      print("\(path): \(queries.count) queries")
      if flags.contains("--choose") { bench.choose() }
      if flags.contains("--leave-out") { bench.leaveOut() } else { bench.report(misses: flags.contains("--misses")) }
    }
  }

  private init(index: Index, texts: [String: ContiguousArray<UInt8>], queries: [JudgedQuery], judged: Set<String>?) {
    self.index = index
    self.texts = texts
    self.queries = queries
    self.judged = judged
  }

  private mutating func set(_ setting: String) {
    let parts = setting.split(separator: "=")
    for (name, place) in Weights.names where parts.count == 2 && name == parts[0] {
      weights[keyPath: place] = Float(parts[1]) ?? weights[keyPath: place]
    }
  }

  private func slugs(_ query: JudgedQuery, _ weights: Weights) -> [String] {
    index.answer(to: Query(query.text, weights: weights)) { texts[$0] ?? [] }.hits.map(\.slug)
  }

  private func quality(_ weights: Weights, where isMeant: (JudgedQuery) -> Bool) -> Quality {
    var quality = Quality()
    for query in queries where isMeant(query) { quality.add(slugs(query, weights), for: query, judged: judged) }
    return quality
  }

  private func report(misses: Bool) {
    print("\(pad("", 14))\(pad("n", 5))  nDCG@5  MRR@10  first  none")
    row("all", quality(weights) { _ in true })
    for kind in Set(queries.map(\.kind)).sorted() { row(kind, quality(weights) { $0.kind == kind }) }
    for language in Set(queries.map(\.language)).sorted() {
      row(language, quality(weights) { $0.language == language })
    }
    guard misses else { return }
    var rows: [(value: Double, text: String)] = []
    for query in queries {
      let slugs = slugs(query, weights)
      var quality = Quality()
      quality.add(slugs, for: query, judged: judged)
      let wanted = query.grades.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      let text = "\(query.kind): \(query.text)\n     wanted \(wanted)\n     found  \(slugs.prefix(7))"
      if quality.ndcg5 < 0.9 { rows.append((quality.ndcg5, text)) }
    }
    for row in rows.sorted(by: { $0.value < $1.value }) { print("\(AnswerBench.figure(row.value)) \(row.text)") }
  }

  /// Prints the weights that are best for all queries.
  private mutating func choose() {
    weights = chosenWeights { _ in true }
    print(Weights.names.map { "\($0.name)=\(weights[keyPath: $0.place])" }.joined(separator: " "))
  }

  /// For each kind: the weights that are best for the others, from the same start, measured on this one.
  private func leaveOut() {
    print("\(pad("left out", 14))\(pad("n", 5))  nDCG@5  MRR@10  first  none")
    for kind in Set(queries.map(\.kind)).sorted() {
      let chosen = chosenWeights { $0.kind != kind }
      row(kind, quality(chosen) { $0.kind == kind })
    }
  }

  /// Coordinate ascent: each weight in turn at three fifths and eight fifths of what it is, in two rounds.
  private func chosenWeights(where isMeant: (JudgedQuery) -> Bool) -> Weights {
    var best = Weights.untuned
    var most = AnswerBench.worth(quality(best, where: isMeant))
    for _ in 0..<2 {
      for (_, place) in Weights.names {
        for factor: Float in [0.6, 1.6] {
          var tried = best
          tried[keyPath: place] *= factor
          let worth = AnswerBench.worth(quality(tried, where: isMeant))
          if worth > most + 0.0005 { (best, most) = (tried, worth) }
        }
      }
    }
    return best
  }

  private static func worth(_ quality: Quality) -> Double { quality.ndcg5 + 0.5 * quality.mrr10 }

  private func row(_ name: String, _ quality: Quality) {
    let figures = [quality.ndcg5, quality.mrr10, quality.success1].map(AnswerBench.figure).joined(separator: "   ")
    print("\(pad(name, 14))\(pad("\(quality.count)", 5))   \(figures)  \(quality.empty)")
  }

  private func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private static func figure(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000).\(String(String(1000 + thousandths % 1000).dropFirst()))"
  }
}
