/// What a page's text refers to, collected while the text is set: addresses for the list at its end, footnotes in the
/// order of their first mention, and notes.
struct References {
  /// Addresses in the order of their numbers, counted from 1.
  private(set) var addresses: [String] = []
  private var numbers: [String: Int] = [:]
  /// Footnote labels in the order of their numbers, counted from 1.
  private(set) var footnotes: [String] = []
  private var footnoteNumbers: [String: Int] = [:]
  /// Slugs that links with words of their own lead to.
  private(set) var slugs: [String] = []
  private var mentioned: Set<String> = []

  /// The number of an address; the same for the same address.
  mutating func number(ofAddress address: String) -> Int {
    if let known = numbers[address] { return known }
    addresses.append(address)
    numbers[address] = addresses.count
    return addresses.count
  }

  mutating func number(ofFootnote label: String) -> Int {
    if let known = footnoteNumbers[label] { return known }
    footnotes.append(label)
    footnoteNumbers[label] = footnotes.count
    return footnotes.count
  }

  mutating func mention(_ slug: String) {
    if mentioned.insert(slug).inserted { slugs.append(slug) }
  }
}

extension Int {
  /// `¹²`.
  var superscript: String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(self).map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }
}
