import Testing

@testable import Search

@Suite struct StemTests {
  @Test(arguments: [
    ("classification", "classif"), ("classified", "classifi"), ("generative", "generat"), ("general", "general"),
    ("dying", "die"), ("hoping", "hope"), ("hopping", "hop"), ("networks", "network"), ("boosting", "boost"),
    ("contrastive", "contrast"), ("happily", "happili"), ("sky", "sky"), ("is", "is"), ("adaboost", "adaboost"),
    ("proceed", "proceed"), ("agreed", "agre"), ("training", "train"), ("internal", "internal"),
    ("theology", "theolog"),
  ]) func `a word's stem is the one of Porter2`(word: String, stem: String) {
    #expect(String(decoding: Stem.of(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test func `the glossary is keyed by stems`() {
    for pair in Glossary.pairs {
      #expect(String(decoding: NameKey(Lexer(pair.english)).stemmed, as: UTF8.self) == pair.key)
    }
  }
}
