extension Roster {
  /// So near are the sketches of a question before and after an edit.
  private static let near = 16
  /// So near are those that may be one question where the answer is so short that many questions have it. Of the
  /// bundled notes' statements that are true or false 5 % of the pairs are as near; at 24 it would be 27 %.
  private static let akin = 20
  private static let mostPairs = 100_000

  /// Cards without an `id:` of their own that have another identity than in an earlier roster, because their note was
  /// renamed or their question edited: the same question in a renamed note, the same answer in the same note (and where
  /// it is short a question that is not far), or else the nearest question there. Each identity once; linear but for
  /// the nearest questions, which are looked for in notes of a few hundred edited cards at most.
  package func moves(since earlier: Roster) -> [(old: String, new: String)] {
    let gone = earlier.derived(missingIn: self)
    let fresh = derived(missingIn: earlier)
    guard !gone.isEmpty, !fresh.isEmpty else { return [] }
    var moves: [(old: String, new: String)] = []
    var taken: Set<String> = []
    func move(_ old: Derived, _ new: Derived) {
      moves.append((old.id, new.id))
      taken.formUnion([old.id, new.id])
    }

    let slugs = Set(notes.map(\.slug))
    let questions = Dictionary(grouping: fresh, by: \.question)
    for card in gone where !slugs.contains(card.slug) {
      if let same = questions[card.question], same.count == 1, !taken.contains(same[0].id) { move(card, same[0]) }
    }
    let freshBySlug = Dictionary(grouping: fresh, by: \.slug)
    for (slug, own) in Dictionary(grouping: gone, by: \.slug).sorted(by: { $0.key < $1.key }) {
      let others = freshBySlug[slug] ?? []
      let answers = Dictionary(grouping: others, by: \.answer)
      for (answer, cards) in Dictionary(grouping: own, by: \.answer) where cards.count == 1 {
        guard let same = answers[answer], same.count == 1, !taken.contains(same[0].id) else { continue }
        let isSure = !same[0].hasShortAnswer || same[0].sketch.distance(to: cards[0].sketch) <= Roster.akin
        if isSure { move(cards[0], same[0]) }
      }
      let left = own.filter { !taken.contains($0.id) }
      let open = others.filter { !taken.contains($0.id) }
      guard left.count * open.count <= Roster.mostPairs else { continue }
      for card in left {
        let nearest = open.filter { !taken.contains($0.id) }
          .min { ($0.sketch.distance(to: card.sketch), $0.id) < ($1.sketch.distance(to: card.sketch), $1.id) }
        if let nearest, nearest.sketch.distance(to: card.sketch) <= Roster.near { move(card, nearest) }
      }
    }
    return moves
  }

  private struct Derived {
    var id: String
    var slug: String
    var question: Substring
    var answer: UInt64
    var hasShortAnswer: Bool
    var sketch: Sketch
  }

  private func derived(missingIn other: Roster) -> [Derived] {
    let contents = contentsByPlace
    guard !contents.isEmpty else { return [] }
    var found: [Derived] = []
    identities.forEach(with: other.identities) { place, theirs in
      guard theirs == nil, let content = contents[place] else { return }
      let slug = notes[attributes(at: place).note].slug
      let id = identities.name(place)
      guard let question = DerivedIdentity.question(of: id, in: slug) else { return }
      found.append(
        Derived(
          id: id, slug: slug, question: question, answer: content.answer, hasShortAnswer: content.hasShortAnswer,
          sketch: content.sketch))
    }
    return found
  }
}
