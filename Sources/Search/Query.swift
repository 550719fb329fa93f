import TeX
import Text

/// What is asked for, as terms to look up.
package struct Query: Sendable {
  /// As it was typed.
  package let text: String
  /// What of it is looked at, cleaned; places in the query are places in this.
  let searched: String
  /// Whether it holds a Chinese character; then the results are in Chinese.
  package let hasHan: Bool
  /// The symbols of the formulas that it holds.
  let formulas: [ArraySlice<UInt8>]
  var hasFormula: Bool { !formulas.isEmpty }
  /// The symbols, each and with the one behind it, of a query that is nothing but a formula; none of another.
  let wholeFormula: [Term]
  /// What stands in quotes; every result has it.
  package let phrases: [String]
  let nodes: [Node]
  /// The words of the question's frame.
  let frames: [Range<Int>]
  let lexer: Lexer
  let weights: Weights

  /// A term to look up and how much a match of it counts beside an exact one.
  struct Term: Sendable, Hashable {
    var text: [UInt8]
    var weight: Float
    /// Whether every term counts that starts so: a Chinese character is found by the pairs that it starts.
    var isStart = false
  }

  /// Terms of which the best counts: a word exactly, or by its stem.
  struct Unit: Sendable, Hashable {
    var terms: [Term]
    /// The word's folded text, for prefixes and typing mistakes; empty where these make no sense.
    var word: [UInt8] = []
    /// Where the word stands in the query; empty where it does not by itself.
    var source: Range<Int> = 0..<0

    init(terms: [Term]) { self.terms = terms }

    /// A word exactly or, counting `stem` times as much, by its stem: the forms of that, and the stem as a word.
    init(saying word: [UInt8], weight: Float = 1, stem share: Float) {
      let stem = Stem.of(word)
      terms = [Term(text: word, weight: weight), Term(text: [Namespace.stem] + stem, weight: weight * share)]
      if stem != word { terms.append(Term(text: stem, weight: weight * share)) }
    }
  }

  /// Something asked for that can be said in several ways, of which the best counts.
  struct Node: Sendable, Hashable {
    var ways: [Way]
    /// Words of the question's frame count little.
    var weight: Float = 1
    /// Whether it answers nothing by itself: a word of the frame, or characters of a word that no note has.
    var isMinor = false
    /// Where it stands in the query.
    var source: Range<Int>
  }

  struct Way: Sendable, Hashable {
    var units: [Unit]
    var factor: Float = 1
    /// Whether the words are only what everyday ones may stand for.
    var isGuess = false
    /// Whether it is what the glossary says in the other language.
    var isTranslation = false

    /// Whether it is the words that were typed, together or apart.
    var isTyped: Bool { !isGuess && !isTranslation }
  }

  /// Reads a query; with `isMath` all of it is a formula.
  package init(_ text: String, isMath: Bool = false, weights: Weights = .standard) {
    let limited = MainlandTerms.of(TypedText.cleaned(String(decoding: text.utf8.prefix(Query.longest), as: UTF8.self)))
    searched = limited
    self.text = text
    self.weights = weights
    phrases = isMath ? [] : Query.phrases(in: limited)
    lexer = isMath ? Lexer("") : Lexer(limited)
    hasHan = text.hasHan
    var nodes = Query.nodes(of: lexer, weights)
    frames = Query.weigh(&nodes, lexer, weights)
    let typed = TypedFormula.all(in: limited, isMath: isMath)
    Query.quieten(&nodes, inside: typed, weights)
    let grams = typed.map { FormulaGrams(of: Formula(parsing: $0.tex)) }
    formulas = grams.map(\.symbols)
    let dollars = limited.utf8.count { $0 == UInt8(ascii: "$") }
    let isWhole = typed.count == 1 && typed[0].source.count + dollars == limited.utf8.count
    wholeFormula = isWhole ? grams[0].all.filter { $0.kind != .part }.map { Query.term(of: $0, in: grams[0]) } : []
    nodes += Query.nodes(of: grams, weights)
    if !isMath && !typed.contains(where: \.saysItself) { nodes += Query.codeNodes(in: limited, weights) }
    self.nodes = nodes
  }

  package var isEmpty: Bool { nodes.isEmpty }

  /// Whether it is in both languages; then a note in one of them has its words apart.
  var isMixed: Bool { hasHan && lexer.tokens.contains { $0.kind == .word } }

  /// Whether it is as short as what has a name, and nothing in it is of a question or of everyday language.
  var isTerm: Bool {
    let characters = lexer.tokens.count { $0.kind == .unigram }
    let words = lexer.tokens.count { $0.kind == .word } + min(1, characters)
    return words <= 3 && characters <= 6 && phrases.isEmpty && !hasFormula
      && nodes.allSatisfy { !$0.isMinor && $0.weight >= 1 }
  }

  /// What of a query is looked at; ten thousand words are no question.
  private static let longest = 2000

  private static func phrases(in text: String) -> [String] {
    // How the quotes start in UTF-8; most queries are seen to have none.
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0xE2 || $0 == 0xEF }) else { return [] }
    let marked = text.map { "“”＂".contains($0) ? "\"" : $0 }
    let parts = String(marked).split(separator: "\"", omittingEmptySubsequences: false)
    // Every second part stands between quotes; an unclosed quote is none.
    let quoted = parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
    return quoted.indices.filter { i in
      !quoted[..<i].contains(quoted[i]) && !Lexer(quoted[i]).tokens.isEmpty
    }.map { quoted[$0] }
  }

  /// The nodes of what the lexer read: a word, a compound, a pair of characters.
  private static func nodes(of lexer: Lexer, _ weights: Weights) -> [Node] {
    var nodes: [Node] = []
    let tokens = lexer.tokens
    // `LoRA` is not said by `lo` and `ra`.
    let parted = tokens.filter { $0.kind == .part && $0.text.count >= 3 }.map(\.source)
    for (i, token) in tokens.enumerated() {
      switch token.kind {
      case .word:
        nodes.append(Node(ways: [Way(units: [unit(of: token, lexer, weights)])], source: token.source))
      case .part:
        // `RandomForestClassifier` may also be said in its parts.
        guard let last = nodes.indices.last, nodes[last].source == token.source, parted.contains(token.source) else {
          break
        }
        let part = unit(of: token, lexer, weights)
        if nodes[last].ways.count == 1 {
          nodes[last].ways.append(Way(units: [part], factor: weights.parts))
        } else {
          nodes[last].ways[1].units.append(part)
        }
      case .joined:
        let whole = Way(units: [Unit(terms: [Term(text: Array(lexer[token]), weight: 1)])], factor: weights.compound)
        absorb(&nodes, token.source, whole)
      case .identifier:
        let whole = Way(
          units: [Unit(terms: [Term(text: Array(lexer[token]), weight: 1)])], factor: weights.compound + 0.5)
        absorb(&nodes, token.source, whole)
        // `C++` is nothing that a letter says.
        if let sign = lexer[token].last, Query.isSign(sign), let last = nodes.indices.last {
          nodes[last].ways = [whole]
        }
      case .bigram:
        nodes.append(
          Node(ways: [Way(units: [Unit(terms: [Term(text: Array(lexer[token]), weight: 1)])])], source: token.source))
      case .unigram:
        let isInPair =
          i > 0 && tokens[i - 1].kind == .bigram || i + 1 < tokens.count && tokens[i + 1].kind == .bigram
        if !isInPair { nodes.append(Node(ways: [Way(units: [character(lexer[token])])], source: token.source)) }
      }
    }
    return nodes
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") }

  /// Whether a letter is all that is asked for.
  var isLetter: Bool { nodes.count == 1 && nodes[0].isLetter }

  /// A character by itself.
  static func character(_ text: ArraySlice<UInt8>) -> Unit {
    Unit(terms: [Term(text: Array(text), weight: 1, isStart: true)])
  }

  private static func unit(of token: Token, _ lexer: Lexer, _ weights: Weights) -> Unit {
    let word = Array(lexer[token])
    var unit = Unit(saying: word, stem: weights.stem)
    unit.word = word
    if token.kind == .word { unit.source = token.source }
    return unit
  }

  /// Whether what stands in a range of the query is what is not wanted.
  func isNegated(_ range: Range<Int>) -> Bool {
    let before = String(decoding: searched.utf8.prefix(range.lowerBound), as: UTF8.self).lowercased()
    let words = before.split(separator: " ").suffix(2).joined(separator: " ")
    return StopWords.negations.contains { negation in
      guard words.hasSuffix(negation) else { return false }
      return negation.utf8.first ?? 0 > 0x80 || words == negation || words.hasSuffix(" " + negation)
    }
  }

  /// Makes the nodes inside `source` one node that can also be said as a whole.
  private static func absorb(_ nodes: inout [Node], _ source: Range<Int>, _ whole: Way) {
    let first = nodes.lastIndex { $0.source.lowerBound < source.lowerBound }.map { $0 + 1 } ?? 0
    guard first < nodes.count else { return nodes.append(Node(ways: [whole], source: source)) }
    let inside = nodes[first...]
    if inside.count == 1 {
      nodes[first].ways.append(whole)
      nodes[first].source = source
    } else {
      let parts = Way(units: inside.flatMap { $0.ways[0].units })
      nodes.replaceSubrange(first..., with: [Node(ways: [parts, whole], source: source)])
    }
  }

  /// Lets the words of the question's frame count little, unless there are no others; returns where they stand.
  private static func weigh(_ nodes: inout [Node], _ lexer: Lexer, _ weights: Weights) -> [Range<Int>] {
    dropRepeats(&nodes)
    let said = nodes.filter { !$0.isEmptyCharacter }
    if !said.isEmpty { nodes = said }
    var isFramed = nodes.map { _ in false }
    let isOfLetters = nodes.allSatisfy(\.isLetter)
    for i in nodes.indices {
      let node = nodes[i]
      guard let unit = node.ways.first?.units.first, node.ways.count == 1, !unit.word.isEmpty else { continue }
      if StopWords.contains(unit.word[...]) || StopWords.isAsking(unit.word[...]) {
        isFramed[i] = true
      } else if CommonWords.contains(unit.word[...]) {
        nodes[i].weight = weights.common
      }
      // A letter stands in every formula and program; but where nothing else is asked for, it is what is.
      if node.isLetter && !isOfLetters {
        nodes[i].weight = weights.letter
        nodes[i].isMinor = true
      }
    }
    for i in nodes.indices where nodes[i].hasParticle { nodes[i].weight *= weights.particle }
    let frames = chineseFrames(lexer)
    let words = nodes.indices.filter { isFramed[$0] }.map { nodes[$0].source }
    for (i, node) in nodes.enumerated() {
      // A pair of characters of which one belongs to the frame is no word, nor is one of empty characters.
      if node.isEmptyPair || frames.contains(where: { $0.overlaps(node.source) }) { isFramed[i] = true }
    }
    guard isFramed.contains(false) else { return [] }
    for i in nodes.indices where isFramed[i] {
      nodes[i].weight *= weights.frame
      nodes[i].isMinor = true
    }
    return frames + words
  }

  /// A word said again, also in another form, counts once.
  private static func dropRepeats(_ nodes: inout [Node]) {
    var seen = TermTable()
    nodes.removeAll { node in
      guard node.ways.count == 1, node.ways[0].units.count == 1, let last = node.ways[0].units[0].terms.last else {
        return false
      }
      let word = ContiguousArray(last.text.first == Namespace.stem ? last.text.dropFirst() : last.text[...])
      let count = seen.count
      return seen.number(of: word, in: word.indices) < count
    }
  }

  private static func chineseFrames(_ lexer: Lexer) -> [Range<Int>] {
    let characters = lexer.tokens.filter { $0.kind == .unigram }
    let text = ContiguousArray(characters.map { lexer[$0] }.joined())
    var frames: [Range<Int>] = []
    var (i, place) = (0, 0)
    while i < characters.count {
      let rest = text[place...]
      let word = StopWords.chinese.first { rest.starts(with: $0.utf8) }
      let next = i + (word?.unicodeScalars.count ?? 1)
      if word != nil { frames.append(characters[i].source.lowerBound..<characters[next - 1].source.upperBound) }
      for character in characters[i..<next] { place += character.text.count }
      i = next
    }
    return frames
  }
}
