extension Row {
  func addTokens(to tokens: inout [String]) {
    var i = 0
    while i < items.count {
      if let number = number(at: i) {
        tokens.append(number)
        i += number.utf8.count
      } else {
        items[i].addTokens(to: &tokens)
        i += 1
      }
    }
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
