import Text

/// The words beside a cloze's blank, which an answer may repeat: `one-stage` where `-stage` stands behind the blank.
struct BlankContext {
  /// The ends of the text before the blank, and the beginnings of that behind it, normalised.
  private let ends: Set<String>
  private let beginnings: Set<String>

  /// So many characters are looked at on each side of the blank, and so many of an answer.
  private static let reach = 60
  private static let longest = 120

  /// Nil where the stem has no blank of words.
  init?(of stem: String) {
    guard let blank = Blank.place(in: stem) else { return nil }
    let before = Array(stem[..<blank.lowerBound].suffix(BlankContext.reach))
    let behind = Array(stem[blank.upperBound...].prefix(BlankContext.reach))
    ends = Set(BlankContext.cuts(of: before).compactMap { BlankContext.repeated(before[$0...]) })
    beginnings = Set(BlankContext.cuts(of: behind).compactMap { BlankContext.repeated(behind[..<$0]) })
  }

  /// What is left of an answer without words from beside the blank: behind it, before it, and on both sides.
  func cores(of typed: String) -> [String] {
    let text = Array(typed.prefix(BlankContext.longest + 1))
    guard text.count <= BlankContext.longest else { return [] }
    // What begins or ends within a number would leave another number.
    let cuts = text.indices.dropFirst().filter { !(text[$0...].startsWithDigit && text[..<$0].endsWithDigit) }
    let tails = cuts.filter { BlankContext.repeated(text[$0...]).map(beginnings.contains) == true }
    let heads = cuts.filter { BlankContext.repeated(text[..<$0]).map(ends.contains) == true }
    let both = tails.first.map { tail in heads.filter { $0 < tail }.map { text[$0..<tail] } } ?? []
    return (tails.map { text[..<$0] } + heads.map { text[$0...] } + both).map { String(String($0).trimmed) }
  }

  /// Where a word may begin or end: everywhere in Han text, and else not between letters and digits.
  private static func cuts(of text: [Character]) -> [Int] {
    (0...text.count).filter { i in
      guard i > 0, i < text.count else { return true }
      return !(text[i - 1].isInWord && text[i].isInWord)
    }
  }

  /// The normalised words, where they are a Han character or two letters at least.
  private static func repeated(_ text: ArraySlice<Character>) -> String? {
    let words = TypedAnswer.normalised(String(text.drop { !$0.isLetter && !$0.isNumber }))
    return words.hasHan || words.count { $0.isLetter } >= 2 ? words : nil
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
  fileprivate var isInWord: Bool { (isLetter || isNumber) && !unicodeScalars.contains { $0.isHan } }
}

extension ArraySlice<Character> {
  fileprivate var startsWithDigit: Bool { first { $0.isLetter || $0.isNumber }.map(\.isDigit) == true }
  fileprivate var endsWithDigit: Bool { last { $0.isLetter || $0.isNumber }.map(\.isDigit) == true }
}
