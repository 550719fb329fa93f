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
    let endings = Record.usualEndings(note.slug, note.language)
    let usual = endings.firstIndex { note.path.hasSuffix($0) }
    Digits.append(usual ?? endings.count, to: &bytes)
    Digits.append(String(note.path.dropLast(usual.map { endings[$0].count } ?? 0)), to: &bytes)
    Digits.append(note.title, to: &bytes)
    Digits.append(note.sections.count, to: &bytes)
    var last = 0
    for section in note.sections {
      Digits.append(section.range.lowerBound - last, to: &bytes)
      last = section.range.lowerBound
      // What can be told from what stands before is left out.
      Digits.append(section.title == note.title ? "" : section.title, to: &bytes)
      Digits.append(section.anchor == Record.anchor(of: section.title) ? "" : section.anchor, to: &bytes)
    }
  }
}

/// An entry of an index: a slug and its notes.
struct Record: Sendable {
  struct File: Sendable {
    struct Section: Sendable {
      var start: Int
      var title: String
      /// Empty where it is the usual one.
      fileprivate var ownAnchor: String

      var anchor: String { ownAnchor.isEmpty ? Record.anchor(of: title) : ownAnchor }
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
    let slug = slug
    files = cursor.list { File(reading: &$0, slug: slug) }
  }

  /// How a note's path usually ends.
  static func usualEndings(_ slug: String, _ language: Language) -> [String] {
    ["\(slug).\(language.rawValue).md", "\(slug).md"]
  }

  /// The anchor that a heading usually has.
  static func anchor(of title: String) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " { anchor.append("-") }
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
      if isKept { anchor.append(scalar) }
    }
    return String(anchor)
  }

  /// The note in that language, else in the other.
  func file(in language: Language) -> File? {
    files.first { $0.language == language } ?? files.first
  }
}

extension Record.File {
  init(reading cursor: inout Cursor, slug: String) {
    language = cursor.number() == 0 ? .english : .chinese
    let endings = Record.usualEndings(slug, language)
    let usual = cursor.number()
    path = cursor.string() + (usual < endings.count ? endings[usual] : "")
    let title = cursor.string()
    self.title = title
    var start = 0
    sections = cursor.list {
      start += $0.number()
      let own = $0.string()
      let heading = own.isEmpty ? title : own
      return Section(start: start, title: heading, ownAnchor: $0.string())
    }
  }
}
