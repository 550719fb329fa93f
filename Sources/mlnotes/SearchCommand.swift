import Catalog
import Host
import Quiz
import Screen
import Search
import TeX
import Text

extension Command {
  static let search = Command(
    name: "search",
    summary: .init("Find notes by words, names, formulas or code.", "按词语、名称、公式或代码查找笔记。"),
    discussion: [
      .init(
        "Both languages are searched; each note is one row, in the language of the query. Words in double quotes are one phrase, which every result holds. Typing mistakes, traditional characters and unfinished last words are understood. A word that no note has is named ('missing' in JSON); where the notes found may be about something else, only the closest are shown and that is said ('distant'). Where a folder of notes has nothing of the query, the bundled notes answer, and that is said too ('source' in JSON).",
        "两种语言同时搜索；每篇笔记一行，语言随查询而定。双引号中的词语是一个短语，结果必含此短语。可识别拼写错误、繁体字与未输完的末词。没有笔记含有的词会被指出（JSON 中为 missing）；找到的可能是别的内容时，只列出最接近的并说明（distant）。笔记文件夹中没有相关内容时，由内置笔记作答并说明（JSON 中为 source）。"
      )
    ],
    operands: [Operand("words", .words, repeats: true)],
    flags: [.limit, .topic, .math, .fresh],
    examples: [
      .init("mlnotes search contrastive", .init("rank the notes on contrastive learning", "按相关度列出讲对比学习的笔记")),
      .init("mlnotes search 扩散模型", .init("the same in Chinese", "用中文查找")),
      .init("mlnotes search --math '\\bar\\alpha_t'", .init("find a formula", "查找公式")),
    ],
    task: .init("indexing the notes", "正在建立索引"),
    run: { invocation, console throws(Failure) in
      let words = invocation.operands.joined(separator: " ")
      let query = Query(words, isMath: invocation.has(.math))
      guard !query.isEmpty else {
        throw Failure(.usage, "nothing to search for in '\(words)'", hint: "'mlnotes list' shows all notes")
      }
      let source = try NoteSource(for: invocation)
      var found = try find(query, in: source, invocation, console)
      var standIn: StandIn?
      if found.answer.hits.isEmpty, source != .bundled, invocation.text(.topic) == nil {
        found = try find(query, in: .bundled, invocation, console)
        standIn = found.answer.hits.isEmpty ? nil : StandIn(for: source, in: console.language)
      }
      if let remark = found.remark { console.note(remark) }
      let listing = SearchListing(query: query, found: found)
      if console.isJSON {
        console.write(standIn.marking(listing.json).encoded + "\n")
      } else if console.isPlain {
        for fields in listing.records { console.record(fields) }
      } else if found.answer.hits.isEmpty {
        throw Failure(.no, "no note matches '\(words)'")
      } else {
        let age = listing.age(in: console.language).map { [[Run($0, .dim)]] } ?? []
        let screen = listing.screen(
          hasHints: !console.isQuiet, hasCards: standIn != nil || hasCards(found.answer.hits.first?.path, in: source),
          isLimited: invocation.number(.limit) != nil)
        console.page(standIn.lines + screen.lines(on: console.sheet) + age)
      }
      return found.answer.hits.isEmpty ? .no : .done
    })

  /// Whether a quiz of a note has anything to ask; every bundled note has. One note is parsed for it.
  private static func hasCards(_ path: String?, in source: NoteSource) -> Bool {
    guard let path, source != .bundled, let text = source.text(of: path) else { return true }
    return Cards.areAsked(of: Note(parsing: text, path: path))
  }

  private static func find(
    _ query: Query, in source: NoteSource, _ invocation: Invocation, _ console: Console
  ) throws(Failure) -> Found {
    let search = SearchSource(source, isFresh: invocation.has(.fresh))
    let topic = try invocation.text(.topic).map { name throws(Failure) in
      try TopicOperand.topic(name, among: try search.index().topics).slug
    }
    var setting = Setting()
    setting.isASCII = console.surface.isASCII
    return try search.found(
      for: query, limit: invocation.number(.limit) ?? 10, topic: topic, in: console.language,
      columns: SearchScreen.excerptColumns(on: console.sheet), as: setting)
  }
}

extension Flag {
  static let limit = Flag(
    "limit", "n", .number("count", 1...100_000),
    help: .init("How many notes to show. (default: 10)", "最多显示几篇笔记。（默认 10）"))
  static let topic = Flag("topic", nil, .topic, help: .init("Only notes on this topic.", "只在这个主题中查找。"))
  static let math = Flag("math", help: .init("The words are a formula in TeX.", "查询是一个 TeX 公式。"))
  static let fresh = Flag("fresh", help: .init("Look at every file of a large folder again.", "重新检查大文件夹中的每个文件。"))
}
