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

  @Test(arguments: [
    ("objective", "object"), ("positive", "position"), ("negatives", "negation"), ("marginals", "margin"),
    ("meaning", "mean"), ("importance", "import"), ("relative", "relation"),
  ]) func `a word that only looks like a form of another is none`(word: String, other: String) {
    #expect(Stem.of(Array(word.utf8)) != Stem.of(Array(other.utf8)))
  }

  @Test func `the glossary is keyed by stems`() {
    for pair in Glossary.pairs {
      #expect(String(decoding: NameKey(Lexer(pair.english)).stemmed, as: UTF8.self) == pair.key)
    }
  }

  @Test(arguments: [
    ("normalisation", "normalization"), ("optimised", "optimized"), ("tokeniser", "tokenizer"),
    ("generalises", "generalizes"), ("analyse", "analyze"), ("centred", "centered"), ("centre", "center"),
    ("behaviours", "behaviors"), ("neighbouring", "neighboring"), ("greyscale", "grayscale"),
    ("regularisations", "regularizations"), ("discretise", "discretize"),
  ]) func `a British spelling has the stem of the American one`(british: String, american: String) {
    #expect(Stem.of(Array(british.utf8)) == Stem.of(Array(american.utf8)))
  }

  @Test(arguments: [
    "supervised", "pairwise", "noise", "precise", "promises", "basis", "hour", "contour", "central", "red",
  ])
  func `a word that only looks British keeps its letters`(word: String) {
    #expect(AmericanSpelling.of(Array(word.utf8)) == Array(word.utf8))
  }
}
