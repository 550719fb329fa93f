/// What was typed as a query, without what a terminal, an editor or a web page slips in.
enum TypedText {
  /// A text without escape sequences, control characters and invisible ones, so that a word is found with one glued to
  /// it; white space of any kind is a space.
  static func cleaned(_ text: String) -> String {
    // Nearly all queries have nothing to clean.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || (0xC2...0xE3).contains($0) || $0 == 0xEF }) else {
      return text
    }
    var cleaned = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar.properties.generalCategory {
      case _ where scalar == "\u{1B}" || scalar == "\u{9B}":
        skipSequence(&scalars, isOpen: scalar == "\u{9B}")
        cleaned.append(" ")
      case _ where scalar.properties.isWhitespace: cleaned.append(" ")
      case .control, .format: break
      default: cleaned.append(scalar)
      }
    }
    return String(cleaned)
  }

  /// Skips what belongs to an escape character (ECMA-48): a control sequence to its last byte, a string to its end.
  private static func skipSequence(_ scalars: inout Substring.UnicodeScalarView, isOpen: Bool) {
    let kind = isOpen ? "[" : scalars.popFirst()
    if kind == "[" {
      while let next = scalars.first, (0x20...0x3F).contains(next.value) { scalars.removeFirst() }
      if let last = scalars.first, (0x40...0x7E).contains(last.value) { scalars.removeFirst() }
    } else if kind == "]" {
      guard let end = scalars.firstIndex(where: { $0 == "\u{7}" || $0 == "\u{1B}" }) else { return }
      let isEscape = scalars[end] == "\u{1B}"
      scalars = scalars[scalars.index(after: end)...]
      if isEscape, scalars.first == "\\" { scalars.removeFirst() }
    }
  }
}
