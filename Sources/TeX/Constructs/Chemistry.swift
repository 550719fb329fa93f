import Text

/// `\ce{SO4^2- + H2O}`: a chemical formula, rewritten as TeX and parsed as that (the package mhchem, version 4).
///
/// Letters are upright, digits behind them subscripts, digits before them amounts; `^2-` and a `+` or `-` at the end
/// are charges, `-`, `=`, `#` between letters bonds, `->[above][below]`, `<=>` and kin arrows.
struct Chemistry {
  /// What the last piece was: only behind a substance are digits subscripts and signs charges.
  private enum Place { case start, amount, substance }

  private let input: [Unicode.Scalar]
  /// On or under an arrow, where arrows have no labels of their own.
  private let isLabel: Bool
  private var i = 0
  private var place = Place.start
  private var tex = ""
  /// A script stands before its substance, and another may stand below or above it.
  private var hasFrontScript = false

  /// Chemistry in the mathematics in chemistry, at most.
  private static let depthLimit = 2

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    guard parser.chemistryDepth < depthLimit, !parser.isTooDeep else { return Group(parser.textRow(.roman)) }
    let isQuantity = parser.lexer.spells(command.token, "pu")
    let text = parser.textArgument()
    let tex = isQuantity ? Quantity.tex(of: text) : Chemistry.tex(of: text)
    parser.chemistryDepth += 1
    defer { parser.chemistryDepth -= 1 }
    parser.push(parser.lexer.tokens(of: "{" + tex + "}").reversed())
    return Group(parser.argument())
  }

  /// A formula in mhchem's language as TeX.
  static func tex(of text: String, isLabel: Bool = false) -> String {
    var chemistry = Chemistry(Array(text.unicodeScalars), isLabel)
    while chemistry.i < chemistry.input.count { chemistry.step() }
    return chemistry.tex
  }

  private init(_ input: [Unicode.Scalar], _ isLabel: Bool) {
    self.input = input
    self.isLabel = isLabel
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    input.indices.contains(i + distance) ? input[i + distance] : nil
  }

  /// Whether a word ends `distance` characters on.
  private func ends(_ distance: Int) -> Bool {
    guard let next = peek(distance) else { return true }
    return next == " " || next == ")" || next == "]" || next == "," || next == "}"
  }

  private mutating func step() {
    guard let scalar = peek() else { return }
    if let arrow = Chemistry.arrows.first(where: { starts(with: $0.text) }) { return add(arrow) }
    switch scalar {
    case " ": space()
    case "0"..."9": digits()
    case "^", "_": script(scalar)
    case "+", "-", "\u{2212}": sign(scalar)
    case "=": add("{=}", .start)
    case "#": add(#"{\equiv}"#, .start)
    case "*", "\u{B7}", "\u{2022}": add(#"\cdot "#, .start)
    case "." where place == .substance && !ends(1): add(#"\cdot "#, .start)
    case "$": mathematics()
    case "{": add(#"\text{"# + group() + "}", .substance, taking: 0)
    case "\\": command()
    case ")", "]": add(String(Character(scalar)), .substance)
    case "v" where place == .start && ends(1): add(#"{\downarrow}"#, .substance)
    default:
      if scalar.properties.isAlphabetic { letters() } else { add(String(Character(scalar)), .start) }
    }
  }

  private mutating func add(_ piece: String, _ next: Place, taking count: Int = 1) {
    tex += piece
    place = next
    i += count
    hasFrontScript = false
  }

  private func starts(with text: String) -> Bool {
    var at = i
    for scalar in text.unicodeScalars {
      guard at < input.count, input[at] == scalar else { return false }
      at += 1
    }
    return true
  }

  /// Spaces part substances; those about signs and arrows come from their class.
  private mutating func space() {
    while peek() == " " { i += 1 }
    let next = peek()
    let isSign = (next == "+" || next == "-") && ends(1)
    if place == .substance, next != nil, !isSign, !Chemistry.arrows.contains(where: { starts(with: $0.text) }) {
      tex += #"\ "#
    }
    place = .start
  }

  private mutating func letters() {
    let start = i
    while let next = peek(), next.properties.isAlphabetic { i += 1 }
    add(#"\mathrm{"# + text(start..<i) + "}", .substance, taking: 0)
  }

  /// A subscript behind a substance, else an amount, which may be a fraction.
  private mutating func digits() {
    let start = i
    while let next = peek(), ("0"..."9").contains(next) || (next == "." && place != .substance) { i += 1 }
    let number = text(start..<i)
    if place == .substance { return add("_{\(number)}", .substance, taking: 0) }
    guard peek() == "/", let next = peek(1), ("0"..."9").contains(next) else {
      return add(number + #"\,"#, .amount, taking: 0)
    }
    i += 1
    let second = i
    while let next = peek(), ("0"..."9").contains(next) { i += 1 }
    add(#"\tfrac{\#(number)}{\#(text(second..<i))}\,"#, .amount, taking: 0)
  }

  /// `^2-`, `_{n}`; `^` alone is a gas that rises.
  private mutating func script(_ mark: Unicode.Scalar) {
    i += 1
    if mark == "^", ends(0) { return add(#"{\uparrow}"#, .substance, taking: 0) }
    var content = ""
    if peek() == "{" {
      content = group()
    } else {
      let start = i
      while let next = peek(), ("0"..."9").contains(next) || next == "+" || next == "-" { i += 1 }
      if i == start, peek() == "\\" {
        content = controlWord()
      } else {
        if i == start, i < input.count { i += 1 }
        content = text(start..<i)
      }
    }
    if content.utf8.contains(where: \.isLetter) { content = #"\mathrm{\#(content)}"# }
    if place != .substance, !hasFrontScript { tex += "{}" }
    // What stands before a substance is its mass and number: a digit after it is none of theirs.
    tex += String(Character(mark)) + "{" + content + "}"
    if place == .substance { return }
    place = .start
    hasFrontScript = true
  }

  private mutating func sign(_ scalar: Unicode.Scalar) {
    let sign = scalar == "+" ? "+" : "-"
    if place == .substance, ends(1) { return add("^{\(sign)}", .substance) }
    if ends(1) || scalar == "+" { return add(" \(sign) ", .start) }
    add("{\(sign)}", .start)
  }

  private mutating func mathematics() {
    i += 1
    let start = i
    while let next = peek(), next != "$" { i += 1 }
    add("{" + text(start..<i) + "}", .substance)
  }

  private mutating func command() {
    tex += controlWord()
    place = .substance
  }

  /// A command and the groups after it as they stand.
  private mutating func controlWord() -> String {
    let start = i
    i += 1
    while let next = peek(), next.properties.isAlphabetic { i += 1 }
    if i == start + 1 { i = min(i + 1, input.count) }
    var word = text(start..<i)
    guard peek() == "{" else { return word + " " }
    while peek() == "{" { word += "{" + group() + "}" }
    return word
  }

  /// The inside of braces, the first of which is next.
  private mutating func group() -> String {
    i += 1
    let start = i
    var depth = 1
    while let next = peek() {
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      if depth == 0 { break }
      i += 1
    }
    let content = text(start..<i)
    i = min(i + 1, input.count)
    // A backslash at the end would take the brace behind it.
    return content.hasSuffix("\\") ? content + " " : content
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: input[range])
    return String(text)
  }

  private static let arrows: [(text: String, name: String)] = [
    ("<=>>", "xrightleftharpoons"), ("<<=>", "xrightleftharpoons"), ("<=>", "xrightleftharpoons"),
    ("<-->", "xleftrightarrow"), ("<->", "xleftrightarrow"), ("->", "xrightarrow"), ("<-", "xleftarrow"),
    ("\u{2192}", "xrightarrow"), ("\u{21CC}", "xrightleftharpoons"),
  ]

  /// An arrow and what stands on and under it, in brackets.
  private mutating func add(_ arrow: (text: String, name: String)) {
    i += arrow.text.unicodeScalars.count
    var labels: [String] = []
    while !isLabel, labels.count < 2, peek() == "[" {
      let start = i + 1
      while let next = peek(), next != "]" { i += 1 }
      labels.append(Chemistry.tex(of: text(min(start, i)..<i), isLabel: true))
      i = min(i + 1, input.count)
    }
    let below = labels.count > 1 ? "[{\(labels[1])}]" : ""
    add(#"\\#(arrow.name)\#(below){\#(labels.first ?? "")}"#, .start, taking: 0)
  }
}
