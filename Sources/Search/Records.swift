import Catalog
import Markdown

/// What an index says of its entries beside their terms: names, places and links.
struct Records {
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// The usual impacts of each entry.
  private(set) var usual: ContiguousArray<UInt8> = []
  /// Where each record ends.
  private var ends: ContiguousArray<Int> = []
  /// The entries that the records lead to, each as often as there are records that do.
  private var targets: ContiguousArray<Int32> = []

  var count: Int { ends.count }

  init() {}

  /// Five digits an entry: where its record starts; and one more for the end.
  var encodedOffsets: ContiguousArray<UInt8> {
    var offsets = ContiguousArray<UInt8>()
    offsets.reserveCapacity((count + 1) * Digits.fixedWidth)
    Digits.appendFixed(0, to: &offsets)
    for end in ends { Digits.appendFixed(end, to: &offsets) }
    return offsets
  }

  /// A digit an entry: how many others lead to it.
  var encodedFollowings: ContiguousArray<UInt8> {
    var followings = ContiguousArray<UInt8>(repeating: 0, count: count)
    for target in targets where Int(target) < count {
      followings[Int(target)] = min(followings[Int(target)] + 1, Followings.most)
    }
    return ContiguousArray(followings.map { 0x20 + $0 })
  }

  mutating func append(_ other: Records) {
    let base = bytes.count
    bytes += other.bytes
    usual += other.usual
    targets += other.targets
    for end in other.ends { ends.append(base + end) }
  }

  /// Puts the last entry first.
  mutating func reverse() {
    var reversed = Records()
    reversed.targets = targets
    for i in ends.indices.reversed() {
      reversed.bytes += bytes[(i > 0 ? ends[i - 1] : 0)..<ends[i]]
      reversed.ends.append(reversed.bytes.count)
      reversed.usual += usual[UsualImpacts.width * i..<UsualImpacts.width * (i + 1)]
    }
    self = reversed
  }

  /// Appends an entry that has as yet no usual impacts.
  mutating func append(_ record: Records, usual impacts: UsualImpacts) {
    append(record)
    impacts.append(to: &usual)
  }

  /// Appends what is said of the notes of a slug; a link to an entry of the same index is its number.
  mutating func append(_ notes: [Note], foundations: [String], links: [String], entries: [String: Int]) {
    guard let first = notes.first else { return }
    Digits.append(first.header.slug, to: &bytes)
    Digits.append(first.header.topic, to: &bytes)
    for slugs in [foundations, links] {
      Digits.append(slugs.count, to: &bytes)
      for slug in slugs {
        let entry = entries[slug]
        Digits.append(entry.map { $0 + 1 } ?? 0, to: &bytes)
        if let entry { targets.append(Int32(entry)) } else { Digits.append(slug, to: &bytes) }
      }
    }
    Digits.append(notes.count, to: &bytes)
    for note in notes { append(note, topic: first.header.topic) }
    ends.append(bytes.count)
  }

  private mutating func append(_ note: Note, topic: String) {
    Digits.append(note.header.language == .english ? 0 : 1, to: &bytes)
    let endings = Record.UsualEnding.allCases.map { ($0, $0.text(note.header.slug, note.header.language, topic)) }
    // By bytes: a file's name may be of other code points than an equivalent slug.
    let path = note.header.path.utf8
    let usual = endings.first { path.suffix($1.utf8.count).elementsEqual($1.utf8) }
    Digits.append(usual?.0.rawValue ?? endings.count, to: &bytes)
    Digits.append(String(decoding: path.dropLast(usual?.1.utf8.count ?? 0), as: UTF8.self), to: &bytes)
    Digits.append(note.header.title, to: &bytes)
    Digits.append(note.sections.count, to: &bytes)
    var last = 0
    for section in note.sections {
      let distance = section.range.lowerBound - last
      last = section.range.lowerBound
      // What a look at the heading tells is left out: a reference in it may be defined anywhere in the note.
      let heading = note.document.range(of: section.heading)
      let isOwn =
        note.source[heading].contains(UInt8(ascii: "[")) || section.anchor != Record.anchor(of: section.title)
      Digits.append(distance << 2 | (section.isBackMatter ? 2 : 0) | (isOwn ? 1 : 0), to: &bytes)
      guard isOwn else { continue }
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
      /// Whether the section is no explanation: the quiz, links, references.
      var isBackMatter: Bool
      /// The title and anchor; nil where they are what the heading says, which the index leaves out.
      var name: (title: String, anchor: String)?
    }

    var language: Language
    var title: String
    var sections: [Section]
    /// How the path starts, and what it ends with.
    fileprivate var pathStart: String
    fileprivate var pathEnding: UsualEnding?
    fileprivate var slug: String
    fileprivate var topic: String

    /// Put together when it is asked for: of most notes only one language is.
    var path: String { pathStart + (pathEnding?.text(slug, language, topic) ?? "") }
  }

  /// A note that it leads to: an entry of the same segment, or another by its slug.
  enum Link {
    case entry(Int)
    case slug(String)

    fileprivate init(reading cursor: inout Cursor) {
      let code = cursor.number()
      self = code == 0 ? .slug(cursor.string()) : .entry(code - 1)
    }
  }

  /// What is said of the entry itself.
  struct Head {
    var slug: String
    var topic: String
    /// The prerequisites, and the other notes that it leads to.
    var foundations: [Link]
    var links: [Link]

    init(reading cursor: inout Cursor) {
      slug = cursor.string()
      topic = cursor.string()
      foundations = cursor.list { Link(reading: &$0) }
      links = cursor.list { Link(reading: &$0) }
    }
  }

  var head: Head
  var slug: String { head.slug }
  var topic: String { head.topic }
  var files: [File]

  init(reading cursor: inout Cursor) {
    head = Head(reading: &cursor)
    let (slug, topic) = (head.slug, head.topic)
    files = cursor.list { File(reading: &$0, slug: slug, topic: topic) }
  }

  /// How a note's path usually ends, the longest first.
  enum UsualEnding: Int, CaseIterable {
    case topicAndLanguage, topic, language, slug

    func text(_ slug: String, _ language: Language, _ topic: String) -> String {
      switch self {
      case .topicAndLanguage: topic + "/" + slug + "." + language.rawValue + ".md"
      case .topic: topic + "/" + slug + ".md"
      case .language: slug + "." + language.rawValue + ".md"
      case .slug: slug + ".md"
      }
    }
  }

  /// The anchor that a heading usually has.
  static func anchor(of title: String) -> String {
    let bytes = Array(title.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        if byte == UInt8(ascii: " ") { kept.append(UInt8(ascii: "-")) }
        if isWordByte(byte) { kept.append(isUpper(byte) ? byte + 0x20 : byte) }
        i += 1
      } else {
        guard unifiedHan(bytes.span, at: i, end: bytes.count) != nil else { return anchor(ofRare: title) }
        kept += bytes[i..<i + 3]
        i += 3
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The same for a heading with characters of which the character database must be asked.
  private static func anchor(ofRare title: String) -> String {
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

/// A letter, a digit, `-` or `_`.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

extension Record.File {
  init(reading cursor: inout Cursor, slug: String, topic: String) {
    language = cursor.number() == 0 ? .english : .chinese
    pathEnding = Record.UsualEnding(rawValue: cursor.number())
    pathStart = cursor.string()
    (self.slug, self.topic) = (slug, topic)
    title = cursor.string()
    var start = 0
    sections = cursor.list {
      let code = $0.number()
      // A damaged distance may be anything.
      start = min(start + code >> 2, Int(Int32.max))
      let name = code & 1 == 0 ? nil : ($0.string(), $0.string())
      return Section(start: start, isBackMatter: code & 2 != 0, name: name)
    }
  }
}
