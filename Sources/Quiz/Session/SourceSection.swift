package import Catalog
import Text

extension Deck {
  /// The numbers of a note's cards that one of some of its sections explains.
  package func numbers(of slug: String, explainedBy sections: some Sequence<Section>) -> [Int] {
    let sections = Set(sections)
    let own = cards((0..<roster.count).filter { roster.slug(of: $0) == slug })
    var reading = Reading(library)
    return own.filter { section(of: $0, &reading).map(sections.contains) ?? false }
      .compactMap { roster.number(of: $0.id) }
  }

  /// The section of its note that explains a card: the one it names, else the one that shares most of its rarer words,
  /// in both languages together where the note's translation has as many sections, so that both name the same one.
  package func section(of card: Card) -> Section? {
    var reading = Reading(library)
    return section(of: card, &reading)
  }

  private func section(of card: Card, _ reading: inout Reading) -> Section? {
    guard let note = reading.note(card.slug, card.language) else { return nil }
    if let named = card.section.flatMap(note.section(named:)) { return named }
    var shares = reading.shares(of: card, in: note)
    if !card.isGenerated, let translation = reading.note(card.slug, card.language.other),
      translation.language != card.language, let twin = reading.cards(of: translation)[card.id]
    {
      if let section = twin.section.flatMap(translation.section(named:)) {
        if let counterpart = note.counterpart(of: section, in: translation) { return counterpart }
      } else if translation.sections.count == note.sections.count {
        shares = zip(shares, reading.shares(of: twin, in: translation)).map { $0 + $1 }
      }
    }
    guard let most = shares.max(), most > 0 else { return nil }
    return shares.firstIndex(of: most).map { note.sections[$0] }
  }
}

/// What is read of the notes of some cards, each once.
private struct Reading {
  private let library: Library
  private var notes: [Note.ID: Note] = [:]
  private var words: [Note.ID: SectionWords] = [:]
  private var cards: [Note.ID: [String: Card]] = [:]

  init(_ library: Library) {
    self.library = library
  }

  mutating func note(_ slug: String, _ language: Language) -> Note? {
    let id = Note.ID(slug: slug, language: language)
    if notes[id] == nil { notes[id] = library.note(slug, in: language) }
    return notes[id]
  }

  mutating func shares(of card: Card, in note: Note) -> [Double] {
    let own = words[note.id] ?? SectionWords(note)
    words[note.id] = own
    return own.shares(of: card)
  }

  /// The cards that a note's author wrote.
  mutating func cards(of note: Note) -> [String: Card] {
    let own = cards[note.id] ?? Dictionary(Cards.authored(in: note).map { ($0.id, $0) }) { first, _ in first }
    cards[note.id] = own
    return own
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
