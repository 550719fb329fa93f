import Catalog
import Screen
import Text

extension Command {
  static let path = Command(
    name: "path",
    summary: .init("Show what to learn before a note, in order.", "按顺序列出学习一篇笔记前要学的内容。"),
    operands: [Operand("note", .note)],
    run: { invocation, console throws(Failure) in
      let operand = invocation.operands[0]
      guard case .note(let name, let sectionName) = NoteOperand(operand) else {
        throw Failure(.usage, "'path' wants a note's name, not a file")
      }
      let asked = try NoteSource(for: invocation)
      let (found, section) = try NoteOperand.found(name, sectionName) { name throws(Failure) in
        try asked.note(named: name)
      }
      let (slug, library, source) = found
      guard section == nil else {
        throw Failure(
          .usage, "'path' wants a note's name, not a section: '\(operand)'",
          hint: "mlnotes path \(slug.shellWord)".quotedCommand + " is the path to the note")
      }
      let standIn = source == asked ? nil : StandIn(for: asked, lacking: [name], in: console.language)
      let headers = (library.path(to: slug) ?? [slug]).compactMap { library.header($0, in: console.language) }
      if console.isJSON {
        let notes = headers.map { JSON.object([("slug", .string($0.slug)), ("title", .string($0.title))]) }
        let path = JSON.object([
          ("schema", .string("mlnotes.path/1")), ("slug", .string(slug)), ("path", .array(notes)),
        ])
        console.write(standIn.marking(path).encoded + "\n")
      } else if console.isPlain {
        for header in headers { console.record([header.slug, header.title]) }
      } else {
        let standings = try Standings(source, invocation, telling: &console)
        let steps = headers.map {
          PathScreen.Step(slug: $0.slug, title: $0.title, standing: standings.standing(of: $0.slug))
        }
        console.print(standIn.lines + PathScreen(steps, on: console.sheet).lines)
      }
      return .done
    })
}
