/// What a query says to an index: its words as they are searched, and the names that are meant.
struct Interpretation {
  private let query: Query
  private let index: Index
  private let expansion: Expansion
  /// The query as it was searched, where a word of it was in no note.
  let corrected: String?
  /// The names in the query, and those that it starts.
  private let names: [Names.Found]
  private let started: [Names.Found]
  /// The entries of which the whole query is a keyword.
  private let asked: [Int32]
  /// Whether the query is nothing but the names of different notes: `bert vs vit`.
  let isComparison: Bool

  init(of typed: Query, in index: Index) {
    let meant = typed.withNamesCorrected(in: index)
    let query = meant ?? typed
    (self.query, self.index) = (query, index)
    var expansion = Expansion(of: query, in: index)
    let inside = Names.inside(query, index)
    expansion.quieten(inside.map(\.source).filter(query.isNegated))
    self.expansion = expansion
    corrected = expansion.corrected ?? meant?.searched
    let other = expansion.corrected.map { Query($0, weights: query.weights) }
    let searched = other ?? query
    names = (other.map { Names.inside($0, index) } ?? inside).filter { !searched.isNegated($0.source) }
    isComparison = Interpretation.isComparison(names)
    started = Names.started(by: searched, index)
    asked = Names.asked(by: searched, index)
  }

  private static func isComparison(_ names: [Names.Found]) -> Bool {
    let entries = names.flatMap(\.entries)
    return names.count > 1 && names.reduce(0) { $0 + $1.share } > 0.99 && Set(entries).count == entries.count
  }

  /// Whether a name is all of the query.
  var isName: Bool { names.contains(where: \.isWhole) }

  /// The entries of which a name is all of the query, or one of the names that it compares.
  var named: EntrySet? {
    let meant = names.filter { $0.isWhole || isComparison }
    guard !meant.isEmpty else { return nil }
    var named = EntrySet(below: index.entryLimit)
    for entry in meant.lazy.flatMap(\.entries) { named.insert(Int(entry)) }
    return named
  }

  /// Whether the query looks like a term, so that notes that do not say it may be about something else.
  var isTerm: Bool { query.isTerm && names.isEmpty && started.isEmpty && corrected == nil }

  /// What the entries are worth, and where words of the query stand that no note has; nil where they have nothing of
  /// what it is about: that they share some of its other words is no answer.
  func ranking() -> (ranking: Ranking, unknown: [Range<Int>])? {
    let weights = query.weights
    var ranking = Ranking(index, weights)
    let (known, unknown) = ranking.add(expansion.nodes + titles)
    guard !(names.isEmpty && known.isEmpty && started.isEmpty) else { return nil }
    for name in names {
      let shared = 1 / Float(name.entries.count).squareRoot()
      let isWhole = name.isWhole || isComparison
      let worth = isWhole ? weights.wholeName : weights.partName * name.share.squareRoot()
      ranking.add(worth * shared, to: name.entries)
    }
    ranking.raise(started)
    ranking.add(weights.keyword, to: asked)
    let words = unknown.filter { word in !known.contains { $0.overlaps(word) } }
    return (ranking, expansion.lackedPairs + words + lackedCompounds(ranking))
  }

  /// Where words of several parts stand that the notes have neither whole nor by all of these: `t-SNE`, `np.einsum`.
  private func lackedCompounds(_ ranking: Ranking) -> [Range<Int>] {
    let text = Array(query.searched.utf8)
    return expansion.nodes.filter { node in
      !node.isMinor && !text[node.source].contains(UInt8(ascii: " "))
        && node.ways.contains { $0.isTyped && $0.units.count > 1 } && !node.ways.contains(where: ranking.has)
    }.map(\.source)
  }

  /// Whether the notes have a compound of the query as one word: `dropout` for `drop-out`.
  func hasCompound(_ ranking: Ranking) -> Bool {
    expansion.nodes.contains { node in
      node.ways.contains { $0.isTyped && $0.units.count > 1 }
        && node.ways.contains { $0.isTyped && $0.units.count == 1 && ranking.has($0) }
    }
  }

  /// The words of a query that no note has, as they were typed: those that say what it is about, and Chinese of which
  /// not even a pair of characters is known, as pairs also stand across the borders of words.
  func missing(among unknown: [Range<Int>]) -> [String] {
    let words = expansion.nodes.filter { node in
      !node.isMinor && node.weight == 1 && node.ways.first?.units.first?.word.isEmpty == false
        && unknown.contains(node.source)
    }.map(\.source)
    let runs = pairRuns.filter { run in run.allSatisfy(expansion.lackedPairs.contains) }
    let places = words + runs.compactMap { run in run.last.map { run[0].lowerBound..<$0.upperBound } }
    let text = Array(query.searched.utf8)
    return places.sorted { $0.lowerBound < $1.lowerBound }.map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// Whether the query is a formula of which some neighbours stand side by side in no note.
  func lacksFormula(_ ranking: Ranking) -> Bool {
    query.wholeFormula.contains { ranking.frequency(of: $0) == nil }
  }

  /// Where the pairs of characters stand that are not of the question's frame, those side by side together.
  private var pairRuns: [[Range<Int>]] {
    var runs: [[Range<Int>]] = []
    for token in query.lexer.tokens where token.kind == .bigram {
      if query.frames.contains(where: { $0.overlaps(token.source) }) { continue }
      if let last = runs.last?.last, last.overlaps(token.source) {
        runs[runs.count - 1].append(token.source)
      } else {
        runs.append([token.source])
      }
    }
    return runs
  }

  /// The terms that a text is looked through for.
  func marks(_ ranking: Ranking) -> Marks {
    var marks = expansion.marks(ranking, of: index.count)
    marks.formulas = query.formulas
    marks.phrases = query.phrases.map(Phrase.init)
    return marks
  }

  /// A query that is the name of a note also looks for the note's title: who asks for `NMS` or `OOB` wants what has to
  /// do with non-maximum suppression or random forests.
  private var titles: [Query.Node] {
    guard let whole = names.first(where: \.isWhole), whole.entries.count < 3 else { return [] }
    return whole.entries.flatMap { entry in
      index.record(Int(entry)).files.map { file in
        let title = Query.Way(units: Query.units(of: file.title, query.weights))
        return Query.Node(ways: [title], weight: query.weights.title, source: 0..<0)
      }
    }
  }
}
