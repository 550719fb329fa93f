import Catalog
import Host
import Quiz
import Search
import Text

/// What a call of `quiz` asks for, with the roster and the store it works on.
struct QuizCall {
  let roster: Roster
  let source: NoteSource
  /// Where what was named is not in the reader's folder but in the bundled notes.
  let standIn: StandIn?
  let store: ReviewStore
  let time: QuizTime
  let selection: Selection
  let language: Language
  let hasTwoButtons: Bool
  /// What `-n` says; nil where it was not given.
  let cardLimit: Int?
  /// The notes and topics that were named, in the reader's words.
  let names: [String]
  /// What names the session, so that an interrupted one is found again.
  let scope: String

  /// `takesNames` says whether the operands are notes and topics.
  init(_ invocation: Invocation, takesNames: Bool = true, telling console: inout Console) throws(Failure) {
    let operands = takesNames ? invocation.operands : []
    names = operands
    language = console.language
    time = try QuizTime(invocation)
    let named = try NamedCards(operands, in: try NoteSource(for: invocation), &console)
    (source, roster, standIn) = (named.source, named.roster, named.standIn)
    store = ReviewStore()
    hasTwoButtons = invocation.has(.twoButton)
    cardLimit = invocation.number(.cardLimit)
    var selection = Selection()
    selection.limit = cardLimit ?? 20
    selection.newLimit = invocation.number(.newLimit) ?? (operands.isEmpty ? 10 : .max)
    selection.isNamed = !operands.isEmpty
    (selection.slugs, selection.cards) = (named.slugs, named.cards)
    selection.kinds = try QuizCall.kinds(invocation.text(.cardKind))
    selection.practises = invocation.has(.practice)
    selection.prefersWeak = invocation.has(.weak)
    selection.seed = UInt64(invocation.number(.seed) ?? 0)
    self.selection = selection
    scope =
      ([selection.practises ? "practice" : "", selection.prefersWeak ? "weak" : ""] + operands.sorted()
      + selection.kinds.map(\.rawValue).sorted()).filter { !$0.isEmpty }.joined(separator: " ")
  }

  func ledger() throws(Failure) -> Ledger { try store.ledger(zone: time.zone) }

  /// The reader hears of what the log has lost.
  func ledger(telling console: inout Console) throws(Failure) -> Ledger {
    try store.ledger(zone: time.zone, telling: &console)
  }

  /// The cards with their texts.
  func deck() throws(Failure) -> Deck {
    let source = source
    return Deck(of: try source.library(), roster, in: language) {
      // Without an index every note is as likely.
      guard let index = try? SearchSource(source).index() else { return { _, _ in 0.3 } }
      return Likeness(of: index).between
    }
  }

  func count(_ console: inout Console) throws(Failure) -> ExitCode {
    let (due, new) = selection.counts(of: roster, try ledger(telling: &console), at: time.now)
    if console.isJSON {
      console.write(standIn.marking(.object([("due", .integer(due)), ("new", .integer(new))])).encoded + "\n")
    } else if console.isPlain {
      console.record([String(due), String(new)])
    } else {
      console.print(Wording("\(due) due, \(new) new", "到期 \(due)，新 \(new)")[language])
    }
    return due == 0 ? .no : .done
  }

  /// Makes a card or all cards of a note as new.
  func forget(_ name: String, _ console: inout Console) throws(Failure) -> ExitCode {
    let count = try change(try cards(named: name), where: { $0.progress != nil }, to: Event.Kind.forget, &console)
    let sentence = Wording("forgot \(count) card\(count == 1 ? "" : "s")", "已重置 \(count) 张卡片")
    return say(count, as: "forgot", sentence, &console)
  }

  /// Takes back that a card, or cards of a note, are not asked.
  func unsuspend(_ name: String, _ console: inout Console) throws(Failure) -> ExitCode {
    let count = try change(
      try cards(named: name), where: \.isSuspended, to: { .suspend(card: $0, isSuspended: false) }, &console)
    let sentence = Wording("unsuspended \(count) card\(count == 1 ? "" : "s")", "已恢复 \(count) 张卡片")
    return say(count, as: "unsuspended", sentence, &console)
  }

  /// How many cards were changed.
  private func say(_ count: Int, as key: String, _ sentence: Wording, _ console: inout Console) -> ExitCode {
    if console.isJSON {
      console.write(JSON.object([(key, .integer(count))]).encoded + "\n")
    } else if console.isPlain {
      console.record([String(count)])
    } else {
      console.print(sentence[language])
    }
    return .done
  }

  private func cards(named name: String) throws(Failure) -> [String] {
    if roster.number(of: name) != nil { return [name] }
    return try NamedCards(ofNote: name, in: try source.library(), roster, source, language).numbers.map(roster.id)
  }

  /// Puts an event on the disk for each card that stands in a certain way; gives how many there were.
  private func change(
    _ cards: [String], where isWanted: (Ledger.Standing) -> Bool, to kind: (String) -> Event.Kind,
    _ console: inout Console
  ) throws(Failure) -> Int {
    let ledger = try ledger()
    let wanted = cards.filter { ledger.standing(of: $0).map(isWanted) ?? false }
    guard !wanted.isEmpty else { return 0 }
    var writer = try ReviewWriter.open(store, at: time.now, telling: &console)
    for card in wanted { _ = try writer.append(kind(card), at: time.now) }
    return wanted.count
  }

  private static func kinds(_ text: String?) throws(Failure) -> Set<Card.Kind> {
    var kinds: Set<Card.Kind> = []
    for name in (text ?? "").split(separator: ",") {
      guard let kind = Card.Kind(rawValue: String(name)) else {
        let all = Card.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "no kind of card is named '\(name)'; the kinds are \(all)")
      }
      kinds.insert(kind)
    }
    return kinds
  }
}
