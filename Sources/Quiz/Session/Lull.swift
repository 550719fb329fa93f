/// Why a session has nothing to ask, and what ends that.
package struct Lull: Sendable, Hashable {
  /// Cards of what was asked for, suspended ones included.
  package var cards = 0
  /// Kinds that it has cards of which are asked only by name.
  package var kindsOnRequest: Set<Card.Kind> = []
  /// How many cards of what was asked for are suspended, by their notes.
  package var suspended: [String: Int] = [:]
  /// How many cards were met for the first time today.
  package var introduced = 0
  /// Whether new cards wait for tomorrow alone.
  package var isDayDone = false
  /// When the next card falls due.
  package var next: Int?
}

extension Selection {
  package func lull(of roster: Roster, _ ledger: Ledger, at now: Int) -> Lull {
    var lull = Lull()
    let wantedNotes = wantedNotes(of: roster)
    let today = ledger.zone.day(of: now)
    ledger.forEachMember(of: roster) { member in
      let kind = member.attributes.kind
      if let standing = member.standing, standing.progress != nil, ledger.zone.day(of: standing.first) == today {
        lull.introduced += 1
      }
      guard wantedNotes[member.attributes.note] || cards.contains(member.card) else { return }
      guard isWanted(kind) else {
        if kind.isOnRequest { lull.kindsOnRequest.insert(kind) }
        return
      }
      lull.cards += 1
      if member.standing?.isSuspended == true {
        lull.suspended[roster.notes[member.attributes.note].slug, default: 0] += 1
      } else if let due = member.due, due > now {
        lull.next = min(lull.next ?? due, due)
      }
    }
    var unlimited = self
    unlimited.newLimit = .max
    lull.isDayDone =
      newLimit > 0 && counts(of: roster, ledger, at: now).new == 0
      && unlimited.counts(of: roster, ledger, at: now).new > 0
    return lull
  }
}
