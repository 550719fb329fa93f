extension Formula {
  /// A formula as it was typed, with the names that the formula `key` has.
  package init(typed text: String, like key: Formula, isLoose: Bool, macros: GivenMacros = GivenMacros()) {
    var keyboard = Keyboard(text, vocabulary: key.vocabulary, isLoose: isLoose)
    self.init(parsing: keyboard.tex(), macros: macros)
  }

  /// The capitals in bold, which are matrices.
  package var boldCapitals: Set<UInt32> {
    var letters: Set<UInt32> = []
    var rows = [row]
    while let row = rows.popLast() {
      for item in row.items {
        rows += item.rows
        guard let atom = ((item as? Scripts)?.base ?? item).asAtom, atom.alphabet == .bold else { continue }
        if (0x41...0x5A).contains(atom.scalar) || (0x391...0x3A9).contains(atom.scalar) { letters.insert(atom.scalar) }
      }
    }
    return letters
  }

  /// The accents of formulas by their combining characters: `hat` of U+0302.
  package static var accents: [Unicode.Scalar: String] { Keyboard.combining }

  /// The words and the symbols with an index, by how they are typed without dress: `IoU`, `xt` for `x_t`.
  private var vocabulary: [String: String] {
    var vocabulary: [String: String] = [:]
    var rows = [row]
    while let row = rows.popLast() {
      for item in row.items {
        rows += item.rows
        switch item {
        case let text as TextRun: vocabulary[text.text] = "\\mathrm{\(text.text)}"
        case let name as OperatorName: Formula.add(name, to: &vocabulary)
        case let scripts as Scripts:
          if scripts.above?.plain == "⊤" { vocabulary["T"] = "\\top " }
          if scripts.above?.isIndexInBrackets == true { vocabulary["^("] = "^(" }
          if let name = scripts.base as? OperatorName { Formula.add(name, to: &vocabulary) }
          guard let atom = scripts.base?.asAtom, let below = scripts.below else { break }
          let index = below.plain
          guard index.utf8.count <= 4, index.allSatisfy({ $0.isLetter || $0.isNumber }) else { break }
          let (letter, tex) = (atom.scalar.text, "\(atom.scalar.text)_{\(index)}")
          vocabulary[letter + index] = tex
        default: break
        }
      }
    }
    return vocabulary
  }

  private static func add(_ name: OperatorName, to vocabulary: inout [String: String]) {
    guard Keyboard.functions[name.name] == nil, Keyboard.names[name.name] == nil else { return }
    vocabulary[name.name] = "\\operatorname{\(name.name)}"
  }
}
