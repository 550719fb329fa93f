import Catalog
import Quiz
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
    "kind", nil, .choices("kinds") { Card.Kind.allCases.map(\.rawValue) },
    help: .init("Only cards of these kinds, asked in that form, separated by commas", "只问这些类型的卡片，并以该形式提问（逗号分隔）"))
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
