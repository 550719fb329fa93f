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
    guard !sections.isEmpty else {
      return Excerpt(pieces: Clipping(of: Passage(of: source), marks, columns: columns, as: setting).pieces)
    }
    func passage(_ i: Int) -> Passage { Passage(of: Answer.text(of: i, sections, source)) }
    func excerpt(_ i: Int, _ passage: Passage, _ pieces: [Excerpt.Piece]) -> Excerpt {
      Excerpt(
        section: passage.shownHeading ?? sections[i].name?.title ?? passage.heading,
        anchor: sections[i].name?.anchor ?? Record.anchor(of: passage.heading), pieces: pieces)
    }
    let first = sections.indices.first { !sections[$0].isBackMatter }
    if hit.naming != .none, let first {
      let passage = passage(first)
      var clipping = Clipping(saying: passage, marks, share: 0.7, columns: columns, as: setting)
      if clipping.pieces.isEmpty, hit.naming == .alias {
        // What is only a part of what the note is about may be said further on.
        for i in sections.indices.dropFirst(first + 1) where !sections[i].isBackMatter {
          let passage = Passage(of: Answer.text(of: i, sections, source))
          let saying = Clipping(saying: passage, marks, share: 0.9, columns: columns, as: setting)
          if !saying.pieces.isEmpty { return excerpt(i, passage, saying.pieces) }
        }
      }
      if clipping.pieces.isEmpty { clipping = Clipping(opening: passage, marks, columns: columns, as: setting) }
      if !clipping.pieces.isEmpty { return excerpt(first, passage, clipping.pieces) }
    }
    var shown: Excerpt?
    var worth: Float = 0
    var isShred = false
    // A section may be hit where nobody sees it, in a link, a heading or a drawing; then the next one has a sentence to
    // show.
    for best in bestSections(of: sections, source).prefix(4) {
      let passage = passage(best)
      let clipping = Clipping(of: passage, marks, columns: columns, as: setting)
      let isSaid = clipping.isHit && !clipping.isShred
      guard shown == nil || isSaid else { continue }
      shown = excerpt(best, passage, clipping.pieces)
      (worth, isShred) = (clipping.worth, clipping.isShred)
      if isSaid { break }
    }
    if worth < marks.whole * marks.leastShare || isShred, let first {
      let passage = passage(first)
      let opening = Clipping(opening: passage, marks, columns: columns, as: setting)
      if !opening.pieces.isEmpty { return excerpt(first, passage, opening.pieces) }
    }
    return shown ?? Excerpt()
  }

  /// The source of a section.
  private static func text(
    of i: Int, _ sections: [Record.File.Section], _ source: ContiguousArray<UInt8>
  ) -> ContiguousArray<UInt8> {
    let end = min(i + 1 < sections.count ? sections[i + 1].start : source.count, source.count)
    return ContiguousArray(source[min(sections[i].start, end)..<end])
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
  private func bestSections(of sections: [Record.File.Section], _ source: ContiguousArray<UInt8>) -> [Int] {
    guard let first = sections.first else { return [] }
    var counts = [MarkCount](repeating: MarkCount(marks), count: sections.count)
    var lexer = Lexer()
    lexer.read(source, in: min(first.start, source.count)..<source.count)
    var section = -1
    for token in lexer.tokens {
      guard let mark = marks.mark(token, lexer) else { continue }
      while section + 1 < sections.count && sections[section + 1].start <= token.source.lowerBound { section += 1 }
      if section >= 0 { counts[section].add(mark, marks) }
    }
    if marks.hasFormulas { countFormulas(source, sections, &counts) }
    if !marks.phrases.isEmpty {
      for i in sections.indices {
        let text = Answer.text(of: i, sections, source)
        counts[i].add(phrases: marks.phrases.count { $0.isIn(text) }, marks)
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

  private func countFormulas(
    _ source: ContiguousArray<UInt8>, _ sections: [Record.File.Section], _ counts: inout [MarkCount]
  ) {
    let document = Document(parsing: source)
    for node in document.nodes(.math) {
      let start = document.range(of: node).lowerBound
      guard let section = sections.lastIndex(where: { $0.start <= start }) else { continue }
      counts[section].add(marks.marks(of: Formula(parsing: document.literal(of: node))), marks)
    }
  }
}
