/// `\mathbf{x}`, `\mathcal{N}`, `\mathrm{softmax}`: letters of another alphabet (TeXbook, chapter 17, on
/// families of fonts).
enum Letters {
  static func parse(_ parser: inout Parser, _ command: Command) -> [any Construct] {
    let alphabet = Alphabet(named: command.value)
    let row = parser.argument(in: alphabet)
    if row.items.count == 1 { return row.items }
    if alphabet == .roman || alphabet == .sans || alphabet == .mono || alphabet == .italic,
      let word = word(in: row, alphabet)
    {
      return [TextRun(word, alphabet == .italic ? .roman : alphabet)]
    }
    return [Group(row)]
  }

  /// The row as one word, where it is letters, digits and hyphens alone.
  private static func word(in row: Row, _ alphabet: Alphabet) -> String? {
    var word = ""
    for item in row.items {
      guard let atom = item.asAtom, atom.alphabet == alphabet, atom.second == 0, atom.isLetter || atom.isDigit else {
        return nil
      }
      word += atom.scalar.text
    }
    return word.unicodeScalars.first.map { $0.properties.isAlphabetic } == true ? word : nil
  }
}
