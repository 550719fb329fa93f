import Catalog
import Host

extension Command {
  static let edit = Command(
    name: "edit",
    summary: .init("Open a note in your editor.", "在编辑器中打开一篇笔记。"),
    discussion: [
      .init(
        "The editor is $VISUAL, else $EDITOR, else vi. '--lang both' opens both languages.",
        "编辑器取 $VISUAL，其次 $EDITOR，否则用 vi。--lang both 同时打开两种语言。")
    ],
    operands: [Operand("note", .note)],
    run: { invocation, console throws(Failure) in
      let paths = try editedPaths(invocation, console)
      console.flush()
      let editor = Environment.editor
      guard let code = Child.run(shell: editor, arguments: paths), code != 126, code != 127 else {
        throw Failure(.cannotRead, "cannot run the editor '\(editor)'", hint: "set VISUAL or EDITOR")
      }
      guard code == 0 else { throw Failure(.no, "the editor '\(editor)' ended with code \(code)") }
      return .done
    })

  private static func editedPaths(_ invocation: Invocation, _ console: Console) throws(Failure) -> [String] {
    let operand: (name: String, section: String?)
    switch NoteOperand(invocation.operands[0]) {
    case .standardInput: throw Failure(.usage, "'edit' wants a note's name or a file")
    case .file(let path): return [path]
    case .note(let name, let section): operand = (name, section)
    }
    let asked = try NoteSource(for: invocation)
    let (slug, library, source) = try NoteOperand.found(operand.name, operand.section) { name throws(Failure) in
      try asked.note(named: name)
    }.found
    guard case .folder(let folder) = source else {
      throw Failure(
        .noInput, "'\(slug)' is a bundled note, not a file",
        hint: "'mlnotes show \(slug) --source' prints it; --notes and MLNOTES_DIR name a folder of notes")
    }
    let languages = console.showsBothLanguages ? [console.language, console.language.other] : [console.language]
    let headers = languages.compactMap { library.header(slug, in: $0) }
    return Array(Set(headers.map { "\(folder)/\($0.path)" })).sorted()
  }
}

extension Environment {
  /// The reader's editor, a command line of the shell.
  static var editor: String { value("VISUAL") ?? value("EDITOR") ?? "vi" }
}
