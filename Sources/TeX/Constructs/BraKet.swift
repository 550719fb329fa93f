/// `\bra{ψ}`, `\ket{ψ}`, `\Braket{a|b|c}`, `\set{x|…}` of the braket package: capital ones grow, and bars
/// divide them.
enum BraKet {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.lexer.text(command.token)
    var row = parser.argument()
    let (open, close): (Unicode.Scalar, Unicode.Scalar) =
      switch name {
      case "ket", "Ket": ("|", "⟩")
      case "bra", "Bra": ("⟨", "|")
      case "set", "Set": ("{", "}")
      default: ("⟨", "⟩")
      }
    if name == "Braket" || open == "{" {
      var isFirst = true
      row.items = row.items.map { item in
        guard let atom = item.asAtom, atom.scalar == 0x7C || atom.scalar == 0x2223 || atom.scalar == 0x2016 else {
          return item
        }
        defer { isFirst = false }
        return isFirst || open != "{" ? Middle(delimiter: atom.scalar == 0x2016 ? "‖" : "|") : item
      }
    }
    return Fence(open: open, close: close, row: row)
  }
}
