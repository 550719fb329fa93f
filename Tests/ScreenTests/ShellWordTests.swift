import Screen
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("ddim", "ddim"), ("ddim#3", "ddim#3"), ("扩散模型", "扩散模型"), ("Layer Norm", "'Layer Norm'"), ("it's", #"'it'\''s'"#),
    ("a$b", "'a$b'"), ("*", "'*'"), ("", "''"), ("#x", "'#x'"), ("a;b", "'a;b'"),
  ])
  func `a name can be copied into a shell`(name: String, word: String) {
    #expect(name.shellWord == word)
  }
}
