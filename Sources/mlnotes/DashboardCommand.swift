import Catalog
import Host
import Screen

extension Command {
  /// What a bare `mlnotes` shows: on a terminal where the reader stands, else the help.
  static func dashboardOrHelp(_ invocation: Invocation, _ console: inout Console) throws(Failure) -> ExitCode {
    guard console.isTerminal else {
      console.write(Help(for: console).overview)
      return .done
    }
    let source = try NoteSource(for: invocation)
    let library = try source.library()
    let concepts = library.concepts(in: console.language)
    let standings = try Standings(source, invocation, telling: &console)
    // Where all notes are of one day, none is the latest: then what is to be learned next.
    let isOfOneDay = Set(concepts.map(\.updated)).count < 2
    let notable =
      isOfOneDay
      ? standings.next.prefix(3).compactMap { library.header($0, in: console.language) }
      : Array(
        concepts.sorted { $0.updated == $1.updated ? $0.slug < $1.slug : $0.updated > $1.updated }.prefix(3))
    let rows = notable.map { header in
      let other = library.header(header.slug, in: header.language.other)
      return DashboardScreen.Notable(
        slug: header.slug, title: header.title,
        otherTitle: other.flatMap { $0.language == header.language ? nil : $0.title } ?? "", topic: header.topic)
    }
    let screen = DashboardScreen(
      notes: concepts.count, topics: library.topics.count,
      cards: concepts.reduce(0) { $0 + standings.cards(of: $1.slug) },
      place: place(of: source, console.language), notable: rows,
      because: isOfOneDay ? Wording("Next to learn", "接着学") : Wording("Latest", "最近更新"),
      standing: try standings.today(), on: console.sheet)
    console.print(screen.lines)
    return .done
  }

  private static func place(of source: NoteSource, _ language: Language) -> String {
    switch source {
    case .bundled: return Wording("bundled notes", "内置笔记")[language]
    case .folder(let path):
      guard let home = Environment.value("HOME"), path.hasPrefix(home + "/") else { return path }
      return "~" + path.dropFirst(home.count)
    }
  }
}
