import Catalog
import Markdown
import Screen
import Text

/// What `show` tells programs of a note.
struct NoteFacts {
  private let note: Note
  private let translation: Note?
  private let section: Section?
  private let sections: [Section]
  private let blocks: [Document.Node]
  let backlinks: [String]

  /// Of the whole note, or of one section and those below it; with the note in the other language where both are shown.
  init(_ note: Note, with translation: Note? = nil, section: Section?, backlinks: [String]) {
    self.note = note
    self.translation = translation
    self.section = section
    self.backlinks = backlinks
    sections = section.map { Array(note.branch(of: $0)) } ?? note.sections
    blocks =
      section == nil
      ? note.document.children(of: note.document.root) : sections.flatMap { [$0.heading] + $0.blocks }
  }

  var json: JSON {
    let other = translation.map { translation in
      let section = section.flatMap { translation.counterpart(of: $0, in: note) }
      return [("translation", JSON.object(NoteFacts(translation, section: section, backlinks: []).members))]
    }
    return .object([("schema", .string("mlnotes.show/1"))] + members + (other ?? []))
  }

  private var members: [(key: String, value: JSON)] {
    [
      ("slug", .string(note.slug)), ("lang", .string(note.language.rawValue)),
      ("title", .string(note.title)),
      (
        "sections",
        .array(
          sections.map { section in
            .object([
              ("number", section.number.map(JSON.integer) ?? .null), ("title", .string(section.title)),
              ("anchor", .string(section.anchor)), ("level", .integer(section.level)),
            ])
          })
      ),
      ("links", .array(links.map { .object([("text", .string($0.text)), ("target", .string($0.target))]) })),
      ("backlinks", .strings(backlinks)), ("text", .string(text)),
    ]
  }

  /// One record: lists are separated by spaces.
  var fields: [String] {
    [
      note.slug, note.language.rawValue, note.title, sections.map(\.anchor).joined(separator: " "),
      links.map(\.target).joined(separator: " "), backlinks.joined(separator: " "),
      text.replacing("\n", with: " "),
    ]
  }

  var sectionFields: [[String]] {
    sections.map { [$0.number.map(String.init) ?? "", $0.title, $0.anchor, String($0.level)] }
  }

  var linkFields: [[String]] { links.map { [$0.text, $0.target] } }

  /// The links in the order of the text, each target once; those in an image's description are no links.
  var links: [LinksScreen.Link] {
    var seen: Set<String> = []
    var end = 0
    return leaves([.link, .wikiLink, .image]).compactMap { node in
      let range = note.document.range(of: node)
      guard range.lowerBound >= end else { return nil }
      if note.document.kind(of: node) == .image { end = range.upperBound }
      let target = note.document.destination(of: node)
      guard !target.isEmpty, seen.insert(target).inserted else { return nil }
      let isNote = note.document.kind(of: node) == .wikiLink
      return LinksScreen.Link(text: note.document.plainText(of: node), target: target, isNote: isNote)
    }
  }

  /// The text as it is read, a block a paragraph, formulas as TeX.
  private var text: String {
    leaves([.paragraph, .heading, .codeBlock, .tableRow]).map { node in
      guard note.document.kind(of: node) == .tableRow else { return note.document.plainText(of: node) }
      return note.document.children(of: node).map(note.document.plainText).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func leaves(_ kinds: Set<Document.Kind>) -> [Document.Node] {
    let ranges = blocks.map(note.document.range)
    guard let start = ranges.first?.lowerBound, let end = ranges.last?.upperBound else { return [] }
    return kinds.flatMap(note.document.nodes).filter {
      let range = note.document.range(of: $0)
      return range.lowerBound >= start && range.upperBound <= end
    }.sorted { note.document.range(of: $0).lowerBound < note.document.range(of: $1).lowerBound }
  }
}
