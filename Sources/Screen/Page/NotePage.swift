package import Catalog
import Markdown
import Text

/// A note as it is read: its title, its sections, and where to go from it.
package struct NotePage {
  private let note: Note
  /// The same note in the other language, where both are shown.
  private let translation: Note?
  private let sheet: Sheet
  private let neighbors: Neighbors
  private let home: Home

  /// Where a command finds the note again, so that its cards can be asked.
  package enum Home: Sendable {
    case library
    /// In a folder, where it may have another slug.
    case folder(String, slug: String)
    /// Nowhere: its cards are shown as they stand.
    case none
  }

  /// What the library knows of a note.
  package struct Neighbors: Sendable {
    package var otherTitle: String?
    package var linkedFrom: [String]
    /// The notes that say most of the same.
    package var nearest: [String]

    package init(otherTitle: String? = nil, linkedFrom: [String] = [], nearest: [String] = []) {
      self.otherTitle = otherTitle
      self.linkedFrom = linkedFrom
      self.nearest = nearest
    }
  }

  package init(
    _ note: Note, with translation: Note? = nil, neighbors: Neighbors = Neighbors(), home: Home = .library,
    on sheet: Sheet
  ) {
    self.note = note
    self.translation = translation
    self.neighbors = neighbors
    self.home = home
    self.sheet = sheet
  }

  /// The whole note.
  package var lines: [Line] {
    var page = NotePage.page(of: note, on: sheet)
    var body = NoteBody(of: note)
    var other = translation.map(NoteBody.init)
    if let quizCommand {
      body.foldQuiz(into: quizCommand)
      other?.foldQuiz(into: quizCommand)
    }
    var lines = NoteTitle(note, otherTitle: otherTitle, on: sheet).lines
    if !lines.isEmpty { lines.append([]) }
    lines += text(body, other, &page)
    return lines + footer(page.references.slugs)
  }

  /// One section with the sections below it.
  package func lines(of section: Section) -> [Line] {
    var page = NotePage.page(of: note, on: sheet)
    // The command stays whole, so that it can be copied.
    let title = [
      LineBreak.Piece(Run(note.title, .title)), LineBreak.Piece(Run("  ")),
      LineBreak.Piece(
        Run(sheet.command("mlnotes show \(note.slug.shellWord)", in: nextLanguage), .secondary), .rigid),
    ]
    var body = NoteBody(of: note)
    body.keep(section)
    let other = translation.flatMap { translation in
      translation.counterpart(of: section, in: note).map { counterpart in
        var body = NoteBody(of: translation)
        body.keep(counterpart)
        return body
      }
    }
    return sheet.lineBreak(sheet.measure - sheet.margin).lines(of: title).map {
      [Run(.spaces(sheet.margin))] + $0
    } + [[]] + text(body, other, &page)
  }

  /// What is shown of a note, with the same of its translation where both are.
  private func text(_ body: NoteBody, _ other: NoteBody?, _ page: inout Page) -> [Line] {
    var lines: [Line] = []
    if let other {
      var otherPage = NotePage.page(of: other.note, on: sheet)
      otherPage.footnotePrefix = "\(other.note.language.rawValue):"
      lines = BilingualBody(first: body, second: other).lines(&page, &otherPage)
    } else {
      for part in body.parts { page.add(part, of: note) }
    }
    page.addReferences()
    return lines + page.takeLines()
  }

  /// What asks the note's cards.
  private var quizCommand: String? {
    func command(_ slug: String) -> String { sheet.command("mlnotes quiz \(slug.shellWord)", in: nextLanguage) }
    return switch home {
    case .library: command(note.slug)
    case .folder(let path, let slug): command(slug) + " --notes \(path.shellWord)"
    case .none: nil
    }
  }

  private var otherTitle: String? { translation?.title ?? neighbors.otherTitle }

  /// What is read in one language goes on in it; a note in one language only says nothing about the reader's.
  private var nextLanguage: Language { otherTitle == nil ? sheet.language : note.language }

  /// `See also  ddpm · guidance`, `Linked from  …` and `Similar  …`: the notes that the text leads to by other words
  /// than their slugs, with the related ones; where a section lists these, `Mentioned  …` are those alone.
  private func footer(_ mentioned: [String]) -> [Line] {
    let hasList = note.sections.contains { ["see also", "延伸阅读", "相关"].contains($0.title.lowercased()) }
    let related = hasList ? [] : note.related
    var lines: [Line] = []
    let label = hasList ? Wording("Mentioned", "文中提到") : Wording("See also", "另见")
    lines += names(sheet.word(label), related + mentioned.filter { !related.contains($0) })
    lines += names(sheet.word(Wording("Linked from", "被引用于")), neighbors.linkedFrom)
    let known = Set(related + mentioned + neighbors.linkedFrom)
    lines += names(sheet.word(Wording("Similar", "相近")), neighbors.nearest.filter { !known.contains($0) })
    return lines.isEmpty ? [] : [[]] + lines
  }

  private func names(_ label: String, _ slugs: [String]) -> [Line] {
    guard !slugs.isEmpty else { return [] }
    let head = label + "  "
    let indent = sheet.margin + sheet.columns(head)
    var pieces: [LineBreak.Piece] = []
    for slug in slugs {
      if !pieces.isEmpty { pieces += [LineBreak.Piece(Run("·", .secondary), .attached), LineBreak.Piece(Run(" "))] }
      pieces.append(LineBreak.Piece(Run(slug, .name), .rigid))
      pieces.append(LineBreak.Piece(Run(" ")))
    }
    return sheet.lineBreak(sheet.measure - indent).lines(of: pieces).enumerated().map { i, line in
      let start = i == 0 ? [Run(.spaces(sheet.margin)), Run(head, .secondary)] : [Run(.spaces(indent))]
      return start + line
    }
  }

  private static func page(of note: Note, on sheet: Sheet) -> Page {
    var page = Page(note.document, on: sheet, macros: note.macros)
    for section in note.sections {
      if let number = section.number { page.sectionNumbers[section.heading] = number }
    }
    return page
  }
}

/// The title in both languages, what the note is about and how long it takes, and a rule.
struct NoteTitle {
  private let note: Note
  private let otherTitle: String?
  private let sheet: Sheet

  init(_ note: Note, otherTitle: String?, on sheet: Sheet) {
    self.note = note
    self.otherTitle = otherTitle
    self.sheet = sheet
  }

  /// Nothing for a text without a title.
  var lines: [Line] {
    guard !note.title.isEmpty else { return [] }
    let room = sheet.measure - sheet.margin
    let indent = Run(.spaces(sheet.margin))
    var facts: [String] = []
    if !note.topic.isEmpty { facts.append(Topic(note.topic).title[sheet.language]) }
    facts.append(sheet.word(Wording("\(minutes) min", "\(minutes) 分钟")))
    if otherTitle != nil { facts.append(sheet.isASCII ? "EN / ZH" : sheet.word(Wording("EN / 中", "中 / EN"))) }
    let aside = facts.joined(separator: " · ")
    func broken(_ run: Run) -> [Line] { sheet.lineBreak(room).lines(of: [LineBreak.Piece(run)]).map { [indent] + $0 } }
    var titles = [broken(Run(note.title, .title))]
    if let otherTitle, otherTitle != note.title { titles.append(broken(Run(otherTitle, .secondary))) }
    // Of spaces no line is left.
    titles.removeAll(where: \.isEmpty)
    // At the right of the first title that leaves room for it, so that nothing parts the two.
    let free = { (title: [Line]) in sheet.measure - sheet.columns(title.last ?? []) - sheet.columns(aside) }
    if let i = titles.firstIndex(where: { free($0) >= 2 }) {
      titles[i][titles[i].count - 1] += [Run(.spaces(free(titles[i]))), Run(aside, .secondary)]
    } else {
      titles.append(broken(Run(aside, .secondary)))
    }
    return titles.joined() + [[indent, Run(sheet.bar("─", room), .secondary)]]
  }

  /// The time to read the text: 200 words or 400 Han characters a minute.
  private var minutes: Int {
    var words = 0
    var han = 0
    var inWord = false
    for byte in note.source {
      // The first byte of U+4000–9FFF; the block of Han starts a little above.
      if 0xE4...0xE9 ~= byte { han += 1 }
      let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      if isLetter && !inWord { words += 1 }
      inWord = isLetter || (inWord && byte > UInt8(ascii: " ") && byte < 0x80)
    }
    return max(1, (words * 2 + han + 200) / 400)
  }
}
