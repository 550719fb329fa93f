import Catalog
import Host
import Quiz

/// A session and the file its answers go to: what the three ways of being quizzed share.
struct QuizRun: ~Copyable {
  let call: QuizCall
  private let deck: Deck
  var dialogue: Dialogue
  /// How many answers of an interrupted session came before.
  let resumed: (answered: Int, count: Int)?
  private var writer: ReviewWriter?
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
    try ReviewWriter.refuseSecond(of: call.store)
    let ledger = try call.ledger(telling: &console)
    var selection = call.selection
    let open = QuizRun.open(ledger, call)
    let left = open.map { $0.count - $0.answered } ?? selection.limit
    selection.limit = min(left, call.cardLimit ?? left)
    isPart = selection.limit < left
    let queue = deck.cards(selection.queue(from: call.roster, ledger, at: call.time.now))
    let isResumed = open != nil && !queue.isEmpty
    resumed = isResumed ? open.map { ($0.answered, $0.count) } : nil
    hasBegun = isResumed
    count = queue.count
    dialogue = Dialogue(
      Session(
        queue, of: deck, ledger, seed: selection.seed, practises: selection.practises,
        keepsForm: !selection.kinds.isEmpty,
        begun: isResumed ? open?.answered ?? 0 : 0),
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
    return dialogue.recorded(try write(kind, &console), card, grade)
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
      writer = try ReviewWriter.open(call.store, at: call.time.now, knowing: session.ledger.horizon)
      if let notice = writer.notice { console.note("note: \(notice)") }
    }
    if !hasBegun {
      hasBegun = true
      _ = try writer.append(.begin(scope: call.scope, count: count), at: call.time.now)
    }
    let event = try writer.append(kind, at: call.time.now)
    self.writer = consume writer
    return event
  }

  /// A session over the same cards that was begun on the same day and not carried through.
  private static func open(_ ledger: Ledger, _ call: QuizCall) -> Ledger.OpenSession? {
    guard let open = ledger.session, open.scope == call.scope, open.answered > 0, open.answered < open.count,
      ledger.zone.day(of: open.time) == ledger.zone.day(of: call.time.now)
    else { return nil }
    return open
  }
}
