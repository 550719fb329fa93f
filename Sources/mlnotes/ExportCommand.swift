import Catalog
import Host
import Quiz

extension Command {
  static let export = Command(
    name: "export",
    summary: .init("Write an Anki file or your reviews.", "导出 Anki 文件或复习记录。"),
    discussion: [
      .init(
        "'anki' writes all cards as Anki's text import reads them; importing again updates them. 'reviews' writes the log as CSV of the FSRS community's schema.",
        "anki 把所有卡片写成 Anki 文本导入格式，重复导入只会更新；reviews 把复习记录写成 FSRS 社区格式的 CSV。")
    ],
    operands: [Operand("what", .other(["anki", "reviews"])), Operand("path", .file)],
    examples: [.init("mlnotes export anki cards.txt", .init("cards for Anki", "导出到 Anki"))],
    run: { invocation, console throws(Failure) in
      let call = try QuizCall(invocation, takesNames: false, telling: &console)
      let path = invocation.operands[1]
      let text: String
      let count: Int
      switch invocation.operands[0] {
      case "anki":
        let deck = try call.deck()
        let cards = deck.cards.filter { !$0.kind.isOnRequest }
        count = cards.count
        text = AnkiText.text(of: cards.map(deck.completed)) { card in
          let topic = deck.topic(of: card.slug)
          return topic.isEmpty ? "mlnotes" : "mlnotes::\(Topic(topic).title[console.language])"
        }
      case "reviews":
        let reviews = try call.store.log(telling: &console).reviews(zone: call.time.zone)
        count = reviews.count
        text = ReviewTable.text(of: reviews)
      default:
        throw Failure(.usage, "'export' knows 'anki' and 'reviews', not '\(invocation.operands[0])'")
      }
      if path == "-" || File.descriptor(named: path) == 1 {
        console.writeText(Array(text.utf8))
        return .done
      }
      do throws(SystemError) { try File.export(Array(text.utf8), to: path) } catch {
        throw Failure(.cannotWrite, "cannot write '\(path)': \(error.reason)")
      }
      console.print(Wording("wrote \(count) to \(path)", "已写入 \(count) 条到 \(path)")[console.language])
      return .done
    })

  static let importing = Command(
    name: "import",
    summary: .init("Take in reviews from a CSV, Anki or another machine.", "导入 CSV、Anki 或其他机器的复习记录。"),
    discussion: [
      .init(
        "A union: nothing is taken in twice. Reads the CSV of the FSRS community, Anki's revlog as 'sqlite3 -csv -header' prints it, and the log of another machine.",
        "取并集，不会重复。支持 FSRS 社区的 CSV、sqlite3 -csv -header 输出的 Anki revlog，以及其他机器的日志。")
    ],
    operands: [Operand("what", .other(["reviews"])), Operand("path", .file)],
    examples: [.init("mlnotes import reviews laptop.jsonl", .init("merge another machine's log", "合并另一台机器的日志"))],
    run: { invocation, console throws(Failure) in
      guard invocation.operands[0] == "reviews" else {
        throw Failure(.usage, "'import' knows 'reviews', not '\(invocation.operands[0])'")
      }
      let store = ReviewStore()
      let path = invocation.operands[1]
      let (events, damage) = try importedEvents(path)
      var known = try store.log()
      let before = known.eventCount
      var ids = known.ids
      let missing = events.filter { ids.insert($0.event.id).inserted }
      for (event, _) in missing { known.add(event) }
      known.settle()
      // What is there under another identity, as a review that was exported from here, is not taken in again.
      let kept = known.ids
      let added = missing.filter { kept.contains($0.event.id) }
      if !added.isEmpty {
        let writer = try ReviewWriter.open(store, at: Clock.now, telling: &console)
        try writer.append(added.flatMap { $0.line + [UInt8(ascii: "\n")] })
      }
      store.tell(damage, &console)
      let count = known.eventCount - before
      if console.isJSON {
        console.write("{\"schema\":\"mlnotes.import/1\",\"added\":\(count),\"known\":\(events.count - count)}\n")
      } else if console.isPlain {
        console.record([String(count), String(events.count - count)])
      } else {
        console.print(
          Wording("added \(count), \(events.count - count) known", "新增 \(count)，已有 \(events.count - count)")[
            console.language])
      }
      return .done
    })

  /// The events of a log or a CSV with their lines, without the line ends, and the lines that are none.
  private static func importedEvents(
    _ path: String
  ) throws(Failure) -> (events: [(event: Event, line: ArraySlice<UInt8>)], damage: [Log.Damage]) {
    let bytes = try NoteOperand.bytes(of: path)
    guard bytes.first == UInt8(ascii: "{") else {
      let events = try reviews(in: bytes, path: path).map(Event.init(importing:))
      return (events.map { ($0, $0.line.dropLast()) }, [])
    }
    let lines = EventLines(bytes, named: path)
    guard lines.version <= Event.formatVersion else {
      throw Failure(.unusableData, "'\(path)' was written by a newer mlnotes; update this one to take it in")
    }
    guard !lines.events.isEmpty || lines.damage.isEmpty else {
      throw Failure(.unusableData, "'\(path)' is no review log")
    }
    return (lines.events, lines.damage)
  }
}
