/// Which cards are asked, and in what order.
package struct Selection: Sendable {
  package var limit = 20
  package var newLimit = 10
  /// Slugs of notes; empty for all. Naming some lifts the gate of prerequisites and the daily limit of new cards.
  package var slugs: Set<String> = []
  /// Whether notes or topics were named.
  package var isNamed = false
  package var kinds: Set<Card.Kind> = []
  package var practises = false
  package var prefersWeak = false
  package var seed: UInt64 = 0

  package init() {}

  /// The cards that are due now and the new ones that may be met, in the order of asking and without the limit of the
  /// session.
  package func candidates(from deck: Deck, _ ledger: Ledger, at now: Int) -> (due: [Card], new: [Card]) {
    var due: [(card: Card, urgency: Double)] = []
    var new: [Card] = []
    var introduced = 0
    let today = ledger.zone.day(of: now)
    var seenToday: Set<String> = []
    let retention = ledger.schedule.scheduler.retention
    for card in deck.cards {
      let standing = ledger.standing(of: card.id)
      guard let standing, standing.progress != nil else {
        if isWanted(card), standing?.isSuspended != true { new.append(card) }
        continue
      }
      if ledger.zone.day(of: standing.first) == today { introduced += 1 }
      if ledger.zone.day(of: standing.last) == today { seenToday.insert(card.group) }
      guard isWanted(card), !standing.isSuspended, let moment = ledger.due(card.id, standing) else { continue }
      let recall = ledger.recall(standing, at: now) ?? 0
      // A card that was asked today and is due again is in its steps: it goes on, buried or not.
      if moment <= now || practises || prefersWeak { due.append((card, recall / retention)) }
    }
    due.sort { ($0.urgency, $0.card.id) < ($1.urgency, $1.card.id) }
    if prefersWeak { due = Selection.weakestFirst(due) }
    let solid = isNamed ? [:] : Selection.solidity(of: deck, ledger)
    new = new.filter { card in
      let isOpen = isNamed || (deck.prerequisites[card.slug] ?? []).allSatisfy { solid[$0] ?? 1 >= 0.6 }
      return !seenToday.contains(card.group) && isOpen
    }
    let allowed = isNamed ? newLimit : max(0, newLimit - introduced)
    return (Selection.oneOfEachGroup(due.map(\.card)), Array(Selection.oneOfEachGroup(new).prefix(allowed)))
  }

  /// The queue of a session: due cards first, then new ones, no two neighbours of one note where that can be.
  package func queue(from deck: Deck, _ ledger: Ledger, at now: Int) -> [Card] {
    let (due, new) = candidates(from: deck, ledger, at: now)
    let chosenDue = due.prefix(limit)
    let groups = Set(chosenDue.map(\.group))
    let chosenNew = new.filter { !groups.contains($0.group) }.prefix(limit - chosenDue.count)
    return interleaved(Array(chosenDue)) + interleaved(Array(chosenNew))
  }

  private func isWanted(_ card: Card) -> Bool {
    (!isNamed || slugs.contains(card.slug)) && (kinds.isEmpty || kinds.contains(card.kind))
  }

  /// The share of each note's own cards that last a week: the new cards of a note wait until three fifths of the cards
  /// of each prerequisite do.
  private static func solidity(of deck: Deck, _ ledger: Ledger) -> [String: Double] {
    var counts: [String: (solid: Double, all: Double)] = [:]
    for card in deck.cards where !card.isGenerated {
      let isSolid = (ledger.standing(of: card.id)?.progress?.memory.stability ?? 0) >= 7
      let before = counts[card.slug] ?? (0, 0)
      counts[card.slug] = (before.solid + (isSolid ? 1 : 0), before.all + 1)
    }
    return counts.mapValues { $0.solid / $0.all }
  }

  private static func oneOfEachGroup(_ cards: [Card]) -> [Card] {
    var groups: Set<String> = []
    return cards.filter { groups.insert($0.group).inserted }
  }

  /// The cards of the notes that are known worst come first.
  private static func weakestFirst(_ cards: [(card: Card, urgency: Double)]) -> [(card: Card, urgency: Double)] {
    var sums: [String: (total: Double, count: Double)] = [:]
    for entry in cards {
      let sum = sums[entry.card.slug] ?? (0, 0)
      sums[entry.card.slug] = (sum.total + entry.urgency, sum.count + 1)
    }
    // One note's few cards say little: the mean is drawn towards 1 by two cards.
    let means = sums.mapValues { ($0.total + 2) / ($0.count + 2) }
    return cards.sorted {
      let (a, b) = (means[$0.card.slug] ?? 1, means[$1.card.slug] ?? 1)
      return a == b ? $0.urgency < $1.urgency : a < b
    }
  }

  /// Keeps the order but moves a card back while its note was just asked, if another note's card follows.
  private func interleaved(_ cards: [Card]) -> [Card] {
    var random = SplitMix64(seed: seed)
    var rest = seed == 0 ? cards : random.shuffled(cards)
    var result: [Card] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { $0.slug != result.last?.slug } ?? 0
      result.append(rest.remove(at: next))
    }
    return result
  }
}
