/// A session as a value: which card is next, what an answer makes of it, and how it went.
///
/// It reads no clock and writes no file: the time comes with each answer, and each answer gives the event that must be
/// on the disk before the next card is shown.
package struct Session: Sendable {
  /// When only cards in their steps are left, those that are due within twenty minutes are shown at once.
  private static let learnAhead = 20 * 60_000

  package private(set) var ledger: Ledger
  package let deck: Deck
  package let seed: UInt64
  package let practises: Bool
  /// Whether each card is asked as it is written, however long its memory lasts.
  private let keepsForm: Bool
  package private(set) var tally = Tally()
  /// How many different cards the session is about, those of an earlier part of it included.
  package let count: Int
  private var queue: [Card]
  /// Cards that were gone back to, the next of them last.
  private var returned: [Card] = []
  /// Cards in their steps, by when they are due.
  private var waiting: [(due: Int, card: Card)] = []
  private var met: Set<String>

  /// `begun` names the cards of the session that were answered before it was interrupted.
  package init(
    _ queue: [Card], of deck: Deck, _ ledger: Ledger, seed: UInt64, practises: Bool = false, keepsForm: Bool = false,
    begun: Set<String> = []
  ) {
    self.queue = queue
    self.deck = deck
    self.ledger = ledger
    self.seed = seed
    self.practises = practises
    self.keepsForm = keepsForm
    met = begun
    count = begun.union(queue.map(\.id)).count
  }

  /// The number of the card that is being asked, from 1.
  package var number: Int { min(max(met.count, 1), count) }

  /// Takes the next card: first those that were gone back to, then those whose step is over, then the queue, then those
  /// whose step is nearly over.
  package mutating func next(at now: Int) -> Asking? {
    waiting.sort { ($0.due, $0.card.id) < ($1.due, $1.card.id) }
    let card: Card
    if !returned.isEmpty {
      card = returned.removeLast()
    } else if let first = waiting.first, first.due <= now {
      card = waiting.removeFirst().card
    } else if !queue.isEmpty {
      card = queue.removeFirst()
    } else if let first = waiting.first, first.due <= now + Session.learnAhead {
      card = waiting.removeFirst().card
    } else {
      return nil
    }
    met.insert(card.id)
    return asking(card)
  }

  package func asking(_ card: Card) -> Asking {
    let standing = ledger.standing(of: card.id)
    let stability = keepsForm ? nil : standing?.progress?.memory.stability
    return Asking(card, reviews: standing?.reviews ?? 0, stability: stability, seed: seed, in: deck)
  }

  /// What the answer is in the log; `take(_:for:_:)` its event once it is on the disk.
  package func kind(of card: Card, _ grade: Grade, duration: Int = 0, isOverride: Bool = false) -> Event.Kind {
    let form = asking(card).kind.rawValue
    return practises
      ? .practice(card: card.id, grade: grade, duration: duration, kind: form)
      : .review(card: card.id, grade: grade, duration: duration, kind: form, isOverride: isOverride)
  }

  /// Takes an answer in; gives when the card is due again. `replayed` is the ledger with the answer in its place, where
  /// that may not be the last, as a clock may have gone back, or not the only one, as another session may have gone on.
  @discardableResult
  package mutating func take(_ event: Event, for card: Card, _ grade: Grade, replayed: Ledger? = nil) -> Int {
    if let replayed {
      // What another session asked in the meantime is not asked again.
      queue = queue.filter { last($0, replayed) == last($0, ledger) }
      returned = returned.filter { last($0, replayed) == last($0, ledger) }
      ledger = replayed
    } else {
      ledger.apply(event)
    }
    guard !practises else {
      tally.add(card, grade, due: event.time)
      return ledger.standing(of: card.id).flatMap { ledger.due(card.id, $0) } ?? event.time
    }
    let standing = ledger.standing(of: card.id) ?? Ledger.Standing()
    let due = ledger.due(card.id, standing) ?? event.time
    if standing.progress?.phase != .review { waiting.append((due, card)) }
    tally.add(card, grade, due: due)
    return due
  }

  private func last(_ card: Card, _ ledger: Ledger) -> Int { ledger.standing(of: card.id)?.last ?? 0 }

  /// Leaves a card out for good.
  package mutating func suspend(_ card: Card, by event: Event) {
    ledger.apply(event)
    waiting.removeAll { $0.card.id == card.id }
    queue.removeAll { $0.id == card.id }
    returned.removeAll { $0.id == card.id }
  }

  /// Goes back to before an answer or a suspension: its card is next, then the one that was being asked.
  package mutating func goBack(to card: Card, wasAnswered: Bool, _ ledger: Ledger, current: Card?) {
    self.ledger = ledger
    waiting.removeAll { $0.card.id == card.id }
    if let current, current.id != card.id { returned.append(current) }
    returned.append(card)
    met.remove(card.id)
    if let current { met.remove(current.id) }
    if wasAnswered { tally.takeBack(card) }
  }

  /// The session's own answers, for its last screen.
  package struct Tally: Sendable {
    package struct Entry: Sendable {
      package var card: Card
      package var grade: Grade
      package var due: Int
    }

    package private(set) var entries: [Entry] = []
    package var asked: Int { entries.count }
    /// A card that is asked again counts once.
    package var cards: Int { Set(entries.map(\.card.id)).count }
    package var right: Int { entries.count { $0.grade.isRecalled } }

    mutating func add(_ card: Card, _ grade: Grade, due: Int) {
      entries.append(Entry(card: card, grade: grade, due: due))
    }

    mutating func takeBack(_ card: Card) {
      if let last = entries.lastIndex(where: { $0.card.id == card.id }) { entries.remove(at: last) }
    }

    /// By note in the order met: how many answers and how many of them right.
    package var notes: [(slug: String, right: Int, asked: Int)] {
      var notes: [(slug: String, right: Int, asked: Int)] = []
      for entry in entries {
        let right = entry.grade.isRecalled ? 1 : 0
        if let i = notes.firstIndex(where: { $0.slug == entry.card.slug }) {
          notes[i].asked += 1
          notes[i].right += right
        } else {
          notes.append((entry.card.slug, right, 1))
        }
      }
      return notes
    }

    /// The card that was answered worst, for what to read again; nil where all went well.
    package var weakest: Card? {
      let wrong = entries.filter { !$0.grade.isRecalled }
      let counts = Dictionary(wrong.map { ($0.card.slug, 1) }, uniquingKeysWith: +)
      let worst = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return wrong.first { $0.card.slug == worst }?.card
    }

    /// Each card's last due time.
    package var dues: [Int] {
      Dictionary(entries.map { ($0.card.id, $0.due) }, uniquingKeysWith: { $1 }).values.sorted()
    }
  }

  /// What an answer that was judged by the program is graded as (wrong is Again; right with the options in
  /// sight is Good on a young card, Hard on an older one; right without them is Good).
  package func grade(_ verdict: Verdict, for card: Card, sawOptions: Bool, sawHint: Bool) -> Grade {
    guard verdict != .wrong else { return .again }
    if sawHint { return .hard }
    let stability = ledger.standing(of: card.id)?.progress?.memory.stability ?? 0
    return sawOptions && stability >= 3 ? .hard : .good
  }
}
