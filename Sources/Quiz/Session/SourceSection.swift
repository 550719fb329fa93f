package import Catalog
import Text

extension Deck {
  /// The numbers of a note's cards that one of some of its sections explains.
  package func numbers(of slug: String, explainedBy sections: some Sequence<Section>) -> [Int] {
    let sections = Set(sections)
    let own = cards((0..<roster.count).filter { roster.slug(of: $0) == slug })
    return own.filter { section(of: $0).map(sections.contains) ?? false }.compactMap { roster.number(of: $0.id) }
  }

  /// The section of its note that explains a card: the one it names, else the one that shares most of its rarer words,
  /// in both languages together where the note's translation has as many sections, so that both name the same one.
  package func section(of card: Card) -> Section? {
    guard let note = library.note(card.slug, in: card.language) else { return nil }
    if let named = card.section.flatMap(note.section(named:)) { return named }
    var shares = card.shares(in: note)
    if let (twin, translation) = twin(of: card) {
      if let section = twin.section.flatMap(translation.section(named:)) {
        if let counterpart = note.counterpart(of: section, in: translation) { return counterpart }
      } else if translation.sections.count == note.sections.count {
        shares = zip(shares, twin.shares(in: translation)).map { $0 + $1 }
      }
    }
    guard let most = shares.max(), most > 0 else { return nil }
    return shares.firstIndex(of: most).map { note.sections[$0] }
  }
}

extension Card {
  /// How much of the card's words each section of its note has, from 0 to 1, rare words counting for more. Those of
  /// deeper headings and at the end of the note explain nothing.
  fileprivate func shares(in note: Note) -> [Double] {
    let own = Set(Card.words(stem + " " + answer))
    let words = note.sections.map { section in
      section.level > 3 || section.isBackMatter || section.blocks.isEmpty
        ? [] : own.intersection(Card.words(String(decoding: note.source[section.range], as: UTF8.self)))
    }
    var counts: [String: Int] = [:]
    for set in words { for word in set { counts[word, default: 0] += 1 } }
    // Sorted, as sums in another order are not the same to the last bit.
    func worth(_ words: some Sequence<String>) -> Double {
      words.map { 1 / Double(counts[$0] ?? 1) }.sorted().reduce(0, +)
    }
    let all = worth(counts.keys)
    return words.map { all > 0 ? worth($0) / all : 0 }
  }

  /// Words of three letters and more, and pairs of Han characters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.folded.unicodeScalars {
      let isLetter = scalar.isASCII ? "a"..."z" ~= scalar || "0"..."9" ~= scalar : scalar.properties.isAlphabetic
      if isLetter, !scalar.isHan {
        word.append(scalar)
        previous = nil
        continue
      }
      if word.count > 2 { words.append(String(word)) }
      if !word.isEmpty { word = String.UnicodeScalarView() }
      if scalar.isHan, let previous { words.append("\(previous)\(scalar)") }
      previous = scalar.isHan ? scalar : nil
    }
    if word.count > 2 { words.append(String(word)) }
    return words
  }
}
