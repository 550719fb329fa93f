import Catalog
import TeX

/// An index in the making: notes go in by entry, in the order of their slugs, and the encoded index comes out.
struct Draft {
  private var table = TermTable()
  private var chains = PostingChains()
  /// What the entry at hand says, by term; only the terms of `touched` are not zero.
  private var counts: ContiguousArray<SIMD4<Float>> = []
  private var named: ContiguousArray<Float> = []
  private var best: ContiguousArray<Float> = []
  private var touched: ContiguousArray<Int32> = []
  private var touchedHere: ContiguousArray<Int32> = []
  /// The stem's term of a word's term; -1 where the word is its own stem, -2 where it is not yet known.
  private var stems: ContiguousArray<Int32> = []
  private var lexer = Lexer()
  private var records = Records()

  init() {}

  /// Adds the notes of one slug, one for each language.
  mutating func add(_ notes: [Note]) {
    guard let first = notes.first else { return }
    touched.removeAll(keepingCapacity: true)
    var single: Float = 0
    var links: [String] = []
    for note in notes {
      let text = NoteText(of: note.document)
      single = max(single, take(note, text))
      for slug in text.links + note.prerequisites + note.related where !links.contains(slug) && slug != note.slug {
        links.append(slug)
      }
    }
    for link in links { mark(Namespace.link, link) }
    mark(Namespace.topic, first.topic)
    let usual = Impact(frequency: single)
    for term in touched {
      let impact = Impact(frequency: best[Int(term)])
      chains.append(entry: records.count, impact: impact == usual ? nil : impact.step, to: Int(term))
      best[Int(term)] = 0
    }
    records.append(notes, links: links, usual: usual)
  }

  /// The encoded index.
  func encoded() -> ContiguousArray<UInt8> {
    var terms = TermList()
    for term in table.sorted() where chains.count(of: Int(term)) > 0 {
      terms.append(table[Int(term)], count: chains.count(of: Int(term))) { chains.copy(Int(term), to: &$0) }
    }
    return IndexFile.encoded(records, terms)
  }

  /// Takes one note in; returns the frequency that a single occurrence in its body stands for.
  private mutating func take(_ note: Note, _ text: NoteText) -> Float {
    touchedHere.removeAll(keepingCapacity: true)
    takeNamed(note)
    lexer.read(text.headings, in: 0..<text.headings.count)
    let headingLength = takeTokens(SIMD4(0, 0, 0, 1))
    lexer.read(text.code, in: 0..<text.code.count)
    let codeLength = takeTokens(SIMD4(0, 1, 0, 0))
    lexer.read(text.body, in: 0..<text.body.count)
    let bodyLength = takeTokens(SIMD4(1, 0, 0, 0))
    let formulaLength = takeFormulas(text.formulas, note.macros)
    let scales = SIMD4(
      Field.body.scale(length: bodyLength), Field.code.scale(length: codeLength),
      Field.formula.scale(length: formulaLength), Field.heading.scale(length: headingLength))
    for term in touchedHere {
      let i = Int(term)
      let frequency = named[i] + (counts[i] * scales).sum()
      if best[i] == 0 { touched.append(term) }
      best[i] = max(best[i], frequency)
      counts[i] = .zero
      named[i] = 0
    }
    return scales[0]
  }

  /// Titles, aliases, keywords and summary, and the names among them.
  private mutating func takeNamed(_ note: Note) {
    let slug = note.slug.replacing("-", with: " ")
    for name in Set([note.title, note.header.shortTitle, slug] + note.aliases) { takeName(name) }
    for (field, texts) in [
      (Field.title, [note.title]), (.alias, note.aliases + [slug]), (.keyword, note.keywords),
      (.summary, [note.summary]),
    ] {
      for text in texts {
        lexer.read(ContiguousArray(text.utf8), in: 0..<text.utf8.count)
        let length =
          field == .title || field == .summary ? lexer.tokens.count { $0.kind == .word || $0.kind == .bigram } : 0
        let scale = field.scale(length: length)
        for i in lexer.tokens.indices {
          let token = lexer.tokens[i]
          addNamed(number(of: token), scale * token.kind.share)
          if token.kind == .word, let stem = stem(of: token) { addNamed(stem, scale) }
        }
      }
    }
  }

  private mutating func takeName(_ name: String) {
    let key = NameKey(Lexer(name))
    guard !key.exact.isEmpty else { return }
    addNamed(number(key.exact, in: 0..<key.exact.count, prefix: Namespace.name), 1)
    addNamed(number(key.stemmed, in: 0..<key.stemmed.count, prefix: Namespace.stemmedName), 1)
  }

  /// Adds what the lexer has read to a field; returns its length.
  private mutating func takeTokens(_ field: SIMD4<Float>) -> Int {
    var length = 0
    for i in lexer.tokens.indices {
      let token = lexer.tokens[i]
      add(number(of: token), field * token.kind.share)
      if token.kind == .word || token.kind == .bigram { length += 1 }
      if token.kind == .word, let stem = stem(of: token) { add(stem, field) }
    }
    return length
  }

  private mutating func takeFormulas(_ formulas: [String], _ macros: [(name: String, body: String)]) -> Int {
    var length = 0
    for tex in formulas {
      let grams = FormulaGrams(of: Formula(parsing: tex, macros: macros).tokens)
      for gram in grams.all {
        let bytes = ContiguousArray(gram.text.utf8)
        add(number(bytes, in: 0..<bytes.count, prefix: Namespace.formula), SIMD4(0, 0, gram.weight, 0))
      }
      length += grams.length
    }
    return length
  }

  /// A term that an entry has or has not.
  private mutating func mark(_ prefix: UInt8, _ text: String) {
    let bytes = ContiguousArray(text.utf8)
    let term = number(bytes, in: 0..<bytes.count, prefix: prefix)
    if best[term] == 0 { touched.append(Int32(term)) }
    best[term] = 1
  }

  private mutating func add(_ term: Int, _ amount: SIMD4<Float>) {
    if counts[term] == .zero && named[term] == 0 { touchedHere.append(Int32(term)) }
    counts[term] += amount
  }

  private mutating func addNamed(_ term: Int, _ amount: Float) {
    if counts[term] == .zero && named[term] == 0 { touchedHere.append(Int32(term)) }
    named[term] += amount
  }

  private mutating func number(of token: Token) -> Int {
    number(lexer.text, in: token.text, prefix: nil)
  }

  private mutating func number(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8?) -> Int {
    let term = table.number(of: bytes, in: range, prefix: prefix)
    while best.count <= term {
      counts.append(.zero)
      named.append(0)
      best.append(0)
      stems.append(-2)
    }
    return term
  }

  private mutating func stem(of token: Token) -> Int? {
    let term = number(of: token)
    if stems[term] == -2 {
      let word = Array(lexer[token])
      let stem = Stem.of(word)
      stems[term] = stem == word ? -1 : Int32(number(ContiguousArray(stem), in: 0..<stem.count, prefix: Namespace.stem))
    }
    return stems[term] < 0 ? nil : Int(stems[term])
  }
}

extension Token.Kind {
  /// What an occurrence of the kind counts beside a word's.
  var share: Float {
    switch self {
    case .word, .joined, .identifier, .bigram: 1
    case .part: 0.8
    case .unigram: 0.5
    }
  }
}
