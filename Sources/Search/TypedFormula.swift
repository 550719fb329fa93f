import TeX
import Text

/// A formula as it was typed into a query, as TeX and with where it stands.
struct TypedFormula {
  var tex: String
  var source: Range<Int>
  /// Whether it was typed with commands of TeX or said in words, which then are no words of the notes.
  var saysItself = false

  /// The formulas of a query: all of it, what is between dollar signs, words that only a formula has, and letters that
  /// are said with their accents.
  static func all(in text: String, isMath: Bool) -> [TypedFormula] {
    if isMath { return [TypedFormula(text[...])] }
    let enclosed = enclosed(in: text)
    if !enclosed.isEmpty { return enclosed.map(TypedFormula.init) }
    let words = words(of: text)
    let found = words.filter(looksLikeFormula)
    let isWhole = found.count * 2 > words.count || !found.isEmpty && words.allSatisfy(mayBeInFormula)
    return isWhole ? [TypedFormula(text[...])] : found.map(TypedFormula.init) + spoken(words)
  }

  private init(tex: String, source: Range<Int>) {
    self.tex = tex
    self.source = source
  }

  private init(_ typed: Substring) {
    self.init(tex: TypedFormula.tex(of: typed), source: TypedFormula.range(of: typed))
    saysItself = typed.contains("\\")
  }

  /// What stands between one or two dollar signs and the next of them; one that is not closed is none.
  private static func enclosed(in text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      parts.append(rest[..<sign])
      rest = rest[sign...].drop { $0 == "$" }
    }
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// The words of a query; what is between brackets is one with what stands before them where that makes a formula:
  /// `p(x | z)`.
  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var open: (depth: Int, words: [Substring]) = (0, [])
    for word in text.split(separator: " ") {
      open.words.append(word)
      open.depth += word.utf8.reduce(0) { depth, byte in
        "([{".utf8.contains(byte) ? depth + 1 : ")]}".utf8.contains(byte) ? depth - 1 : depth
      }
      guard open.depth <= 0, let first = open.words.first else { continue }
      let whole = text[first.startIndex..<word.endIndex]
      words += open.words.count > 1 && looksLikeFormula(whole) ? [whole] : open.words
      open = (0, [])
    }
    return words + open.words
  }

  /// Whether a word holds a TeX command, a Greek letter, a sub- or superscript sign or an equation.
  private static func looksLikeFormula(_ word: Substring) -> Bool {
    if word.utf8.allSatisfy({ $0 < 0x80 && isAlphanumeric($0) }) { return word == "argmax" || word == "argmin" }
    let scalars = word.unicodeScalars
    if scalars.allSatisfy(\.isHan) { return false }
    if scalars.contains(where: { $0 == "\\" || $0 == "^" || isGreek($0) || isFormulaSign($0) }) || isAccented(word) {
      return true
    }
    // `x=[]`, `a==b`, `n+=1`.
    if ["[]", "==", "+=", "-=", "!=", "\"", "'", "]="].contains(where: word.contains) { return false }
    if word == "=" || word == "+" || word == "|" { return true }
    if isFraction(word) { return true }
    // `x_t`, `q(x_t|x_0)`, `sqrt(d)`, but not `set_trace` or `id(a)`.
    let parts = word.split { "_=()|,;{}<>+-*/ ".contains($0) }
    let hasSign = word.contains { "_=|".contains($0) } || (word.contains("(") && word.contains(")"))
    let isCall = word.contains("(") && !(parts.first.map(isSymbol) ?? true)
    return hasSign && !isCall && parts.count > 1 && parts.allSatisfy { $0.utf8.count == 2 || isSymbol($0) }
  }

  /// Whether a part of a word is a letter, one with an accent or of a mathematical alphabet, or the name of a letter or
  /// operator.
  private static func isSymbol(_ part: Substring) -> Bool {
    if part.utf8.count == 1 || names.contains(String(part)) || isAccented(part) { return true }
    guard let scalar = part.unicodeScalars.first, part.unicodeScalars.count == 1 else { return false }
    return (0x2100...0x214F).contains(scalar.value) || (0x1D400...0x1D7FF).contains(scalar.value)
  }

  /// Whether a word is one letter with an accent of formulas: `ŷ`, `ẋ`.
  private static func isAccented(_ word: Substring) -> Bool {
    guard let character = word.first, word.count == 1, let first = character.unicodeScalars.first,
      (0x80..<0x2000).contains(first.value) || character.unicodeScalars.count > 1,
      let letter = Unicode.Scalar(Folded(first.value).first)
    else { return false }
    // Characters are the same however they are put together.
    return Formula.accents.keys.contains { "\(letter)\($0)" == character.lowercased() }
  }

  /// Greek letters, those with marks too: `ᾱ`.
  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
  }

  /// Superscripts and subscripts, signs of operations and relations, and `‖`.
  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2070...0x209F, 0x2200...0x22FF, 0xB2, 0xB3, 0xB9, 0x2016: true
    default: false
    }
  }

  /// `1/N`, `2/3`, but neither `I/O` nor `24/7/365`.
  private static func isFraction(_ word: Substring) -> Bool {
    let sides = word.split(separator: "/", omittingEmptySubsequences: false)
    let isNumber = sides.map { side in side.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return sides.count == 2 && sides.allSatisfy { (1...2).contains($0.utf8.count) } && isNumber.contains(true)
  }

  /// Whether a word beside a formula may belong to it: `-`, `1`, `dx`, `max(0,`.
  private static func mayBeInFormula(_ word: Substring) -> Bool {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return looksLikeFormula(word) }
    return word.utf8.count <= 2 || names.contains(String(word.prefix { $0.isLetter })) || looksLikeFormula(word)
  }

  /// `alpha bar`, `bar alpha`, `x hat`; `epsilon theta` is a letter with a subscript.
  private static func spoken(_ words: [Substring]) -> [TypedFormula] {
    zip(words, words.dropFirst()).compactMap { a, b in
      let (first, second) = (a.lowercased(), b.lowercased())
      let (letter, accent) = accents.contains(second) ? (first, second) : (second, first)
      let isLetter = letter.utf8.count == 1 && letter != "a" && letter != "i"
      let tex: String
      if greek.contains(first), first != second, subscripts.contains(second) {
        tex = "\\\(first)_\\\(second)"
      } else if accents.contains(accent), isLetter || greek.contains(letter) {
        tex = "\\\(accent){\(isLetter ? letter : "\\" + letter)}"
      } else {
        return nil
      }
      var formula = TypedFormula(tex: tex, source: range(of: a).lowerBound..<range(of: b).upperBound)
      formula.saysItself = true
      return formula
    }
  }

  /// `sqrt(d)` is `\sqrt{d}`, `alpha_t` is `\alpha_t`, `softmax` an operator, `D_KL` has one subscript. What holds a
  /// backslash is TeX already.
  private static func tex(of typed: Substring) -> String {
    guard !typed.contains("\\") else { return String(typed) }
    var tex = ""
    var closing: [Character] = []
    var rest = typed
    while let character = rest.first {
      let word = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(max(1, word.count))
      if word == "sqrt", rest.first == "(" {
        tex += "\\sqrt{"
        closing.append("}")
        rest = rest.dropFirst()
      } else if !word.isEmpty {
        let isScript = tex.last == "_" || tex.last == "^"
        tex += symbols(of: String(word), isScript: isScript)
      } else if character == "(" {
        tex += "("
        closing.append(")")
      } else if character == ")" {
        tex.append(closing.popLast() ?? ")")
      } else {
        tex += plain(character)
      }
    }
    return tex
  }

  /// A letter of a mathematical alphabet as the notes write it, whatever the alphabet: `𝒩` is `N`; one with accents as
  /// TeX: `x̂` is `\hat{x}`.
  private static func plain(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return accented(character) ?? String(character) }
    guard scalar.value > 0x2100, scalar.properties.isAlphabetic,
      let letter = Unicode.Scalar(Folded(scalar.value).first), letter.isASCII
    else { return String(character) }
    return scalar.properties.isUppercase ? String(letter).uppercased() : String(letter)
  }

  /// A letter with combining characters as TeX; nil where one of these is no accent of formulas.
  private static func accented(_ character: Character) -> String? {
    guard var tex = character.unicodeScalars.first.map({ String($0) }) else { return nil }
    for mark in character.unicodeScalars.dropFirst() {
      guard let accent = Formula.accents[mark] else { return nil }
      tex = "\\\(accent){\(tex)}"
    }
    return tex
  }

  private static func symbols(of word: String, isScript: Bool) -> String {
    if greek.contains(word) || functions.contains(word) { return "\\\(word) " }
    if word == "argmax" || word == "argmin" { return "\\arg\\\(word.dropFirst(3)) " }
    if isScript && word.utf8.count > 1 {
      return word.allSatisfy(\.isUppercase) ? "{\\mathrm{\(word)}}" : "{\(word)}"
    }
    return word.utf8.count > 2 && word.allSatisfy(\.isLowercase) ? "\\operatorname{\(word)}" : word
  }

  private static func range(of typed: Substring) -> Range<Int> {
    let start = typed.base.utf8.distance(from: typed.base.startIndex, to: typed.startIndex)
    return start..<start + typed.utf8.count
  }

  private static let accents: Set<String> = ["bar", "hat", "tilde", "dot"]
  /// The letters for the weights of a network, which stand below another letter.
  private static let subscripts: Set<String> = ["theta", "phi", "psi"]
  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "pi",
    "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
  ]
  private static let functions: Set<String> = [
    "log", "exp", "max", "min", "sin", "cos", "tanh", "sum", "prod", "int", "det", "nabla", "partial", "infty",
  ]
  private static let names = greek.union(functions).union(["sqrt", "softmax", "argmax", "argmin", "sigmoid"])
}
