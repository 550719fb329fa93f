extension Ledger {
  /// A card of a roster and how it stands.
  package struct Member {
    package let card: Int
    package let attributes: Roster.Attributes
    /// Nil for a card that was never met.
    package let standing: Standing?
    /// In milliseconds since 1970; nil for a new card.
    package let due: Int?
  }

  /// Hands out each card of a roster, in no order that means anything: in the one that costs least.
  package func forEachMember(of roster: Roster, _ body: (Member) -> Void) {
    let own = roster.identities
    func give(_ place: Int, _ standing: Standing?) {
      var due: Int?
      if let standing, standing.progress != nil {
        // A stored time is at hand; a call would copy the ledger for each card.
        if case .until(let time) = standing.rest { due = time } else { due = self.due(own.hash(place), standing) }
      }
      body(
        Member(
          card: roster.number(at: place), attributes: roster.attributes(at: place), standing: standing, due: due))
    }
    guard let base else {
      for place in 0..<roster.count {
        give(place, names.number(of: own, place).map { standings[Int(meanings[$0])] })
      }
      return
    }
    var changed: [Int: Int32] = [:]
    for number in 0..<names.count {
      if let place = own.place(of: names[number]) { changed[place] = meanings[number] }
    }
    own.forEach(with: base.identities) { place, stored in
      if !changed.isEmpty, let number = changed[place] {
        give(place, standings[Int(number)])
      } else if let stored {
        give(place, base.standing(at: stored))
      } else {
        give(place, nil)
      }
    }
  }
}
