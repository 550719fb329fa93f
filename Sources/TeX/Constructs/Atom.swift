import Text

/// One symbol: a letter, a digit, an operator, a relation, a bracket (TeXbook, rules 1 and 10–14 of appendix G).
struct Atom: Construct {
  var scalar: UInt32
  /// The second character of the few symbols that have two (`:≈`); else 0.
  var second: UInt32 = 0
  var atomClass: AtomClass
  var alphabet = Alphabet.normal
  /// Struck by `\not`, where no character of its own says so.
  var isNegated = false
  /// The rows of limits: of `∑` in displays, of `∫` never.
  var takesLimits = false

  init(_ scalar: UInt32, _ atomClass: AtomClass = .ordinary, _ alphabet: Alphabet = .normal) {
    self.scalar = scalar
    self.atomClass = atomClass
    self.alphabet = alphabet
  }

  init(_ command: Command, _ alphabet: Alphabet) {
    (scalar, second) = command.scalars
    atomClass = AtomClass(command.kind)
    takesLimits = command.kind == .largeOperator
    self.alphabet = alphabet
  }

  var isUpright: Bool { alphabet == .roman }
  func hasLimits(in style: MathStyle) -> Bool { takesLimits && style == .display }

  var isDigit: Bool { scalar &- 0x30 < 10 }
  var isLetter: Bool {
    (scalar | 0x20) &- 0x61 < 26 || (0x391...0x3C9).contains(scalar) || scalar == 0x3F5 || scalar == 0x3D5
  }
  /// A plain letter from A to Z.
  var isCapital: Bool { alphabet == .normal && (0x41...0x5A).contains(scalar) }
  /// A binary operator that is a sign too where nothing stands before it: + − ± ∓.
  var isSign: Bool { scalar == 0x2B || scalar == 0x2212 || scalar == 0xB1 || scalar == 0x2213 }
  var isPrime: Bool { scalar == 0x2032 }
  private var isFullwidth: Bool { (0x3001...0x3002).contains(scalar) || (0xFF01...0xFF5E).contains(scalar) }

  func box(in layout: inout Layout, _ style: MathStyle) -> Box {
    if layout.setting.isASCII { return asciiBox(in: &layout) }
    let before = layout.look
    var letter = scalar
    if alphabet == .bold, !layout.setting.hasBoldLetters {
      layout.look.flags |= Look.bold
    } else if alphabet.hasOwnCharacters || alphabet == .bold {
      letter = alphabet.letter(scalar)
      if alphabet == .bold, letter == scalar { layout.look.flags |= Look.bold }
    }
    defer { layout.look = before }
    let (shown, secondShown, negated) = (letter, second, isNegated)
    var box = layout.box { layout in
      var width = layout.put(shown)
      if secondShown != 0 { width += layout.put(secondShown, width) }
      if negated { layout.put(0x338, 0) }
      return width
    }
    switch atomClass {
    case .punctuation, .relation: if isFullwidth { box.left = .fullwidth; box.right = .fullwidth }
    case .ordinary: if isLetter || isDigit || scalar > 0x2FFF { box.left = .letter; box.right = .letter }
    case .opening: if scalar == 0x28 || scalar == 0x5B || scalar == 0x7B { box.left = .bracket }
    default: break
    }
    return box
  }

  /// A name where ASCII has no such character; names keep apart from letters, and so do the letters x and o that stand
  /// for the operators × and ∘.
  private func asciiBox(in layout: inout Layout) -> Box {
    let text = (isNegated ? "/" : "") + ASCII.text(of: scalar) + (second == 0 ? "" : ASCII.text(of: second))
    let before = layout.look
    if alphabet == .bold { layout.look.flags |= Look.bold }
    defer { layout.look = before }
    var box = layout.box { $0.put(text) }
    if text.utf8.count > 1 || atomClass == .binary, text.utf8.first?.isLetter == true {
      box.left = .word
      box.right = .word
    } else if isLetter || isDigit {
      box.left = .letter
      box.right = .letter
    }
    return box
  }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let shown = alphabet == .roman || alphabet == .normal ? scalar : alphabet.letter(scalar)
    var text = shown.text + (second == 0 ? "" : second.text)
    if isNegated { text += "\u{338}" }
    switch atomClass {
    case .ordinary, .inner, .none:
      if isDigit {
        xml.element("mn", text)
      } else if isLetter || alphabet != .normal || shown > 0x2FFF {
        let isRoman = isUpright || (alphabet == .normal && (0x391...0x3A9).contains(scalar))
        xml.element("mi", isRoman && shown == scalar ? #"mathvariant="normal""# : "", text)
      } else if scalar == 0x221E || scalar == 0x2205 || (0x2100..<0x2190).contains(scalar) || scalar == 0x2202 {
        xml.element("mi", text)
      } else {
        xml.element("mo", #"stretchy="false" lspace="0" rspace="0""#, text)
      }
    case .opening, .closing: xml.element("mo", #"stretchy="false""#, text)
    case .punctuation:
      xml.element("mo", "separator=\"true\" lspace=\"0\" rspace=\"\(style.isScript ? "0" : "0.167em")\"", text)
    case .largeOperator: xml.element("mo", takesLimits ? #"movablelimits="false""# : "", text)
    case .relation, .binary: xml.infix(text, atomClass, style)
    }
  }

  var asAtom: Atom? { self }

  func addSymbols(to sequence: inout SymbolSequence) {
    sequence.add(scalar)
    if second != 0 { sequence.add(second) }
    if isNegated { sequence.add(0x338) }
    sequence.endSymbol()
  }

  func addCanonical(to text: inout String) {
    guard scalar != 0x22C5 else { return }
    text += (isNegated ? "¬" : "") + scalar.text + (second == 0 ? "" : second.text)
  }
}

extension UInt32 {
  /// A scalar as text.
  var text: String { Unicode.Scalar(self).map { String(Character($0)) } ?? "" }
}
