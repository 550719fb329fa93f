/// A query with what the index makes of it: prefixes, typing mistakes, words that are written as one, the glossary.
struct Expansion {
  private(set) var nodes: [Query.Node]
  private let weights: Weights
  /// The query as it was searched, where a word of it was in no note.
  private(set) var corrected: String?
  /// Where pairs of characters stand in the query that are in no note.
  private(set) var lackedPairs: [Range<Int>] = []

  init(of query: Query, in index: Index) {
    weights = query.weights
    nodes = query.nodes
    addPrefixes(index, query)
    correct(index, query)
    join(index)
    translate(query)
    addCharacters(index)
    dropLetters(index)
  }

  /// What can be said of the query before there is an index: its own words and what the glossary has for them.
  init(of query: Query) {
    weights = query.weights
    nodes = query.nodes
    translate(query)
  }

  /// How the terms start.
  var starts: TermStarts {
    var starts = TermStarts()
    for term in nodes.flatMap(\.ways).flatMap(\.units).flatMap(\.terms) {
      starts.insert(term.isStart ? Scope.starts(ofAllStartingWith: term.text) : Scope.starts(of: term.text))
    }
    return starts
  }

  /// Lets what stands in some ranges of the query count less.
  mutating func quieten(_ ranges: [Range<Int>]) {
    for i in nodes.indices where ranges.contains(where: { $0.overlaps(nodes[i].source) }) {
      nodes[i].weight *= weights.negated
    }
  }

  /// The terms that match, with how rare each is among so many notes.
  func marks(_ ranking: Ranking, of count: Int) -> Marks {
    var marks = Marks()
    // Each word of a way is a part of its own, and the same one as the word in its place of another way.
    var part = 0
    var asked: [Int] = []
    for node in nodes {
      var most: Float = 0
      for way in node.ways {
        var whole: Float = 0
        for (k, unit) in way.units.enumerated() {
          var best: Float = 0
          // However rare a form or a longer word is, it is worth no more than what was typed.
          var bound = Float.infinity
          for (i, term) in unit.terms.enumerated() {
            guard let frequency = ranking.frequency(of: term) else { continue }
            // A word that all notes have tells none of them from the others, but it shows the reader what was asked.
            let rarity = Ranking.rarity(frequency, of: count) + (node.isMinor ? 0 : 0.5)
            let worth = min(bound, rarity * term.weight * node.weight * min(1, way.factor))
            if i == 0 { bound = worth }
            marks.add(term.text, worth: worth, node: part + k, isGuess: way.isGuess)
            best = max(best, worth)
          }
          whole += best
        }
        most = max(most, whole)
      }
      marks.whole += most
      if !node.isMinor && node.weight >= weights.common {
        let way = node.ways.first { $0.isTyped && ranking.has($0) } ?? node.ways.first
        asked += part..<part + (way?.units.count ?? 0)
      }
      part += node.ways.reduce(0) { max($0, $1.units.count) }
    }
    var isSaid = ContiguousArray(repeating: false, count: part)
    for node in marks.nodes { isSaid[node] = true }
    marks.required = asked.filter { isSaid[$0] }
    return marks
  }

  /// Where no note has a pair of characters, each of them counts a little.
  private mutating func addCharacters(_ index: Index) {
    for i in nodes.indices {
      guard let pair = nodes[i].pair, !index.has(pair) else { continue }
      lackedPairs.append(nodes[i].source)
      nodes[i].weight *= weights.loneCharacter
      nodes[i].isMinor = true
      let half = pair.count / 2
      nodes[i].ways.append(Query.Way(units: [Query.character(pair[..<half]), Query.character(pair[half...])]))
    }
  }

  /// Where no note has a compound, its letters say nothing of it: the `t` of `t-SNE`.
  private mutating func dropLetters(_ index: Index) {
    for i in nodes.indices where nodes[i].ways.contains(where: { $0.units.count > 1 }) {
      if nodes[i].ways.contains(where: { $0.isKnown(in: index) }) { continue }
      for way in nodes[i].ways.indices { nodes[i].ways[way].units.removeAll { $0.word.count == 1 } }
      nodes[i].ways.removeAll { $0.units.isEmpty }
    }
  }

  /// The last word may still be unfinished.
  private mutating func addPrefixes(_ index: Index, _ query: Query) {
    guard let i = nodes.lastIndex(where: { !($0.ways.first?.units.first?.word.isEmpty ?? true) }),
      nodes[i].source.upperBound == query.lexer.tokens.last?.source.upperBound, let unit = nodes[i].ways[0].units.last
    else { return }
    let word = unit.word
    guard word.count >= 3, !Expansion.isAbbreviation(query.searched.utf8.dropFirst(nodes[i].source.lowerBound))
    else { return }
    let terms = index.terms(startingWith: word, limit: Expansion.mostPrefixed) { $0.count > word.count }
    nodes[i].ways[0].units[nodes[i].ways[0].units.count - 1].terms += terms.map { term in
      Query.Term(text: term, weight: weights.prefix * (Float(word.count) / Float(term.count)).squareRoot())
    }
  }

  private static let mostPrefixed = 40

  /// Whether a text is no more than four capital letters: `RAG` is not the start of `ragged`.
  private static func isAbbreviation(_ text: Substring.UTF8View) -> Bool {
    text.count <= 4 && text.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  /// Words that are in no note, and rare ones that are nearly in a title, also count as what they may be meant for.
  private mutating func correct(_ index: Index, _ query: Query) {
    var corrections: [(source: Range<Int>, text: String)] = []
    var tried = 0
    for i in nodes.indices where nodes[i].weight == 1 {
      let words = correctUnits(ofNode: i, way: 0, index, &tried)
      for (unit, word) in words {
        corrections.append((unit.source.isEmpty ? nodes[i].source : unit.source, word))
      }
      let ways = nodes[i].ways
      guard words.isEmpty, ways.count > 1, ways[0].units.count == 1, ways[1].units.count > 1 else { continue }
      // `RandomForrestClassifier`: its parts have no places of their own.
      let meant = correctUnits(ofNode: i, way: 1, index, &tried)
      guard !meant.isEmpty else { continue }
      let parts = ways[1].units.map { part in
        meant.first { $0.unit == part }?.word ?? String(decoding: part.word, as: UTF8.self)
      }
      corrections.append((nodes[i].source, parts.joined(separator: " ")))
    }
    corrected = query.searched.replacing(corrections)
  }

  /// Lets the unknown words of a way also count as what they may be meant for; returns the likeliest for each.
  private mutating func correctUnits(
    ofNode i: Int, way: Int, _ index: Index, _ tried: inout Int
  ) -> [(unit: Query.Unit, word: String)] {
    var corrections: [(unit: Query.Unit, word: String)] = []
    let rare = index.count > Expansion.manyNotes ? 0 : Expansion.rare
    for j in nodes[i].ways[way].units.indices {
      let unit = nodes[i].ways[way].units[j]
      guard unit.word.count >= 4, unit.terms.allSatisfy({ index.frequency(of: $0.text) <= rare }),
        nodes[i].ways[(way + 1)...].allSatisfy({ !$0.isKnown(in: index) }), !EverydayWords.contain(unit.word),
        !StopWords.contains(unit.word[...]), !OtherTerms.contain(unit.word), tried < Expansion.mostTried
      else {
        continue
      }
      tried += 1
      let frequency = unit.terms.reduce(0) { max($0, index.frequency(of: $1.text)) }
      let neighbours = (i > 0 ? nodes[i - 1].plainWord : nil, i + 1 < nodes.count ? nodes[i + 1].plainWord : nil)
      let candidates = MeantWords.of(
        unit.word, frequency: frequency, stem: weights.stem, beside: neighbours, in: index)
      // One mistake makes the word of another: `contrastve` is not `contrast` and `ve`.
      if frequency == 0, candidates.mistakes != 1, let halves = MeantWords.halves(of: unit.word, in: index) {
        nodes[i].ways[way].units.replaceSubrange(j...j, with: halves)
        return corrections
      }
      nodes[i].ways[way].units[j].terms += candidates.units.flatMap(\.terms)
      if frequency == 0, let best = candidates.units.first, best.terms.count > 1 {
        corrections.append((unit, String(decoding: best.terms[0].text, as: UTF8.self)))
      }
    }
    return corrections
  }

  /// For so many words it is asked what they may be meant for, each with a look at many words of the index; a text with
  /// more is in another language.
  private static let mostTried = 8

  /// A word in as few notes as this may itself be a mistake of the notes.
  private static let rare = 2

  /// Among so many notes a rare word is a word, and looking at all words for each one takes too long.
  static let manyNotes = 5000

  /// Neighbouring words that the notes also write as one.
  private mutating func join(_ index: Index) {
    var i = 0
    while i + 1 < nodes.count {
      if let first = nodes[i].plainWord, let second = nodes[i + 1].plainWord, nodes[i].weight == nodes[i + 1].weight,
        index.has(first + second)
      {
        let whole = Query.Way(
          units: [Query.Unit(terms: [Query.Term(text: first + second, weight: 1)])], factor: weights.compound)
        nodes[i].ways = [Query.Way(units: nodes[i].ways[0].units + nodes[i + 1].ways[0].units), whole]
        nodes[i].source = nodes[i].source.lowerBound..<nodes[i + 1].source.upperBound
        nodes.remove(at: i + 1)
      }
      i += 1
    }
  }

  /// What the glossary has for words of the query counts a little less than the words themselves.
  private mutating func translate(_ query: Query) {
    let tokens = query.lexer.tokens.filter { $0.kind == .word || $0.kind == .unigram }
    let runs = tokens.indices.flatMap { start in
      (start + 1...min(start + Glossary.longest, tokens.count)).map { end in
        (
          key: NameKey(query.lexer, ArraySlice(tokens[start..<end])).stemmed,
          source: tokens[start].source.lowerBound..<tokens[end - 1].source.upperBound
        )
      }
    }
    for (key, source) in runs {
      for other in Glossary.translations(of: key) {
        let units = Query.units(of: other, weights)
        add(Query.Way(units: units, factor: weights.translation, isTranslation: true), for: source)
      }
      for term in EverydayWords.terms(for: key) {
        add(Query.Way(units: Query.units(of: term, weights), factor: weights.everyday, isGuess: true), for: source)
      }
    }
  }

  /// Makes the nodes inside `source` one node that can also be said in other words.
  private mutating func add(_ way: Query.Way, for source: Range<Int>) {
    let inside = nodes.indices.filter { i in
      nodes[i].weight > 0.2 && !nodes[i].source.isEmpty && source.lowerBound <= nodes[i].source.lowerBound
        && nodes[i].source.upperBound <= source.upperBound
    }
    guard let first = inside.first else { return }
    if inside.count > 1 {
      nodes[first].ways = [Query.Way(units: inside.flatMap { nodes[$0].ways[0].units })]
      nodes[first].source = source
      for i in inside.dropFirst().reversed() { nodes.remove(at: i) }
    }
    var way = way
    // A term that stands for several words is as good as they are.
    way.isGuess = way.isGuess && inside.count == 1
    nodes[first].ways.append(way)
  }
}

extension Query.Way {
  fileprivate func isKnown(in index: Index) -> Bool {
    units.allSatisfy { $0.terms.contains { index.has($0.text) } }
  }
}

extension Query.Node {
  /// The word of a node that is nothing but a word.
  fileprivate var plainWord: [UInt8]? {
    guard ways.count == 1, ways[0].units.count == 1, let unit = ways[0].units.first, !unit.word.isEmpty else {
      return nil
    }
    return unit.word
  }
}
