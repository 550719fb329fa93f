import Testing
import Text

@Suite struct JSONTests {
  @Test func `strings stay UTF-8 but for what JSON or a terminal would take as a control`() throws {
    let text = "对比 \"loss\" \\ \n\t\u{1B}[2J \u{9B}31m \u{202E}x \u{2028} 👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E007F}"
    let encoded = JSON.string(text).encoded
    #expect(encoded.unicodeScalars.allSatisfy { !$0.isTerminalControl })
    #expect(
      encoded
        == #""对比 \"loss\" \\ \n\t\u001b[2J \u009b31m \u202ex \u2028 👩‍👩‍👧 🏴"# + "\u{E0067}\u{E0062}\u{E007F}\"")
    #expect(try JSON(reading: encoded).text == text)
  }
}
