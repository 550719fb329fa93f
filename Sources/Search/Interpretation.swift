/// What a query says to an index: its words as they are searched, and the names that are meant.
struct Interpretation {
  private let query: Query
  private let index: Index
  let expansion: Expansion
  /// The names in the query, and those that it starts.
  private let names: [Names.Found]
  private let started: [Names.Found]
  /// The entries of which the whole query is a keyword.
  private let asked: [Int32]

  init(of query: Query, in index: Index) {
    (self.query, self.index) = (query, index)
    var expansion = Expansion(of: query, in: index)
    let inside = Names.inside(query, index)
    expansion.quieten(inside.map(\.source).filter(query.isNegated))
    self.expansion = expansion
    names = inside.filter { !query.isNegated($0.source) } + expansion.names
    let searched = expansion.corrected.map { Query($0, weights: query.weights) } ?? query
    started = Names.started(by: searched, index)
    asked = Names.asked(by: searched, index)
  }

  /// Whether a name is all of the query.
  var isName: Bool { names.contains(where: \.isWhole) }

  /// Whether the query looks like a term, so that notes that do not say it may be about something else.
  var isTerm: Bool { query.isTerm && names.isEmpty && started.isEmpty && expansion.corrected == nil }

  /// What the entries are worth, and whether the notes lack a word of the query; nil where they have nothing of what it
  /// is about: that they share some of its other words is no answer.
  func ranking() -> (ranking: Ranking, lacksWord: Bool)? {
    let weights = query.weights
    var ranking = Ranking(index, weights)
    let (known, unknown) = ranking.add(expansion.nodes + titles)
    guard !(names.isEmpty && known.isEmpty && started.isEmpty) else { return nil }
    for name in names {
      let shared = 1 / Float(name.entries.count).squareRoot()
      let worth = name.isWhole ? weights.wholeName : weights.partName * name.share.squareRoot()
      ranking.add(worth * shared, to: name.entries)
    }
    ranking.raise(started)
    ranking.add(weights.keyword, to: asked)
    return (ranking, expansion.lacksPair || unknown.contains { word in !known.contains { $0.overlaps(word) } })
  }

  /// The terms that a text is looked through for.
  func marks(_ ranking: Ranking) -> Marks {
    var marks = expansion.marks(ranking.frequencies, of: index.count)
    marks.formulas = query.formulas
    return marks
  }

  /// A query that is the name of a note also looks for the note's title: who asks for `NMS` or `OOB` wants what has to do
  /// with non-maximum suppression or random forests.
  private var titles: [Query.Node] {
    guard let whole = names.first(where: \.isWhole), whole.entries.count < 3 else { return [] }
    return whole.entries.flatMap { entry in
      index.record(Int(entry)).files.map { file in
        Query.Node(
          ways: [Query.Way(units: Query.units(of: file.title))], weight: query.weights.title, source: 0..<0)
      }
    }
  }
}
