import Text

/// Which cards are asked, and in what order.
package struct Selection: Sendable {
  package var limit = 20
  package var newLimit = 10
  /// Slugs of notes; empty for all. Naming some lifts the gate of prerequisites and the daily limit of new cards.
  package var slugs: Set<String> = []
  /// Numbers of cards, for those of single sections, beside the cards of `slugs`.
  package var cards: Set<Int> = []
  /// Whether notes, sections or topics were named.
  package var isNamed = false
  package var kinds: Set<Card.Kind> = []
  package var practises = false
  package var prefersWeak = false
  package var seed: UInt64 = 0

  /// New cards come from so many notes at a time: few, for the path of learning, but not one alone.
  private static let notesAtOnce = 3

  package init() {}

  /// How many cards are due, and how many new ones may be met, without the limit of the session.
  package func counts(of roster: Roster, _ ledger: Ledger, at now: Int) -> (due: Int, new: Int) {
    var due: [Int] = []
    let new = candidates(from: roster, ledger, at: now) { card, _ in due.append(card) }
    return (Selection.oneOfEachGroup(due, of: roster).count, new.count)
  }

  /// The queue of a session: due cards first, then new ones, no two neighbours of one note where that can be.
  package func queue(from roster: Roster, _ ledger: Ledger, at now: Int) -> [Int] {
    let retention = ledger.schedule.scheduler.retention
    var due: [(card: Int, urgency: Double)] = []
    let new = candidates(from: roster, ledger, at: now) { card, standing in
      due.append((card, (ledger.recall(standing, at: now) ?? 0) / retention))
    }
    due.sort { ($0.urgency, $0.card) < ($1.urgency, $1.card) }
    if prefersWeak { due = Selection.weakestFirst(due, of: roster) }
    let chosenDue = Selection.oneOfEachGroup(due.map(\.card), of: roster).prefix(limit)
    let groups = Set(chosenDue.map { roster[$0].group })
    let chosenNew = new.filter { !groups.contains(roster[$0].group) }.prefix(limit - chosenDue.count)
    let first = mixed(Array(chosenDue), of: roster)
    return first + mixed(Array(chosenNew), of: roster, after: first.last)
  }

  /// Hands out the cards that are due; gives the new ones that may be met.
  private func candidates(
    from roster: Roster, _ ledger: Ledger, at now: Int, due: (_ card: Int, Ledger.Standing) -> Void
  ) -> [Int] {
    var new: [Int] = []
    var introduced = 0
    var solid = [(solid: Int, all: Int)](repeating: (0, 0), count: roster.notes.count)
    var seenToday: Set<Int> = []
    let wantedNotes = wantedNotes(of: roster)
    let takesAll = practises || prefersWeak
    let day = ledger.zone.day(of: now)
    let today = ledger.zone.start(of: day)..<ledger.zone.start(of: day + 1)
    ledger.forEachMember(of: roster) { member in
      let (card, facts, standing) = (member.card, member.attributes, member.standing)
      let isWanted = (wantedNotes[facts.note] || cards.contains(card)) && isWanted(facts.kind)
      if !facts.isGenerated {
        solid[facts.note].all += 1
        if (standing?.progress?.memory.stability ?? 0) >= 7 { solid[facts.note].solid += 1 }
      }
      guard let standing, standing.progress != nil else {
        if isWanted, standing?.isSuspended != true { new.append(card) }
        return
      }
      if today.contains(standing.first) { introduced += 1 }
      if today.contains(standing.last) { seenToday.insert(facts.group) }
      guard isWanted, !standing.isSuspended else { return }
      // A card that was asked today and is due again is in its steps: it goes on, buried or not.
      if takesAll || member.due ?? .max <= now {
        due(card, standing)
      }
    }
    new.sort()
    if !isNamed {
      let isOpen = Selection.openNotes(of: roster, solid)
      new.removeAll { !isOpen[roster[$0].note] }
    }
    new.removeAll { seenToday.contains(roster[$0].group) }
    let allowed = isNamed ? newLimit : max(0, newLimit - introduced)
    return Selection.inTurn(Selection.oneOfEachGroup(new, of: roster), of: roster, atMost: allowed)
  }

  /// By the number of a note whether all its cards are asked for.
  func wantedNotes(of roster: Roster) -> [Bool] { roster.notes.map { !isNamed || slugs.contains($0.slug) } }

  func isWanted(_ kind: Card.Kind) -> Bool { kinds.isEmpty ? !kind.isOnRequest : kinds.contains(kind) }

  /// The new cards of a note wait until three fifths of each prerequisite's own cards last a week.
  private static func openNotes(of roster: Roster, _ counts: [(solid: Int, all: Int)]) -> [Bool] {
    var numbers: [String: Int] = [:]
    for (number, note) in roster.notes.enumerated() { numbers[note.slug] = number }
    return roster.notes.map { note in
      note.prerequisites.allSatisfy { slug in
        guard let number = numbers[slug], counts[number].all > 0 else { return true }
        return Double(counts[number].solid) >= 0.6 * Double(counts[number].all)
      }
    }
  }

  private static func oneOfEachGroup(_ cards: [Int], of roster: Roster) -> [Int] {
    var isTaken = [Bool](repeating: false, count: roster.count)
    return cards.filter { card in
      let group = roster[card].group
      defer { isTaken[group] = true }
      return !isTaken[group]
    }
  }

  /// The cards of the notes that are known worst come first.
  private static func weakestFirst(
    _ cards: [(card: Int, urgency: Double)], of roster: Roster
  ) -> [(card: Int, urgency: Double)] {
    // One note's few cards say little: the mean is drawn towards 1 by two cards.
    var sums = [(total: Double, count: Double)](repeating: (2, 2), count: roster.notes.count)
    for entry in cards {
      sums[roster[entry.card].note].total += entry.urgency
      sums[roster[entry.card].note].count += 1
    }
    let means = sums.map { $0.total / $0.count }
    return cards.sorted {
      let (a, b) = (means[roster[$0.card].note], means[roster[$1.card].note])
      return (a, $0.urgency, $0.card) < (b, $1.urgency, $1.card)
    }
  }

  /// Takes new cards in turn from the first few notes that have some.
  private static func inTurn(_ cards: [Int], of roster: Roster, atMost limit: Int) -> [Int] {
    let lists = cards.split(byNoteOf: roster)
    var open = Array(lists.prefix(notesAtOnce))
    var waiting = lists.dropFirst(notesAtOnce)
    var chosen: [Int] = []
    var turn = 0
    while chosen.count < limit, !open.isEmpty {
      chosen.append(open[turn].removeFirst())
      if !open[turn].isEmpty {
        turn += 1
      } else if let next = waiting.popFirst() {
        open[turn] = next
        turn += 1
      } else {
        open.remove(at: turn)
      }
      if turn >= open.count { turn = 0 }
    }
    return chosen
  }

  private func mixed(_ cards: [Int], of roster: Roster, after last: Int? = nil) -> [Int] {
    var random = SplitMix64(seed: seed)
    return Interleaving.order(seed == 0 ? cards : random.shuffled(cards), after: last) { roster[$0].note }
  }
}

extension [Int] {
  /// The runs of cards of one note.
  fileprivate func split(byNoteOf roster: Roster) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = startIndex
    for i in indices where i + 1 == endIndex || roster[self[i]].note != roster[self[i + 1]].note {
      runs.append(self[start...i])
      start = i + 1
    }
    return runs
  }
}
