import Text

/// Words in a formula: `\text{if } i = j`, `\textbf{…}`, `\mbox{…}`; and characters with text accents
/// (amsmath; TeXbook, chapter 9, on accents).
struct TextRun: Construct {
  let text: String
  var alphabet = Alphabet.roman
  let spaceBefore: Bool
  let spaceAfter: Bool

  /// Spaces at the ends are kept apart: they merge with those of the row.
  init(_ text: String, _ alphabet: Alphabet = .roman) {
    let scalars = text.unicodeScalars
    spaceBefore = scalars.first == " "
    spaceAfter = scalars.last == " "
    self.alphabet = alphabet
    var trimmed = Substring(text).unicodeScalars
    while trimmed.first == " " { trimmed.removeFirst() }
    while trimmed.last == " " { trimmed.removeLast() }
    self.text = String(trimmed)
  }

  var isUpright: Bool { true }
  /// Several words are no single one as a script.
  var binding: Binding { text.utf8.contains(UInt8(ascii: " ")) ? .product : .atom }

  func role(in style: MathStyle) -> Role { .text(spaceBefore: spaceBefore, spaceAfter: spaceAfter) }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    let before = layout.look
    defer { layout.look = before }
    let usesLetters = alphabet.hasOwnCharacters || (alphabet == .bold && layout.setting.hasBoldLetters)
    if alphabet == .bold, !usesLetters { layout.look.flags |= Look.bold }
    if alphabet == .italic { layout.look.flags |= Look.italic }
    var box = layout.box { layout in
      guard usesLetters, !layout.setting.isASCII else { return layout.spell(text) }
      return text.unicodeScalars.reduce(0) { $0 + layout.put(alphabet.letter($1.value), $0) }
    }
    box.left = layout.setting.isASCII ? .word : .letter
    box.right = box.left
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let usesLetters = alphabet != .roman && alphabet != .normal
    var out = spaceBefore ? "\u{A0}" : ""
    for scalar in text.unicodeScalars {
      out.unicodeScalars.append((usesLetters ? Unicode.Scalar(alphabet.letter(scalar.value)) : nil) ?? scalar)
    }
    if !spaceBefore, !spaceAfter, !text.utf8.contains(0x20) {
      // A word is an identifier: a row of texts and one operator would lose the space about that.
      return xml.element("mi", text.unicodeScalars.count == 1 ? #"mathvariant="normal""# : "", out)
    }
    xml.element("mtext", out + (spaceAfter && !(text.isEmpty && spaceBefore) ? "\u{A0}" : ""))
  }

  func addSymbols(to sequence: inout SymbolSequence) { if !text.isEmpty { sequence.append(text) } }
  func addCanonical(to text: inout String) { text += self.text }
}
