import TeX

extension Query {
  /// The shapes of a query that is a piece of a program: one with operators that only programs have, or with a keyword
  /// between names.
  static func codeNodes(in text: String, _ weights: Weights) -> [Node] {
    let shapes = CodeShapes(of: text.utf8)
    guard shapes.hasOperator || text.contains(" is ") && !text.contains("?") else { return [] }
    return shapes.all.map { shape in
      let term = Term(text: [Namespace.shape] + Array(shape.utf8), weight: 1)
      return Node(ways: [Way(units: [Unit(terms: [term])])], weight: weights.shape, source: 0..<0)
    }
  }

  /// What is looked for of a query's formulas.
  static func nodes(of formulas: [Substring], _ weights: Weights) -> [Node] {
    formulas.flatMap { tex in
      FormulaGrams(of: Formula(parsing: String(tex))).all.map { gram in
        let term = Term(text: [Namespace.formula] + Array(gram.text.utf8), weight: 1)
        let weight =
          switch gram.kind {
          case .symbol: weights.symbol
          case .pair: weights.symbolPair
          case .part: weights.formulaPart
          }
        return Node(ways: [Way(units: [Unit(terms: [term])])], weight: weight, source: 0..<0)
      }
    }
  }

  /// Where the formulas of a query stand: all of it, what is between dollar signs, or words that only a formula has.
  static func formulas(in text: String, isMath: Bool) -> [Substring] {
    if isMath { return [text[...]] }
    let dollars = text.split(separator: "$", omittingEmptySubsequences: false)
    if dollars.count > 2 { return stride(from: 1, to: dollars.count, by: 2).map { dollars[$0] } }
    let words = text.split(separator: " ")
    if words.filter(looksLikeFormula).count * 2 > words.count { return [text[...]] }
    return words.filter(looksLikeFormula)
  }

  /// The letters of a formula are no words.
  static func quieten(_ nodes: inout [Node], inside formulas: [Substring], _ weights: Weights) {
    for formula in formulas {
      let utf8 = formula.base.utf8
      let start = utf8.distance(from: utf8.startIndex, to: formula.startIndex)
      let range = start..<start + formula.utf8.count
      for i in nodes.indices where range.contains(nodes[i].source.lowerBound) {
        let words = nodes[i].ways.flatMap(\.units).map(\.word)
        if words.allSatisfy({ $0.count < 3 }) { nodes[i].weight = min(nodes[i].weight, weights.letter) }
      }
    }
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
    // `x=[]`, `a==b`, `n+=1`.
    if ["[]", "==", "+=", "-=", "!=", "\"", "'", "]="].contains(where: word.contains) { return false }
    if word == "=" || word == "+" || word == "|" { return true }
    // `x_t`, `q(x_t|x_0)`, but not `set_trace` or `id(a)`.
    let parts = word.split { "_=()|,;{}<>+-*/".contains($0) }
    let hasSign = word.contains { "_=|".contains($0) } || (word.contains("(") && word.contains(")"))
    let isCall = word.contains("(") && (parts.first?.count ?? 0) > 1
    return hasSign && !isCall && parts.count > 1 && parts.allSatisfy { $0.count <= 2 }
  }
}
