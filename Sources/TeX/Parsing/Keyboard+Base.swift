extension Keyboard {
  /// What scripts and accents belong to.
  mutating func base() -> String? {
    guard let scalar = next, depth < Parser.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    if let known = known() { return known }
    switch scalar {
    case "\\": return command()
    case "√":
      i += 1
      return "\\sqrt{\(radicand())}"
    case "(", "[", "{":
      let open = String(Character(scalar))
      let closer = Keyboard.closers[scalar] ?? ")"
      i += 1
      let inner = expression(until: closer)
      guard next == closer else { return open + inner }
      i += 1
      return open + inner + String(Character(closer))
    case _ where scalar.isASCIILetter: return word()
    case _ where scalar.isDigit: return number()
    case ".": return scalars.dropFirst(i + 1).first?.isDigit == true ? number() : nil
    case _ where scalar.value < 0x80 || Keyboard.operators[scalar] != nil: return nil
    default:
      i += 1
      return String(Character(scalar)) + digitsBelow()
    }
  }

  /// What the formulas beside this one are written with, the longest first.
  private mutating func known() -> String? {
    for length in stride(from: min(longest, scalars.count - i), to: 1, by: -1) {
      guard let tex = vocabulary[scalars[i..<i + length].text] else { continue }
      // A name does not end inside a word: `FP` is not the start of `FPN`.
      if let after = scalars.dropFirst(i + length).first, after.isASCIILetter, length > 2 { continue }
      i += length
      return tex
    }
    return nil
  }

  private mutating func number() -> String {
    let digits = taken { $0.isDigit || $0 == "." }
    return digits.hasPrefix(".") ? "0" + digits : digits
  }

  /// A command with the text it stands before, which is no formula.
  private mutating func command() -> String {
    i += 1
    let name = taken { $0.isASCIILetter }
    guard !name.isEmpty else {
      guard let sign = next else { return "\\" }
      // `A \ B`: a lone backslash takes a set away.
      if sign == " " || sign == "(" { return "\\setminus " }
      i += 1
      return "\\" + String(Character(sign))
    }
    if name == "sqrt", scalars[i...].first(where: { $0 != " " }) == "(" { return "\\sqrt{\(radicand())}" }
    guard Keyboard.texts.contains(name), next == "{" else { return "\\\(name) " }
    let raw = taken { $0 != "}" }
    if next == "}" { i += 1 }
    return "\\\(name)\(raw)}"
  }

  /// `sqrt`, `alpha`, `softmax`, `x`, `xhat`: the longest name at the start of a word, else one letter.
  private mutating func word() -> String {
    let run = Array(scalars[i...].prefix { $0.isASCIILetter })
    if let accent = accentBefore(run) { return accent }
    for length in (1...min(run.count, 10)).reversed() {
      let spelled = run[..<length].text
      guard let tex = Keyboard.names[spelled] ?? Keyboard.functions[spelled] else { continue }
      // Short names are words of their own: `mu`, but not in `mux`.
      if length < 3, length < run.count, !Keyboard.startsAccent(run[length...].text), spelled != "ln" { continue }
      i += length
      if spelled == "sqrt" { return "\\sqrt{\(radicand())}" }
      if isLoose, Keyboard.functions[spelled] != nil, next == " " { return tex + "{\(gapped())}" }
      return accented(tex) + digitsBelow()
    }
    i += 1
    return accented(String(Character(run[0]))) + digitsBelow()
  }

  /// What a function stands before with a gap between: `ln (1-x)/x`.
  private mutating func gapped() -> String {
    skipSpaces()
    var tex = run()
    while next == "/" {
      i += 1
      tex += "/" + run()
    }
    return tex
  }

  /// `bar alpha`, `hat(x)`.
  private mutating func accentBefore(_ run: [Unicode.Scalar]) -> String? {
    guard let accent = Keyboard.accents[run.text], i + run.count < scalars.count else { return nil }
    guard [" ", "(", "{"].contains(scalars[i + run.count]) else { return nil }
    let start = i
    i += run.count
    skipSpaces()
    if next == "(" || next == "{" { return "\\\(accent){\(bracketed())}" }
    guard let base = base() else {
      i = start
      return nil
    }
    return "\\\(accent){\(base)}"
  }

  /// `alphabar`, `xhat`.
  private mutating func accented(_ tex: String) -> String {
    let rest = scalars[i...].prefix { $0.isASCIILetter }.text
    guard let accent = Keyboard.accents[rest] else { return tex }
    i += rest.utf8.count
    return "\\\(accent){\(tex)}"
  }

  /// The accent that a word behind `_` names: `x_hat`, `alpha_bar_t`.
  mutating func accentWord() -> String? {
    let word = scalars[i...].prefix { $0.isASCIILetter }.text
    guard let accent = Keyboard.accents[word] else { return nil }
    i += word.utf8.count
    return accent
  }

  /// A number right behind a letter is its index: `x0`.
  private mutating func digitsBelow() -> String {
    guard next?.isDigit == true else { return "" }
    return "_{\(taken { $0.isDigit })}"
  }

  static func startsAccent(_ word: String) -> Bool { accents.keys.contains { word.hasPrefix($0) } }
}
