import TeX
import Testing

@Suite struct FormulaTests {
  @Test func `a fraction stands on the row of its surroundings`() {
    let picture = Formula(parsing: #"y = \frac{a + b}{c}"#).picture()
    #expect(picture.text == "     a + b\ny = ───────\n       c")
    #expect(picture.baseline == 1)
  }

  @Test func `an unknown command is shown and reported`() {
    let formula = Formula(parsing: #"a + \nope{b}"#)
    #expect(formula.picture().text == #"a + \nopeb"#)
    #expect(formula.mistakes == [.init(offset: 4, message: #"unknown command '\nope'"#)])
  }
}
