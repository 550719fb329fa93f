import Text

/// Words that stand next to each other in this order.
struct Phrase: Sendable {
  private let words: [[UInt8]]
  /// The terms that a note has that says the phrase to its reader.
  let terms: [[UInt8]]
  /// The first word alone.
  private var first = Marks()

  init(_ text: String) {
    let lexer = Lexer(text)
    words = Phrase.words(of: lexer).map { Array(lexer[$0]) }
    terms = lexer.tokens.filter { token in
      token.kind == .bigram || token.kind == .word && !StopWords.contains(lexer[token])
    }.map { Array(lexer[$0]) }
    if let word = words.first { first.add(word, worth: 1, node: 0) }
  }

  /// Which of some phrases a text has, through markup and line ends.
  static func all(of phrases: [Phrase], in text: ContiguousArray<UInt8>) -> [Phrase] {
    // Each would be looked for by itself.
    guard phrases.count > mostSearched else { return phrases.filter { $0.isIn(text) } }
    let lexer = Lexer(text)
    let tokens = words(of: lexer)
    return phrases.filter { $0.isIn(tokens, lexer) }
  }

  private static let mostSearched = 8

  /// Whether a text has the phrase, through markup and line ends; linear in its length. What follows each place of the
  /// first word is read, and the whole text only where all that is compared there is the same.
  func isIn(_ text: ContiguousArray<UInt8>) -> Bool {
    var (search, lexer, starts) = (MarkSearch(first), Lexer(), false)
    search.forEach(in: text, 0..<text.count) { _, token in
      guard !starts, Phrase.isCounted(token) else { return }
      starts = isStarted(in: text, at: token.source.lowerBound, &lexer)
    }
    guard starts, words.count > Phrase.mostCompared else { return starts }
    let whole = Lexer(text)
    return isIn(Phrase.words(of: whole), whole)
  }

  /// Whether a text has the phrase's first words at a place.
  private func isStarted(in text: ContiguousArray<UInt8>, at place: Int, _ lexer: inout Lexer) -> Bool {
    let wanted = words.prefix(Phrase.mostCompared)
    // Most often enough; where markup stands between the words, more is read.
    var reach = wanted.reduce(8) { $0 + 2 * $1.count }
    var end = place
    repeat {
      end = min(text.count, place + reach)
      reach *= 4
      lexer.read(text, in: place..<end)
      var tokens = Phrase.words(of: lexer)
      // The last may go on.
      if end < text.count { _ = tokens.popLast() }
      guard zip(tokens, wanted).allSatisfy({ lexer[$0].elementsEqual($1) }) else { return false }
      if tokens.count >= wanted.count { return true }
    } while end < text.count
    return false
  }

  /// So many words are compared at each place of the first one, lest a text that repeats it be read again and again.
  private static let mostCompared = 4

  private func isIn(_ tokens: [Token], _ lexer: Lexer) -> Bool {
    guard let first = words.first, tokens.count >= words.count else { return false }
    for start in 0...tokens.count - words.count where lexer[tokens[start]].elementsEqual(first) {
      if words.indices.allSatisfy({ lexer[tokens[start + $0]].elementsEqual(words[$0]) }) { return true }
    }
    return false
  }

  private static func words(of lexer: Lexer) -> [Token] {
    lexer.tokens.filter(isCounted)
  }

  private static func isCounted(_ token: Token) -> Bool { token.kind == .word || token.kind == .unigram }
}

extension Index {
  /// The best entries to look through for phrases: first those that have all their words, then others, for what is no
  /// term of the notes, as a word in a link or a comment, may still be in their texts.
  func candidates(for phrases: [Phrase], among standings: Standings, _ limit: Int) -> [(entry: Int, score: Float)] {
    var likely = standings
    likely.keep(only: entries(withWordsOf: phrases))
    let first = best(limit, likely, 0).found
    guard first.count < limit else { return first }
    let taken = Set(first.map(\.entry))
    return first + best(limit, standings, 0).found.filter { !taken.contains($0.entry) }.prefix(limit - first.count)
  }

  /// The entries that have all the words of some phrases.
  private func entries(withWordsOf phrases: [Phrase]) -> [Int] {
    var entries: EntrySet?
    var postings = ContiguousArray<Posting>()
    for term in phrases.flatMap(\.terms) {
      read(term, into: &postings)
      guard !postings.isEmpty else { continue }
      var own = EntrySet(below: entryLimit)
      own.insert(postings.span)
      entries = entries.map { $0.intersection(own) } ?? own
    }
    guard let entries else { return Array(0..<entryLimit) }
    var all: [Int] = []
    entries.forEach { all.append($0) }
    return all
  }

  /// Keeps the entries with all the phrases in one of their notes.
  func keep(
    _ found: inout [(entry: Int, score: Float)], with phrases: [Phrase], by workforce: Workforce,
    reading text: @Sendable (String) -> ContiguousArray<UInt8>
  ) {
    let entries = found.map(\.entry)
    let isKept = workforce.forShort(entries.count).map(entries.count) { i in
      record(entries[i]).files.contains { file in
        let text = text(file.path)
        return phrases.allSatisfy { $0.isIn(text) }
      }
    }
    found = zip(found, isKept).filter(\.1).map(\.0)
  }

  /// How many notes are looked through for a phrase; what comes after so many a reader would never see.
  static let mostRead = 500
}
