import Catalog
import Quiz
import Screen
import Text

extension Command {
  static let topics = Command(
    name: "topics",
    summary: .init("Show the topics and how well you know them.", "列出主题及掌握程度。"),
    run: { invocation, console throws(Failure) in
      let source = try NoteSource(for: invocation)
      let library = try source.library()
      let standings = try Standings(source, invocation, telling: &console)
      let concepts = library.concepts(in: console.language)
      let rows = library.topics.map { slug in
        let notes = concepts.filter { $0.topic == slug }
        return TopicsScreen.Row(
          slug: slug, title: Topic(slug).title[console.language], notes: notes.count,
          cards: notes.reduce(0) { $0 + standings.cards(of: $1.slug) },
          mastery: standings.mastery(ofTopic: slug), level: standings.level(ofTopic: slug).name)
      }
      if console.isJSON {
        console.write(
          JSON.object([("schema", .string("mlnotes.topics/1")), ("topics", .array(rows.map(\.json)))]).encoded + "\n")
      } else if console.isPlain {
        for row in rows { console.record(row.fields) }
      } else {
        let lines =
          rows.isEmpty ? ListScreen.nothing(invocation, console).lines : TopicsScreen(rows, on: console.sheet).lines
        console.print(lines)
      }
      return .done
    })
}

extension TopicsScreen.Row {
  fileprivate var json: JSON {
    .object([
      ("slug", .string(slug)), ("title", .string(title)), ("notes", .integer(notes)), ("cards", .integer(cards)),
      ("mastery", mastery.map(JSON.number) ?? .null), ("level", .string(level.english)),
    ])
  }

  fileprivate var fields: [String] {
    [
      slug, title, String(notes), String(cards), mastery.map { String(($0 * 1000).rounded() / 1000) } ?? "",
      level.english,
    ]
  }
}

extension Level {
  var name: Wording {
    switch self {
    case .new: Wording("new", "新")
    case .familiar: Wording("familiar", "熟悉")
    case .proficient: Wording("proficient", "熟练")
    case .mastered: Wording("mastered", "掌握")
    }
  }
}
