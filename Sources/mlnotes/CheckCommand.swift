import Catalog
import Host
import Markdown
import Quiz
import Text

extension Command {
  static let check = Command(
    name: "check",
    summary: .init("Find mistakes in notes.", "检查笔记中的错误。"),
    discussion: [
      .init(
        "Front matter, links, prerequisites, formulas, quiz cards, diagrams, citations, and whether both languages of a note agree.",
        "检查文件头、链接、先修关系、公式、测验卡片、示意图、引用，以及同一笔记的两种语言是否一致。")
    ],
    operands: [Operand("path", .file, isOptional: true, repeats: true)],
    flags: [.strict],
    examples: [.init("mlnotes check Notes/generative/ddim.en.md", .init("check one file", "检查一个文件"))],
    task: .init("checking the notes", "正在检查笔记"),
    run: { invocation, console throws(Failure) in
      var checked = try CheckedNotes(invocation)
      let problems = checked.problems()
      for problem in problems {
        if console.isJSON {
          console.write(problem.json.encoded + "\n")
        } else if console.isPlain {
          console.record(problem.fields)
        } else {
          console.print(checked.lines(for: problem))
        }
      }
      let errors = problems.count { $0.severity == .error }
      let warnings = problems.count - errors
      if !console.isJSON && !console.isPlain {
        if !problems.isEmpty { console.print() }
        console.print(summary(checked.count, errors, warnings, console.language))
      }
      return errors > 0 || (invocation.has(.strict) && warnings > 0) ? .no : .done
    })

  private static func summary(_ files: Int, _ errors: Int, _ warnings: Int, _ language: Language) -> String {
    if language == .chinese { return "检查了 \(files) 个文件：\(errors) 个错误，\(warnings) 个警告" }
    func counted(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
    return "\(counted(files, "file")) checked: \(counted(errors, "error")), \(counted(warnings, "warning"))"
  }
}

extension Flag {
  static let strict = Flag("strict", help: .init("Warnings count as errors.", "警告也算错误。"))
}

/// The notes a check is about, beside the library that their links lead into.
private struct CheckedNotes {
  private let notes: [Note]
  /// The number of a note by the path that its problems have.
  private let numbers: [String: Int]
  /// The places of the note whose problems are shown.
  private var shown: (path: String, places: Places)?
  private let check: Check
  /// Whether the whole library is checked, so that what its notes have among themselves counts too.
  private let isWhole: Bool
  /// The files of the library that cannot be read, with the reason.
  private var unreadable: [Problem] = []
  /// What stands before a note's path so that it can be opened from here.
  private let place: String

  var count: Int { notes.count }

  init(_ invocation: Invocation) throws(Failure) {
    isWhole = invocation.operands.isEmpty
    let source = try NoteSource(for: invocation)
    place = isWhole ? source.place : ""
    if isWhole {
      let read = try source.read()
      unreadable = read.unreadable
      let library = Library(files: read.files)
      check = Check(
        library, cardProblems: Cards.problems, cardProblemsAmong: Cards.problemsAmong, cardIDs: Cards.givenIDs)
      notes = library.notes.sorted { $0.path < $1.path }
    } else {
      let (files, unreadable) = try CheckedNotes.read(invocation.operands)
      self.unreadable = unreadable
      let given = Library(files: files)
      notes = given.notes.sorted { $0.path < $1.path }
      let own = Set(given.headers.map(\.id))
      let others = try source.files().filter { !own.contains(Header(parsing: $0.bytes, path: $0.path).id) }
      check = Check(Library(files: files + others), cardProblems: Cards.problems)
    }
    let place = place
    numbers = Dictionary(
      notes.enumerated().map { (place + $1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Problem] {
    (unreadable + check.problems(in: notes) + (isWhole ? check.problemsAmongNotes() : [])).map { problem in
      var placed = problem
      placed.path = place + problem.path
      return placed
    }
  }

  /// The problem as a compiler shows it: place and message, the line, a caret below the place.
  mutating func lines(for problem: Problem) -> [[Run]] {
    let isError = problem.severity == .error
    var lines = [
      [
        Run("\(problem.path):\(problem.line):\(problem.column): "),
        Run(isError ? "error: " : "warning: ", Style.bold.with { $0.color = isError ? .red : .yellow }),
        Run(problem.message),
      ]
    ]
    if let (before, after) = text(around: problem) {
      let number = String(problem.line)
      lines.append([Run("  \(number) │ ", .dim), Run(before + after)])
      lines.append([
        Run("  " + String(repeating: " ", count: number.count) + " │ ", .dim),
        Run(String(repeating: " ", count: before.columns())), Run(mark(of: after), .bold),
      ])
    }
    if let hint = problem.hint { lines.append([Run("  hint: \(hint)")]) }
    return lines
  }

  /// A caret; below a command of TeX as long as its name.
  private func mark(of text: String) -> String {
    guard text.hasPrefix("\\") else { return "^" }
    return "^" + String(repeating: "~", count: text.utf8.dropFirst().prefix { ($0 | 0x20) &- 0x61 < 26 }.count)
  }

  /// The text of a problem's line before and after its place. A long line is shown from a little before the place, so
  /// that the caret is on the screen.
  private mutating func text(around problem: Problem) -> (before: String, after: String)? {
    guard problem.line > 0, problem.column > 1, let number = numbers[problem.path] else { return nil }
    if shown?.path != problem.path { shown = (problem.path, Places(notes[number].source)) }
    guard let places = shown?.places else { return nil }
    let source = places.source
    let skipped = max(0, problem.column - 1 - 50)
    let start = places.offset(of: (problem.line, 1 + skipped))
    let middle = places.offset(of: (problem.line, problem.column))
    let end = places.offset(of: (problem.line, 1 + skipped + 100))
    return (
      (skipped > 0 ? "…" : "") + String(decoding: source[start..<middle], as: UTF8.self),
      String(decoding: source[middle..<end], as: UTF8.self)
    )
  }

  /// Files, all those of folders, and standard input. One that was named has to be there; one that is only in a folder
  /// and cannot be read is a problem.
  private static func read(_ paths: [String]) throws(Failure) -> (files: [Library.File], unreadable: [Problem]) {
    var files: [Library.File] = []
    var unreadable: [Problem] = []
    for path in paths {
      guard Folder.exists(path) else {
        files.append((path, try NoteOperand.bytes(of: path)))
        continue
      }
      let place = path.hasSuffix("/") ? path : "\(path)/"
      let below = try NoteSource.folder(path).read()
      files += below.files.map { (place + $0.path, $0.bytes) }
      for var problem in below.unreadable {
        problem.path = place + problem.path
        unreadable.append(problem)
      }
    }
    return (files, unreadable)
  }
}

extension Problem {
  fileprivate var name: String { severity == .error ? "error" : "warning" }

  fileprivate var json: JSON {
    .object([
      ("path", .string(path)), ("line", .integer(line)), ("column", .integer(column)), ("severity", .string(name)),
      ("message", .string(message)), ("hint", hint.map(JSON.string) ?? .null),
    ])
  }

  fileprivate var fields: [String] { [path, String(line), String(column), name, message, hint ?? ""] }
}
