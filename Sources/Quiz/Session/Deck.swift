package import Catalog

/// All cards of a library, each once, in the reader's language where it can be.
package struct Deck: Sendable {
  package let cards: [Card]
  /// The topic of each note.
  package let topics: [String: String]
  package let prerequisites: [String: [String]]
  /// The titles and aliases of each note.
  package let names: [String: [String]]
  private let numbers: [String: Int]
  private let library: Library
  private let generator: Generated

  /// Reads the cards of every note. `likeness` says how alike two notes are, from 0 to 1, for the distractors.
  package init(
    of library: Library, in language: Language,
    likeness: @escaping @Sendable (String, String) -> Double = { _, _ in 0.3 }
  ) {
    var names: [String: [String]] = [:]
    var topics: [String: String] = [:]
    var prerequisites: [String: [String]] = [:]
    for header in library.headers {
      names[header.slug, default: []] += [header.title] + header.aliases
      topics[header.slug] = header.topic
      prerequisites[header.slug] = library.prerequisites(of: header.slug)
    }
    self.names = names
    self.topics = topics
    self.prerequisites = prerequisites
    self.library = library
    var cards: [Card] = []
    var numbers: [String: Int] = [:]
    let order = Deck.learningOrder(of: library, in: language)
    generator = Generated(library.concepts(in: language), names: names, likeness: likeness)
    for slug in order {
      guard let note = library.note(slug, in: language) else { continue }
      for card in Cards.authored(in: note) + generator.cards(of: note) where numbers[card.id] == nil {
        numbers[card.id] = cards.count
        cards.append(card)
      }
    }
    self.cards = cards
    self.numbers = numbers
  }

  package subscript(id: String) -> Card? { numbers[id].map { cards[$0] } }

  /// The grading of typed answers, which knows all titles and aliases: what no misspelling may be taken for.
  package var grading: TypedAnswer { TypedAnswer(terms: names.values.joined()) }

  /// A generated card with its options: they cost too much to be made for cards that are not asked.
  package func completed(_ card: Card) -> Card {
    guard card.isGenerated, let note = library.note(card.slug, in: card.language) else { return card }
    return generator.completed(card, in: note)
  }

  private func cards(of slug: String) -> [Card] {
    library.note(slug, in: language).map { Cards.authored(in: $0) + generator.cards(of: $0) } ?? []
  }
}

extension Roster {
  /// Reads the cards of every note, each once, in the reader's language where that is there. `origin` says what the
  /// library was made from.
  package init(of library: Library, in language: Language, origin: UInt64 = 0) {
    let generator = Generated(library, in: language) { { _, _ in 0 } }
    let lists = Roster.learningOrder(of: library, in: language).compactMap { slug -> (note: Entry, cards: [Card])? in
      guard let note = library.note(slug, in: language) else { return nil }
      let entry = Entry(slug: slug, topic: note.topic, prerequisites: library.prerequisites(of: slug))
      return (entry, Cards.authored(in: note) + generator.cards(of: note))
    }
    self.init(lists, origin: origin)
  }

  /// Notes after their prerequisites, topics in the order of the catalog, lower levels first.
  private static func learningOrder(of library: Library, in language: Language) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    let headers = library.concepts(in: language).sorted {
      $0.topic == $1.topic ? ($0.level, $0.slug) < ($1.level, $1.slug) : Topic.precedes($0.topic, $1.topic)
    }
    for header in headers {
      for slug in library.path(to: header.slug) ?? [header.slug] where seen.insert(slug).inserted { order.append(slug) }
    }
    return order
  }
}
