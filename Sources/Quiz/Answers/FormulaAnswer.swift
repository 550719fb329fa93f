import TeX

/// The grading of typed formulas: by their structure, then by their value at random points.
package enum FormulaAnswer {
  private static let points = 8

  /// Right where both are written alike up to dress, or agree at eight points; wrong only where they provably differ.
  package static func verdict(on typed: String, key: String, macros: [(name: String, body: String)] = []) -> Verdict {
    let given = Formula(parsing: bare(typed), macros: macros)
    let wanted = Formula(parsing: bare(key), macros: macros)
    guard !given.source.isEmpty else { return .wrong }
    if alike(given, wanted) { return .right }
    guard given.mistakes.isEmpty, isArithmetic(given.source), isArithmetic(wanted.source) else { return .undecided }
    return byValue(given, wanted)
  }

  /// Whether two formulas are different at all: what a distractor must be.
  package static func differ(_ a: String, _ b: String, macros: [(name: String, body: String)] = []) -> Bool {
    verdict(on: a, key: b, macros: macros) != .right
  }

  private static func alike(_ a: Formula, _ b: Formula) -> Bool {
    let (x, y) = (plain(a.canonical), plain(b.canonical))
    return x == y && !x.isEmpty
  }

  /// One name for what the field writes in two ways.
  private static func plain(_ canonical: String) -> String {
    canonical.replacing("ϵ", with: "ε").replacing("ϕ", with: "φ").replacing("ln", with: "log")
  }

  /// Whether a value says it all: conditions and lists of arguments have an order that a product of values loses.
  private static func isArithmetic(_ tex: String) -> Bool {
    !["|", "\\mid", "\\Vert", "\\vert", ",", ";", "\\mathbb E", "\\mathbb{E}"].contains { tex.range(of: $0) != nil }
  }

  private static func byValue(_ a: Formula, _ b: Formula) -> Verdict {
    let names = Set(a.symbols + b.symbols).sorted()
    var random = SplitMix64(seed: 8)
    var decided = 0
    for _ in 0..<points {
      var values: [String: Double] = [:]
      for name in names { values[name] = 0.5 + 1.5 * random.unit() }
      guard let x = a.value(at: values), let y = b.value(at: values) else { continue }
      guard abs(x - y) <= 1e-9 * max(1, abs(x), abs(y)) else { return .wrong }
      decided += 1
    }
    return decided >= points / 2 ? .right : .undecided
  }

  private static func bare(_ text: String) -> String {
    var text = text.trimmed
    while text.count > 1, text.hasPrefix("$"), text.hasSuffix("$") { text = text.dropFirst().dropLast() }
    return String(text.trimmed)
  }
}
