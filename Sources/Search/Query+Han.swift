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

  /// What is asked about, as a name.
  var name: NameKey { NameKey(lexer, ArraySlice(lexer.tokens.filter { $0.kind != .part && isContent($0) })) }

  /// The units that a text asks for: its words, or its pairs of characters.
  static func units(of text: String, _ weights: Weights) -> [Unit] {
    let lexer = Lexer(text)
    let hasPairs = lexer.tokens.contains { $0.kind == .bigram }
    return lexer.tokens.compactMap { token in
      switch token.kind {
      case .word: return Unit(saying: Array(lexer[token]), stem: weights.stem)
      case .bigram: return Unit(terms: [Term(text: Array(lexer[token]), weight: 1)])
      case .unigram: return hasPairs ? nil : character(lexer[token])
      case .part, .joined, .identifier: return nil
      }
    }
  }
}

extension Query {
  /// Whether a token belongs to the question's frame.
  func isFrame(_ token: Token) -> Bool { frames.contains { $0.overlaps(token.source) } }

  /// Whether a token is no word of the frame and no character that joins words.
  func isContent(_ token: Token) -> Bool {
    !isFrame(token) && !(token.kind == .unigram && StopWords.isParticle(lexer[token]))
  }
}

extension Query.Node {
  /// Whether it is a character by itself that says nothing.
  var isEmptyCharacter: Bool {
    guard ways.count == 1, ways[0].units.count == 1, let term = ways[0].units[0].terms.first else { return false }
    return term.isStart && StopWords.isEmpty(term.text[...])
  }

  /// Whether it is a letter by itself.
  var isLetter: Bool {
    guard ways.count == 1, let word = ways[0].units.first?.word, let first = word.first else { return false }
    return word.count == 1 || word.count == 2 && first >= 0x80
  }

  /// Whether it is a pair of characters of which one only joins words.
  var hasParticle: Bool { pair.map { StopWords.isParticle($0[..<3]) || StopWords.isParticle($0[3...]) } ?? false }

  /// Whether it is a pair of characters that say nothing by themselves.
  var isEmptyPair: Bool { pair.map { StopWords.isEmpty($0[..<3]) && StopWords.isEmpty($0[3...]) } ?? false }

  /// The two characters of a node that is nothing but a pair.
  var pair: [UInt8]? {
    guard ways.count == 1, ways[0].units.count == 1, let unit = ways[0].units.first, unit.word.isEmpty,
      let text = unit.terms.first?.text, text.count == 6, let first = text.first, first >= 0xE3, unit.terms.count == 1
    else { return nil }
    return text
  }
}
