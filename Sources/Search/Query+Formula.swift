import TeX

extension Query {
  /// The formulas of a query: all of it, what stands between dollar signs, or words that only a formula has.
  static func formulaNodes(in text: String, isMath: Bool) -> [Node] {
    formulas(in: text, isMath: isMath).flatMap { tex in
      FormulaGrams(of: Formula(parsing: tex).tokens).all.map { gram in
        let term = Term(text: [Namespace.formula] + Array(gram.text.utf8), weight: 1)
        return Node(ways: [Way(units: [Unit(terms: [term])])], weight: gram.weight, source: 0..<0)
      }
    }
  }

  private static func formulas(in text: String, isMath: Bool) -> [String] {
    if isMath { return [text] }
    let dollars = text.split(separator: "$", omittingEmptySubsequences: false)
    if dollars.count > 2 { return stride(from: 1, to: dollars.count, by: 2).map { String(dollars[$0]) } }
    let words = text.split(separator: " ")
    if words.filter(looksLikeFormula).count * 2 > words.count { return [text] }
    return words.filter(looksLikeFormula).map(String.init)
  }

  /// Whether a word holds a TeX command, a Greek letter, a sub- or superscript sign or an equation.
  private static func looksLikeFormula(_ word: Substring) -> Bool {
    let scalars = word.unicodeScalars
    if scalars.contains(where: { $0 == "\\" || $0 == "^" || (0x370...0x3FF).contains($0.value) || $0 == "ᾱ" }) {
      return true
    }
    if scalars.contains(where: { (0x2070...0x209F).contains($0.value) || (0x2200...0x22FF).contains($0.value) }) {
      return true
    }
    if word == "=" || word == "+" || word == "|" { return true }
    // `x_t`, `q(x_t|x_0)`, but not `set_trace` or `id(a)`.
    let parts = word.split { "_=()|,+-*/".contains($0) }
    let hasSign = word.contains { "_=|".contains($0) } || (word.contains("(") && word.contains(")"))
    let isCall = word.contains("(") && (parts.first?.count ?? 0) > 1
    return hasSign && !isCall && parts.count > 1 && parts.allSatisfy { $0.count <= 2 }
  }
}
