package import Catalog
import Text

extension Deck {
  /// The section of its note that explains a card: the one it names, else the one that shares most of its rarer words,
  /// in both languages together where the note's translation has as many sections, so that both name the same one.
  package func section(of card: Card) -> Section? {
    guard let note = library.note(card.slug, in: card.language) else { return nil }
    if let named = card.section.flatMap(note.section(named:)) { return named }
    var shares = card.shares(in: note)
    if let twin = twin(of: card), let translation = library.note(card.slug, in: twin.language) {
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
    let words = note.sections.map { section in
      section.level > 3 || section.isBackMatter || section.blocks.isEmpty
        ? [] : Set(Card.words(String(decoding: note.source[section.range], as: UTF8.self)))
    }
    var counts: [String: Int] = [:]
    for set in words { for word in set { counts[word, default: 0] += 1 } }
    let own = Set(Card.words(stem + " " + answer))
    // Sorted, as sums in another order are not the same to the last bit.
    let worth = { (set: Set<String>) in
      own.intersection(set).map { 1 / Double(counts[$0] ?? 1) }.sorted().reduce(0, +)
    }
    let all = worth(Set(counts.keys))
    return words.map { all > 0 ? worth($0) / all : 0 }
  }

  /// Words of Latin letters and pairs of Han characters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character?
    for character in text.lowercased() {
      let isHan = character.unicodeScalars.contains(where: \.isHan)
      if !isHan && (character.isLetter || character.isNumber) {
        word.append(character)
      } else {
        if word.count > 2 { words.append(word) }
        word = ""
        if isHan, let previous { words.append("\(previous)\(character)") }
      }
      previous = isHan ? character : nil
    }
    if word.count > 2 { words.append(word) }
    return words
  }
}
