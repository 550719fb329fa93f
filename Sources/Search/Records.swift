import Catalog

/// What an index says of its entries beside their terms: names, places and links.
struct Records {
  private(set) var count = 0
  /// Five digits an entry: where its record starts; and one more for the end.
  private(set) var offsets: ContiguousArray<UInt8> = []
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// One digit an entry: the impact of a single occurrence in its text.
  private(set) var usual: ContiguousArray<UInt8> = []

  init() {
    Digits.appendFixed(0, to: &offsets)
  }

  mutating func append(_ notes: [Note], links: [String], usual impact: Impact) {
    guard let first = notes.first else { return }
    count += 1
    usual.append(0x20 + impact.step)
    Digits.append(first.slug, to: &bytes)
    Digits.append(first.topic, to: &bytes)
    Digits.append(links.count, to: &bytes)
    for link in links { Digits.append(link, to: &bytes) }
    Digits.append(notes.count, to: &bytes)
    for note in notes { append(note) }
    Digits.appendFixed(bytes.count, to: &offsets)
  }

  private mutating func append(_ note: Note) {
    Digits.append(note.language == .english ? 0 : 1, to: &bytes)
    Digits.append(note.path, to: &bytes)
    Digits.append(note.title, to: &bytes)
    Digits.append(note.sections.count, to: &bytes)
    var last = 0
    for section in note.sections {
      Digits.append(section.range.lowerBound - last, to: &bytes)
      last = section.range.lowerBound
      Digits.append(section.title, to: &bytes)
      Digits.append(section.anchor, to: &bytes)
    }
  }
}

/// An entry of an index: a slug and its notes.
struct Record: Sendable {
  struct File: Sendable {
    struct Section: Sendable {
      var start: Int
      var title: String
      var anchor: String
    }

    var language: Language
    var path: String
    var title: String
    var sections: [Section]
  }

  var slug: String
  var topic: String
  var links: [String]
  var files: [File]

  init(reading cursor: inout Cursor) {
    slug = cursor.string()
    topic = cursor.string()
    links = cursor.list { $0.string() }
    files = cursor.list { File(reading: &$0) }
  }

  /// The note in that language, else in the other.
  func file(in language: Language) -> File? {
    files.first { $0.language == language } ?? files.first
  }
}

extension Record.File {
  init(reading cursor: inout Cursor) {
    language = cursor.number() == 0 ? .english : .chinese
    path = cursor.string()
    title = cursor.string()
    var start = 0
    sections = cursor.list {
      start += $0.number()
      return Section(start: start, title: $0.string(), anchor: $0.string())
    }
  }
}
