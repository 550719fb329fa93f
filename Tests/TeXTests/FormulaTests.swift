@testable import TeX
import Testing
import Text

@Suite struct FormulaTests {
  @Test func `a mistake in a macro stands at each of its calls`() {
    let formula = Formula(parsing: "a \\r b \\r c \\r", macros: GivenMacros([(name: "r", body: "\\right)")]))
    #expect(formula.mistakes.map(\.offset) == [2, 7, 12])
  }

  @Test(arguments: [
    (#"{\def\r{y}\r}\r"#, "yx"), (#"\q"#, "x²"), (#"\renewcommand{\r}{z}\q"#, "z²"), (#"{\q}\def\q{w}\q"#, "x² w"),
    (#"\t{a}{b}"#, "b a"),
  ])
  func `macros from outside are there until others take their names`(tex: String, line: String) {
    let macros = GivenMacros([("\\r", "x"), ("q", "\\r^2"), ("\\t", "#2\\,#1")])
    #expect(Formula(parsing: tex, macros: macros).line().map(\.text).joined() == line)
  }

  @Test(arguments: [
    (#"\begin{aligned}\min_w\quad&y\\\text{s.t. }&z\end{aligned}"#, "min  y\n w\ns.t. z"), (#"a{\quad}b"#, "a  b"),
    (#"\mathrm{a\ }b"#, "a b"), (#"x\sqrt[3]{y}"#, "    ▁\nx ³√y"), (#"x_{}y^{}"#, "xy"),
  ])
  func `spaces at the end of a cell or a group count, and a degree is no exponent`(tex: String, picture: String) {
    let text = Formula(parsing: tex).picture().text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(text.joined(separator: "\n") == picture)
  }

  @Test(arguments: [
    (#"\sqrt{d}k + f(\sqrt d)"#, "√d k + f(√d)"), (#"x\sqrt[3]{y}"#, "x ³√y"), (#"\sqrt{\bar\alpha_t}x_0"#, "√ᾱₜ x₀"),
    (#"\sum_{\substack{i=1\\i\ne j}}a"#, "∑_(i = 1; i ≠ j) a"),
    (#"\mathcal{L}_{\text{total loss}}(x)"#, "ℒ_(total loss)(x)"),
    (#"\begin{cases}a,&x\\b,&y\end{cases}"#, "{a, x; b, y"), (#"\mathbb{E}_{}[y]"#, "𝔼[y]"),
  ])
  func `a formula on one line reads as what it means`(tex: String, line: String) {
    #expect(Formula(parsing: tex).line().map(\.text).joined() == line)
  }

  @Test func `a fraction stands on the row of its surroundings`() {
    let picture = Formula(parsing: #"y = \frac{a + b}{c}"#).picture()
    #expect(picture.text == "     a + b\ny = ───────\n       c")
    #expect(picture.baseline == 1)
  }

  @Test func `an unknown command is shown and reported`() {
    let formula = Formula(parsing: #"a + \nope{b}"#)
    #expect(formula.picture().text == #"a + \nope{b}"#)
    #expect(formula.mistakes == [.init(offset: 4, message: #"unknown command '\nope'"#, unknown: "nope")])
  }

  @Test(arguments: [
    (#"\frc{a}{b}^2"#, #"\frc{a}{b}²"#), (#"\foo{-\alpha}"#, #"\foo{−α}"#),
    (#"\text{\foo{so it is}}"#, #"\foo{so it is}"#), (#"\foo{\frac12}x"#, #"\foo{1/2}x"#),
  ])
  func `an unknown command keeps its arguments in their braces`(tex: String, line: String) {
    #expect(Formula(parsing: tex).line().map(\.text).joined() == line)
  }

  @Test(arguments: [
    (#"\frc{a}{b}"#, #"did you mean '\frac'?"#), (#"\parital"#, #"did you mean '\partial'?"#),
    (#"\alphaa"#, #"did you mean '\alpha'?"#), (#"\bets"#, #"did you mean '\beta' or '\beth'?"#), (#"\zzz"#, nil),
    (#"\x"#, nil),
  ])
  func `commands one typing mistake away from an unknown one are named`(tex: String, hint: String?) {
    #expect(Formula(parsing: tex).mistakes.map(\.hint) == [hint])
  }

  @Test func `every command of the table is known, and none with a letter more that is no other`() {
    let names = Set(CommandTable.text.split(separator: "\n").map { $0.prefix { $0 != " " } })
    let known = { (name: Substring) in
      !Formula(parsing: "\\\(name) {a}{b}").mistakes.contains { $0.message == "unknown command '\\\(name)'" }
    }
    #expect(names.count > 1000 && names.filter { !known($0) }.isEmpty)
    #expect(names.map { $0 + "q" }.filter { known($0) && !names.contains($0) }.isEmpty)
  }

  @Test func `the colour around a coloured word goes on behind it`() {
    let runs = Formula(parsing: #"\textcolor{red}{a \textcolor{blue}{b\color{green}c} d} e"#).line()
    #expect(runs.map(\.text) == ["a", "b", "c", "d", "e"])
    #expect(runs.map(\.style.color) == [.red, .blue, .green, .red, .standard])
  }

  private func red(_ tex: String) -> String {
    let rows = Formula(parsing: tex).picture(limitedTo: 40).rows
    return rows.joined().filter { $0.style.color == .red }.map(\.text).joined().filter { $0 != " " }
  }

  @Test(arguments: [
    (#"\left(aaaa + bbbb + cccc + dddd + eeee + ffff + gggg\right) = \color{red} z"#, "z"),
    (#"\textcolor{red}{\left(aaaa + bbbb + cccc + dddd + eeee + ffff\right)} = z"#, "(aaaa+bbbb+cccc+dddd+eeee+ffff)"),
    (#"\left(aaaa + bbbb + cccc + \color{red} dddd + eeee + ffff\right) = z"#, "dddd+eeee+ffff"),
    (#"\textcolor{red}{\boxed{aaaa + bbbb + cccc + dddd + eeee + ffff}} = z"#, "┌──────────"),
    (#"\bigl(a + \color{red} b \bigr) + c"#, "b)+c"), (#"\textcolor{red}{x}^2_i"#, "x"), (#"\color{red}^2 a"#, "²a"),
  ])
  func `a colour is that of what it was asked for, on every line`(tex: String, expected: String) {
    #expect(red(tex).hasPrefix(expected))
  }

  @Test func `a style holds where a row is broken`() {
    let tex = #"\textstyle y = \left(\sum_{i=1}^n a_i + bbbbb + ccccc + ddddd + eeee\right)"#
    #expect(Formula(parsing: tex).picture(limitedTo: 40).rows.count == 2)
  }

  @Test func `a style in a coloured word ends with the word`() {
    let formula = Formula(parsing: #"\textstyle\textcolor{red}{\displaystyle\sum_i}\sum_j"#)
    #expect(formula.picture().text == "∑ ∑ⱼ\ni")
  }

  @Test(arguments: [(#"\left( x \right)"#, "(x)"), (#"a \, b"#, "ab"), (#"\mathbf{x} \cdot y"#, "xy")])
  func `canonical forms leave the dress out`(dressed: String, plain: String) {
    #expect(Formula(parsing: dressed).canonical == Formula(parsing: plain).canonical)
  }

  @Test(arguments: [
    (#"X \not\perp Y"#, #"X \perp Y"#), (#"\not{\hat=}"#, #"\hat="#), (#"a \Colonapprox b"#, #"a \Colon b"#),
  ])
  func `canonical forms keep a stroke and a second character`(one: String, other: String) {
    #expect(Formula(parsing: one).canonical != Formula(parsing: other).canonical)
  }

  @Test func `search tells a struck symbol from a plain one`() {
    #expect(Formula(parsing: #"\not\perp"#).sequence.text != Formula(parsing: #"\perp"#).sequence.text)
  }

  @Test(arguments: [
    ("x^a^b", "double superscript", 3), ("x_a_b", "double subscript", 3), ("x^a'", "double superscript", 3),
    (#"{a \over b \over c}"#, #"'\over' a second time in one group"#, 11),
  ])
  func `what TeX takes for a mistake is reported`(tex: String, message: String, offset: Int) {
    #expect(Formula(parsing: tex).mistakes == [.init(offset: offset, message: message)])
  }

  @Test(arguments: [
    (#"\def\a#1{ "#, "#1", #"}\a{ "#, "x", "}"), (#"\def\a{ "#, "x", #"}\edef\b{ "#, #"\a"#, "}y"),
    (#"\def\a{ "#, "x", #"}\def\b{ "#, #"\a"#, #"}\b"#),
  ])
  func `macros make no more tokens than there is room for`(
    start: String, one: String, middle: String, other: String, end: String
  ) {
    let many = { (text: String) in String(repeating: text, count: 3000) }
    let formula = Formula(parsing: start + many(one) + middle + many(other) + end)
    #expect(formula.mistakes.first?.message == "macros call each other without end")
  }

  @Test func `twenty thousand pairs of sized delimiters in one another are set`() {
    let pairs = String(repeating: #"\bigl("#, count: 20_000) + "x" + String(repeating: #"\bigr)"#, count: 20_000)
    let formula = Formula(parsing: pairs)
    #expect(formula.picture().text.utf8.count > 40_000)
    #expect(formula.mathML(isDisplay: true).utf8.count > 40_000)
  }

  @Test(arguments: [("{", "}", 200), (#"\root "#, "", 8), (#"\buildrel "#, "", 8), (#"\left(\root "#, "", 8)])
  func `what is nested ten thousand times is text from a level on`(open: String, close: String, level: Int) {
    let text = String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000)
    #expect(Formula(parsing: text).mistakes.contains { $0.message == "nested deeper than \(level) levels" })
  }

  @Test func `four thousand brackets behind rows that are no lengths are read once`() {
    #expect(Formula(parsing: String(repeating: #"a\\[b "#, count: 4000)).mathML(isDisplay: true).utf8.count > 100_000)
  }

  @Test(arguments: [
    (#"\sqrt{"#, "}"), (#"\frac{1}{"#, "}"), (#"\left(a\middle|"#, #"\right)"#), ("x^{", "}"), (#"\cancel{"#, "}"),
    (#"\phantom{"#, "}"), (#"\smash{"#, "}"), (#"\not"#, ""), (#"\overline{"#, "}"), (#"\underbrace{"#, "}_x"),
    (#"\begin{aligned}a&="#, #"\end{aligned}"#), (#"\begin{pmatrix}"#, #"\end{pmatrix}"#), (#"\text{$"#, "$}"),
    (#"\xrightarrow{"#, "}"), (#"\overset{a}{"#, "}"), (#"\mathrel{"#, "}"), (#"\ce{$"#, "$}"), (#"\boxed{"#, "}"),
    (#"\sqrt[3]{\frac12"#, "}"), (#"\root "#, #"\of x"#), (#"\buildrel "#, #"\over ="#), (#"\edef\a{\a\a}\a"#, ""),
    (#"\sqrt[n]{"#, "}"), (#"\textcolor{red}{"#, "}^2"), (#"\begin{array}{@{"#, "}}x\\end{array}"),
  ])
  func `a construct in itself fifty times is set once each, not twice as often at every level`(
    open: String, close: String
  ) {
    let formula = Formula(parsing: String(repeating: open, count: 50) + "x" + String(repeating: close, count: 50))
    #expect(formula.picture(limitedTo: 60).width <= 60)
    #expect(!formula.line().isEmpty)
    #expect(!formula.mathML(isDisplay: true).isEmpty)
  }

  @Test func `what stands between columns is set in every row, and what is long is left out`() {
    func text(_ tex: String) -> String { Formula(parsing: tex).picture().text }
    let plain = text(#"\begin{array}{l}a\\b\end{array}"#)
    #expect(text(#"\begin{array}{@{x}l}a\\b\\\end{array}"#) == text(#"\begin{array}{l}xa\\xb\end{array}"#))
    let long = String(repeating: "x", count: 100)
    #expect(text(#"\begin{array}{@{"# + long + #"}l}a\\b\end{array}"#) == plain)
    #expect(text(#"\def\a{"# + long + #"}\begin{array}{@{\a}l}a\\b\end{array}"#) == plain)
  }
}
