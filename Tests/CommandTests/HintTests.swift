import Foundation
import Testing

/// The commands that an answer or an error goes on with can be copied as they stand.
@Suite struct HintTests {
  @Test(arguments: [
    (["-sum p log p"], "hint: mlnotes search -- '-sum p log p' takes it as a word\n"),
    (["--math", #"-\sum p"#], #"hint: mlnotes search --math -- '-\sum p' takes it as a word"# + "\n"),
    (["--topic", "nlp", "--qqq=1"], "hint: 'mlnotes search --topic nlp -- --qqq=1' takes it as a word\n"),
  ])
  func `a word that looks like an option is named whole, in quotes for a shell`(words: [String], hint: String) throws {
    #expect(try Running.mlnotes(["search"] + words).errors.hasSuffix(hint))
  }
}
