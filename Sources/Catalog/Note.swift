package import Markdown
import Text

/// One concept in one language: what it says of itself, and its parsed text.
@dynamicMemberLookup
package struct Note: Sendable {
  /// What names a note in all the folders: the concept and the language.
  package struct ID: Hashable, Sendable {
    package var slug: String
    package var language: Language

    package init(slug: String, language: Language) {
      self.slug = slug
      self.language = language
    }
  }

  package var header: Header
  package let document: Document
  package var source: ContiguousArray<UInt8> { document.source }
  /// In order of appearance; the text before the first heading is no section.
  package let sections: [Section]
  /// Made where many places of the note are asked for.
  var places: Places?

  /// Parses a note. `path` is relative to the folder of notes; a text without front matter is named by its file and
  /// titled by its first heading, and so is one whose flavour has no front matter.
  package init(parsing source: ContiguousArray<UInt8>, path: String, options: Document.Options = .notes) {
    let document = Document(parsing: source, options: options)
    let matter = FrontMatter(parsing: options.contains(.frontMatter) ? source : [])
    self.init(header: Header(matter, of: source, path: path) { document }, document: document)
  }

  package init(header: Header, source: ContiguousArray<UInt8>) {
    self.init(header: header, document: Document(parsing: source))
  }

  private init(header: Header, document: Document) {
    self.header = header
    self.document = document
    sections = Section.all(of: document)
  }

  package subscript<Value>(dynamicMember path: KeyPath<Header, Value>) -> Value { header[keyPath: path] }

  /// Where a byte stands: line from 1, column in Unicode scalars from 1.
  package func place(of offset: Int) -> Places.Place {
    places?.place(of: offset) ?? document.place(of: offset)
  }

  /// The section a reader means by an anchor, a number or a title in any case.
  package func section(named name: String) -> Section? {
    let folded = name.lowercased()
    return sections.first { $0.anchor == name || $0.number.map(String.init) == name }
      ?? sections.first { $0.anchor.lowercased() == folded || $0.title.lowercased() == folded }
  }

  /// The sections with all words of a name in their headings, in any case, width and script of Chinese.
  package func sections(holding name: String) -> [Section] {
    let words = name.folded.split { $0.isWhitespace || $0 == "-" }
    guard !words.isEmpty else { return [] }
    return sections.filter { section in
      let heading = section.title.folded
      return section.title != header.title && words.allSatisfy { heading.contains($0) }
    }
  }

  /// A section and those below it.
  package func branch(of section: Section) -> ArraySlice<Section> {
    guard let start = sections.firstIndex(of: section) else { return [] }
    let end = sections[(start + 1)...].firstIndex { $0.level <= section.level } ?? sections.endIndex
    return sections[start..<end]
  }

  /// The section that stands where one of this note's translation does, where both have as many.
  package func counterpart(of section: Section, in translation: Note) -> Section? {
    guard sections.count == translation.sections.count,
      let i = translation.sections.firstIndex(of: section)
    else { return nil }
    return sections[i]
  }

  /// The section that holds the quiz cards, perhaps in sections below it.
  package var quizSection: Section? {
    sections.first(where: \.isQuiz)
  }
}
