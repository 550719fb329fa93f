package import Catalog
package import Text

/// The cards of a library with their texts, which are read when they are asked for.
package struct Deck: Sendable {
  package let library: Library
  package let roster: Roster
  package let language: Language
  private let generator: Generated

  /// `likeness` makes what says how alike two notes are, from 0 to 1, for the distractors.
  package init(
    of library: Library, _ roster: Roster, in language: Language,
    likeness: @escaping @Sendable () -> (String, String) -> Double = { { _, _ in 0.3 } }
  ) {
    self.library = library
    self.roster = roster
    self.language = language
    generator = Generated(library, in: language, likeness: likeness)
  }

  /// The grading of typed answers, which knows all titles and aliases: what no misspelling may be taken for.
  package var grading: TypedAnswer { TypedAnswer(terms: generator.names.values.flatMap { $0 }) }

  /// The card of an identity; its note is parsed for it.
  package subscript(id: String) -> Card? {
    guard let number = roster.number(of: id) else { return nil }
    return cards(of: roster.slug(of: number)).first { $0.id == id }
  }

  /// The cards of these numbers, in their order; each note is parsed once.
  package func cards(_ numbers: [Int]) -> [Card] {
    var notes: [String: [String: Card]] = [:]
    return numbers.compactMap { number in
      let slug = roster.slug(of: number)
      if notes[slug] == nil { notes[slug] = Dictionary(cards(of: slug).map { ($0.id, $0) }) { first, _ in first } }
      return notes[slug]?[roster.id(of: number)]
    }
  }

  /// All cards, in the order of learning.
  package var cards: [Card] { cards(Array(0..<roster.count)) }

  /// The topic of a note.
  package func topic(of slug: String) -> String { library.header(slug, in: language)?.topic ?? "" }

  /// The same card in the other language; its note is parsed for it.
  func twin(of card: Card) -> Card? {
    let other = card.language.other
    guard !card.isGenerated, let note = library.note(card.slug, in: other), note.language == other else { return nil }
    return Cards.authored(in: note).first { $0.id == card.id }
  }

  /// A generated card with its options: they cost too much to be made for cards that are not asked.
  package func completed(_ card: Card) -> Card {
    // Of the others all is known; the note would be parsed for each.
    guard card.isGenerated, card.kind == .term || card.kind == .equation,
      let note = library.note(card.slug, in: card.language)
    else { return card }
    return generator.completed(card, in: note)
  }

  private func cards(of slug: String) -> [Card] {
    library.note(slug, in: language).map { Cards.authored(in: $0) + generator.cards(of: $0) } ?? []
  }
}

extension Roster {
  /// Reads the cards of every note, each once, in the reader's language where that is there. `origin` says what the
  /// library was made from.
  package init(of library: Library, in language: Language, origin: UInt64 = 0, by workforce: Workforce = .alone) {
    let generator = Generated(library, in: language) { { _, _ in 0 } }
    let slugs = Roster.learningOrder(of: library, in: language)
    let lists = workforce.map(slugs.count) { i -> (note: Entry, cards: [Card])? in
      guard let note = library.note(slugs[i], in: language) else { return nil }
      let entry = Entry(slug: slugs[i], topic: note.topic, prerequisites: library.prerequisites(of: slugs[i]))
      return (entry, Cards.authored(in: note) + generator.cards(of: note))
    }
    self.init(lists.compactMap { $0 }, origin: origin)
  }

  /// Notes after their prerequisites, topics in the order of the catalog, lower levels first.
  private static func learningOrder(of library: Library, in language: Language) -> [String] {
    let headers = library.concepts(in: language).sorted {
      $0.topic == $1.topic ? ($0.level, $0.slug) < ($1.level, $1.slug) : Topic.precedes($0.topic, $1.topic)
    }
    return library.path(throughAll: headers.map(\.slug))
  }
}
