import Catalog
import Host

extension Command {
  static let edit = Command(
    name: "edit",
    summary: .init("Open a note in your editor.", "在编辑器中打开一篇笔记。"),
    discussion: [
      .init(
        "The editor is $VISUAL, else $EDITOR, else vi. '--lang both' opens both languages.",
        "编辑器取 $VISUAL，其次 $EDITOR，否则用 vi。--lang both 同时打开两种语言。"),
      .init(
        "NOTE#SECTION opens the note at that section, in the editors whose way of saying so is known: vi, Vim, Neovim, nano, Emacs, micro, Kakoune, Helix, VS Code, Sublime Text, Zed.",
        "NOTE#SECTION 在该节处打开笔记，适用于已知写法的编辑器：vi、Vim、Neovim、nano、Emacs、micro、Kakoune、Helix、VS Code、Sublime Text、Zed。"
      ),
    ],
    operands: [Operand("note", .note)],
    examples: [
      .init("mlnotes edit ddim", .init("open a note of your folder", "打开自己文件夹中的笔记")),
      .init("mlnotes edit ddim#3", .init("open it at its third section", "在第三节处打开")),
    ],
    run: { invocation, console throws(Failure) in
      let places = try editedPlaces(invocation, console)
      console.flush()
      let editor = Editor.ofReader
      guard let code = editor.open(places), code != 126, code != 127 else {
        throw Failure(.cannotRead, "cannot run the editor '\(editor.command)'", hint: "set VISUAL or EDITOR")
      }
      guard code == 0 else { throw Failure(.no, "the editor '\(editor.command)' ended with code \(code)") }
      return .done
    })

  private static func editedPlaces(
    _ invocation: Invocation, _ console: Console
  ) throws(Failure) -> [Editor.Place] {
    let operand: (name: String, section: String?)
    switch NoteOperand(invocation.operands[0]) {
    case .standardInput: throw Failure(.usage, "'edit' wants a note's name or a file")
    case .file(let path): return [Editor.Place(path: path)]
    case .note(let name, let section): operand = (name, section)
    }
    let asked = try NoteSource(for: invocation)
    let (found, section) = try NoteOperand.found(operand.name, operand.section) { name throws(Failure) in
      try asked.note(named: name)
    }
    let (slug, library, source) = found
    guard case .folder(let folder) = source else {
      throw Failure(
        .noInput, "'\(slug)' is a bundled note, not a file",
        hint: "'mlnotes show \(slug) --source' prints it; --notes and MLNOTES_DIR name a folder of notes")
    }
    let languages = console.showsBothLanguages ? [console.language, console.language.other] : [console.language]
    var places: [Editor.Place] = []
    for note in languages.compactMap({ library.note(slug, in: $0) }) {
      let path = "\(folder)/\(note.path)"
      guard !places.contains(where: { $0.path == path }) else { continue }
      let line = try section.map { name throws(Failure) in
        note.place(of: try NoteOperand.section(name, of: note, in: library).range.lowerBound).line
      }
      places.append(Editor.Place(path: path, line: line))
    }
    return places.sorted { $0.path < $1.path }
  }
}
