import Screen
import Testing
import Text

@Suite struct SurfaceTests {
  private let full = Surface(hasColor: true, hasLinks: true, isASCII: false, ambiguous: .narrow)
  private let bare = Surface(hasColor: false, hasLinks: false, isASCII: false, ambiguous: .narrow)
  private let ascii = Surface(hasColor: false, hasLinks: false, isASCII: true, ambiguous: .narrow)

  private func text(_ line: [Run], _ surface: Surface) -> String {
    String(decoding: surface.encoded(line), as: UTF8.self)
  }

  /// What a note, a file name or a typed answer may hold: escapes, C1 controls, entities once resolved, bidirectional
  /// overrides, tags, separators.
  @Test(arguments: [
    "\u{1B}[31mred", "\u{1B}[2J", "\u{1B}]0;title\u{07}", "\u{1B}]8;;http://x\u{1B}\\", "\u{1B}]52;c;ZWNobw==\u{07}",
    "\u{1B}P+q\u{1B}\\", "\u{1B}c", "\u{1B}(0", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{90}q\u{9C}", "\u{07}",
    "\u{08}\u{08}", "a\rb", "\u{0E}\u{0F}", "\u{00}", "\u{7F}", "\u{202E}gnp.exe", "\u{2066}x\u{2069}",
    "\u{E0041}\u{E007F}", "a\u{2028}b", "\u{0B}\u{0C}", "a\tb", "a\nb",
  ]) func `no control from a text reaches the terminal`(attack: String) {
    for surface in [full, bare, ascii] {
      let shown = text([Run(attack)], surface)
      #expect(shown.last == "\n")
      #expect(shown.unicodeScalars.dropLast().allSatisfy { !isControl($0) })
      #expect(shown.dropLast().columns() == attack.columns())
      #expect(surface.sanitized(attack) == String(shown.dropLast()))
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xE0000...0xE007F: true
    default: false
    }
  }

  @Test func `joiners and flags stay`() {
    let text = "👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ❤️"
    #expect(full.sanitized(text) == text)
  }

  @Test func `styles are set and taken back`() {
    let red = Style.bold.with { $0.color = .red }
    #expect(
      text([Run("a "), Run("b", red), Run("c", .dim), Run(" d  ")], full)
        == "a \u{1B}[1;31mb\u{1B}[0;2mc\u{1B}[0m d\n")
    #expect(text([Run("b", red)], bare) == "b\n")
  }

  @Test(arguments: [
    ("https://a.b/ü?q=1 2", "https://a.b/%C3%BC?q=1%202"), ("mailto:a@b.c", "mailto:a@b.c"),
    ("HTTP://A.B", "HTTP://A.B"), ("http://a\u{1B}\\b", "http://a%1B\\b"),
  ]) func `addresses become hyperlinks in printable ASCII`(address: String, target: String) {
    let line = [Run("x", Style.plain.with { $0.link = address })]
    #expect(text(line, full) == "\u{1B}]8;;\(target)\u{1B}\\x\u{1B}]8;;\u{1B}\\\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "../a.md", "", "https://" + String(repeating: "a", count: 2100),
  ]) func `other addresses do not`(address: String) {
    #expect(text([Run("x", Style.plain.with { $0.link = address })], full) == "x\n")
  }

  @Test func `drawing signs have an ASCII sign of the same width`() {
    #expect(ascii.sanitized("▍│─•☐☑✓✗“a”…→") == "||-*ox+-\"a\"~>")
    #expect(ascii.sanitized("中文 α") == "中文 α")
  }
}
