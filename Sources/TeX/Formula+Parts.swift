extension Formula {
  /// The symbols of each part of the tree that is more than one symbol, the whole first: of `\sqrt{1-\bar\alpha_t}` the
  /// root, what stands under it, and `ᾱₜ`; so that search finds a formula inside any larger one. A symbol is told again
  /// for each level above it.
  package var parts: [[String]] {
    var parts: [[String]] = []
    row.addParts(to: &parts)
    return parts
  }
}

extension Row {
  fileprivate func addParts(to parts: inout [[String]]) {
    if items.count != 1 {
      var tokens: [String] = []
      addTokens(to: &tokens)
      if tokens.count > 1 { parts.append(tokens) }
    }
    for item in items where !item.rows.isEmpty {
      var tokens: [String] = []
      item.addTokens(to: &tokens)
      if tokens.count > 1 { parts.append(tokens) }
      for row in item.rows { row.addParts(to: &parts) }
    }
  }
}
