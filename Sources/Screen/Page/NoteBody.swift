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
    /// Where quiz cards are folded away, what asks them.
    var quizCommand: String?
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
    if let first = parts.dropFirst().first?.section, first.title == note.title, !document.refers(in: first.heading) {
      // The first heading of a file without front matter is its title, which stands above already; one that leads
      // elsewhere is shown again, as the title does not.
      parts[1].section = nil
    }
  }

  /// Puts the command that asks its cards in the place of the quiz section's text.
  mutating func foldQuiz(into command: String) {
    guard let quiz = note.quizSection, let start = parts.firstIndex(where: { $0.section == quiz }) else { return }
    let end = self.end(of: quiz, from: start)
    guard parts[start..<end].contains(where: { $0.blocks.contains(where: beginsCard) }) else { return }
    parts.replaceSubrange(start..<end, with: [Part(section: quiz, blocks: [], quizCommand: command)])
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
  /// Sets a part of a note; returns how many numbered formulas each of its blocks has.
  @discardableResult
  mutating func add(_ part: NoteBody.Part, of note: Note) -> [Int] {
    if let section = part.section {
      headingSuffix = part.otherTitle.map { " · \($0)" }
      add(section.heading)
      headingSuffix = nil
    }
    let counts = part.blocks.map { block in
      let before = formulaNumber
      add(block)
      return formulaNumber - before
    }
    if let command = part.quizCommand {
      let label = Wording("Quiz yourself", "测一测")[note.language]
      addGap()
      let pieces = [Run(label + "  ", .secondary), Run(command, .name)].map { LineBreak.Piece($0) }
      add(sheet.lineBreak(proseColumns).lines(of: pieces))
      addGap()
    }
    return counts
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
      // A formula has the same number in both languages.
      let number = page.formulaNumber
      let counts = page.add(part, of: first.note)
      lines += page.takeLines()
      other.goOn(after: page)
      other.formulaNumber = number
      let known = Dictionary(
        zip(part.blocks.map { page.document.source[page.document.range(of: $0)] }, counts),
        uniquingKeysWith: { first, _ in first })
      for block in translated.blocks {
        if let count = known[other.document.source[other.document.range(of: block)]] {
          other.formulaNumber += count
        } else {
          other.add(block)
        }
      }
      lines += other.takeLines()
      page.goOn(after: other)
    }
    return lines
  }
}

extension Document {
  /// Whether a block has a link or a footnote's mark.
  fileprivate func refers(in block: Node) -> Bool {
    let range = range(of: block)
    return [Kind.link, .wikiLink, .footnoteReference].contains { kind in
      nodes(kind).contains { range.contains(self.range(of: $0).lowerBound) }
    }
  }
}
