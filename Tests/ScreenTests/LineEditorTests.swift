import Testing
import Text

@testable import Screen

@Suite struct LineEditorTests {
  private let surface = Surface(hasColor: false, hasLinks: false, isASCII: false, ambiguous: .narrow)

  /// A line after some keys, each of one or more bytes.
  private func line(_ keys: String...) -> LineEditor {
    var line = LineEditor()
    for key in keys { _ = line.take(Array(key.utf8)) }
    return line
  }

  /// What a terminal shows of a row, and the cursor's column.
  private func shown(_ row: [UInt8]) -> (text: String, cursor: Int) {
    let parts = String(decoding: row, as: UTF8.self).components(between: "\r\u{1B}[K", "\r\u{1B}[", "C")
    return (parts[0], Int(parts[1]) ?? -1)
  }

  @Test func `an erasure takes a character away, however many bytes, marks and columns it has`() {
    #expect(line("扩", "散", "\u{7F}").text == "扩")
    #expect(line("a", "ᾱ", "\u{8}").text == "a")
    #expect(line("a", "e", "\u{301}", "\u{7F}").text == "a")
    #expect(line("\u{7F}", "a").text == "a")
  }

  @Test(arguments: [
    ("\u{1B}[D", "ab c Xd"), ("\u{2}", "ab c Xd"), ("\u{1B}[H", "Xab c d"), ("\u{1}", "Xab c d"),
    ("\u{1B}b", "ab c Xd"), ("\u{1B}[1;5D", "ab c Xd"), ("\u{1B}[C", "ab c dX"), ("\u{1B}[F", "ab c dX"),
    ("\u{1B}[A", "ab c dX"), ("\t", "ab c dX"),
  ])
  func `a key moves the cursor as readline's does`(key: String, result: String) {
    #expect(line("ab c d", key, "X").text == result)
  }

  @Test func `words and the rest of a line are cut and put in again`() {
    #expect(line("one two", "\u{17}").text == "one ")
    #expect(line("one two", "\u{17}", "\u{1}", "\u{19}").text == "twoone ")
    #expect(line("one two", "\u{1}", "\u{1B}d").text == " two")
    #expect(line("one two", "\u{1B}b", "\u{B}").text == "one ")
    #expect(line("one two", "\u{1B}b", "\u{15}").text == "two")
    #expect(line("one two", "\u{1}", "\u{1B}f", "\u{1B}[3~").text == "onetwo")
  }

  @Test func `Enter, Escape and the end of input end a line`() {
    var line = line("a")
    #expect(line.take([0x04]) == .edited && line.take([0x0D]) == .entered && line.take([0x1B]) == .left)
    #expect(line.take([0x15]) == .edited && line.take([0x04]) == .ended)
  }

  @Test func `a pasted text is one line, and nothing in it is a command to the terminal`() {
    var line = LineEditor()
    line.insert("a\nb\u{1B}[2J\u{9B}31mc\u{202E}")
    #expect(line.text == "a b[2J31mc")
  }

  @Test(arguments: [12, 20, 40, 80])
  func `the row has room for the cursor wherever that is, and shows what is beside it`(width: Int) {
    for text in ["short", String(repeating: "alpha beta ", count: 20), String(repeating: "扩散模型a", count: 30)] {
      var line = LineEditor(text)
      for _ in 0...text.count {
        let (row, cursor) = shown(line.row(behind: "  > ", width: max(width, 17), on: surface))
        #expect(row.columns() < max(width, 17) && 4...row.columns() ~= cursor)
        _ = line.take(Array("\u{1B}[D".utf8))
      }
      let start = shown(line.row(behind: "  > ", width: max(width, 17), on: surface))
      #expect(start.cursor == 4 && start.text.hasPrefix("  > \(text.prefix(3))"))
    }
  }

  @Test func `what was entered stays on the screen whole`() {
    let text = String(repeating: "扩散", count: 50)
    let closing = LineEditor(text).closing(behind: "  > ", isEntered: true, on: surface)
    #expect(String(decoding: closing, as: UTF8.self) == "\r\u{1B}[K  > \(text)\n")
  }
}

extension String {
  /// What stands between the parts that a text is known to have, in their order.
  fileprivate func components(between parts: String...) -> [String] {
    var rest = self[...]
    return parts.indices.dropFirst().map { i in
      if i == 1 { rest = rest.dropFirst(parts[0].count) }
      guard let range = rest.firstRange(of: parts[i]) else { return "" }
      defer { rest = rest[range.upperBound...] }
      return String(rest[..<range.lowerBound])
    }
  }
}
