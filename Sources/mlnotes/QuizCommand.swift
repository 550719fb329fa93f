import Catalog
import Host
import Quiz
import Search
import Text

extension Command {
  static let quiz = Command(
    name: "quiz",
    summary: .init("Review due cards, or drill a topic.", "复习到期的卡片，或专练一个主题。"),
    discussion: [
      .init(
        "Due cards come first, then new ones whose prerequisites you know. Naming a note, one of its sections (NOTE#SECTION) or a topic lifts that gate and the daily limit of new cards. Each answer is on the disk before the next card is shown.",
        "先问到期的卡片，再问先修知识已掌握的新卡片。指定笔记、其中一节（NOTE#SECTION）或主题后不再受此限制，也不受每日新卡上限限制。每个回答在显示下一张卡片之前就已写入磁盘。"),
      .init(
        "Without a terminal the keys are lines: an empty line shows the answer, a line of text is a typed answer, 1 to 4 grade. With --json: JSON Lines both ways.",
        "没有终端时按行输入：空行显示答案，一行文字为键入的答案，1 到 4 为评分。加 --json 则双向使用 JSON Lines。"),
      .init(
        "JSON Lines: an event 'card' asks; answer it with {\"grade\":1} to 4, {\"answer\":\"…\"} or {\"undo\":true}. Events 'result' (once the answer is on the disk), 'undone' and 'error' follow, or 'answer' where only you can judge what was typed: then grade it. The last is 'end'.",
        "JSON Lines：事件 card 提问；以 {\"grade\":1} 至 4、{\"answer\":\"…\"} 或 {\"undo\":true} 作答。随后是 result（答案已写入磁盘）、undone 或 error；程序无法判断所键入的答案时给出 answer，请再评分。最后是 end。"
      ),
    ],
    operands: [Operand("topic or note", .topicOrNote, isOptional: true, repeats: true)],
    flags: [
      .cardLimit, .newLimit, .cardKind, .weak, .practice, .count, .queue, .forget, .unsuspend, .seed, .now, .twoButton,
    ],
    examples: [
      .init("mlnotes quiz", .init("review what is due", "复习到期的卡片")),
      .init("mlnotes quiz ddim#3", .init("drill what its third section explains", "专练第三节讲的内容")),
      .init("mlnotes quiz ddim --kind cloze", .init("drill one note's clozes", "专练一篇笔记的填空")),
    ],
    run: { invocation, console throws(Failure) in
      let call = try QuizCall(invocation, telling: &console)
      if !console.isForPrograms { console.print(call.standIn.lines) }
      if let name = invocation.text(.forget) { return try call.forget(name, &console) }
      if let name = invocation.text(.unsuspend) { return try call.unsuspend(name, &console) }
      if invocation.has(.count) { return try call.count(&console) }
      if invocation.has(.queue) { return try call.list(&console) }
      if console.isJSON { return try JSONQuiz(call).run(&console) }
      return try TextQuiz(call).run(&console)
    })
}

extension Flag {
  static let cardLimit = Flag(
    "cards", "n", .number("number", 1...100_000),
    help: .init("At most so many cards in this session. (default: 20)", "本次最多问多少张卡片。（默认 20）"))
  static let newLimit = Flag(
    "new", nil, .number("number", 0...100_000),
    help: .init(
      "At most so many new cards. (default: 10 a day, of a named note or topic all)", "最多多少张新卡片。（默认每天 10 张，指定笔记或主题时不限）")
  )
  static let cardKind = Flag(
    "kind", nil, .text("kinds"),
    help: .init(
      "Only cards of these kinds, asked in that form, separated by commas: \(Card.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      "只问这些类型的卡片，并以该形式提问（逗号分隔）：\(Card.Kind.allCases.map(\.rawValue).joined(separator: "、"))。"))
  static let weak = Flag("weak", help: .init("The cards of your weakest notes.", "最薄弱笔记的卡片。"))
  static let practice = Flag(
    "practice", help: .init("Ask cards that are not due too; the schedule stays as it is.", "未到期的卡片也问；不改变日程。"))
  static let count = Flag(
    "count", help: .init("Print how many cards are due; exit 1 if none is.", "输出到期卡片数；没有则以 1 退出。"))
  static let queue = Flag("list", help: .init("Print the cards of the session without asking.", "只列出本次的卡片，不提问。"))
  static let forget = Flag(
    "forget", nil, .text("card or note"), help: .init("Make a card, or a note's cards, as new.", "把一张卡片或一篇笔记的卡片重置为新卡。"))
  static let unsuspend = Flag(
    "unsuspend", nil, .text("card or note"),
    help: .init("Ask a suspended card, or a note's, again.", "重新询问已搁置的卡片，或一篇笔记的已搁置卡片。"))
  static let seed = Flag(
    "seed", nil, .number("number", 0...Int.max), help: .init("Another order of cards and options.", "换一种卡片与选项的顺序。"))
  static let now = Flag(
    "now", nil, .text("ISO 8601"),
    help: .init("Take this as the time: 2026-11-21T10:00:00+08:00.", "以此为当前时间：2026-11-21T10:00:00+08:00。"))
  static let twoButton = Flag("two-button", help: .init("Only right (Enter) and wrong (1).", "只有对（Enter）与错（1）。"))
}

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

  func list(_ console: inout Console) throws(Failure) -> ExitCode {
    let ledger = try ledger(telling: &console)
    let deck = try deck()
    let queue = deck.cards(selection.queue(from: roster, ledger, at: time.now))
    for card in queue.map(deck.completed) {
      let standing = ledger.standing(of: card.id)
      let due = standing.flatMap { ledger.due(card.id, $0) }.map(Moment.text) ?? ""
      if console.isJSON {
        console.write(
          standIn.marking(
            .object([
              ("id", .string(card.id)), ("slug", .string(card.slug)), ("kind", .string(card.kind.rawValue)),
              ("stem", .string(card.stem)), ("due", due.isEmpty ? .null : .string(due)),
            ])
          ).encoded + "\n")
      } else {
        console.record([card.id, card.slug, card.kind.rawValue, card.stem, due])
      }
    }
    return queue.isEmpty ? .no : .done
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

/// The time of a call and the zone that says which day it is.
struct QuizTime {
  private let fixed: Int?
  let zone: Zone

  init(_ invocation: Invocation) throws(Failure) {
    guard let text = invocation.text(.now) else {
      fixed = nil
      let seconds = Clock.now / 1000
      zone = Zone(from: 1_000_000_000, to: seconds + 63_072_000, offset: Clock.secondsAhead)
      return
    }
    guard let moment = Moment(text) else {
      throw Failure(.usage, "'\(text)' is no time of ISO 8601, like 2026-11-21T10:00:00Z")
    }
    guard Event.times.contains(moment.time) else {
      throw Failure(.usage, "'\(text)' is not between 1970 and 9999")
    }
    fixed = moment.time
    zone = Zone(secondsAhead: moment.secondsAhead ?? 0)
  }

  /// Milliseconds since 1970; stands still where it was given.
  var now: Int { fixed ?? Clock.now }
  var isFixed: Bool { fixed != nil }
}
