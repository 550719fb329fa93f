/// Turns a formula as people type it in a terminal or on a keyboard into TeX: `sqrt(d)`, `√d`, `alpha_bar_t`, `ᾱₜ`,
/// `e^(-x)`, `x**0.5`, `lambda*x <= inf`. What is TeX already stays as it is.
struct Keyboard {
  let scalars: [Unicode.Scalar]
  /// What the formulas beside this one are written with, by how it is typed: `IoU`, `xt` for `x_t`.
  let vocabulary: [String: String]
  /// Whether what is typed without brackets reaches as far as it can: `√2η` is `√(2η)`, `d^1/2` is `d^(1/2)`.
  let isLoose: Bool
  /// The most characters of an entry of the vocabulary.
  let longest: Int
  var i = 0
  /// Brackets inside one another; there is a cap.
  var depth = 0

  init(_ text: String, vocabulary: [String: String], isLoose: Bool) {
    scalars = Keyboard.plain(text)
    self.vocabulary = vocabulary
    longest = vocabulary.keys.reduce(0) { max($0, $1.unicodeScalars.count) }
    self.isLoose = isLoose
  }

  /// The whole of it as TeX.
  mutating func tex() -> String { expression(until: nil) }

  var next: Unicode.Scalar? { i < scalars.count ? scalars[i] : nil }

  /// Terms and what stands between them, up to a bracket that closes.
  mutating func expression(until closer: Unicode.Scalar?) -> String {
    var tex = ""
    while let scalar = next, scalar != closer {
      if let term = term() {
        tex += term
      } else {
        i += 1
        tex += Keyboard.operators[scalar] ?? String(Character(scalar))
      }
    }
    return tex
  }

  /// A symbol, a number, brackets or a root, with accents and scripts; nil at an operator.
  mutating func term() -> String? {
    guard var base = base() else { return nil }
    let name = base
    var (below, above) = ("", "")
    while let mark = nextMark {
      if let accent = Keyboard.combining[mark] {
        i += 1
        base = "\\\(accent){\(base)}"
      } else if mark == "_" {
        skipSpaces()
        i += 1
        if let accent = accentWord() { base = "\\\(accent){\(base)}" } else { below += subscripted(name) }
      } else if mark == "^" {
        skipSpaces()
        i += 1
        above += superscript(name)
      } else {
        i += 1
        above += "\\prime "
      }
    }
    if !below.isEmpty { base += "_{\(below)}" }
    return above.isEmpty ? base : base + "^{\(above)}"
  }

  /// A script, an accent or a prime that belongs to what was just read.
  private var nextMark: Unicode.Scalar? {
    guard let here = next else { return nil }
    if here == "'" || here == "_" || here == "^" || Keyboard.combining[here] != nil { return here }
    guard here == " ", let later = scalars[i...].first(where: { $0 != " " }), later == "_" || later == "^" else {
      return nil
    }
    return later
  }

  mutating func skipSpaces() { while next == " " { i += 1 } }

  /// What stands between brackets, without them.
  mutating func bracketed() -> String {
    let closer = next.flatMap { Keyboard.closers[$0] }
    i += 1
    let inner = expression(until: closer)
    if next != nil { i += 1 }
    return inner
  }

  /// What `√` stands over: brackets, or the next term; loosely all that is written without a gap.
  mutating func radicand() -> String {
    skipSpaces()
    if next == "(" || next == "{" { return bracketed() }
    return isLoose ? run() : term() ?? ""
  }

  /// Terms without a gap or an operator between them.
  mutating func run() -> String {
    var tex = ""
    while let scalar = next, scalar != " ", let term = term() { tex += term }
    return tex
  }

  private mutating func superscript(_ base: String) -> String {
    skipSpaces()
    if next == "(" || next == "{" {
      // The brackets of an index stay.
      let isIndex = next == "(" && vocabulary["^("] != nil
      let inner = bracketed()
      if isIndex { return "(\(inner))" }
      return inner == "T" ? vocabulary["T"] ?? inner : inner
    }
    var tex = ""
    if next == "-" || next == "+" {
      tex = String(Character(scalars[i]))
      i += 1
    }
    if next == "T", let transposed = vocabulary["T"] {
      i += 1
      return transposed
    }
    if base == "e", isLoose { return tex + run() }
    let count = i
    tex += self.base() ?? ""
    if base == "e", next == "_" {
      i += 1
      tex += "_{\(subscripted(""))}"
    }
    // `d^1/2`.
    if isLoose, scalars[count..<i].allSatisfy(\.isDigit), next == "/", i + 1 < scalars.count, scalars[i + 1].isDigit {
      i += 1
      tex += "/" + (self.base() ?? "")
    }
    return tex
  }

  /// What stands behind `_`: brackets, a number, or a word.
  private mutating func subscripted(_ base: String) -> String {
    skipSpaces()
    if next == "(" || next == "{" { return bracketed() }
    if next?.isDigit == true { return taken { $0.isDigit } }
    if next == "+" || next == "-" {
      i += 1
      return String(Character(scalars[i - 1]))
    }
    let word = Array(scalars[i...].prefix { $0.isASCIILetter || $0.isDigit })
    if word.isEmpty { return self.base() ?? "" }
    for length in (1...word.count).reversed() {
      let spelled = base + word[..<length].text
      if vocabulary[spelled] != nil || Keyboard.names[word[..<length].text] != nil && length == word.count {
        i += length
        return Keyboard.names[word[..<length].text] ?? word[..<length].text
      }
    }
    i += word.count
    return word.text
  }

  mutating func taken(while belongs: (Unicode.Scalar) -> Bool) -> String {
    let start = i
    while let scalar = next, belongs(scalar) { i += 1 }
    return scalars[start..<i].text
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }
  var isDigit: Bool { value &- 0x30 < 10 }
}

extension Sequence<Unicode.Scalar> {
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
