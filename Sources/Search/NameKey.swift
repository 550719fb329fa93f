/// A title or alias as names are compared: its words and characters without spaces, exactly and by their stems.
struct NameKey {
  private(set) var exact: ContiguousArray<UInt8> = []
  private(set) var stemmed: ContiguousArray<UInt8> = []

  /// An empty one with room for so many bytes.
  init(expecting bytes: Int) {
    exact.reserveCapacity(bytes)
    stemmed.reserveCapacity(bytes)
  }

  init(_ lexer: Lexer) {
    self.init(expecting: lexer.text.count)
    for token in lexer.tokens where token.kind != .part { append(token, lexer.text) }
  }

  init(_ lexer: Lexer, _ tokens: ArraySlice<Token>) {
    for token in tokens { append(token, lexer.text) }
  }

  /// Appends a token of a text; the stem of a word is looked for where it is not given.
  mutating func append(_ token: Token, _ text: ContiguousArray<UInt8>, stem: ArraySlice<UInt8>? = nil) {
    switch token.kind {
    case .word, .part:
      for i in token.text { exact.append(text[i]) }
      for letter in stem ?? Stem.of(Array(text[token.text]))[...] { stemmed.append(letter) }
    case .unigram:
      for i in token.text {
        exact.append(text[i])
        stemmed.append(text[i])
      }
    case .joined, .identifier, .bigram: break
    }
  }
}
