import Markdown
import Testing

@Suite struct RobustnessTests {
  @Test(arguments: ["> ", "- ", "1. ", "*a ", "[", "![", "**a *b ", "$", "<div>\n", "[^a]:", "`"])
  func `100,000 levels parse, render and are released in a thread`(opening: String) async {
    let text = ContiguousArray(("a\n\n" + String(repeating: opening, count: 100_000)).utf8)
    let html = await Task.detached {
      HTML.bytes(of: Document(parsing: text), raw: .escaped)
    }.value
    #expect(html.starts(with: "<p>a</p>\n".utf8))
  }

  @Test(.timeLimit(.minutes(10)), arguments: [("\\[", "", 50_000), ("- \\[\n", "\\]", 20_000), ("[^", "]", 30_000)])
  func `no text is read again for each of many marks`(opening: String, closing: String, count: Int) {
    let text = "a\n\n" + String(repeating: opening, count: count) + String(repeating: closing, count: count)
    let html = HTML.bytes(of: Document(parsing: ContiguousArray(text.utf8)), raw: .escaped)
    #expect(html.starts(with: "<p>a</p>\n".utf8))
  }

  @Test func `100,000 levels are JSON and plain text, too`() {
    let document = Document(parsing: ContiguousArray((String(repeating: "> ", count: 100_000) + "a").utf8))
    #expect(document.json.count > 5_000_000)
    #expect(document.plainText(of: document.root) == "a")
    #expect(document.plainText.allSatisfy { $0 == " " || $0 == "a" } && document.plainText.count <= 100)
  }

  @Test func `any two bytes are a document`() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8.min, to: UInt8.max, by: 3) {
        let document = Document(parsing: [first, second, first, UInt8(ascii: "\n"), second])
        let html = HTML.bytes(of: document, raw: .passed)
        #expect(String(validating: html, as: UTF8.self) != nil)
      }
    }
  }

  @Test func `the tree does not depend on the line endings`() throws {
    for text in try Golden.allTexts() where !text.contains(UInt8(ascii: "\r")) {
      let lines = html(text)
      #expect(html(text.replacing([UInt8(ascii: "\n")], with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])) == lines)
      #expect(html(text.replacing([UInt8(ascii: "\n")], with: [UInt8(ascii: "\r")])) == lines)
    }
  }

  private func html(_ text: ContiguousArray<UInt8>) -> String {
    let bytes = HTML.bytes(of: Document(parsing: text), raw: .escaped)
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
