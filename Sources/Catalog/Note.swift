package import Markdown
package import Text

/// One concept in one language: a parsed text and what its front matter says.
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

  package var id: ID
  /// Where the note came from, for messages and results; relative to the folder of notes.
  package var path: String
  package var title: String
  /// The topic's slug; the folder's name where the front matter gives none; empty at the top.
  package var topic: String
  package var summary = ""
  package var aliases: [String] = []
  package var keywords: [String] = []
  package var prerequisites: [String] = []
  package var related: [String] = []
  package var isA: [String] = []
  package var level = 0
  /// `2026-11-21`, or empty.
  package var updated = ""
  package var sources: [String] = []
  package var macros: [(name: String, body: String)] = []
  package var document: Document
  /// In order of appearance; the text before the first heading is no section.
  package var sections: [Section] = []

  package var slug: String { id.slug }
  package var language: Language { id.language }

  /// Parses a note. `path` is relative to the folder of notes; a text without front matter is named by its file and
  /// titled by its first heading.
  package init(parsing source: ContiguousArray<UInt8>, path: String) {
    id = ID(slug: path, language: .english)
    self.path = path
    title = path
    topic = ""
    document = Document(parsing: source)
  }
}

/// A heading of a note and what stands below it.
package struct Section: Sendable, Hashable {
  package var heading: Document.Node
  package var title: String
  package var anchor: String
  /// 2 for `##`.
  package var level: Int
  /// The number a reader sees and may type: counted from 1 over the headings of the top level.
  package var number: Int?
  /// The blocks between this heading and the next heading of any level.
  package var blocks: [Document.Node]
  /// From the heading to the end of its last block, without its subsections.
  package var range: Range<Int>
}
