extension Row {
  func addSymbols(to sequence: inout SymbolSequence) {
    let start = sequence.count
    var i = 0
    while i < items.count {
      if let number = number(at: i) {
        sequence.append(number)
        i += number.utf8.count
      } else {
        let (start, rows) = (sequence.count, sequence.rows)
        items[i].addSymbols(to: &sequence)
        if sequence.rows > rows { sequence.endPart(from: start) }
        i += 1
      }
    }
    if items.count != 1 { sequence.endPart(from: start) }
    sequence.rows += 1
  }

  /// Adds the symbols of a script. Capital letters alone are there the initials of a name: `D_{KL}` is
  /// `D_{\mathrm{KL}}`.
  func addScript(to sequence: inout SymbolSequence) {
    var name = ""
    for item in items {
      guard let atom = item.asAtom, atom.alphabet == .normal, (0x41...0x5A).contains(atom.scalar) else { break }
      name += atom.scalar.text
    }
    if items.count > 1 && name.utf8.count == items.count { sequence.append(name) } else { addSymbols(to: &sequence) }
  }

  func addCanonical(to text: inout String) {
    for item in items { item.addCanonical(to: &text) }
  }

  /// The canonical text, as a name of a subscripted symbol.
  var plain: String {
    var text = ""
    addCanonical(to: &text)
    return text
  }
}
