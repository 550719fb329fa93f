import Catalog
import Markdown
import Text

/// A note's blocks by section.
struct NoteBody {
  /// The blocks before the first heading, or a section.
  struct Part {
    var section: Section?
    var blocks: [Document.Node]
    /// The title of the same section in the other language.
    var otherTitle: String?
    /// Where quiz cards are folded away, the language that they are asked in.
    var quizLanguage: Language?
  }

  private(set) var parts: [Part]
  let note: Note

  init(of note: Note) {
    self.note = note
    let document = note.document
    let first = note.sections.first?.heading
    let opening = document.children(of: document.root).prefix { $0 != first }
    parts = [Part(section: nil, blocks: Array(opening))]
    parts += note.sections.map { Part(section: $0, blocks: $0.blocks) }
    if let first = parts.dropFirst().first?.section, first.title == note.title {
      // The first heading of a file without front matter is its title, which stands above already.
      parts[1].section = nil
    }
  }

  /// Puts the command that asks its cards in a language in the place of the quiz section's text.
  mutating func foldQuiz(into language: Language) {
    guard let quiz = note.quizSection, let start = parts.firstIndex(where: { $0.section == quiz }) else { return }
    let end = self.end(of: quiz, from: start)
    guard parts[start..<end].contains(where: { $0.blocks.contains(where: beginsCard) }) else { return }
    parts.replaceSubrange(start..<end, with: [Part(section: quiz, blocks: [], quizLanguage: language)])
  }

  /// Whether a block begins with the mark of a card, `Q:` or `C:`.
  private func beginsCard(_ block: Document.Node) -> Bool {
    let start = note.source[note.document.range(of: block)].prefix(4)
    guard start.first == UInt8(ascii: "Q") || start.first == UInt8(ascii: "C") else { return false }
    return start.dropFirst().first == UInt8(ascii: ":") || start.dropFirst().elementsEqual("：".utf8)
  }

  /// Leaves a section and those below it; of the title's all.
  mutating func keep(_ section: Section) {
    guard let start = parts.firstIndex(where: { $0.section == section }) else {
      if section.title != note.title { parts.removeAll() }
      return
    }
    parts = Array(parts[start..<end(of: section, from: start)])
  }

  private func end(of section: Section, from start: Int) -> Int {
    parts[(start + 1)...].firstIndex { ($0.section?.level ?? 0) <= section.level } ?? parts.count
  }
}

extension Page {
  /// Sets a part of a note.
  mutating func add(_ part: NoteBody.Part, of note: Note) {
    if let section = part.section {
      headingSuffix = part.otherTitle.map { " · \($0)" }
      add(section.heading)
      headingSuffix = nil
    }
    for block in part.blocks { add(block) }
    if let language = part.quizLanguage {
      let label = Wording("Quiz yourself", "测一测")[note.language]
      let command = sheet.command("mlnotes quiz \(note.slug.shellWord)", in: language)
      addGap()
      let pieces = [Run(label + "  ", .secondary), Run(command, .name)].map { LineBreak.Piece($0) }
      add(sheet.lineBreak(proseColumns).lines(of: pieces))
      addGap()
    }
  }
}

/// Two languages of a note, section by section.
struct BilingualBody {
  let first: NoteBody
  let second: NoteBody

  /// Sections of the same place under one heading, blocks that are the same in both once; where the sections do not
  /// pair, one text after the other.
  func lines(_ page: inout Page, _ other: inout Page) -> [Line] {
    var lines: [Line] = []
    guard first.parts.map(\.section?.level) == second.parts.map(\.section?.level) else {
      for part in first.parts { page.add(part, of: first.note) }
      lines += page.takeLines()
      other.goOn(after: page)
      for part in second.parts { other.add(part, of: second.note) }
      page.goOn(after: other)
      return lines + other.takeLines()
    }
    for (part, translated) in zip(first.parts, second.parts) {
      var part = part
      part.otherTitle = translated.section?.title
      page.add(part, of: first.note)
      lines += page.takeLines()
      other.goOn(after: page)
      let known = Set(part.blocks.map { page.document.source[page.document.range(of: $0)] })
      for block in translated.blocks where !known.contains(other.document.source[other.document.range(of: block)]) {
        other.add(block)
      }
      lines += other.takeLines()
      page.goOn(after: other)
    }
    return lines
  }
}
