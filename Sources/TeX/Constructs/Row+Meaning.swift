extension Row {
  func addSymbols(to sequence: inout SymbolSequence) {
    let start = sequence.symbols.count
    var i = 0
    while i < items.count {
      if let number = number(at: i) {
        sequence.append(number)
        i += number.utf8.count
      } else {
        let (start, rows) = (sequence.symbols.count, sequence.rows)
        items[i].addSymbols(to: &sequence)
        if sequence.rows > rows { sequence.endPart(from: start) }
        i += 1
      }
    }
    if items.count != 1 { sequence.endPart(from: start) }
    sequence.rows += 1
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
