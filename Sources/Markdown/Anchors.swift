/// Anchors of headings as GitHub makes them: lower case, without punctuation, spaces as `-`, a number behind a name
/// that was there before; letters of all scripts are kept.
///
///     ## 扩散 Model: 1.0
///
/// has the anchor `扩散-model-10`.
extension Tree {
  /// Gives every heading its anchor.
  mutating func addAnchors(in source: Bytes) {
    // The number that the next heading of a name gets.
    var names = NameTable()
    var title = ByteBuffer()
    for i in records.indices where records[i].kind == .heading {
      title.removeAll()
      TreeView(self, of: source).appendPlainText(of: Int32(i), to: &title)
      names.spellAnchor(of: title.view)
      names.makeUnique()
      records[i].payload = Int32(targets.count)
      targets.append(Target(destination: unsafe keep(names.spelled)))
      names.keep(0)
    }
  }
}

extension NameTable {
  fileprivate mutating func spellAnchor(of title: Bytes) {
    begin()
    var i = 0
    while i < title.count {
      let byte = title[i]
      if byte < 0x80 {
        if byte.isAlphanumeric || byte == .underscore || byte == .dash { spell(byte.lowercased) }
        if byte == .space { spell(.dash) }
        i += 1
        continue
      }
      let (scalar, next) = title.scalar(at: i, before: title.count)
      if (0x4E00...0x9FFF).contains(scalar.value) {
        for k in i..<next { spell(title[k]) }
      } else if scalar.isWordCharacter {
        spell(scalar.properties.lowercaseMapping.utf8)
      }
      i = next
    }
  }

  /// Puts a number behind the spelled name where it is taken.
  fileprivate mutating func makeUnique() {
    guard let known = find() else { return }
    let length = spelledCount
    var number = self[known]
    repeat {
      number += 1
      shorten(to: length)
      spell(.dash)
      spellDigits(of: number)
    } while find() != nil
    self[known] = number
  }

  private mutating func spellDigits(of number: Int32) {
    if number >= 10 { spellDigits(of: number / 10) }
    spell(0x30 + UInt8(number % 10))
  }
}

extension Unicode.Scalar {
  fileprivate var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
      true
    default: false
    }
  }
}
