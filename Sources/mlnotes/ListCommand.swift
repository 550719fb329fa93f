import Catalog
import Screen
import Text

extension Command {
  static let list = Command(
    name: "list",
    summary: .init("List notes, latest first.", "列出笔记，最新的在前。"),
    discussion: [.init("Twelve notes a page, each with its summary.", "每页十二篇，附摘要。")],
    operands: [Operand("topic", .topic, isOptional: true)],
    flags: [.sort, .page],
    examples: [.init("mlnotes list generative --sort title", .init("a topic's notes by title", "按标题列出一个主题的笔记"))],
    run: { invocation, console throws(Failure) in
      let (listing, standIn) = try Listing.found(in: try NoteSource(for: invocation), invocation, &console)
      if console.isJSON {
        console.write(standIn.marking(listing.json).encoded + "\n")
      } else if console.isPlain {
        for row in listing.fields { console.record(row) }
      } else {
        let screen =
          listing.headers.isEmpty ? .nothing(invocation, console) : listing.screen(on: console.sheet)
        console.page(standIn.lines + screen.lines)
      }
      return .done
    })
}

extension Flag {
  static let sort = Flag(
    "sort", nil, .choice(["new", "title", "due"]),
    help: .init("By what to sort. (default: new)", "排序方式。（默认 new）"))
  static let page = Flag(
    "page", nil, .number("number", 1...100_000), help: .init("Which page to show. (default: 1)", "显示第几页。（默认 1）"))
}

/// The notes that `list` shows, in their order.
private struct Listing {
  private static let pageSize = 12

  private let library: Library
  private let language: Language
  private let topic: Topic?
  let headers: [Header]
  private let page: Int
  private let isPaged: Bool
  private let standings: Standings
  private let command: String

  /// In the folder, or where it has no such topic in the bundled notes.
  static func found(
    in source: NoteSource, _ invocation: Invocation, _ console: inout Console
  ) throws(Failure) -> (listing: Listing, standIn: StandIn?) {
    do throws(Failure) { return (try Listing(source, invocation, telling: &console), nil) } catch {
      guard source != .bundled, error.code == .noInput,
        let bundled = try? Listing(.bundled, invocation, telling: &console)
      else { throw error }
      return (bundled, StandIn(for: source, lacking: invocation.operands, in: console.language))
    }
  }

  init(_ source: NoteSource, _ invocation: Invocation, telling console: inout Console) throws(Failure) {
    let library = try source.library()
    self.library = library
    language = console.language
    topic = try invocation.operands.first.map { name throws(Failure) in
      try TopicOperand.topic(name, among: library.topics)
    }
    page = invocation.number(.page) ?? 1
    isPaged = invocation.has(.page)
    let sort = invocation.text(.sort).map { " --sort \($0)" }
    command = "mlnotes list" + (topic.map { " \($0.slug.shellWord)" } ?? "") + (sort ?? "")
    standings = try Standings(source, invocation, telling: &console)
    var headers = library.concepts(in: language)
    if let topic { headers = headers.filter { $0.topic == topic.slug } }
    switch invocation.text(.sort) {
    case "title": headers.sort { ($0.title, $0.slug) < ($1.title, $1.slug) }
    case "due":
      let standings = standings
      headers.sort { (-standings.due(of: $0.slug), $0.slug) < (-standings.due(of: $1.slug), $1.slug) }
    default: headers.sort { $0.updated == $1.updated ? $0.slug < $1.slug : $0.updated > $1.updated }
    }
    self.headers = headers
    guard page <= pages else {
      throw Failure(.usage, "no page \(page): there \(pages == 1 ? "is 1 page" : "are \(pages) pages")")
    }
  }

  var json: JSON {
    .object([
      ("schema", .string("mlnotes.list/1")), ("total", .integer(headers.count)), ("page", .integer(page)),
      ("pages", .integer(pages)),
      (
        "notes",
        .array(
          shown.map { header in
            .object([
              ("slug", .string(header.slug)), ("lang", .string(header.language.rawValue)),
              ("topic", .string(header.topic)), ("title", .string(header.title)),
              ("summary", .string(header.summary)), ("updated", .string(header.updated)),
              ("level", .integer(header.level)), ("cards", .integer(cards(header))),
              ("due", .integer(standings.due(of: header.slug))), ("path", .string(header.path)),
            ])
          })
      ),
    ])
  }

  /// All notes where no page was asked for: programs cut for themselves.
  var fields: [[String]] {
    (isPaged ? shown : headers[...]).map {
      [
        $0.slug, $0.language.rawValue, $0.topic, $0.title, $0.summary, $0.updated, String($0.level), String(cards($0)),
        String(standings.due(of: $0.slug)), $0.path,
      ]
    }
  }

  func screen(on sheet: Sheet) -> ListScreen {
    let rows = shown.map { header in
      let other = library.header(header.slug, in: header.language.other)
      return ListScreen.Row(
        slug: header.slug, title: header.title,
        otherTitle: other.flatMap { $0.language == header.language ? nil : $0.title } ?? "", summary: header.summary,
        cards: cards(header), standing: standings.standing(of: header.slug))
    }
    let title =
      topic.map { $0.title[language] == $0.slug ? $0.slug : "\($0.slug) · \($0.title[language])" }
      ?? ListScreen.everything[language]
    return ListScreen(
      title: title, total: headers.count, rows: rows, page: (page, pages), command: command, on: sheet)
  }

  private var pages: Int { max(1, (headers.count + Listing.pageSize - 1) / Listing.pageSize) }

  private var shown: ArraySlice<Header> {
    headers.dropFirst((page - 1) * Listing.pageSize).prefix(Listing.pageSize)
  }

  private func cards(_ header: Header) -> Int { standings.cards(of: header.slug) }
}

extension ListScreen {
  fileprivate static let everything = Wording("All notes", "全部笔记")

  /// That there is no note, and how to start one in the folder that was asked for.
  static func nothing(_ invocation: Invocation, _ console: Console) -> ListScreen {
    let folder = invocation.text(.notes).map { " --notes \($0.shellWord)" } ?? ""
    return ListScreen(
      title: everything[console.language], total: 0, rows: [], page: (1, 1),
      start: console.isQuiet ? nil : "mlnotes new SLUG\(folder)", on: console.sheet)
  }
}
