import Text

/// Every card of a library by number, in the order of learning, without its text: what a choice among a hundred
/// thousand cards needs. It is made once and then read where it lies, from the program or from a cache.
package struct Roster: Sendable {
  /// What the cards of a note have in common.
  package struct Entry: Sendable, Hashable {
    package var slug: String
    package var topic: String
    package var prerequisites: [String]
  }

  /// Notes after their prerequisites.
  package let notes: [Entry]
  package let count: Int
  /// Whatever says which notes it was made from.
  package let origin: UInt64
  package let words: WordMemory
  /// By card: the place in `sorted`.
  private let cards: Range<Int>
  /// By the hash of the identity: the hash, the card's number, where its identity stands, and what `Attributes` packs.
  private let sorted: Range<Int>
  /// Of each card with a derived identity its place in `sorted` and above it, from bit 32, whether its answer is short;
  /// the hash of its answer; the sketch of its question.
  private let contents: Range<Int>

  private static let form: UInt64 = 0x6D6C_6E64_6563_6B03
  static let sortedWidth = 4
  private static let contentWidth = 3

  /// Reads one back; nil where it is none or not of this origin.
  package init?(_ words: WordMemory, origin: UInt64? = nil) {
    guard var reader = WordReader(words, form: Roster.form) else { return nil }
    self.words = words
    self.origin = reader.word()
    guard origin == nil || origin == self.origin else { return nil }
    notes = reader.list { reader in
      Entry(slug: reader.text(), topic: reader.text(), prerequisites: reader.list { $0.text() })
    }
    count = reader.integer()
    guard let cards = reader.range(count), let contents = reader.range(Roster.contentWidth * reader.integer()),
      let sorted = reader.range(Roster.sortedWidth * count)
    else { return nil }
    self.cards = cards
    self.contents = contents
    self.sorted = sorted
    for place in 0..<count {
      let facts = attributes(at: place)
      guard facts.note < notes.count, facts.group < count, 0..<count ~= number(at: place) else { return nil }
    }
  }

  /// The cards of each note in the order of learning; an identity counts once.
  init(_ lists: [(note: Entry, cards: [Card])], origin: UInt64) {
    var seen: Set<String> = []
    var groups: [String: Int] = [:]
    var drafts: [(id: String, hash: UInt64, attributes: UInt64, content: Content?)] = []
    for (number, list) in lists.enumerated() {
      for card in list.cards where seen.insert(card.id).inserted {
        let group = groups[card.group] ?? groups.count
        groups[card.group] = group
        let attributes = Attributes(note: number, kind: card.kind, isGenerated: card.isGenerated, group: group)
        let isDerived = DerivedIdentity.question(of: card.id, in: card.slug) != nil
        drafts.append((card.id, card.id.stableHash, attributes.packed, isDerived ? Content(of: card) : nil))
      }
    }
    let order = drafts.indices.sorted { (drafts[$0].hash, drafts[$0].id) < (drafts[$1].hash, drafts[$1].id) }
    var places = [Int](repeating: 0, count: drafts.count)
    for (place, card) in order.enumerated() { places[card] = place }
    var writer = WordWriter(form: Roster.form)
    writer.append(origin)
    writer.append(lists.count)
    for (note, _) in lists {
      writer.append(note.slug)
      writer.append(note.topic)
      writer.append(note.prerequisites.count)
      for slug in note.prerequisites { writer.append(slug) }
    }
    writer.append(drafts.count)
    for place in places { writer.append(place) }
    let derived = drafts.indices.filter { drafts[$0].content != nil }
    writer.append(derived.count)
    for card in derived {
      guard let content = drafts[card].content else { continue }
      writer.append(places[card] | (content.hasShortAnswer ? 1 << 32 : 0))
      writer.append(content.answer)
      writer.append(content.sketch.bits)
    }
    var start = writer.words.count + Roster.sortedWidth * drafts.count
    for card in order {
      let length = drafts[card].id.utf8.count
      writer.append(drafts[card].hash)
      writer.append(card)
      writer.append(start << 24 | min(length, 0xFF_FFFF))
      writer.append(drafts[card].attributes)
      start += (length + 7) / 8
    }
    for card in order { writer.appendBytes(drafts[card].id.utf8) }
    guard let made = Roster(writer.sealed()) else { preconditionFailure("a roster that was just made reads back") }
    self = made
  }

  /// What is known of a card without reading its note.
  package struct Attributes: Sendable, Hashable {
    /// The number of its note.
    package var note: Int
    package var kind: Card.Kind
    package var isGenerated: Bool
    /// Cards of the same number give each other away.
    package var group: Int

    private static let kinds = Card.Kind.allCases

    init(note: Int, kind: Card.Kind, isGenerated: Bool, group: Int) {
      self.note = note
      self.kind = kind
      self.isGenerated = isGenerated
      self.group = group
    }

    init(_ packed: UInt64) {
      note = Int(packed >> 40)
      kind = Attributes.kinds[min(Int(packed >> 33 & 0x7F), Attributes.kinds.count - 1)]
      isGenerated = packed >> 32 & 1 == 1
      group = Int(packed & 0xFFFF_FFFF)
    }

    var packed: UInt64 {
      let kind = Attributes.kinds.firstIndex(of: kind) ?? 0
      return UInt64(note) << 40 | UInt64(kind) << 33 | (isGenerated ? 1 << 32 : 0) | UInt64(group)
    }
  }

  package subscript(card: Int) -> Attributes { attributes(at: place(of: card)) }

  package func slug(of card: Int) -> String { notes[self[card].note].slug }

  package func id(of card: Int) -> String { identities.name(place(of: card)) }

  /// The number of a card.
  package func number(of id: String) -> Int? {
    identities.place(of: id).map(number)
  }

  /// The identities in the order of their hashes.
  var identities: SortedIdentities {
    SortedIdentities(words: words, start: sorted.lowerBound, width: Roster.sortedWidth, namePlace: 2, count: count)
  }

  /// The number of the card at a place of `identities`.
  func number(at place: Int) -> Int { Int(words[sorted.lowerBound + Roster.sortedWidth * place + 1]) }

  func attributes(at place: Int) -> Attributes {
    Attributes(words[sorted.lowerBound + Roster.sortedWidth * place + 3])
  }

  /// What a card with a derived identity is recognised by when its question was edited.
  struct Content {
    var answer: UInt64
    /// As True, Yes and 2 are, or three letters of Chinese.
    var hasShortAnswer: Bool
    var sketch: Sketch

    init(answer: UInt64, hasShortAnswer: Bool, sketch: Sketch) {
      self.answer = answer
      self.hasShortAnswer = hasShortAnswer
      self.sketch = sketch
    }

    init(of card: Card) {
      let text = TypedAnswer.normalised(card.answer)
      answer = text.stableHash
      hasShortAnswer = text.utf8.count < 12
      sketch = Sketch(of: card.stem)
    }
  }

  /// By their places in `identities`.
  var contentsByPlace: [Int: Content] {
    var found: [Int: Content] = [:]
    for start in stride(from: contents.lowerBound, to: contents.upperBound, by: Roster.contentWidth) {
      found[Int(words[start] & 0xFFFF_FFFF)] = Content(
        answer: words[start + 1], hasShortAnswer: words[start] >> 32 & 1 == 1, sketch: Sketch(bits: words[start + 2]))
    }
    return found
  }

  private func place(of card: Int) -> Int { Int(words[cards.lowerBound + card]) }
}
