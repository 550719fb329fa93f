/// Link labels as references compare them: case folded, white space collapsed (section 6.3, "matches").
extension NameTable {
  /// The place of a label; nil where it is not kept or nothing but white space.
  mutating func find(label range: Range<Int>, of text: Bytes) -> Int? {
    spell(label: range, of: text) ? find() : nil
  }

  /// Keeps a label unless it is kept already or nothing but white space; says whether it is new.
  mutating func keep(label range: Range<Int>, of text: Bytes, _ value: Int32) -> Bool {
    guard spell(label: range, of: text), find() == nil else { return false }
    keep(value)
    return true
  }

  private mutating func spell(label range: Range<Int>, of text: Bytes) -> Bool {
    begin()
    var hasCase = false
    var gap = false
    var isEmpty = true
    for i in range {
      let byte = text[i]
      if byte.isSpace {
        gap = !isEmpty
        continue
      }
      if gap { spell(.space) }
      gap = false
      isEmpty = false
      // The scripts of U+3000 to U+9FFF, whose first bytes are E3 to E9, have no case.
      hasCase = hasCase || byte >= 0xC0 && !(0xE3...0xE9).contains(byte)
      spell(byte.lowercased)
    }
    if hasCase { foldSpelled() }
    return !isEmpty
  }

  /// Full case folding by the mappings of the standard library: lower case of upper case of lower case folds the same
  /// letters together as Unicode's CaseFolding.txt, `ẞ` and `ss` too.
  private mutating func foldSpelled() {
    var text = unsafe String(decoding: spelled, as: UTF8.self)
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    begin()
    spell(text.utf8)
  }
}
