import Catalog
import TeX

/// An index in the making: what its entries say goes in, in the order of their slugs or against it, and a portion comes
/// out.
struct Draft {
  private var table: TermTable
  private var log = PostingLog()
  private var states: TermStates
  /// Of the note at hand, what is in the scope of what it says, and the terms of that.
  private var mentions: ContiguousArray<NoteReading.Mention> = []
  private var terms: ContiguousArray<Int32> = []
  /// The terms of the formula at hand.
  private var found: ContiguousArray<Int32> = []
  private var grams = FormulaGrams()
  private var formulas = KnownFormulas()
  /// The terms that say nothing in running text.
  private var stopWords = 0..<0
  private var records = Records()
  /// The numbers that the slugs of all notes will have.
  private let entries: [String: Int]
  /// Whether the last entry comes first.
  private let isBackwards: Bool
  private let scope: Scope

  /// A draft of some neighbours among the entries, whose notes have about so many bytes.
  init(of entries: [String: Int], expecting bytes: Int, isBackwards: Bool = false, scope: Scope) {
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

  /// Adds the next entry.
  mutating func add(_ reading: EntryReading, as entry: Int) {
    var singles: [Language: UsualImpacts.Occurrence] = [:]
    for note in reading.notes { singles[note.language] = take(note) }
    for link in reading.foundations + reading.links {
      // The same name may be spelled with other marks.
      mark(Namespace.link, entries.index(forKey: link).map { entries[$0].key } ?? link)
    }
    mark(Namespace.topic, reading.topic)
    let usual = UsualImpacts(english: singles[.english], chinese: singles[.chinese])
    states.endEntry(entry, beside: usual, to: &log)
    records.append(reading.record, usual: usual)
  }

  /// All that was added; what is needed only to add more makes room first.
  mutating func finished() -> Portion {
    states = TermStates(expecting: 0)
    grams = FormulaGrams()
    formulas = KnownFormulas()
    (mentions, terms) = ([], [])
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
  private mutating func take(_ note: NoteReading) -> UsualImpacts.Occurrence {
    for saying in note.sayings {
      switch saying.field {
      case .title, .alias, .keyword, .summary: takeNamed(saying, of: note)
      case .heading: take(saying, of: note, as: SIMD4(0, 0, 1, 0))
      case .code: take(saying, of: note, as: SIMD4(0, 1, 0, 0))
      case .body: take(saying, of: note, as: SIMD4(1, 0, 0, 0), passing: stopWords)
      case .formula: break
      }
    }
    for (namespace, place) in note.names { states.mark(number(note.text, in: place, prefix: namespace)) }
    var formulaLength = 0
    var start = 0
    for end in note.formulaEnds where scope.hasFormulas {
      formulaLength += takeFormula(note.formulas, start..<end, note.macros)
      start = end
    }
    if scope.hasShapes { takeShapes(of: note.code) }
    let scales = SIMD4(
      Field.body.scale(length: note[.body]?.length ?? 0), Field.code.scale(length: note[.code]?.length ?? 0),
      Field.heading.scale(length: note[.heading]?.length ?? 0), Field.formula.scale(length: formulaLength))
    states.endNote(scales)
    return UsualImpacts.Occurrence(body: scales[0], formula: scales[3])
  }

  /// Adds what a title, an alias, a keyword or a summary says.
  private mutating func takeNamed(_ saying: NoteReading.Saying, of note: NoteReading) {
    let scale = saying.field.scale(length: saying.length)
    for i in saying.mentions where scope.contains(note.mentions[i]) {
      let place = note.mentions[i].text
      let term = number(note.text, in: place, prefix: nil)
      states.addNamed(term, scale)
      if note.mentions[i].isWord, let stem = stem(of: term, note.text, place) { states.addNamed(stem, scale) }
    }
  }

  /// Adds what another field says, but for those terms that are passed over.
  private mutating func take(
    _ saying: NoteReading.Saying, of note: NoteReading, as field: SIMD4<Float>, passing passed: Range<Int> = 0..<0
  ) {
    if scope.words == nil { return take(note.mentions.span.extracting(saying.mentions), of: note.text, field, passed) }
    mentions.removeAll(keepingCapacity: true)
    for i in saying.mentions where scope.contains(note.mentions[i]) { mentions.append(note.mentions[i]) }
    let mentions = mentions
    take(mentions.span, of: note.text, field, passed)
  }

  private mutating func take(
    _ mentions: Span<NoteReading.Mention>, of text: ContiguousArray<UInt8>, _ field: SIMD4<Float>, _ passed: Range<Int>
  ) {
    table.number(mentions, of: text.span, to: &terms)
    let (terms, known) = (terms, states.count)
    for term in known..<table.count { states.append(startingWith: table.head(of: term)) }
    var next = 0
    while let i = states.add(mentions, from: next, by: terms.span, field, passing: passed) {
      findStem(of: Int(terms[i]), Array(text[mentions[i].text]))
      next = i
    }
  }

  /// Returns the number of the formula's terms.
  private mutating func takeFormula(
    _ tex: ContiguousArray<UInt8>, _ place: Range<Int>, _ macros: GivenMacros
  ) -> Int {
    if macros.isEmpty, let known = formulas.terms(of: tex, place) {
      states.add(known, SIMD4(0, 0, 0, 1))
      return known.count
    }
    grams.read(Formula(parsing: String(decoding: tex[place], as: UTF8.self), macros: macros))
    let (all, text) = (grams.all, grams.text)
    found.removeAll(keepingCapacity: true)
    for gram in all { found.append(Int32(number(text, in: gram.range, prefix: Namespace.formula))) }
    states.add(found[...], SIMD4(0, 0, 0, 1))
    if macros.isEmpty { formulas.remember(tex, place, found) }
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
    if stem == word || Stem.isShown(stem, by: word) { return states.setStem(of: term, to: TermStates.own) }
    let number = number(ContiguousArray(stem), in: 0..<stem.count, prefix: Namespace.stem)
    states.setStem(of: term, to: Int32(number))
  }
}

extension Scope {
  @inline(__always) fileprivate func contains(_ mention: NoteReading.Mention) -> Bool {
    words?.contains(Int(mention.termStart)) ?? true
  }
}
