/// Macros from outside of a formula, as the front matter of a note gives them. A parser reads those that its formula
/// calls: what a formula costs does not grow with their number.
package struct GivenMacros: Sendable {
  /// By name without its backslash.
  private let bodies: [String: String]

  /// Of two with one name the later counts; names may have their backslash.
  package init(_ list: [(name: String, body: String)] = []) {
    let named = list.map { ($0.name.hasPrefix("\\") ? String($0.name.dropFirst()) : $0.name, $0.body) }
    bodies = Dictionary(named) { $1 }
  }

  package var isEmpty: Bool { bodies.isEmpty }

  subscript(name: String) -> String? { bodies[name] }
}
