import Catalog
import Markdown
import TeX

/// What an index takes from a note: the terms that it says by field, and its names. Which of the terms are indexed may
/// be decided later.
struct NoteReading: Sendable {
  /// A word, pair or character that a note says.
  struct Mention: Sendable {
    /// Where it stands in `text`.
    fileprivate let start: Int32
    fileprivate let length: UInt8
    let isWord: Bool
    /// As `TermStarts` has it.
    let termStart: UInt16

    var text: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// What a field says; of titles, aliases and keywords each by itself.
  struct Saying: Sendable {
    let field: Field
    let mentions: Range<Int>
    /// In words and pairs of characters.
    let length: Int
  }

  let language: Language
  let macros: GivenMacros
  fileprivate(set) var text: ContiguousArray<UInt8> = []
  fileprivate(set) var mentions: ContiguousArray<Mention> = []
  fileprivate(set) var sayings: [Saying] = []
  /// Terms that say what the note, or a keyword of it, is called: places in `text`, with the namespace.
  fileprivate(set) var names: [(namespace: UInt8, text: Range<Int>)] = []
  /// The TeX of its formulas in a row, and where each ends.
  fileprivate(set) var formulas: ContiguousArray<UInt8> = []
  fileprivate(set) var formulaEnds: [Int] = []
  fileprivate(set) var code: ContiguousArray<UInt8> = []
  /// The slugs of wiki links.
  let links: [String]

  fileprivate init(_ header: Header, _ links: [String]) {
    (language, macros, self.links) = (header.language, header.macros, links)
  }

  /// What a field says; nil where there is none such.
  subscript(field: Field) -> Saying? { sayings.first { $0.field == field } }
}

/// Reads notes for an index, one after the other.
struct NoteReader {
  private let scope: Scope
  private var lexer = Lexer()
  private var stems = KnownStems()

  init(_ scope: Scope) { self.scope = scope }

  mutating func read(_ note: Note) -> NoteReading {
    let text = NoteText(of: note.document)
    var reading = NoteReading(note.header, text.links)
    takeNamed(note.header, into: &reading)
    take(text.headings, as: .heading, into: &reading)
    take(text.code, as: .code, into: &reading)
    take(text.body, as: .body, into: &reading)
    if scope.hasFormulas {
      for formula in text.formulas {
        note.document.appendLiteral(of: formula, to: &reading.formulas)
        reading.formulaEnds.append(reading.formulas.count)
      }
    }
    if scope.hasShapes { reading.code = text.code }
    return reading
  }

  /// Titles, aliases, keywords and summary, and the names among them.
  private mutating func takeNamed(_ header: Header, into reading: inout NoteReading) {
    let slug = header.slug.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
    takeNamed(header.title.utf8, as: .title, into: &reading)
    for alias in header.aliases { takeNamed(alias.utf8, as: .alias, into: &reading) }
    takeNamed(slug, as: .alias, into: &reading)
    for keyword in header.keywords { takeNamed(keyword.utf8, as: .keyword, into: &reading) }
    takeNamed(header.summary.utf8, as: .summary, into: &reading)
    guard header.shortTitle != header.title else { return }
    let short = ContiguousArray(header.shortTitle.utf8)
    lexer.read(short, in: 0..<short.count)
    addName(into: &reading)
  }

  private mutating func takeNamed(_ text: some Collection<UInt8>, as field: Field, into reading: inout NoteReading) {
    guard !text.isEmpty else { return }
    take(ContiguousArray(text), as: field, into: &reading)
    if field == .title || field == .alias { addName(into: &reading) }
    if field == .keyword { reading.addName(nameKey.stemmed, Namespace.keyword) }
  }

  private mutating func take(_ text: ContiguousArray<UInt8>, as field: Field, into reading: inout NoteReading) {
    lexer.read(text, in: 0..<text.count)
    reading.add(lexer, as: field)
  }

  /// Adds the text at hand as a name of the note.
  private mutating func addName(into reading: inout NoteReading) {
    let key = nameKey
    reading.addName(key.exact, Namespace.name)
    if key.stemmed != key.exact { reading.addName(key.stemmed, Namespace.stemmedName) }
  }

  /// The text at hand as a name.
  private var nameKey: NameKey {
    mutating get {
      var key = NameKey(expecting: lexer.text.count)
      for token in lexer.tokens where token.kind != .part {
        key.append(token, lexer.text, stem: token.kind == .word ? stems.stem(of: lexer.text, in: token.text)[...] : nil)
      }
      return key
    }
  }
}

extension NoteReading {
  /// Adds what the lexer read, as far as it is indexed: a character that starts a pair is found by the pairs that start
  /// with it.
  fileprivate mutating func add(_ lexer: Lexer, as field: Field) {
    // What is longer than two gigabytes is no note.
    guard text.count + lexer.text.count < Int(Int32.max) else { return }
    let (base, first) = (text.count, mentions.count)
    var length = 0
    text += lexer.text
    let (tokens, bytes) = (lexer.tokens.span, lexer.text.span)
    mentions.append(addingCapacity: tokens.count) { room in
      for i in tokens.indices {
        let token = tokens[i]
        if token.kind == .word || token.kind == .bigram { length += 1 }
        if token.kind == .unigram, i + 1 < tokens.count, tokens[i + 1].kind == .bigram { continue }
        let place = token.text
        room.append(
          Mention(
            start: Int32(truncatingIfNeeded: base &+ place.lowerBound), length: UInt8(truncatingIfNeeded: place.count),
            isWord: token.kind == .word, termStart: UInt16(truncatingIfNeeded: TermStarts.of(bytes, place))))
      }
    }
    sayings.append(Saying(field: field, mentions: first..<mentions.count, length: length))
  }

  fileprivate mutating func addName(_ name: ContiguousArray<UInt8>, _ namespace: UInt8) {
    guard !name.isEmpty, text.count + name.count < Int(Int32.max) else { return }
    names.append((namespace, text.count..<text.count + name.count))
    text += name
  }
}
