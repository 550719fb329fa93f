import Foundation
import TeX
import Text
import Testing

/// Formulas of the public suite with the characters they hold, where `MLNOTES_SUITES` names its folder.
private let suites = ProcessInfo.processInfo.environment["MLNOTES_SUITES"]

@Suite struct ASCIITests {
  private static let setting: Setting = {
    var setting = Setting()
    setting.isASCII = true
    return setting
  }()

  private func ascii(_ tex: String) -> String { Formula(parsing: tex).line(as: Self.setting).map(\.text).joined() }

  @Test(arguments: [
    ("ℋ + 𝐱 + 𝛼 + 𝟙", "H + x + alpha + 1"), ("（x），中", "(x), 中"), (#"\text{\'a\"o}"#, "a'o\""), ("ħ", "hbar"),
    (#"224\times 224"#, "224 x 224"), (#"W\in\mathbb{R}^{m\times n}"#, "W in R^(m x n)"),
    (#"x_{3\times 3}"#, "x_(3 x 3)"), (#"f\circ g_{a\circ b}"#, "f o g_(a o b)"),
  ])
  func `characters typed directly are said in ASCII`(tex: String, expected: String) {
    #expect(ascii(tex) == expected)
  }

  @Test(arguments: [
    #"\left\langle\frac ab\middle\Vert c\right\rangle"#, #"\operatorname{\alpha max} + \verb|α| + \β"#,
    #"\genfrac{\langle}{\rangle}{0pt}{}{a}{b}"#, #"\sqrt[3]{\frac{α}{β}} + \hat x_β^γ"#,
    #"\text{ä—ő} ΊΫ \not\in\mathbb R"#,
    #"\begin{Vmatrix} a & ⟨b⟩ \\ \hline \ldots \end{Vmatrix} \xrightarrow{∞} \boxed{\cancel{x}}"#,
  ])
  func `ASCII is ASCII`(tex: String) {
    let picture = Formula(parsing: tex).picture(limitedTo: 40, as: Self.setting).text
    #expect((picture + ascii(tex)).unicodeScalars.filter { !$0.isASCII }.isEmpty)
  }

  private struct Case: Decodable {
    let id: String
    let tex: String
    let leaf: String?
  }

  /// Rows whose `leaf` is not what the formula holds: entities escaped twice, a letter mistaken, digits cut off.
  private static let mistaken: Set = [
    "d2l-1671", "d2l-1672", "d2l-1679", "d2l-3638", "d2l-3819", "d2l-3820", "k526", "k725",
  ]

  @Test(.enabled(if: suites != nil, "MLNOTES_SUITES does not name the folder of the public suites"))
  func `letters and digits of a formula are all there in ASCII`() throws {
    var names: [Unicode.Scalar: [Character: Int]] = [:]
    for file in ["formulas", "katex-examples"] {
      let text = try String(contentsOfFile: "\(suites ?? "")/math/\(file).jsonl", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let row = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
        let formula = Formula(parsing: row.tex)
        guard let leaf = row.leaf, formula.mistakes.isEmpty, Self.isSound(row, leaf) else { continue }
        var wanted: [Character: Int] = [:]
        for scalar in leaf.unicodeScalars where Self.isLetterOrDigit(scalar) {
          if names[scalar] == nil { names[scalar] = Self.letters(ascii(String(scalar))) }
          wanted.merge(names[scalar] ?? [:], uniquingKeysWith: +)
        }
        let shown = Self.letters(formula.picture(as: Self.setting).text)
        for (letter, count) in wanted { #expect(shown[letter, default: 0] >= count, "\(letter) in \(row.tex)") }
      }
    }
  }

  /// Whether `leaf` says what the formula shows: no error message, nothing invisible.
  private static func isSound(_ row: Case, _ leaf: String) -> Bool {
    !mistaken.contains(row.id) && !leaf.contains("ParseError") && !row.tex.contains("phantom")
      && !leaf.contains { $0 == "\\" }
  }

  /// An accent is a modifier letter and no letter of the formula.
  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      && scalar.properties.generalCategory != .modifierLetter
  }

  private static func letters(_ text: String) -> [Character: Int] {
    var letters: [Character: Int] = [:]
    for letter in text where letter.isLetter || letter.isNumber { letters[letter, default: 0] += 1 }
    return letters
  }
}
