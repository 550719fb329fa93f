/// Which terms an index is made of: all, or, where it is made for a single query and not stored, those that the query
/// may ask for.
struct Scope: Sendable {
  /// Whether the terms of formulas are in it, and the shapes of programs: where the query says some itself.
  let hasFormulas: Bool
  let hasShapes: Bool
  /// How the words start that are in it; nil where all are. Names, links and topics always are.
  var words: TermStarts?

  static let all = Scope(hasFormulas: true, hasShapes: true, words: nil)

  private init(hasFormulas: Bool, hasShapes: Bool, words: TermStarts?) {
    (self.hasFormulas, self.hasShapes, self.words) = (hasFormulas, hasShapes, words)
  }

  /// What a query asks for, with all words: of these it may ask for others than its own because of what the index
  /// answers, as for those of the title of a note that it names.
  init(of query: Query) {
    self.init(
      hasFormulas: query.asks(for: Namespace.formula), hasShapes: query.asks(for: Namespace.shape), words: nil)
  }

  /// The starts of the words without which a term is not known as it is; none of what is no word.
  static func starts(of term: [UInt8]) -> [Range<Int>] {
    switch term.first {
    case nil, Namespace.name, Namespace.stemmedName, Namespace.keyword, Namespace.link, Namespace.topic,
      Namespace.formula, Namespace.shape:
      []
    case Namespace.stem: TermStarts.ofWords(withStem: Array(term.dropFirst()))
    default: TermStarts.of(term)
    }
  }

  static func starts(ofAllStartingWith text: [UInt8]) -> [Range<Int>] {
    starts(of: text).isEmpty && !text.isEmpty ? [] : TermStarts.ofAll(startingWith: text)
  }
}

extension Query {
  /// Whether one of its terms starts so.
  fileprivate func asks(for namespace: UInt8) -> Bool {
    nodes.contains { node in
      node.ways.contains { way in
        way.units.contains { unit in unit.terms.contains { $0.text.first == namespace } }
      }
    }
  }
}
