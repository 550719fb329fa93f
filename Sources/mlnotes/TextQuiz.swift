import Catalog
import Host
import Markdown
import Quiz
import Screen
import TeX
import Text

/// A session for a person: by single keys on a terminal, by lines elsewhere.
struct TextQuiz {
  private let call: QuizCall
  private let deck: Deck

  init(_ call: QuizCall) throws(Failure) {
    self.call = call
    deck = try call.deck()
  }

  func run(_ console: inout Console) throws(Failure) -> ExitCode {
    let usesKeys = console.isTerminal && Terminal.hasInput
    var run = try QuizRun(call, deck, showsSuggestions: usesKeys, telling: &console)
    var input = QuizInput(usesKeys: usesKeys)
    if let resumed = run.resumed {
      console.print(
        Wording(
          "  resumed: \(resumed.answered) of \(resumed.count) done", "  继续：已完成 \(resumed.answered) / \(resumed.count)")[
            call.language])
    }
    let began = Clock.ticks
    var steps = run.dialogue.advance(at: call.time.now)
    if case .end? = steps.first {
      console.print(call.rest(try run.lull()).lines(on: console.sheet))
      return .done
    }
    // A card that is only shown again keeps its moment: its time holds what was thought before Ctrl-Z or a look at the
    // source, but also the stop itself, as nothing tells how long that was; ten minutes are the most.
    var asked = Clock.ticks
    while true {
      var typed: String?
      if case .end? = steps.first { break }
      let now = steps
      steps = []
      for step in now {
        switch step {
        case .readLine(let begun): typed = begun
        case .record(let card, let grade, let isOverride):
          let duration = call.time.isFixed ? 0 : min((Clock.ticks - asked) / 1_000_000, 600_000)
          _ = try run.record(card, grade, isOverride: isOverride, duration: duration, &console)
          steps = run.dialogue.advance(at: call.time.now)
          asked = Clock.ticks
        case .suspend(let card):
          try run.suspend(card, &console)
          say(Wording("suspended; u takes it back", "已搁置；按 u 撤销"), &console)
          steps = run.dialogue.advance(at: call.time.now)
          asked = Clock.ticks
        case .undo:
          if let undone = try run.undo(&console) {
            say(Wording("taken back", "已撤销"), &console)
            steps = undone.steps
            asked = Clock.ticks
          } else {
            say(Wording("nothing of this session to take back", "本次没有可撤销的"), &console)
          }
        case .source(let card):
          page(card, &console)
          steps = run.dialogue.repeated(at: call.time.now)
        case .edit(let card):
          edit(card, &console)
          steps = run.dialogue.repeated(at: call.time.now)
        default: break
        }
        // A grade is for an answer that was seen: neither the Enter behind what was typed nor a key before it gives
        // one.
        if case .answer = step { input.discard() }
        show(step, run.session, &console)
      }
      if !steps.isEmpty { continue }
      console.flush()
      guard let stroke = input.next(typing: typed, on: console) else {
        if input.wasInterrupted { return .interrupted }
        break
      }
      steps = run.dialogue.take(stroke, at: call.time.now)
      if usesKeys, case .key(let letter) = stroke, case .answer(_, verdict: _?)? = steps.first {
        console.print()
        console.print("  > \(letter)")
      }
      if case .resumed = stroke, let typed { steps.append(.readLine(begun: typed)) }
      if case .end? = steps.first { return close(run.session, began, &console) }
    }
    if let failure = input.failure { throw Failure(.cannotRead, "cannot read standard input: \(failure.reason)") }
    if run.dialogue.card == nil { try run.end(&console) }
    return close(run.session, began, &console)
  }

  private func say(_ wording: Wording, _ console: inout Console) { console.print("  " + wording[call.language]) }

  /// For the terminal as wide as it is now.
  private func screen(_ card: Card?, _ console: Console) -> QuizScreen {
    let macros = card.flatMap { deck.library.header($0.slug, in: $0.language)?.macros } ?? GivenMacros()
    return QuizScreen(on: console.sheet, macros: macros)
  }

  private func show(_ step: Step, _ session: Session, _ console: inout Console) {
    switch step {
    case .ask(let asking, let number, let count):
      let card = asking.card
      console.print()
      console.print(
        screen(card, console).question(
          number: number, of: count, place: place(of: card), due: due(card, session), stem: card.stem))
      console.print()
      console.print(screen(card, console).keys(keys(asking), lead: .init("recall it, then:", "先回忆，再按：")))
    case .options(let asking):
      console.print()
      console.print(
        screen(asking.card, console).options(asking.options, names: asking.options.indices.map(Asking.name)))
      console.print()
      console.print(optionKeys(asking, console))
    case .missingLetters(let asking):
      let count = asking.options.count
      let (first, last) = (Asking.name(0), Asking.name(count - 1))
      say(
        Wording(
          "\(count) letters are wanted, each from \(first) to \(last) once", "需要 \(count) 个字母，\(first) 到 \(last) 各一次"),
        &console)
    case .hint(let text): console.print(screen(nil, console).hint(text))
    case .noMoreHints: say(Wording("no further hint; Enter shows the answer", "没有更多提示；按 Enter 显示答案"), &console)
    case .answer(let asking, let verdict):
      console.print()
      console.print(
        screen(asking.card, console).answer(
          isRight: verdict?.isRight, text: text(asking, verdict), source: source(asking.card, console)))
    case .grades(let waits, let suggested):
      console.print()
      console.print(screen(nil, console).grades(grades(waits), suggested: key(of: suggested)))
    case .keys: console.print(screen(nil, console).keys(allKeys, lead: .init("keys:", "按键：")))
    case .record, .suspend, .undo, .source, .edit, .readLine, .end: break
    }
  }

  /// `ddim § The update`, or where that is the answer the topic alone.
  private func place(of card: Card) -> String {
    guard !card.asksForItsNote else { return deck.topic(of: card.slug) }
    let section = deck.section(of: card)
    return card.slug + (section.map { " § \($0.title)" } ?? "")
  }

  private func text(_ asking: Asking, _ verdict: Verdict?) -> String {
    let answer = verdict?.isRight == nil ? asking.card.answer : asking.correction
    return switch verdict {
    case .misspelt?: Wording("*(mind the spelling)* ", "*（注意拼写）* ")[call.language] + answer
    case .wrong?: answer + Wording("\n\n*y counts your answer as right.*", "\n\n*按 y 算作答对。*")[call.language]
    case .undecided?: answer + Wording("\n\n*Judge yourself.*", "\n\n*请自己判断。*")[call.language]
    case .right?, nil: answer
    }
  }

  private func source(_ card: Card, _ console: Console) -> String {
    let section = deck.section(of: card)
    let place = section.map { "#\($0.number.map(String.init) ?? $0.anchor)" } ?? ""
    return console.sheet.command("mlnotes show \((card.slug + place).shellWord)", in: card.language)
  }

  private func due(_ card: Card, _ session: Session) -> QuizScreen.Due {
    let wasAsked = session.tally.entries.contains { $0.card.id == card.id }
    return wasAsked ? .again : call.due(card, in: session.ledger)
  }

  private func keys(_ asking: Asking) -> [(key: String, meaning: Wording)] {
    let type = ("t", Wording("type", "键入"))
    let asksToType = [.typed, .number].contains(asking.kind)
    return (asksToType ? [type] : []) + [("Enter", Wording("answer", "答案"))]
      + (asking.options.isEmpty ? [] : [("Space", Wording("options", "选项"))]) + (asksToType ? [] : [type])
      + [
        ("h", Wording("hint", "提示")), ("s", Wording("source", "出处")), ("u", Wording("undo", "撤销")),
        ("x", Wording("suspend", "搁置")), ("?", Wording("help", "帮助")), ("q", Wording("quit", "退出")),
      ]
  }

  /// What is pressed below the options.
  private func optionKeys(_ asking: Asking, _ console: Console) -> [[Run]] {
    let letters = "\(Asking.name(0))–\(Asking.name(asking.options.count - 1))"
    var choosing = Wording("choose", "选择")
    var lead = Wording("pick one:", "选一项：")
    if case .order = asking.card.key {
      choosing = Wording("type all letters, then Enter", "依次键入所有字母，再按 Enter")
      lead = Wording("in their order:", "按顺序：")
    }
    return screen(nil, console).keys([(letters, choosing), ("Enter", Wording("answer", "答案"))], lead: lead)
  }

  private var allKeys: [(key: String, meaning: Wording)] {
    [
      call.hasTwoButtons
        ? ("Enter", Wording("answer, then right", "显示答案，再按为答对"))
        : ("Enter", Wording("answer, or the suggested grade", "显示答案，或采用建议的评分")),
      ("Space", Wording("options", "选项")), ("a–h", Wording("choose an option", "选择选项")),
      ("t", Wording("type the answer, Esc to leave it", "键入答案，按 Esc 放弃")),
      call.hasTwoButtons
        ? ("1", Wording("wrong", "答错")) : ("1–4", Wording("again, hard, good, easy", "重来、困难、良好、简单")),
      ("y", Wording("count mine as right", "算作答对")), ("h", Wording("hint", "提示")),
      ("s", Wording("source section", "出处")), ("e", Wording("edit the card", "编辑卡片")),
      ("u", Wording("undo", "撤销")), ("x", Wording("suspend", "搁置")), ("q", Wording("quit", "退出")),
    ]
  }

  private func grades(_ waits: [Wait]) -> [(key: String, name: Wording, wait: String)] {
    let names = [Wording("again", "重来"), Wording("hard", "困难"), Wording("good", "良好"), Wording("easy", "简单")]
    let shown = call.hasTwoButtons ? [0, 2] : [0, 1, 2, 3]
    return shown.map { i in (key(of: Grade.allCases[i]), names[i], waits.isEmpty ? "" : span(waits[i])) }
  }

  private func key(of grade: Grade) -> String {
    call.hasTwoButtons && grade.isRecalled ? "Enter" : String(grade.rawValue)
  }

  private func span(_ wait: Wait) -> String {
    switch wait {
    case .seconds(let seconds):
      let minutes = seconds < 60 ? "<1" : "\(Int(seconds / 60))"
      return Wording("\(minutes) m", "\(minutes) 分")[call.language]
    case .days(let days):
      let years = (Double(days) / 365).rounded(to: 1)
      return days < 365
        ? Wording("\(days) d", "\(days) 天")[call.language] : Wording("\(years) y", "\(years) 年")[call.language]
    }
  }

  /// The section that explains the card, else its whole note, through the pager.
  private func page(_ card: Card, _ console: inout Console) {
    guard let note = deck.library.note(card.slug, in: card.language) else { return }
    guard let section = deck.section(of: card) else { return console.page(NotePage(note, on: console.sheet).lines) }
    console.page(NotePage(note, on: console.sheet).lines(of: section))
  }

  /// The card's line in the reader's editor; a bundled note has no file to edit.
  private func edit(_ card: Card, _ console: inout Console) {
    guard case .folder(let root) = call.source, let note = deck.library.note(card.slug, in: card.language) else {
      let reason = Wording(
        "a bundled note is no file to edit; --notes names a folder of yours", "内置笔记不是文件，无法编辑；可用 --notes 指定自己的文件夹")
      return console.print("  " + reason[call.language])
    }
    console.flush()
    let line = note.document.place(of: card.offset).line
    _ = Editor.ofReader.open([Editor.Place(path: "\(root)/\(note.path)", line: line)])
  }

  private func padded(_ seconds: Int) -> String { (seconds < 10 ? "0" : "") + String(seconds) }

  private func close(_ session: Session, _ began: Int, _ console: inout Console) -> ExitCode {
    let tally = session.tally
    guard tally.asked > 0 else { return .done }
    let seconds = (Clock.ticks - began) / 1_000_000_000
    let today = session.ledger.zone.day(of: call.time.now)
    let days = session.practises ? [] : tally.dues.map { session.ledger.zone.day(of: $0) - today }
    let again = [
      (label: Wording("again today", "今天再来"), count: days.count { $0 <= 0 }),
      (label: Wording("tomorrow", "明天"), count: days.count { $0 == 1 }),
      (label: Wording("within a week", "一周之内"), count: days.count { 2...7 ~= $0 }),
      (label: Wording("later", "更晚"), count: days.count { $0 > 7 }),
    ].filter { $0.count > 0 }
    let time =
      seconds < 60
      ? Wording("\(seconds) s", "\(seconds) 秒")[call.language]
      : Wording("\(seconds / 60) min \(padded(seconds % 60)) s", "\(seconds / 60) 分 \(padded(seconds % 60)) 秒")[
        call.language]
    let section = tally.weakest.flatMap { deck.section(of: $0)?.title }
    console.print()
    console.print(
      screen(nil, console).closing(
        .init(
          cards: tally.cards, answers: tally.asked, right: tally.right,
          time: call.time.isFixed ? "" : time,
          notes: tally.notes,
          again: again, weakest: tally.weakest.map { ($0.slug, section ?? "") })))
    return .done
  }
}
