extension Row {
  func addSymbols(to sequence: inout SymbolSequence) {
    let start = sequence.count
    var i = 0
    while i < items.count {
      if let number = number(at: i) {
        addWord(number, to: &sequence)
        i = number.upperBound
      } else {
        let (start, rows) = (sequence.count, sequence.rows)
        if isDoubleBar(at: i) {
          sequence.append(0x2016)
          i += 1
          (items[i] as? Scripts)?.addScripts(to: &sequence)
        } else {
          items[i].addSymbols(to: &sequence)
        }
        if sequence.rows > rows { sequence.endPart(from: start) }
        i += 1
      }
    }
    if items.count != 1 { sequence.endPart(from: start) }
    sequence.rows += 1
  }

  /// Whether two bars stand side by side: `||x||^2` is the norm that `\|x\|^2` is.
  private func isDoubleBar(at i: Int) -> Bool {
    guard i + 1 < items.count, items[i].asAtom?.scalar == 0x7C else { return false }
    let second = (items[i + 1] as? Scripts)?.base ?? items[i + 1]
    return second.asAtom?.scalar == 0x7C
  }

  /// Adds the symbols of a script. Capital letters alone are there the initials of a name: `D_{KL}` is
  /// `D_{\mathrm{KL}}`; and a raised `T` is the transpose's sign.
  func addScript(to sequence: inout SymbolSequence, isRaised: Bool) {
    if isRaised, items.count == 1, items[0].asAtom?.scalar == 0x54 {
      sequence.append(0x22A4)
      sequence.rows += 1
      return
    }
    let isName = items.count > 1 && items.allSatisfy { $0.asAtom?.isCapital == true }
    if isName { addWord(items.indices, to: &sequence) } else { addSymbols(to: &sequence) }
  }

  /// Adds atoms as one symbol.
  private func addWord(_ atoms: Range<Int>, to sequence: inout SymbolSequence) {
    for i in atoms { if let atom = items[i].asAtom { sequence.add(atom.scalar) } }
    sequence.endSymbol()
  }

  func addCanonical(to text: inout String) {
    for (i, item) in items.enumerated() {
      // A product goes without its dot, but a divergence is no gradient.
      if item.asAtom?.scalar == 0x22C5, i > 0, items[i - 1].isNabla { text += "⋅" }
      item.addCanonical(to: &text)
    }
  }

  /// The canonical text, as a name of a subscripted symbol.
  var plain: String {
    var text = ""
    addCanonical(to: &text)
    return text
  }
}

extension Construct {
  fileprivate var isNabla: Bool { ((self as? Scripts)?.base ?? self).asAtom?.scalar == 0x2207 }
}
