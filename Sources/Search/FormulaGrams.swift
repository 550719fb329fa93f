/// Each symbol and each two neighbours of a formula, so that a fragment is found inside a larger one.
struct FormulaGrams {
  struct Gram { var text: String; var weight: Float }

  private(set) var all: [Gram] = []
  /// How many symbols the formula has.
  let length: Int

  init(of tokens: [String]) {
    let symbols = FormulaGrams.symbols(of: tokens)
    length = symbols.count
    for i in symbols.indices {
      // A sign, or a script without its base, says nothing by itself.
      let isLetter =
        !FormulaGrams.isScript(symbols[i]) && symbols[i].unicodeScalars.contains { $0.properties.isAlphabetic }
      if isLetter { all.append(Gram(text: symbols[i], weight: 0.3)) }
      if i + 1 < symbols.count { all.append(Gram(text: "\(symbols[i]) \(symbols[i + 1])", weight: 1.5)) }
    }
  }

  /// The tokens with the mark of a script at what it raises or lowers: `x`, `_t` of `x_t`.
  private static func symbols(of tokens: [String]) -> [String] {
    var symbols: [String] = []
    for token in tokens.prefix(longest) {
      if let last = symbols.last, last == "_" || last == "^" {
        symbols[symbols.count - 1] += plain(token)
      } else {
        symbols.append(plain(token))
      }
    }
    return symbols
  }

  private static func isScript(_ symbol: String) -> Bool { symbol.hasPrefix("_") || symbol.hasPrefix("^") }

  /// A symbol without regard to which form of a Greek letter was chosen.
  private static func plain(_ token: String) -> String {
    guard token.unicodeScalars.contains(where: { variants[$0] != nil }) else { return token }
    return String(String.UnicodeScalarView(token.unicodeScalars.map { variants[$0] ?? $0 }))
  }

  private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
    "ϵ": "ε", "ϑ": "θ", "ϕ": "φ", "ϱ": "ρ", "ϖ": "π", "ϰ": "κ", "ς": "σ",
  ]

  /// What of a formula is looked at.
  private static let longest = 600
}
