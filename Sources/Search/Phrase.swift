/// Words that stand next to each other in this order.
struct Phrase {
  private let words: [[UInt8]]
  /// The terms that a note has that says the phrase to its reader.
  let terms: [[UInt8]]

  init(_ text: String) {
    let lexer = Lexer(text)
    words = Phrase.words(of: lexer).map { Array(lexer[$0]) }
    terms = lexer.tokens.filter { token in
      token.kind == .bigram || token.kind == .word && !StopWords.contains(lexer[token])
    }.map { Array(lexer[$0]) }
  }

  /// Which of some phrases a text has, through markup and line ends.
  static func all(of phrases: [Phrase], in text: ContiguousArray<UInt8>) -> [Phrase] {
    guard !phrases.isEmpty else { return [] }
    let lexer = Lexer(text)
    let tokens = words(of: lexer)
    return phrases.filter { $0.isIn(tokens, lexer) }
  }

  private func isIn(_ tokens: [Token], _ lexer: Lexer) -> Bool {
    guard let first = words.first, tokens.count >= words.count else { return false }
    for start in 0...tokens.count - words.count where lexer[tokens[start]].elementsEqual(first) {
      if words.indices.allSatisfy({ lexer[tokens[start + $0]].elementsEqual(words[$0]) }) { return true }
    }
    return false
  }

  private static func words(of lexer: Lexer) -> [Token] {
    lexer.tokens.filter { $0.kind == .word || $0.kind == .unigram }
  }
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
    _ found: inout [(entry: Int, score: Float)], with phrases: [Phrase],
    reading text: (String) -> ContiguousArray<UInt8>
  ) {
    found = found.filter { entry, _ in
      record(entry).files.contains { file in
        Phrase.all(of: phrases, in: text(file.path)).count == phrases.count
      }
    }
  }

  /// How many notes are looked through for a phrase; what comes after so many a reader would never see.
  static let mostRead = 500
}
