import Catalog
import Host
import Text

extension Command {
  static let new = Command(
    name: "new",
    summary: .init("Start a note from the template, in both languages.", "用模板新建一篇笔记（中英文各一份）。"),
    discussion: [
      .init(
        "The files go to the notes folder: Notes/TOPIC/SLUG.en.md and .zh.md. Without a notes folder 'Notes' is made here.",
        "文件写入笔记文件夹：Notes/TOPIC/SLUG.en.md 与 .zh.md。没有笔记文件夹时，在当前目录新建 Notes。")
    ],
    operands: [Operand("slug", .words)],
    flags: [.newTopic],
    examples: [.init("mlnotes new adamw --topic optimization", .init("start a note", "新建一篇笔记"))],
    run: { invocation, console throws(Failure) in
      let slug = invocation.operands[0]
      try NewNote.check(slug)
      let topic = invocation.text(.newTopic)
      if let topic { try NewNote.check(topic) }
      let source = try NoteSource(for: invocation)
      var folder = "Notes"
      var nearTopic: String?
      if case .folder(let path) = source {
        folder = path
        let library = try source.library()
        if library.header(slug, in: console.language) != nil {
          throw Failure(.cannotWrite, "a note named '\(slug)' exists", hint: "'mlnotes edit \(slug)' opens it")
        }
        nearTopic = topic.flatMap { TopicOperand.near($0, among: library.headers.map(\.topic)) }
      }
      let notes = Language.allCases.map {
        NewNote(slug: slug, topic: topic ?? "", language: $0, date: Calendar.today)
      }
      // Both or none.
      for path in notes.map({ $0.path(below: folder) }) where FileStatus(path) != nil {
        throw Failure(.cannotWrite, "the file '\(path)' exists")
      }
      var written: [String] = []
      do throws(Failure) {
        for note in notes { written.append(try note.write(below: folder)) }
      } catch {
        written.forEach(File.remove)
        throw error
      }
      written.forEach { console.print($0) }
      if let topic, let nearTopic, !console.isQuiet {
        console.note("note: '\(topic)' is a new topic; there is '\(nearTopic)'")
      }
      if source == .bundled, !console.isForPrograms, !console.isQuiet {
        let remark = Wording(
          "from here on, the notes in 'Notes' stand in for the bundled ones in this folder and below",
          "此后在本文件夹及其下，以 Notes 中的笔记代替内置笔记")
        console.print([[Run(remark[console.language], .dim)]])
      }
      return .done
    })
}

extension Flag {
  fileprivate static let newTopic = Flag("topic", nil, .topic, help: .init("The note's topic.", "笔记的主题。"))
}

/// The template of a note.
private struct NewNote {
  let slug: String
  let topic: String
  let language: Language
  let date: String

  /// Refuses what is no name for a file and an address: lower-case letters, digits and hyphens are.
  static func check(_ name: String) throws(Failure) {
    let isName = name.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "-")
    }
    guard isName, !name.isEmpty, !name.hasPrefix("-") else {
      throw Failure(.usage, "'\(name)' is no name: use lower-case letters, digits and hyphens")
    }
  }

  func path(below folder: String) -> String { "\(place(below: folder))/\(slug).\(language.rawValue).md" }

  /// Writes the file; gives its path.
  func write(below folder: String) throws(Failure) -> String {
    let path = path(below: folder)
    do throws(SystemError) {
      try UserFolder.make(place(below: folder), isPrivate: false)
      try File.write(Array(text.utf8), to: path, isNew: true)
    } catch {
      throw Failure(.cannotWrite, "cannot write '\(path)': \(error.reason)")
    }
    return path
  }

  private func place(below folder: String) -> String { topic.isEmpty ? folder : "\(folder)/\(topic)" }

  private var text: String {
    let sections = NewNote.sections.map { title, hint in "## \(title[language])\n\n<!-- \(hint[language]) -->\n" }
    return """
      ---
      slug: \(slug)
      lang: \(language.rawValue)
      title: "\(slug)"
      topic: \(topic)
      summary: ""
      aliases: []
      keywords: []
      prerequisites: []
      related: []
      level: 2
      updated: \(date)
      sources: []
      ---

      \(sections.joined(separator: "\n"))
      """
  }

  private static let sections: [(Wording, Wording)] = [
    (Wording("In one minute", "一分钟速览"), Wording("3-5 bullets; the first is the definition", "三到五条，第一条是定义")),
    (Wording("Intuition", "直觉"), Wording("an analogy or a picture", "一个类比或一幅图")),
    (
      Wording("Definition and formulas", "定义与公式"),
      Wording("the formulas that matter, every symbol named", "关键公式，逐个说明符号")
    ),
    (Wording("How it works", "步骤"), Wording("the algorithm and its derivation", "算法与推导")),
    (
      Wording("Worked example", "算例"),
      Wording("python directly followed by its output", "python 代码块，紧跟 output 代码块")
    ),
    (Wording("Variants and comparison", "变体与对比"), Wording("one table", "一张表")),
    (Wording("Common misconceptions", "常见误区"), Wording("wrong, then right", "先误后正")),
    (
      Wording("Quiz", "自测"),
      Wording("Q: and A: lines, an id comment after each question", "Q: 与 A: 各一行，问题后加 id 注释")
    ),
    (Wording("See also", "延伸阅读"), Wording("wiki links with the relation", "维基链接及其关系")),
    (Wording("References", "参考文献"), Wording("author, title, year, arXiv id or DOI", "作者、标题、年份、arXiv 编号或 DOI")),
  ]
}
