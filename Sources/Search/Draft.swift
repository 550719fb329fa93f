import Catalog
import Markdown
import TeX

/// An index in the making: notes go in by entry, in the order of their slugs or against it, and a portion comes out.
struct Draft {
  private var table: TermTable
  private var log = PostingLog()
  private var states: TermStates
  /// The terms of the tokens at hand.
  private var terms: ContiguousArray<Int32> = []
  /// The terms of the formula at hand.
  private var found: ContiguousArray<Int32> = []
  /// The TeX of the formula at hand.
  private var tex: ContiguousArray<UInt8> = []
  private var grams = FormulaGrams()
  private var formulas = KnownFormulas()
  /// The terms that say nothing in running text.
  private var stopWords = 0..<0
  private var lexer = Lexer()
  private var records = Records()
  /// The numbers that the slugs of all notes will have.
  private let entries: [String: Int]
  /// Whether the last entry comes first.
  private let isBackwards: Bool
  private let scope: Scope

  /// A draft of some neighbours among the entries, whose notes have about so many bytes.
  init(of entries: [String: Int], expecting bytes: Int, isBackwards: Bool, scope: Scope) {
    self.entries = entries
    self.isBackwards = isBackwards
    self.scope = scope
    let terms = bytes / Draft.bytesOfTerm
    table = TermTable(expecting: terms)
    states = TermStates(expecting: terms)
    log.reserve(3 * terms)
    for word in StopWords.english.utf8.split(separator: UInt8(ascii: " ")) {
      _ = number(ContiguousArray(word), in: 0..<word.count, prefix: nil)
    }
    stopWords = 0..<states.count
  }

  /// Adds the notes of one slug, one for each language, which are the next entry.
  mutating func add(_ notes: [Note], as entry: Int) {
    guard let header = notes.first?.header else { return }
    var singles: [Language: UsualImpacts.Occurrence] = [:]
    var seen: Set = [header.slug]
    var foundations: [String] = []
    var named: [String] = []
    for note in notes {
      let text = NoteText(of: note.document)
      singles[note.header.language] = take(note, text)
      foundations += note.header.prerequisites.filter { seen.insert($0).inserted }
      named += text.links + note.header.related
    }
    let links = named.filter { seen.insert($0).inserted }
    for link in foundations + links {
      // The same name may be spelled with other marks.
      mark(Namespace.link, entries.index(forKey: link).map { entries[$0].key } ?? link)
    }
    mark(Namespace.topic, header.topic)
    let usual = UsualImpacts(english: singles[.english], chinese: singles[.chinese])
    states.endEntry(entry, beside: usual, to: &log)
    records.append(notes, foundations: foundations, links: links, entries: entries, usual: usual)
  }

  /// All that was added; what is needed only to add more makes room first.
  mutating func finished() -> Portion {
    states = TermStates(expecting: 0)
    lexer = Lexer()
    grams = FormulaGrams()
    formulas = KnownFormulas()
    var (table, log) = (TermTable(), PostingLog())
    swap(&table, &self.table)
    swap(&log, &self.log)
    if isBackwards {
      log.reverse()
      records.reverse()
    }
    return Portion(records: records, table: table, log: log)
  }

  /// Takes one note in; returns the frequencies that single occurrences in it stand for.
  private mutating func take(_ note: Note, _ text: NoteText) -> UsualImpacts.Occurrence {
    takeNamed(note)
    let headingLength = takeTokens(of: text.headings, as: SIMD4(0, 0, 1, 0))
    let codeLength = takeTokens(of: text.code, as: SIMD4(0, 1, 0, 0))
    let bodyLength = takeTokens(of: text.body, as: SIMD4(1, 0, 0, 0), withoutStopWords: true)
    var formulaLength = 0
    if scope.hasFormulas {
      for formula in text.formulas { formulaLength += takeFormula(formula, of: note) }
    }
    if scope.hasShapes { takeShapes(of: text.code) }
    let scales = SIMD4(
      Field.body.scale(length: bodyLength), Field.code.scale(length: codeLength),
      Field.heading.scale(length: headingLength), Field.formula.scale(length: formulaLength))
    states.endNote(scales)
    return UsualImpacts.Occurrence(body: scales[0], formula: scales[3])
  }

  /// Titles, aliases, keywords and summary, and the names among them.
  private mutating func takeNamed(_ note: Note) {
    let slug = String(
      decoding: note.header.slug.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    takeNamed([note.header.title], as: .title)
    takeNamed(note.header.aliases + [slug], as: .alias)
    takeNamed(note.header.keywords, as: .keyword)
    takeNamed([note.header.summary], as: .summary)
    guard note.header.shortTitle != note.header.title else { return }
    read(note.header.shortTitle)
    markName()
  }

  private mutating func takeNamed(_ texts: [String], as field: Field) {
    for text in texts where !text.isEmpty {
      read(text)
      let (tokens, bytes) = (lexer.tokens, lexer.text)
      let scale = field.scale(length: tokens.count { $0.kind == .word || $0.kind == .bigram })
      for i in tokens.indices where Draft.isIndexed(i, tokens.span) {
        let term = number(bytes, in: tokens[i].text, prefix: nil)
        states.addNamed(term, scale)
        if tokens[i].kind == .word, let stem = stem(of: term, bytes, tokens[i].text) { states.addNamed(stem, scale) }
      }
      if field == .title || field == .alias { markName() }
      if field == .keyword { markKeyword() }
    }
  }

  private mutating func read(_ text: String) { lexer.read(ContiguousArray(text.utf8), in: 0..<text.utf8.count) }

  /// Marks the text at hand as a name of the note.
  private mutating func markName() {
    let key = nameKey
    guard !key.exact.isEmpty else { return }
    states.mark(number(key.exact, in: 0..<key.exact.count, prefix: Namespace.name))
    guard key.stemmed != key.exact else { return }
    states.mark(number(key.stemmed, in: 0..<key.stemmed.count, prefix: Namespace.stemmedName))
  }

  private mutating func markKeyword() {
    let key = nameKey.stemmed
    if !key.isEmpty { states.mark(number(key, in: 0..<key.count, prefix: Namespace.keyword)) }
  }

  /// The text at hand as a name.
  private var nameKey: NameKey {
    var key = NameKey(expecting: lexer.text.count)
    for token in lexer.tokens where token.kind != .part { key.append(token, lexer.text, stem: knownStem(of: token)) }
    return key
  }

  /// The stem of a word of the text at hand, where it was looked up.
  private func knownStem(of word: Token) -> ArraySlice<UInt8>? {
    guard word.kind == .word, let term = table.find(lexer.text, in: word.text) else { return nil }
    switch states.stem(of: term) {
    case TermStates.unknown: return nil
    case TermStates.own: return ArraySlice(lexer.text[word.text])
    case let stem where stem < TermStates.unknown:
      return Stem.shown(by: ArraySlice(lexer.text[word.text]), letters: TermStates.letters(shown: stem))
    case let stem: return ArraySlice(table.text(of: stem).dropFirst())
    }
  }

  /// Adds what a text says to a field; returns its length.
  private mutating func takeTokens(
    of text: ContiguousArray<UInt8>, as field: SIMD4<Float>, withoutStopWords: Bool = false
  ) -> Int {
    lexer.read(text, in: 0..<text.count)
    let (tokens, bytes) = (lexer.tokens, lexer.text)
    let passed = withoutStopWords ? stopWords : 0..<0
    table.number(tokens.span, of: bytes.span, to: &terms)
    let (terms, known) = (terms, states.count)
    for term in known..<table.count { states.append(startingWith: table.head(of: term)) }
    var next = 0
    while let i = states.add(tokens.span, from: next, by: terms.span, field, passing: passed) {
      findStem(of: Int(terms[i]), Array(bytes[tokens[i].text]))
      next = i
    }
    return tokens.count { $0.kind == .word || $0.kind == .bigram }
  }

  /// A character that starts a pair is found by the pairs that start with it.
  static func isIndexed(_ i: Int, _ tokens: Span<Token>) -> Bool {
    tokens[i].kind != .unigram || i + 1 == tokens.count || tokens[i + 1].kind != .bigram
  }

  /// Returns the number of the formula's terms.
  private mutating func takeFormula(_ node: Document.Node, of note: Note) -> Int {
    tex.removeAll(keepingCapacity: true)
    note.document.appendLiteral(of: node, to: &tex)
    if note.header.macros.isEmpty, let known = formulas.terms(of: tex) {
      states.add(known, SIMD4(0, 0, 0, 1))
      return known.count
    }
    grams.read(Formula(parsing: note.document.literal(of: node), macros: note.header.macros))
    let (all, text) = (grams.all, grams.text)
    found.removeAll(keepingCapacity: true)
    for gram in all { found.append(Int32(number(text, in: gram.range, prefix: Namespace.formula))) }
    states.add(found[...], SIMD4(0, 0, 0, 1))
    if note.header.macros.isEmpty { formulas.remember(tex, found) }
    return found.count
  }

  private mutating func takeShapes(of code: ContiguousArray<UInt8>) {
    let shapes = CodeShapes(of: code)
    for shape in shapes.all { states.mark(number(shapes.text, in: shape, prefix: Namespace.shape)) }
  }

  /// In so many bytes there is a new term, in notes at length; in short ones there are fewer.
  private static let bytesOfTerm = 27

  /// A term that an entry has or has not.
  private mutating func mark(_ prefix: UInt8, _ text: String) {
    states.mark(number(ContiguousArray(text.utf8), in: 0..<text.utf8.count, prefix: prefix))
  }

  @inline(__always)
  private mutating func number(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8?) -> Int {
    let term = table.number(of: bytes.span, in: range, prefix: prefix)
    if term == states.count { states.append(startingWith: table.head(of: term)) }
    return term
  }

  /// The stem's term of a word's; nil where the word itself tells the stem.
  @inline(__always)
  private mutating func stem(of term: Int, _ bytes: ContiguousArray<UInt8>, _ range: Range<Int>) -> Int? {
    if states.stem(of: term) == TermStates.unknown { findStem(of: term, Array(bytes[range])) }
    let stem = states.stem(of: term)
    return stem < 0 ? nil : Int(stem)
  }

  private mutating func findStem(of term: Int, _ word: [UInt8]) {
    let stem = Stem.of(word)
    if stem == word { return states.setStem(of: term, to: TermStates.own) }
    if Stem.isShown(stem, by: word) { return states.setStem(of: term, to: TermStates.shown(stem.count)) }
    let number = number(ContiguousArray(stem), in: 0..<stem.count, prefix: Namespace.stem)
    states.setStem(of: term, to: Int32(number))
  }
}
