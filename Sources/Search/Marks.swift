/// The terms of a query that are looked for again in the text of a note, with how much each is worth.
struct Marks: Sendable {
  private var table = TermTable()
  private(set) var worths: ContiguousArray<Float> = []
  /// Which pairs of first bytes a word or pair of characters may start with, so that nearly all are passed over at once.
  private var starts: ContiguousArray<Bool> = .init(repeating: false, count: 4096)
  private(set) var hasFormulas = false

  var isEmpty: Bool { worths.isEmpty }

  mutating func add(_ term: [UInt8], worth: Float) {
    let number = table.number(of: ContiguousArray(term), in: 0..<term.count)
    if number == worths.count { worths.append(worth) } else { worths[number] = max(worths[number], worth) }
    if term.first == Namespace.formula { hasFormulas = true }
    let text = term.first == Namespace.stem ? term.dropFirst() : term[...]
    // A stem may have lost its second letter, as `die` of `dying` has; words that short are not worth the rule.
    starts[Marks.start(text)] = true
  }

  /// The number of the mark that a token is; nil for another token.
  func mark(_ token: Token, _ lexer: Lexer) -> Int? {
    let range = token.text
    guard starts[Marks.start(ArraySlice(lexer.text[range]))] else { return nil }
    if let exact = table.find(lexer.text, in: range) { return exact }
    guard token.kind == .word else { return nil }
    let stem = ContiguousArray(Stem.of(Array(lexer[token])))
    return table.find(stem, in: 0..<stem.count, prefix: Namespace.stem)
  }

  func mark(formula gram: String) -> Int? {
    let bytes = ContiguousArray(gram.utf8)
    return table.find(bytes, in: 0..<bytes.count, prefix: Namespace.formula)
  }

  private static func start(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    // Of a Chinese character the last two of its three bytes tell most.
    let i = text.startIndex
    let (a, b) = first < 0x80 || text.count < 3 ? (first, text.count > 1 ? text[i + 1] : 0) : (text[i + 1], text[i + 2])
    return (Int(a) & 63) << 6 | Int(b) & 63
  }
}

/// The worth of the different marks that a passage holds.
struct MarkCount {
  private var seen: ContiguousArray<Bool>
  private(set) var worth: Float = 0

  init(_ marks: Marks) { seen = .init(repeating: false, count: marks.worths.count) }

  /// A mark met again counts a tenth.
  mutating func add(_ mark: Int, _ marks: Marks) {
    worth += seen[mark] ? marks.worths[mark] * 0.1 : marks.worths[mark]
    seen[mark] = true
  }
}
