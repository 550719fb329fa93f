import Catalog
import Host
import Quiz

/// A session and the file its answers go to: what the three ways of being quizzed share.
struct QuizRun: ~Copyable {
  let call: QuizCall
  private let deck: Deck
  var dialogue: Dialogue
  /// How many cards of an interrupted session were answered before, and how many it has without those that were
  /// suspended since.
  let resumed: (answered: Int, count: Int)?
  private let lock: FileLock?
  private var writer: ReviewWriter?
  /// Whether the session that is under way began on this machine.
  private var hasBegun: Bool
  private let count: Int
  /// Whether fewer cards are asked than an interrupted session has left: it stays open for the others.
  private let isPart: Bool

  /// `showsSuggestions` says whether the reader sees a suggested grade before taking it.
  init(
    _ call: QuizCall, _ deck: Deck, showsSuggestions: Bool = true, telling console: inout Console
  ) throws(Failure) {
    self.call = call
    self.deck = deck
    let lock = try ReviewWriter.lock(call.store, telling: &console)
    let ledger = try call.ledger(telling: &console)
    var selection = call.selection
    let open = QuizRun.open(ledger, call)
    if let open { selection.limit = open.count }
    let chosen = selection.queue(from: call.roster, ledger, at: call.time.now)
    let rest = open.map { QuizRun.rest(of: $0, from: chosen, ledger, call) } ?? chosen
    let queue = deck.cards(Array(rest.prefix(call.cardLimit ?? rest.count)))
    isPart = queue.count < rest.count
    let begun = queue.isEmpty ? nil : open
    self.lock = lock
    resumed = begun.map { ($0.cards.count, $0.cards.union(rest.map(call.roster.id(of:))).count) }
    hasBegun = begun != nil && begun?.machine == (try? call.store.machine())
    count = rest.count
    dialogue = Dialogue(
      Session(
        queue, of: deck, ledger, seed: selection.seed, practises: selection.practises,
        keepsForm: !selection.kinds.isEmpty, begun: begun?.cards ?? []),
      hasTwoButtons: call.hasTwoButtons, showsSuggestions: showsSuggestions)
  }

  var session: Session { dialogue.session }

  /// Why nothing is asked; thrown where there is nothing that could ever be.
  func lull() throws(Failure) -> Lull {
    let lull = call.selection.lull(of: call.roster, session.ledger, at: call.time.now)
    if lull.cards == 0 { throw call.lackOfCards(lull) }
    return lull
  }

  /// Puts an answer on the disk and takes it in; gives when the card is due again.
  mutating func record(
    _ card: Card, _ grade: Grade, isOverride: Bool, duration: Int, _ console: inout Console
  ) throws(Failure) -> Int {
    let kind = session.kind(of: card, grade, duration: duration, isOverride: isOverride)
    // Another session may have answered until this one took the lock.
    let isFirst = writer == nil
    let event = try write(kind, &console)
    let isLast = !isFirst && session.ledger.standing(of: card.id)?.last ?? 0 <= event.time
    return dialogue.recorded(event, card, grade, replayed: isLast ? nil : try call.ledger())
  }

  mutating func suspend(_ card: Card, _ console: inout Console) throws(Failure) {
    let event = try write(.suspend(card: card.id, isSuspended: true), &console)
    dialogue.suspended(card, by: event)
  }

  /// Takes the session's last answer or suspension back; nil where there is none.
  mutating func undo(_ console: inout Console) throws(Failure) -> (card: Card, steps: [Step])? {
    guard hasBegun, let machine = try? call.store.machine(), let last = try call.store.log().lastUndoable(of: machine),
      let card = deck[last.card]
    else { return nil }
    _ = try write(.undo(of: last.id), &console)
    return (card, dialogue.goBack(to: card, wasAnswered: last.isAnswer, try call.ledger(), at: call.time.now))
  }

  /// Says in the log that the session was carried through.
  mutating func end(_ console: inout Console) throws(Failure) {
    guard hasBegun, !isPart, session.tally.asked > 0 else { return }
    _ = try write(.end, &console)
  }

  /// Puts an event on the disk. The file is opened at the first answer, which also says that a session begins: who only
  /// looks needs no writable home.
  private mutating func write(_ kind: Event.Kind, _ console: inout Console) throws(Failure) -> Event {
    var writer: ReviewWriter
    if let open = self.writer.take() {
      writer = open
    } else {
      writer = try ReviewWriter.open(
        call.store, holding: lock, at: call.time.now, knowing: session.ledger.horizon, telling: &console)
    }
    if !hasBegun {
      hasBegun = true
      _ = try writer.append(.begin(scope: call.scope, count: count), at: call.time.now)
    }
    let event = try writer.append(kind, at: call.time.now)
    self.writer = consume writer
    return event
  }

  /// A session over the same cards that was begun on the same day and not carried through. One over another folder's
  /// has asked none of these.
  private static func open(_ ledger: Ledger, _ call: QuizCall) -> Ledger.OpenSession? {
    guard let open = ledger.session, open.scope == call.scope, open.cards.count < open.count,
      ledger.zone.day(of: open.time) == ledger.zone.day(of: call.time.now),
      open.cards.contains(where: { call.roster.number(of: $0) != nil })
    else { return nil }
    return open
  }

  /// Of the cards that may be asked those that a session has met before and that are due again, and of the others as
  /// many as it lacks.
  private static func rest(
    of open: Ledger.OpenSession, from cards: [Int], _ ledger: Ledger, _ call: QuizCall
  ) -> [Int] {
    var missing = open.count - open.cards.count
    return cards.filter { card in
      let id = call.roster.id(of: card)
      guard open.cards.contains(id) else {
        missing -= 1
        return missing >= 0
      }
      let due = ledger.standing(of: id).flatMap { ledger.due(id, $0) }
      return !call.selection.practises && due ?? .max <= call.time.now
    }
  }
}
