import Testing

@testable import TeX

@Suite struct SymbolSequenceTests {
  private func parts(_ tex: String) -> [String] {
    let sequence = Formula(parsing: tex).sequence
    return sequence.parts.map { part in
      part.map { String(decoding: sequence.text[sequence.place(of: $0)], as: UTF8.self) }.joined(separator: " ")
    }
  }

  @Test func `the parts of a formula are its rows and what they hold`() {
    let parts = parts("\\sqrt{1-x_t}+y")
    #expect(parts.contains("x _ t"))
    #expect(parts.contains { $0.hasSuffix("1 - x _ t") || $0.hasSuffix("1 − x _ t") })
    #expect(parts.count == 4)
  }

  @Test func `a part is the same wherever it stands`() {
    let whole = Set(parts("L=\\frac{QK^\\top}{\\sqrt{d}}V"))
    #expect(parts("\\frac{QK^\\top}{\\sqrt{d}}").allSatisfy(whole.contains))
  }

  @Test(arguments: [
    ("QK^T", "QK^\\top"), ("A^{T}B", "A^\\top B"), ("||x||_2", "\\|x\\|_2"), ("KL(p||q)", "KL(p\\Vert q)"),
  ])
  func `a transpose and a norm are the same however they are written`(tex: String, other: String) {
    #expect(Formula(parsing: tex).sequence.text == Formula(parsing: other).sequence.text)
    #expect(parts(tex) == parts(other))
  }

  @Test(arguments: ["", "x", "{}"]) func `a symbol has no parts`(tex: String) {
    #expect(parts(tex).isEmpty)
  }
}
