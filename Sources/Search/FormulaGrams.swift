import TeX
import Text

/// Each symbol, each two neighbours and each part of a formula's tree, so that a fragment is found inside a larger one.
struct FormulaGrams {
  struct Gram {
    enum Kind { case symbol, pair, part }
    var text: String
    var kind: Kind
  }

  private(set) var all: [Gram] = []
  /// How many symbols the formula has.
  let length: Int

  init(of formula: Formula) {
    let symbols = FormulaGrams.symbols(of: formula.tokens)
    length = symbols.count
    for i in symbols.indices {
      // A sign, or a script without its base, says nothing by itself.
      if !FormulaGrams.isScript(symbols[i]) && FormulaGrams.hasLetter(symbols[i]) {
        all.append(Gram(text: symbols[i], kind: .symbol))
      }
      if i + 1 < symbols.count { all.append(Gram(text: "\(symbols[i]) \(symbols[i + 1])", kind: .pair)) }
    }
    // The parts of a formula are as many symbols as it has times how deep it is, at most two hundred levels.
    if symbols.count < FormulaGrams.longest { addParts(of: formula) }
  }

  /// The parts of the tree; one of few symbols is said by its pairs already, and a long one is no fragment.
  private mutating func addParts(of formula: Formula) {
    for part in formula.parts {
      let symbols = FormulaGrams.symbols(of: part)
      guard (3...40).contains(symbols.count) else { continue }
      all.append(Gram(text: "#" + FormulaGrams.digest(symbols), kind: .part))
    }
  }

  /// Forty-eight bits of a hash as eight letters: parts are too long to be kept as they are, and two of a
  /// million notes' parts are as good as never the same.
  private static func digest(_ symbols: [String]) -> String {
    var hash = StableHash()
    for symbol in symbols {
      for byte in symbol.utf8 { hash.combine(byte) }
      hash.combine(UInt8(ascii: " "))
    }
    return String(decoding: (0..<8).map { UInt8(0x30 + (hash.value >> (6 * $0) & 63)) }, as: UTF8.self)
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

  private static func hasLetter(_ symbol: String) -> Bool {
    symbol.unicodeScalars.contains { scalar in
      // Of most symbols it is known without a look at the character database.
      scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }
  }

  /// A symbol without regard to which form of a Greek letter was chosen.
  private static func plain(_ token: String) -> String {
    guard token.unicodeScalars.contains(where: { !$0.isASCII && plain($0) != $0 }) else { return token }
    return String(String.UnicodeScalarView(token.unicodeScalars.map(plain)))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ϵ": "ε"
    case "ϑ": "θ"
    case "ϕ": "φ"
    case "ϱ": "ρ"
    case "ϖ": "π"
    case "ϰ": "κ"
    case "ς": "σ"
    default: scalar
    }
  }

  /// What of a formula is looked at.
  private static let longest = 600
}
