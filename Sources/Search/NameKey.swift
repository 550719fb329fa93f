/// A title or alias as names are compared: its words and characters without spaces, exactly and by their stems.
struct NameKey {
  private(set) var exact: ContiguousArray<UInt8> = []
  private(set) var stemmed: ContiguousArray<UInt8> = []

  init(_ lexer: Lexer) {
    exact.reserveCapacity(lexer.text.count)
    stemmed.reserveCapacity(lexer.text.count)
    for token in lexer.tokens where token.kind != .part { append(token, lexer.text) }
  }

  init(_ lexer: Lexer, _ tokens: ArraySlice<Token>) {
    for token in tokens { append(token, lexer.text) }
  }

  private mutating func append(_ token: Token, _ text: ContiguousArray<UInt8>) {
    switch token.kind {
    case .word, .part:
      for i in token.text { exact.append(text[i]) }
      for letter in Stem.of(Array(text[token.text])) { stemmed.append(letter) }
    case .unigram:
      for i in token.text {
        exact.append(text[i])
        stemmed.append(text[i])
      }
    case .joined, .identifier, .bigram: break
    }
  }
}
