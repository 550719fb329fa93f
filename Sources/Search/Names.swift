/// The titles and aliases that a query holds.
enum Names {
  struct Found {
    var entries: [Int32]
    /// The share of the query that the name is, by length.
    var share: Float
    var isWhole: Bool
    var source: Range<Int>
  }

  /// Names in a query, the longest first, none inside another.
  static func inside(_ query: Query, _ index: Index) -> [Found] {
    let tokens = words(of: query, index)
    guard !tokens.isEmpty else { return [] }
    let content = tokens.filter(query.isContent)
    let total = content.reduce(0) { $0 + $1.length }
    var found: [Found] = []
    var taken: [Range<Int>] = []
    var postings = ContiguousArray<Posting>()
    for count in stride(from: min(tokens.count, longest), through: 1, by: -1) {
      for start in 0...tokens.count - count {
        let run = tokens[start..<start + count]
        guard let first = run.first, let last = run.last else { continue }
        let source = first.source.lowerBound..<last.source.upperBound
        guard !taken.contains(where: { $0.overlaps(source) }) else { continue }
        let length = run.reduce(0) { $0 + $1.length }
        if count < tokens.count && length < 2 { continue }
        let key = NameKey(query.lexer, ArraySlice(run))
        index.read([Namespace.name] + key.exact, into: &postings)
        if postings.isEmpty { index.read([Namespace.stemmedName] + key.stemmed, into: &postings) }
        if postings.isEmpty { index.read([Namespace.name] + key.stemmed, into: &postings) }
        guard !postings.isEmpty else { continue }
        taken.append(source)
        found.append(
          Found(
            entries: postings.map(\.entry), share: min(1, Float(length) / Float(max(1, total))),
            isWhole: run.count(where: query.isContent) == content.count, source: source))
      }
    }
    return found
  }

  /// The words and characters of a query; a word that no note has and that has parts is its parts.
  private static func words(of query: Query, _ index: Index) -> [Token] {
    let lexer = query.lexer
    let parted = lexer.tokens.filter { $0.kind == .part }.map(\.source)
    return lexer.tokens.filter { token in
      switch token.kind {
      case .unigram: true
      case .word: !parted.contains(token.source) || index.has(lexer[token])
      case .part: !lexer.tokens.contains { $0.kind == .word && $0.source == token.source && index.has(lexer[$0]) }
      case .joined, .identifier, .bigram: false
      }
    }
  }

  /// The notes of which the whole query is a keyword.
  static func asked(by query: Query, _ index: Index) -> [Int32] {
    let key = NameKey(query.lexer).stemmed
    guard !key.isEmpty else { return [] }
    var postings = ContiguousArray<Posting>()
    index.read([Namespace.keyword] + key, into: &postings)
    return postings.map(\.entry)
  }

  /// Names that the query starts, the question's frame aside: `contrastive` of `contrastive loss`, `trans` of
  /// `transformer`, `什么是注意力` of `注意力机制`.
  static func started(by query: Query, _ index: Index) -> [Found] {
    let content = query.lexer.tokens.filter { $0.kind != .part && !query.isFrame($0) }
    let key = NameKey(query.lexer, ArraySlice(content)).exact
    guard key.count >= 3 else { return [] }
    var started: [(name: [UInt8], entries: [Int32])] = []
    var postings = ContiguousArray<Posting>()
    for part in index.parts {
      var count = 0
      part.segment.forEachTerm(startingWith: [Namespace.name] + key) { item in
        guard item.text.count > key.count + 1 else { return true }
        postings.removeAll(keepingCapacity: true)
        part.append(item.place, to: &postings)
        guard !postings.isEmpty else { return true }
        started.append((item.text, postings.map(\.entry)))
        count += 1
        return count < mostStarted
      }
    }
    if index.parts.count > 1 { started = joined(started) }
    return started.prefix(mostStarted).map { name, entries in
      Found(entries: entries, share: Float(key.count) / Float(name.count - 1), isWhole: false, source: 0..<0)
    }
  }

  /// The names of all parts in order, each with the entries of all.
  private static func joined(_ names: [(name: [UInt8], entries: [Int32])]) -> [(name: [UInt8], entries: [Int32])] {
    let entries = Dictionary(names.map { ($0.name, $0.entries) }, uniquingKeysWith: +)
    return entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (name: $0.key, entries: $0.value) }
  }

  private static let mostStarted = 100

  /// The most words or characters that a name has.
  private static let longest = 12
}

extension Token {
  /// What the token adds to a length: a Chinese character as much as three letters.
  fileprivate var length: Int { kind == .unigram ? 3 : text.count }
}
