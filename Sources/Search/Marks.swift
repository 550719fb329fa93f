import TeX

/// The terms of a query that are looked for again in the text of a note, with how much each is worth.
struct Marks: Sendable {
  private var table = TermTable()
  private(set) var worths: ContiguousArray<Float> = []
  /// The part of the query that each term says.
  private(set) var nodes: ContiguousArray<Int> = []
  /// Whether it is only what an everyday word may stand for.
  private(set) var guesses: ContiguousArray<Bool> = []
  /// The terms themselves.
  private(set) var terms: [[UInt8]] = []
  private(set) var nodeCount = 0
  /// What the query is worth where a text says all of it in the best way.
  var whole: Float = 0
  /// Those parts that a text must say to say the query: no frame of a question, nothing that is in no note.
  var required: [Int] = []
  /// What a word or pair of characters may start with, so that nearly all are passed over at once.
  private var starts = TermStarts()
  /// How the marks start that are of letters and digits, by the last three letters read: also where the start is
  /// shorter than they.
  private(set) var hits = ContiguousArray(repeating: false, count: TermStarts.count)
  private(set) var hasFormulas = false
  /// What was asked for in quotes.
  var phrases: [Phrase] = []
  /// As `Query.formulas`.
  var formulas: [ArraySlice<UInt8>] = []
  /// Whether a name in code or a piece of a program is asked for.
  private(set) var hasCode = false

  /// What a part of the query is worth.
  func worth(ofNode node: Int) -> Float {
    zip(worths, nodes).reduce(0) { $1.1 == node ? max($0, $1.0) : $0 }
  }

  /// The least share of the query that a sentence must say to be shown in the place of the note's first one: who types
  /// a name wants to know what it is.
  var leastShare: Float { nodeCount < 5 ? 0.35 : 0.12 }

  /// Adds a term of the query's node of that number.
  mutating func add(_ term: [UInt8], worth: Float, node: Int, isGuess: Bool = false) {
    let number = table.number(of: ContiguousArray(term), in: 0..<term.count)
    if number == worths.count {
      worths.append(worth)
      nodes.append(node)
      terms.append(term)
      guesses.append(isGuess)
    } else if worth > worths[number] {
      worths[number] = worth
      nodes[number] = node
      guesses[number] = isGuess
    }
    nodeCount = max(nodeCount, node + 1)
    if term.first == Namespace.formula { hasFormulas = true }
    if term.first == Namespace.identifier || term.first == Namespace.shape { hasCode = true }
    let isStem = term.first == Namespace.stem
    let own = isStem ? TermStarts.ofWords(withStem: Array(term.dropFirst())) : TermStarts.of(term)
    starts.insert(own)
    if term.first ?? 0 < 0x80 { for start in own.joined() { addHits(start) } }
  }

  private mutating func addHits(_ start: Int) {
    hits[start] = true
    // Two letters, or one.
    if start & 31 == 0 { for before in 0..<32 { hits[before << 10 | start >> 5] = true } }
    if start & 1023 == 0 { for before in 0..<1024 { hits[before << 5 | start >> 10] = true } }
  }

  /// Whether a mark has that start.
  func mayStart(_ start: Int) -> Bool { starts.contains(start) }

  /// The number of the mark that a token is; nil for another token.
  func mark(_ token: Token, _ lexer: Lexer) -> Int? {
    let range = token.text
    guard starts.contains(TermStarts.of(lexer.text.span, range)) else { return nil }
    if let exact = table.find(lexer.text, in: range) { return exact }
    guard token.kind == .word else { return nil }
    let stem = ContiguousArray(Stem.of(Array(lexer[token])))
    return table.find(stem, in: 0..<stem.count, prefix: Namespace.stem)
  }

  /// The marks that a formula has, and how a whole formula of the query stands in it.
  func marks(of formula: Formula) -> (found: [Int], place: FormulaGrams.Place) {
    let grams = FormulaGrams(of: formula)
    let found = grams.all.compactMap { table.find(grams.text, in: $0.range, prefix: Namespace.formula) }
    return (found, found.isEmpty ? .nowhere : formulas.map(grams.place).max() ?? .nowhere)
  }
}

/// The worth of the different parts of a query that a passage holds.
struct MarkCount {
  /// The best mark of each node so far.
  private var best: ContiguousArray<Float>
  /// How a whole formula of the query stands in the passage so far.
  private var place = FormulaGrams.Place.nowhere
  private(set) var worth: Float = 0

  init(_ marks: Marks) { best = .init(repeating: 0, count: marks.nodeCount) }

  /// Adds what a formula holds; one that has all of the asked one is worth half as much again as the whole query, and
  /// one that says what that is equal to as much again.
  mutating func add(_ formula: (found: [Int], place: FormulaGrams.Place), _ marks: Marks) {
    for mark in formula.found { add(mark, marks) }
    guard formula.place > place else { return }
    worth += marks.whole / 2 * Float(formula.place.rawValue - place.rawValue)
    place = formula.place
  }

  /// Adds some phrases of the query, each worth as much as all its words.
  mutating func add(phrases: Int, _ marks: Marks) { worth += marks.whole * Float(phrases) }

  /// What says again what was said counts a tenth.
  mutating func add(_ mark: Int, _ marks: Marks) {
    let (node, own) = (marks.nodes[mark], marks.worths[mark])
    worth += max(own - best[node], own * 0.1)
    best[node] = max(best[node], own)
  }
}
