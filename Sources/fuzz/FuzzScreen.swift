import Catalog
import Markdown
import Screen
import Text

/// What must hold of any bytes as a note on a screen: nothing traps, no line is wider than the screen, and a terminal
/// gets text, SGR and OSC 8 alone.
enum ScreenTarget {
  static func check(_ bytes: ContiguousArray<UInt8>, width: Int) {
    let note = Note(parsing: bytes, path: "notes/fuzz.en.md")
    for isASCII in [false, true] {
      let sheet = Sheet(width: width, isASCII: isASCII, wrapsCode: true)
      let styled = Surface(hasColor: true, hasLinks: true, isASCII: isASCII, ambiguous: .narrow)
      let bare = Surface(hasColor: false, hasLinks: false, isASCII: isASCII, ambiguous: .narrow)
      let page = NotePage(note, on: sheet)
      for line in page.lines + ContentsScreen(note, on: sheet).lines {
        let text = String(decoding: bare.encoded(line).dropLast(), as: UTF8.self)
        if !isHarmless(styled.encoded(line)) { fault("a control reaches the terminal: \(text)", bytes) }
        if width >= 20, text.columns() > width { fault("\(text.columns()) columns at \(width): \(text)", bytes) }
      }
    }
  }

  private static func fault(_ what: String, _ bytes: ContiguousArray<UInt8>) -> Never {
    fatalError(what + "\n" + String(decoding: bytes, as: UTF8.self).debugDescription)
  }

  /// Whether bytes are UTF-8 with no control but one line end, SGR, and OSC 8 with a web or mail address.
  static func isHarmless(_ line: [UInt8]) -> Bool {
    guard line.last == UInt8(ascii: "\n"), let text = String(validating: line.dropLast(), as: UTF8.self) else {
      return false
    }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        if scalar.isTerminalControl { return false }
        continue
      }
      switch rest.popFirst() {
      case "[":
        rest = rest.drop { $0 == ";" || ("0"..."9").contains($0) }
        guard rest.popFirst() == "m" else { return false }
      case "]":
        let body = rest.prefix { $0 != "\u{1B}" }
        rest = rest[body.endIndex...].dropFirst()
        let target = String(body)
        let isAddress = ["8;;http://", "8;;https://", "8;;mailto:"].contains { target.hasPrefix($0) }
        guard target == "8;;" || isAddress, body.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
          return false
        }
        guard rest.popFirst() == "\\" else { return false }
      default: return false
      }
    }
    return true
  }
}

/// Pieces of real notes salted with controls, entities of controls and markup, at every width.
func abuseScreens(of paths: [String], rounds: Int = 20_000) {
  let texts = paths.map { contents(of: $0) }.filter { !$0.isEmpty }
  guard !texts.isEmpty else { return print("usage: fuzz screen FILE...") }
  var random = SplitMix64(seed: 11)
  let salts = [
    "\u{1B}[31m", "\u{1B}]0;x\u{07}", "\u{1B}]8;;file:///x\u{1B}\\", "\u{9B}2J", "\u{202E}", "\u{2066}", "&#27;[2J",
    "&#x9b;m",
    "&#x202e;", "\u{08}", "\r", "\u{7F}", "\u{2028}", "\u{E0041}", "\u{200D}", "\u{FE0F}", "e\u{301}\u{301}", "👩‍👩‍👧",
    "中，。（",
    "|", "\n", "\n\n", "$", "$$", "`", "```\n", "- ", "> ", "[^1]", "[[x|y]]", "](http://a\u{1B}b)", "# ", "\t",
    "\\text{\u{1B}c}",
    "\\begin{aligned}", "&", "\\\\", "\\frac{", "}", "a_verylongwordthatnothingcanbreak_", "<!--", "==", "**",
  ].map { Array($0.utf8) }
  for _ in 0..<rounds {
    let text = texts[Int.random(in: 0..<texts.count, using: &random)]
    let start = Int.random(in: 0..<text.count, using: &random)
    var piece = ContiguousArray(text[start..<min(text.count, start + Int.random(in: 1...600, using: &random))])
    for _ in 0..<Int.random(in: 0..<10, using: &random) {
      let salt = salts[Int.random(in: 0..<salts.count, using: &random)]
      piece.insert(contentsOf: salt, at: Int.random(in: 0...piece.count, using: &random))
    }
    ScreenTarget.check(piece, width: Int.random(in: 10...160, using: &random))
  }
  print("\(rounds) mutations of \(texts.count) notes, no fault")
}
