extension Query {
  /// Neighbouring Chinese characters of a query.
  struct HanRun {
    var source: Range<Int>
    var characters: [[UInt8]]
    var places: [Range<Int>]
    var count: Int { characters.count }
  }

  var hanRuns: [HanRun] {
    var runs: [HanRun] = []
    for token in lexer.tokens where token.kind == .unigram {
      let character = Array(lexer[token])
      if let last = runs.last, last.source.upperBound == token.source.lowerBound {
        runs[runs.count - 1].source = last.source.lowerBound..<token.source.upperBound
        runs[runs.count - 1].characters.append(character)
        runs[runs.count - 1].places.append(token.source)
      } else {
        runs.append(HanRun(source: token.source, characters: [character], places: [token.source]))
      }
    }
    return runs
  }

  /// The units that a text asks for: its words, or its pairs of characters.
  static func units(of text: String) -> [Unit] {
    let lexer = Lexer(text)
    let hasPairs = lexer.tokens.contains { $0.kind == .bigram }
    return lexer.tokens.compactMap { token in
      switch token.kind {
      case .word:
        let word = Array(lexer[token])
        return Unit(terms: [
          Term(text: word, weight: 1), Term(text: [Namespace.stem] + Stem.of(word), weight: 0.8),
          Term(text: Stem.of(word), weight: 0.8),
        ])
      case .bigram: return Unit(terms: [Term(text: Array(lexer[token]), weight: 1)])
      case .unigram: return hasPairs ? nil : character(lexer[token])
      case .part, .joined, .identifier: return nil
      }
    }
  }
}

extension Query.Node {
  /// Whether it is a pair of characters of which one only joins words.
  var hasParticle: Bool {
    guard ways.count == 1, let unit = ways[0].units.first, unit.word.isEmpty, let pair = unit.terms.first?.text,
      pair.count == 6, pair[0] >= 0xE3
    else { return false }
    return StopWords.isParticle(pair[..<3]) || StopWords.isParticle(pair[3...])
  }
}
