package import Catalog
import Text

extension Deck {
  /// The numbers of a note's cards that one of some of its sections explains.
  package func numbers(of slug: String, explainedBy sections: some Sequence<Section>) -> [Int] {
    let sections = Set(sections)
    let own = cards((0..<roster.count).filter { roster.slug(of: $0) == slug })
    var readings: [Note.ID: Reading] = [:]
    return own.filter { section(of: $0, &readings).map(sections.contains) ?? false }
      .compactMap { roster.number(of: $0.id) }
  }

  /// The section of its note that explains a card: the one it names, else the one that shares most of its rarer words,
  /// in both languages together where the note's translation has as many sections, so that both name the same one.
  package func section(of card: Card) -> Section? {
    var readings: [Note.ID: Reading] = [:]
    return section(of: card, &readings)
  }

  private func section(of card: Card, _ readings: inout [Note.ID: Reading]) -> Section? {
    guard let own = reading(card.slug, card.language, &readings) else { return nil }
    if let named = card.section.flatMap(own.note.section(named:)) { return named }
    var shares = own.words.shares(of: card)
    if !card.isGenerated, let other = reading(card.slug, card.language.other, &readings),
      other.note.language != card.language, let twin = other.cards[card.id]
    {
      if let section = twin.section.flatMap(other.note.section(named:)) {
        if let counterpart = own.note.counterpart(of: section, in: other.note) { return counterpart }
      } else if other.note.sections.count == own.note.sections.count {
        shares = zip(shares, other.words.shares(of: twin)).map { $0 + $1 }
      }
    }
    guard let most = shares.max(), most > 0 else { return nil }
    return shares.firstIndex(of: most).map { own.note.sections[$0] }
  }

  /// A note as its cards are compared with it; those of many cards are read once.
  private func reading(_ slug: String, _ language: Language, _ readings: inout [Note.ID: Reading]) -> Reading? {
    let id = Note.ID(slug: slug, language: language)
    if readings[id] == nil { readings[id] = library.note(slug, in: language).map(Reading.init) }
    return readings[id]
  }
}

private struct Reading {
  let note: Note
  let words: SectionWords
  /// Those that the author wrote.
  let cards: [String: Card]

  init(_ note: Note) {
    self.note = note
    words = SectionWords(note)
    cards = Dictionary(Cards.authored(in: note).map { ($0.id, $0) }) { first, _ in first }
  }
}

/// In which sections of a note each word stands. Those of deeper headings and at the end of the note explain nothing.
private struct SectionWords {
  private var places: [String: [Int]] = [:]
  private let count: Int

  init(_ note: Note) {
    count = note.sections.count
    for (i, section) in note.sections.enumerated()
    where section.level <= 3 && !section.isBackMatter && !section.blocks.isEmpty {
      for word in Set(SectionWords.words(String(decoding: note.source[section.range], as: UTF8.self))) {
        places[word, default: []].append(i)
      }
    }
  }

  /// How much of a card's words each section has, from 0 to 1, rare words counting for more.
  func shares(of card: Card) -> [Double] {
    var worths = [[Double]](repeating: [], count: count)
    var all: [Double] = []
    for word in Set(SectionWords.words(card.stem + " " + card.answer)) {
      guard let places = places[word] else { continue }
      let worth = 1 / Double(places.count)
      all.append(worth)
      for i in places { worths[i].append(worth) }
    }
    // Sorted, as sums in another order are not the same to the last bit.
    let whole = all.sorted().reduce(0, +)
    return worths.map { whole > 0 ? $0.sorted().reduce(0, +) / whole : 0 }
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
