import TeX

extension Query {
  /// The shapes of a query that is a piece of a program: one with operators that only programs have, or with a keyword
  /// between names.
  static func codeNodes(in text: String, _ weights: Weights) -> [Node] {
    let shapes = CodeShapes(of: ContiguousArray(text.utf8))
    guard shapes.hasOperator || isComparison(text) else { return [] }
    var seen: Set<ArraySlice<UInt8>> = []
    return shapes.all.map { shapes[$0] }.filter { seen.insert($0).inserted }.map { shape in
      let term = Term(text: [Namespace.shape] + shape, weight: 1)
      return Node(ways: [Way(units: [Unit(terms: [term])])], weight: weights.shape, source: 0..<0)
    }
  }

  /// Whether a text is nothing but `is` between names as short as programs of notes have, or constants:
  /// `x is not None`, not `what is dropout`.
  private static func isComparison(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return words.dropFirst().dropLast().contains("is")
      && words.allSatisfy { $0.utf8.count <= 2 || ["none", "true", "false", "not"].contains($0) }
  }

  /// What is looked for of a query's formulas.
  static func nodes(of formulas: [FormulaGrams], _ weights: Weights) -> [Node] {
    formulas.flatMap { grams in
      grams.all.map { gram in
        let weight =
          switch gram.kind {
          // A symbol that is all that is asked for is worth as much as two.
          case .symbol: grams.all.count > 1 ? weights.symbol : weights.symbolPair
          case .pair: weights.symbolPair
          case .part: weights.formulaPart
          }
        return Node(ways: [Way(units: [Unit(terms: [term(of: gram, in: grams)])])], weight: weight, source: 0..<0)
      }
    }
  }

  static func term(of gram: FormulaGrams.Gram, in grams: FormulaGrams) -> Term {
    Term(text: [Namespace.formula] + grams[gram], weight: 1)
  }

  /// The letters of a formula and the commands of TeX are no words.
  static func quieten(_ nodes: inout [Node], inside formulas: [TypedFormula], _ weights: Weights) {
    for formula in formulas {
      for i in nodes.indices where formula.source.contains(nodes[i].source.lowerBound) {
        let words = nodes[i].ways.flatMap(\.units).map(\.word)
        let isQuiet = formula.saysItself || words.allSatisfy { $0.count < 3 }
        if isQuiet { nodes[i].weight = min(nodes[i].weight, weights.letter) }
      }
    }
  }
}
