import Catalog
import Markdown
package import TeX
import Text

/// The part of a found note that answers best: its section and the densest sentence, with the hits marked.
package struct Excerpt: Sendable, Hashable {
  package struct Piece: Sendable, Hashable {
    package var text: String
    package var isHit: Bool
  }

  /// The heading's text and its anchor; empty where the note has no headings.
  package var section = ""
  package var anchor = ""
  package var pieces: [Piece] = []

  package var text: String { pieces.map(\.text).joined() }
}

extension Answer {
  /// The excerpt of a hit, at most `columns` wide, with its formulas set on the line; `source` is the text of the hit's
  /// note.
  package func excerpt(
    of hit: Hit, from source: ContiguousArray<UInt8>, columns: Int = 160, as setting: Setting = Setting()
  ) -> Excerpt {
    guard let file = hit.record.files.first(where: { $0.path == hit.path }) else { return Excerpt() }
    let sections = Answer.opening(of: source, before: file.sections.first) + file.sections
    let note = SectionedNote(source, sections)
    guard !sections.isEmpty else {
      let passage = Passage(of: source, macros: note.macros)
      return Excerpt(pieces: Clipping(of: passage, marks, columns: columns, as: setting).pieces)
    }
    return introduction(hit.naming, note, columns, setting) ?? densest(note, columns, setting)
  }

  /// What tells who typed a name what it is; nil where the query is no name. Two names that are compared may be said
  /// together in any section, and so may what is only a part of what the note is about; else it is the opening.
  private func introduction(
    _ naming: Naming, _ note: SectionedNote, _ columns: Int, _ setting: Setting
  ) -> Excerpt? {
    guard naming != .none, let first = note.first else { return nil }
    let later = note.sections.indices.dropFirst(first + 1).filter { !note.sections[$0].isBackMatter }
    let wanted: [(sections: [Int], share: Float)] =
      switch naming {
      case .none, .title: [([first], 0.7)]
      case .alias: [([first], 0.7), (later, 0.9)]
      case .compared: [([first] + later, 0.9), ([first], 0.3)]
      }
    for (sections, share) in wanted {
      for i in sections {
        let passage = note.passage(i)
        let saying = Clipping(saying: passage, marks, share: share, columns: columns, as: setting)
        if !saying.pieces.isEmpty { return note.excerpt(i, passage, saying.pieces) }
      }
    }
    return opening(note, columns, setting)
  }

  /// The densest sentence of the section that says most; the opening where that says little.
  private func densest(_ note: SectionedNote, _ columns: Int, _ setting: Setting) -> Excerpt {
    var shown: Excerpt?
    var worth: Float = 0
    var isShred = false
    // A section may be hit where nobody sees it, in a link, a heading or a drawing; then the next one has a sentence to
    // show.
    for best in bestSections(of: note).prefix(4) {
      let passage = note.passage(best)
      let clipping = Clipping(of: passage, marks, columns: columns, as: setting)
      let isSaid = clipping.isHit && !clipping.isShred
      guard shown == nil || isSaid else { continue }
      shown = note.excerpt(best, passage, clipping.pieces)
      (worth, isShred) = (clipping.worth, clipping.isShred)
      if isSaid { break }
    }
    let saysLittle = worth < marks.whole * marks.leastShare || isShred
    return (saysLittle ? opening(note, columns, setting) : nil) ?? shown ?? Excerpt()
  }

  /// The first sentence of the note that explains something.
  private func opening(_ note: SectionedNote, _ columns: Int, _ setting: Setting) -> Excerpt? {
    guard let first = note.first else { return nil }
    let passage = note.passage(first)
    let opening = Clipping(opening: passage, marks, columns: columns, as: setting)
    return opening.pieces.isEmpty ? nil : note.excerpt(first, passage, opening.pieces)
  }

  /// The text between the front matter and the first heading, where there is any: it is no section of the note, but is
  /// shown like one without a name.
  private static func opening(
    of source: ContiguousArray<UInt8>, before first: Record.File.Section?
  ) -> [Record.File.Section] {
    guard let first, first.start > 0 else { return [] }
    let start = FrontMatter(parsing: source).end
    guard start < first.start, first.start <= source.count,
      source[start..<first.start].contains(where: { $0 > UInt8(ascii: " ") })
    else { return [] }
    return [Record.File.Section(start: start, isBackMatter: false, name: ("", ""))]
  }

  /// The sections that are hit, those first whose different hits are worth most; the first one where nothing is hit.
  private func bestSections(of note: SectionedNote) -> [Int] {
    let (source, sections) = (note.source, note.sections)
    guard let first = sections.first else { return [] }
    var counts = [MarkCount](repeating: MarkCount(marks), count: sections.count)
    var section = -1
    var search = MarkSearch(marks)
    search.forEach(in: source, min(first.start, source.count)..<source.count) { mark, token in
      let place = token.source.lowerBound
      while section + 1 < sections.count && sections[section + 1].start <= place { section += 1 }
      if section >= 0 { counts[section].add(mark, marks) }
    }
    if marks.hasFormulas { countFormulas(note, &counts) }
    if !marks.phrases.isEmpty {
      for i in sections.indices {
        counts[i].add(phrases: Phrase.all(of: marks.phrases, in: note.text(of: i)).count, marks)
      }
    }
    let worths = sections.indices.map { i in
      counts[i].worth > 0 ? counts[i].worth * share(of: sections[i], in: source, isFirst: i == 0) : 0
    }
    let hit = worths.indices.filter { worths[$0] > 0 }.sorted { (worths[$1], $0) < (worths[$0], $1) }
    return hit.isEmpty ? [0] : hit
  }

  /// What a hit in a section is worth beside one in an explanation; a list of works or links explains nothing.
  private func share(of section: Record.File.Section, in source: ContiguousArray<UInt8>, isFirst: Bool) -> Float {
    let heading = source[min(section.start, source.count)...].prefix { $0 != UInt8(ascii: "\n") }
    switch String(decoding: heading.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }, as: UTF8.self) {
    case _ where section.isBackMatter: return 0
    case "Common misconceptions", "常见误区": return 0.6
    case "Worked example", "算例": return marks.hasCode ? 1 : 0.7
    default: return isFirst ? 1.2 : 1
    }
  }

  private func countFormulas(_ note: SectionedNote, _ counts: inout [MarkCount]) {
    let document = Document(parsing: note.source)
    var section = -1
    for node in document.nodes(.math) {
      let start = document.range(of: node).lowerBound
      while section + 1 < note.sections.count && note.sections[section + 1].start <= start { section += 1 }
      guard section >= 0 else { continue }
      counts[section].add(
        marks.marks(of: Formula(parsing: document.literal(of: node), macros: note.macros)), marks)
    }
  }
}

/// A note's source in sections.
private struct SectionedNote {
  let source: ContiguousArray<UInt8>
  let sections: [Record.File.Section]
  let macros: GivenMacros

  init(_ source: ContiguousArray<UInt8>, _ sections: [Record.File.Section]) {
    (self.source, self.sections) = (source, sections)
    // Macros are in the front matter, before the sections; few notes have any.
    let start = source[..<min(sections.first?.start ?? source.count, source.count)]
    macros = GivenMacros(start.holds("macros".utf8) ? FrontMatter(parsing: source).map("macros") : [])
  }

  /// The first section that explains something.
  var first: Int? { sections.indices.first { !sections[$0].isBackMatter } }

  func text(of i: Int) -> ContiguousArray<UInt8> {
    let end = min(i + 1 < sections.count ? sections[i + 1].start : source.count, source.count)
    return ContiguousArray(source[min(sections[i].start, end)..<end])
  }

  func passage(_ i: Int) -> Passage { Passage(of: text(of: i), macros: macros) }

  func excerpt(_ i: Int, _ passage: Passage, _ pieces: [Excerpt.Piece]) -> Excerpt {
    Excerpt(
      section: passage.shownHeading ?? sections[i].name?.title ?? passage.heading,
      anchor: sections[i].name?.anchor ?? Record.anchor(of: passage.heading), pieces: pieces)
  }
}
