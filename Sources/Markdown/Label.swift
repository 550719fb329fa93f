/// A link label as references compare it: case folded, white space collapsed (section 6.3, "matches").
struct Label: Hashable, Sendable {
  private let key: [UInt8]

  /// Folds the text between the brackets; nil where nothing but white space is there.
  init?(_ text: Bytes, _ range: Range<Int>) {
    var key: [UInt8] = []
    key.reserveCapacity(range.count)
    var isASCII = true
    var gap = false
    for i in range {
      let byte = text[i]
      if byte.isSpace {
        gap = !key.isEmpty
        continue
      }
      if gap { key.append(.space) }
      gap = false
      isASCII = isASCII && byte < 0x80
      key.append(byte.lowercased)
    }
    guard !key.isEmpty else { return nil }
    self.key = isASCII ? key : Label.folded(key)
  }

  /// Full case folding by the mappings of the standard library: lower case of upper case of lower case folds the same
  /// letters together as Unicode's CaseFolding.txt, `ẞ` and `ss` too.
  private static func folded(_ key: [UInt8]) -> [UInt8] {
    var text = String(decoding: key, as: UTF8.self)
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
    text = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    return Array(text.utf8)
  }
}
