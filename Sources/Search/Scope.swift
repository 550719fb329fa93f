/// Which kinds of terms an index is made of: all, or, where it is made for a single query and not stored, those that the
/// query may ask for.
package struct Scope: Sendable {
  /// Whether the terms of formulas are in it, and the shapes of programs.
  let hasFormulas: Bool
  let hasShapes: Bool

  package static let all = Scope(hasFormulas: true, hasShapes: true)

  private init(hasFormulas: Bool, hasShapes: Bool) {
    (self.hasFormulas, self.hasShapes) = (hasFormulas, hasShapes)
  }

  /// What a query asks for. Words, names and links may also be asked for because of what the index answers, as for the
  /// title of a note that the query names; formulas and shapes only where it says some itself.
  package init(of query: Query) {
    self.init(hasFormulas: query.asks(for: Namespace.formula), hasShapes: query.asks(for: Namespace.shape))
  }
}

extension Query {
  /// Whether one of its terms starts so.
  fileprivate func asks(for namespace: UInt8) -> Bool {
    nodes.contains { node in
      node.ways.contains { way in
        way.units.contains { unit in unit.terms.contains { $0.text.first == namespace } }
      }
    }
  }
}
