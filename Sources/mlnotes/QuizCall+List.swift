import Catalog
import Quiz
import Screen
import TeX
import Text

extension QuizCall {
  /// The cards of the session, without asking them.
  func list(_ console: inout Console) throws(Failure) -> ExitCode {
    let ledger = try ledger(telling: &console)
    let deck = try deck()
    let queue = deck.cards(selection.queue(from: roster, ledger, at: time.now))
    var lines: [[Run]] = []
    for (i, card) in queue.map(deck.completed).enumerated() {
      let due = ledger.standing(of: card.id).flatMap { ledger.due(card.id, $0) }
      if console.isForPrograms {
        write(card, due.map(Moment.text) ?? "", &console)
      } else {
        let macros = deck.library.header(card.slug, in: card.language)?.macros ?? GivenMacros()
        let screen = QuizScreen(on: console.sheet, macros: macros)
        if i > 0 { lines.append([]) }
        lines += screen.listed(
          number: i + 1, of: queue.count, card.id, kind: card.kind.rawValue,
          due: self.due(card, in: ledger), stem: card.stem)
      }
    }
    if queue.isEmpty, !console.isForPrograms {
      let lull = selection.lull(of: roster, ledger, at: time.now)
      if lull.cards == 0 { throw lackOfCards(lull) }
      lines = rest(lull).lines(on: console.sheet)
    }
    console.page(lines)
    return queue.isEmpty ? .no : .done
  }

  /// When a card is due.
  func due(_ card: Card, in ledger: Ledger) -> QuizScreen.Due {
    guard let due = ledger.standing(of: card.id).flatMap({ ledger.due(card.id, $0) }) else { return .new }
    let days = ledger.zone.day(of: due) - ledger.zone.day(of: time.now)
    return due <= time.now ? .since(days: -days) : .in(days: days)
  }

  private func write(_ card: Card, _ due: String, _ console: inout Console) {
    guard console.isJSON else { return console.record([card.id, card.slug, card.kind.rawValue, card.stem, due]) }
    let members: [(key: String, value: JSON)] = [
      ("id", .string(card.id)), ("slug", .string(card.slug)), ("kind", .string(card.kind.rawValue)),
      ("stem", .string(card.stem)), ("due", due.isEmpty ? .null : .string(due)),
    ]
    console.write(standIn.marking(.object(members)).encoded + "\n")
  }
}
