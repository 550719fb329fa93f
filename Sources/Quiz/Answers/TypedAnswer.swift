import Text

/// What a typed answer is worth.
package enum Verdict: Sendable, Hashable {
  case right
  /// Right but for its spelling.
  case misspelt
  case wrong
  /// Neither provably right nor wrong: the reader judges.
  case undecided

  package var isRight: Bool? {
    switch self {
    case .right, .misspelt: true
    case .wrong: false
    case .undecided: nil
    }
  }
}

/// The grading of typed words: forgiving in case, spacing and synonyms, slightly in spelling, never towards another
/// term.
package struct TypedAnswer: Sendable {
  private let names: @Sendable () -> [String]

  /// `terms` are all titles and aliases, which are asked for only where they decide: there are thousands.
  package init(terms: @autoclosure @escaping @Sendable () -> [String] = []) { names = terms }

  /// Whether a normalised answer is a title or alias: what no misspelling may be.
  package func isTerm(_ words: String) -> Bool { names().contains { TypedAnswer.normalised($0) == words } }

  /// Grades words against the answers that are right.
  package func verdict(on typed: String, accepting accepted: [String]) -> Verdict {
    if accepted.contains(where: { CodeText($0)?.isWritten(as: typed) == true }) { return .right }
    let accepted = accepted.filter { CodeText($0) == nil }
    let given = TypedAnswer.normalised(typed.replacing("->", with: "→"))
    guard !given.isEmpty else { return .wrong }
    let quantities = accepted.compactMap { Quantity($0) }
    if let quantity = Quantity(typed), !quantities.isEmpty {
      // Before the words: 1.2 and 12 are the same letters.
      return quantities.contains { quantity.answers($0, tolerance: nil) } ? .right : .wrong
    }
    let pairs = accepted.map { TypedAnswer.compared(typed, given, with: $0) }
    if pairs.contains(where: { $0.given == $0.key }) { return .right }
    if pairs.contains(where: { TypedAnswer.singular($0.given) == TypedAnswer.singular($0.key) }) { return .right }
    let isMisspelt = zip(pairs, accepted).contains { pair, key in
      // Of code and formulas a letter is a name: `print(b)` is not `print(c)`.
      let signs = TypedAnswer.signs(pair.key)
      return !TypedAnswer.isSymbol(key) && signs == TypedAnswer.signs(pair.given) && signs.allSatisfy(\.isNumber)
        && TypedAnswer.isMisspelt(typed, key)
    }
    guard isMisspelt else {
      return accepted.contains { TypedAnswer.isBare(typed, $0) } ? .undecided : .wrong
    }
    return isTerm(given) || isTerm(TypedAnswer.singular(given)) ? .wrong : .misspelt
  }

  /// Both by their letters alone, or with their signs where the key has any that count.
  private static func compared(_ typed: String, _ words: String, with key: String) -> (given: String, key: String) {
    let signed = SignedText(key)
    guard signed.isMoreThanWords else { return (words, normalised(key.replacing("->", with: "→"))) }
    let minus = signed.hasMinus
    return (SignedText(typed).compared(minus: minus), signed.compared(minus: minus))
  }

  /// Whether nothing but the brackets around a list is missing: `1, 2` for `[1, 2]`.
  private static func isBare(_ typed: String, _ key: String) -> Bool {
    let key = plain(key)
    guard let open = key.first, let close = ["(": ")", "[": "]", "{": "}"][open], key.hasSuffix(close),
      !typed.contains(where: "()[]{}".contains)
    else { return false }
    let pair = compared("\(open)\(typed)\(close)", "", with: key)
    return pair.given == pair.key
  }

  /// Whether two answers are the same but for slips of spelling: word by word, as a word more or less, a `no` above
  /// all, may say the opposite; two letters in all.
  private static func isMisspelt(_ typed: String, _ key: String) -> Bool {
    // In Han text one character is a word: 自回归 and 自编码 are not slips of each other.
    guard !typed.hasHan, !key.hasHan else { return false }
    // A hyphen may be left out, or stand for a space.
    return [true, false].contains { joins in
      let (given, wanted) = (spelledWords(typed, joiningHyphens: joins), spelledWords(key, joiningHyphens: joins))
      guard given.count == wanted.count else { return false }
      var all = 0
      for (a, b) in zip(given, wanted) where a != b && singular(a) != singular(b) {
        guard let some = slips(from: a, to: b) else { return false }
        all += some
      }
      return all <= 2
    }
  }

  /// How many letters of a word are slips, of five letters or more one at most, of nine or more two, and never the
  /// first: patch and batch, yield and field, cosine and sine are words of their own. Nil where it is another word.
  private static func slips(from given: String, to word: String) -> Int? {
    let length = min(given.unicodeScalars.count, word.unicodeScalars.count)
    let allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0
    // To compare two words takes the product of their lengths; nothing that long is a word.
    guard allowed > 0, length <= 100, abs(given.unicodeScalars.count - word.unicodeScalars.count) <= allowed,
      given.first == word.first
    else { return nil }
    let distance = editDistance(given, word)
    return distance <= allowed && !areOpposites(given, word) ? distance : nil
  }

  /// Whether two words differ in a part that makes the opposite of one: `minimization` for `maximization`.
  private static func areOpposites(_ a: String, _ b: String) -> Bool {
    let pairs = [
      ("max", "min"), ("macro", "micro"), ("intra", "inter"), ("endo", "exo"), ("encod", "decod"), ("hyper", "hypo"),
      ("homo", "hetero"), ("over", "under"), ("asc", "desc"), ("pre", "post"),
    ]
    return pairs.contains { one, other in
      a.contains(one) && b.contains(other) && a.replacing(one, with: other) == b
        || a.contains(other) && b.contains(one) && a.replacing(other, with: one) == b
    }
  }

  /// The words in order as `normalised` has them, without the articles.
  private static func spelledWords(_ text: String, joiningHyphens: Bool) -> [String] {
    let folded = named(plain(text)).folded
    let words = folded.split { $0.isWhitespace || !joiningHyphens && $0 == "-" }
    let bare = words.map { $0.filter { $0.isLetter || $0.isNumber } }
    let articles = articles(among: bare)
    return bare.filter { $0 != "" && !articles.contains($0) }
  }

  /// The words that say nothing here: in `D B C A` the last is a letter as the others are.
  private static func articles(among words: some Sequence<some StringProtocol>) -> [String] {
    words.count { $0 != "a" && $0.utf8.count == 1 } > 1 ? ["an", "the"] : ["a", "an", "the"]
  }

  /// Whether a text is one of these to the letter, but for case, spaces and the stop at its end; words alone also but
  /// for what `normalised` leaves out, unless they are a formula, whose signs all count.
  static func isWritten(_ typed: String, as answers: [String], isFormula: Bool = false) -> Bool {
    func letters(_ text: String) -> String {
      var letters = plain(text).lowercased().filter { !$0.isWhitespace }
      while letters.last.map({ ".。".contains($0) }) == true { letters.removeLast() }
      return letters
    }
    let (given, words) = (letters(typed), normalised(typed))
    return answers.contains { answer in
      if let code = CodeText(answer) { return code.isWritten(as: typed) }
      return letters(answer) == given && !given.isEmpty
        || !isFormula && answer.allSatisfy { $0.isLetter || " -.。".contains($0) } && normalised(answer) == words
          && !words.isEmpty
    }
  }

  /// Whether a third of the words of an answer, in Han text of the pairs of characters, are in the right one; little
  /// words, which any answer has, do not count.
  package static func resembles(_ typed: String, _ answer: String) -> Bool {
    let given = words(of: typed).subtracting(littleWords)
    let wanted = words(of: answer)
    return !given.isEmpty && given.intersection(wanted).count * 3 >= given.count
  }

  private static let littleWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "each", "every", "for", "from", "has",
    "have",
    "how", "if", "in", "into", "is", "it", "its", "may", "more", "most", "no", "not", "of", "on", "one", "only", "or",
    "so",
    "than", "that", "the", "their", "then", "there", "they", "to", "was", "when", "which", "with",
  ]

  /// The words of a text in the singular; of Han text the pairs of characters.
  static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    for word in named(plain(text)).folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let characters = Array(word)
      if !word.hasHan || characters.count == 1 {
        words.insert(singular(String(word)))
      } else {
        for i in 1..<characters.count { words.insert(String(characters[i - 1...i])) }
      }
    }
    return words
  }

  /// The words alone: folded, Greek by name, without punctuation, spaces, articles and 的.
  package static func normalised(_ text: String) -> String {
    let folded = named(plain(text)).folded
    var words = folded.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })[...]
    let articles = articles(among: words)
    while words.count > 1, let first = words.first, articles.contains(String(first)) { words.removeFirst() }
    var result = words.joined().filter { $0.isLetter || $0.isNumber || "+<>=∇∂√∞".contains($0) }
    if text.trimmed.first == "-" || text.trimmed.first == "−" { result = "-" + result }
    // One character stays; to count those of a text is to go through it.
    while !result.dropFirst().isEmpty, let last = result.last, "的了".contains(last) { result.removeLast() }
    return result
  }

  /// Markdown without its marks: those of emphasis and code, and the dollars of formulas.
  package static func plain(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    var result = ""
    for (i, piece) in pieces.enumerated() {
      let isCode = i % 2 == 1 && i + 1 < pieces.count
      result += isCode ? String(piece) : unhighlighted(unemphasised(piece)[...]).filter { $0 != "$" }
    }
    return String(result.trimmed)
  }

  /// Without asterisks but those of products and powers of numbers: `8*8`, `2**3`.
  private static func unemphasised(_ text: Substring) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "*") }) else { return String(text) }
    var result = ""
    var before: Substring?
    var stars = 0
    // Whether two asterisks before this are the beginning of strong emphasis, which the next two end.
    var isStrong = false
    for piece in text.split(separator: "*", omittingEmptySubsequences: false) {
      defer { stars += 1 }
      if piece.isEmpty { continue }
      let isKept = stars == 1 || (stars == 2 && !isStrong)
      if let before, isKept, isProduct(before, piece) {
        result += String(repeating: "*", count: stars)
      } else if stars == 2 {
        isStrong.toggle()
      }
      result += piece
      (before, stars) = (piece, 0)
    }
    return result
  }

  /// Without the `==` on both sides of a text; others compare.
  private static func unhighlighted(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let open = rest.range(of: "=="), let close = rest[open.upperBound...].range(of: "==") {
      let inner = rest[open.upperBound..<close.lowerBound]
      let isMarked = inner.first?.isWhitespace == false && inner.last?.isWhitespace == false
      result += isMarked ? rest[..<open.lowerBound] + inner : rest[..<close.lowerBound]
      rest = isMarked ? rest[close.upperBound...] : rest[close.lowerBound...]
    }
    return result + rest
  }

  /// Whether an asterisk between these multiplies, as in `8*8` and `2 * (3+4)`: what has a space on one side alone, or
  /// stands beside another, is emphasis.
  private static func isProduct(_ left: Substring, _ right: Substring) -> Bool {
    guard let before = left.last, let after = right.first, before.isWhitespace == after.isWhitespace,
      let factor = left.last(where: { !$0.isWhitespace }), let next = right.first(where: { !$0.isWhitespace })
    else { return false }
    return (factor.isNumber || factor == ")") && (next.isNumber || "(.".contains(next))
  }

  /// Greek letters and commands by the same name: `α`, `\alpha` and `alpha`.
  private static func named(_ text: String) -> String {
    var result = ""
    for character in text {
      if let name = greek[character] { result += name } else if character != "\\" { result.append(character) }
    }
    return result
  }

  static let greek: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "gamma", "Δ": "delta", "Θ": "theta", "Λ": "lambda", "Σ": "sigma", "Φ": "phi", "Ψ": "psi", "Ω": "omega",
  ]

  /// Without the plural's ending: `queries`, `batches` and `keys` are `query`, `batch` and `key`.
  private static func singular(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is")
    else {
      return word
    }
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ches", "shes", "xes", "sses"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }

  /// Symbols have no spelling: one letter more is another symbol.
  private static func isSymbol(_ text: String) -> Bool {
    text.contains { "\\_^$".contains($0) || greek[$0] != nil }
  }

  private static func signs(_ text: String) -> String { text.filter { !$0.isLetter } }
}
