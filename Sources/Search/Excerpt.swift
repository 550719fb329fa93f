import Catalog
import Markdown
import TeX
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
  /// The excerpt of a hit, at most `columns` wide; `source` is the text of the hit's note.
  package func excerpt(of hit: Hit, from source: ContiguousArray<UInt8>, columns: Int = 160) -> Excerpt {
    guard let file = hit.record.files.first(where: { $0.path == hit.path }) else { return Excerpt() }
    let sections = file.sections
    var excerpt = Excerpt()
    var range = 0..<source.count
    var name: (title: String, anchor: String)?
    if let best = bestSection(of: sections, source) {
      name = sections[best].name
      let end = best + 1 < sections.count ? sections[best + 1].start : source.count
      range =
        min(sections[best].start, source.count)..<max(min(sections[best].start, source.count), min(end, source.count))
    }
    let passage = Passage(of: ContiguousArray(source[range]))
    if !sections.isEmpty {
      excerpt.section = passage.shownHeading ?? name?.title ?? passage.heading
      excerpt.anchor = name?.anchor ?? Record.anchor(of: passage.heading)
    }
    excerpt.pieces = Clipping(of: passage, marks, columns: columns).pieces
    return excerpt
  }

  /// The section whose different hits are worth most; the first where nothing is hit.
  private func bestSection(of sections: [Record.File.Section], _ source: ContiguousArray<UInt8>) -> Int? {
    guard let first = sections.first else { return nil }
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
    let worths = sections.indices.map { i in
      counts[i].worth > 0 ? counts[i].worth * share(of: sections[i], in: source, isFirst: i == 0) : 0
    }
    guard let most = worths.max(), most > 0 else { return 0 }
    return worths.firstIndex(of: most)
  }

  /// What a hit in a section is worth beside one in an explanation; a list of works or links explains nothing.
  private func share(of section: Record.File.Section, in source: ContiguousArray<UInt8>, isFirst: Bool) -> Float {
    let heading = source[min(section.start, source.count)...].prefix { $0 != UInt8(ascii: "\n") }
    switch String(decoding: heading.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }, as: UTF8.self) {
    case "Quiz", "自测": return 0.2
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
      for gram in FormulaGrams(of: Formula(parsing: document.literal(of: node))).all {
        if let mark = marks.mark(formula: gram.text) { counts[section].add(mark, marks) }
      }
    }
  }
}
