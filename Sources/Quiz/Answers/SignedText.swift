import Text

/// A text in which signs count as letters do: `[1, 2]` is neither `12` nor `(1, 2)`, and `x ≤ y` is not `x ≥ y`.
struct SignedText {
  /// Folded, one character for each sign, as it is written.
  private let characters: [Character]

  init(_ text: String) {
    var text = Quantity.unraised(TypedAnswer.plain(text))
    for (typed, sign) in [("->", " "), ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("()", "")] where text.contains(typed) {
      text = text.replacing(typed, with: sign)
    }
    let isTeX = text.contains("^{") || text.contains("_{")
    var characters: [Character] = []
    for character in text where !isTeX || !"{}".contains(character) {
      switch character {
      case "−": characters.append("-")
      case "×", "*", "∗", "⋅", "·": characters.append("x")
      case "←", "→", "↔", "⇐", "⇒", "⇔", "'", "\"", "‘", "’", "“", "”", "?", "？", "_", "\\": characters.append(" ")
      // Folded, `≠` would be `=`.
      case _ where character.isMathSymbol && !character.isASCII: characters.append(character)
      default: characters += String(character).folded
      }
    }
    // The article of `a 3×3 kernel` and `the [CLS]`, but not the letter of `a + b`.
    let article = String(characters.prefix { $0.isLetter })
    let next = characters.dropFirst(article.count + 1).first
    if characters.dropFirst(article.count).first == " ",
      article == "the" || (["a", "an"].contains(article) && next.map { $0.isLetter || $0.isNumber } == true)
    {
      characters.removeFirst(article.count + 1)
    }
    self.characters = characters
  }

  /// Whether it is more than words, whose hyphens, brackets and slashes are punctuation.
  var isMoreThanWords: Bool {
    if characters.contains(where: \.isNumber) || characters.count(where: \.isLetter) == 1 || hasMinus { return true }
    return characters.indices.contains { i in
      let sign = characters[i]
      if sign.isLetter || sign.isWhitespace || "-.,;、。".contains(sign) { return false }
      return sign.isMathSymbol || [neighbour(of: i, -1), neighbour(of: i, 1)].contains { $0.map(isInWord) == false }
    }
  }

  /// Whether a hyphen beside a letter is a minus: that of `1 - p` and `n-1`, but neither of `GPT-3` nor of
  /// `top-5 error`.
  var hasMinus: Bool {
    let hasWords = characters.indices.contains(where: isInWord)
    return characters.indices.contains { i in
      guard characters[i] == "-", let before = neighbour(of: i, -1), let after = neighbour(of: i, 1),
        !isInWord(before), !isInWord(after)
      else { return false }
      let letters = [before, after].count { characters[$0].isLetter }
      return (before < i - 1 && after > i + 1) || (letters == 1 && !hasWords)
    }
  }

  /// What is compared, with the hyphens beside letters only where they are a minus.
  func compared(minus: Bool) -> String {
    var result: [Character] = []
    var depth = 0
    var isApart = false
    for (i, character) in characters.enumerated() {
      if "([{".contains(character) { depth += 1 } else if ")]}".contains(character) { depth -= 1 }
      guard isKept(i, inBrackets: depth > 0, minus: minus) else {
        isApart = true
        continue
      }
      // Whatever parts two numbers is a comma: `1 2` and `1, 2` are not `12`.
      if isApart, character.isNumber, result.last?.isNumber == true { result.append(",") }
      isApart = false
      if let name = TypedAnswer.greek[character] { result += name } else { result.append(character) }
    }
    while result.count > 1, let last = result.last, "的了".contains(last) { result.removeLast() }
    return String(result)
  }

  private func isKept(_ i: Int, inBrackets: Bool, minus: Bool) -> Bool {
    switch characters[i] {
    case ",", "、": return inBrackets
    case ".":
      return i > 0 && i + 1 < characters.count && characters[i - 1].isNumber && characters[i + 1].isNumber
    case "-":
      guard !minus, let before = neighbour(of: i, -1), let after = neighbour(of: i, 1) else { return true }
      return !characters[before].isLetter && !(characters[before].isNumber && characters[after].isLetter)
    case ";", "。": return false
    case let character: return !character.isWhitespace
    }
  }

  /// The next place before or behind that is no space.
  private func neighbour(of i: Int, _ step: Int) -> Int? {
    var next = i + step
    while characters.indices.contains(next), characters[next].isWhitespace { next += step }
    return characters.indices.contains(next) ? next : nil
  }

  /// Whether a letter stands beside another one there, or a Han character.
  private func isInWord(_ i: Int) -> Bool {
    guard characters[i].isLetter else { return false }
    return characters[i].unicodeScalars.contains { $0.isHan }
      || [i - 1, i + 1].contains { characters.indices.contains($0) && characters[$0].isLetter }
  }
}
