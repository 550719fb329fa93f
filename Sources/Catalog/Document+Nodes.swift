package import Markdown

extension Document {
  /// All nodes of a kind in the order of the text; linear in the number of nodes, without recursion.
  package func nodes(_ kind: Kind) -> [Node] {
    var found: [Node] = []
    var node: Node? = root
    while let current = node {
      if self.kind(of: current) == kind { found.append(current) }
      node = firstChild(of: current) ?? following(current)
    }
    return found
  }
}
