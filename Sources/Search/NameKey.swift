/// A title or alias as names are compared: its words and characters without spaces, exactly and by their stems.
struct NameKey {
  private(set) var exact: ContiguousArray<UInt8> = []
  private(set) var stemmed: ContiguousArray<UInt8> = []

  init(_ lexer: Lexer) {
    for token in lexer.tokens where token.kind != .part { append(token, lexer) }
  }

  init(_ lexer: Lexer, _ tokens: ArraySlice<Token>) {
    for token in tokens { append(token, lexer) }
  }

  private mutating func append(_ token: Token, _ lexer: Lexer) {
    switch token.kind {
    case .word, .part:
      exact.append(contentsOf: lexer[token])
      stemmed.append(contentsOf: Stem.of(Array(lexer[token])))
    case .unigram:
      exact.append(contentsOf: lexer[token])
      stemmed.append(contentsOf: lexer[token])
    case .joined, .identifier, .bigram: break
    }
  }
}
