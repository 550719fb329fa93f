import TeX
import Testing

@Suite struct ModelTests {
  private static func worth(_ tex: String, in model: Model = Model(1)) -> Double? {
    var model = model
    return model.worth(of: Formula(parsing: tex))
  }

  private static func proof(_ tex: String) -> Double? { worth(tex, in: Model(1, provesDifference: true)) }

  @Test(arguments: [
    (#"\frac{3^2 + 1}{2} - 3 \cdot 3"#, -4), (#"\sqrt[2]{16} + 10^2"#, 104), (#"\max(1, 2) / 4"#, 0.5),
    (#"(1 - 3)^3"#, -8), (#"\log e^2 - 2^{-1}"#, 1.5),
  ])
  func `numbers have one worth in every world`(tex: String, worth: Double) throws {
    for world in 0..<4 as Range<UInt64> {
      let own = try #require(ModelTests.worth(tex, in: Model(world)))
      #expect(abs(own - worth) < 1e-12)
    }
  }

  @Test(arguments: [
    (#"\frac{x^2 + 1}{2} - 3x"#, #"\tfrac12(1 + x \cdot x) - x \cdot 3"#),
    (#"\mathbb E[a + b]"#, #"\mathbb E\left[b + a\right]"#), (#"\sqrt{x_{t-1}}"#, "x_{t-1}^{1/2}"),
  ])
  func `formulas that say the same have the same worth`(one: String, other: String) throws {
    for world in 0..<2 as Range<UInt64> {
      let (x, y) = (ModelTests.worth(one, in: Model(world)), ModelTests.worth(other, in: Model(world)))
      #expect(abs(try #require(x) - #require(y)) < 1e-12)
    }
  }

  @Test(arguments: ["x +", "(x", "x)", "", #"\sqrt{-1}"#, #"\frac{1}{0}"#])
  func `what is no formula, or no number, has no worth`(tex: String) { #expect(ModelTests.worth(tex) == nil) }

  @Test(arguments: [
    (#"\arg\min_x \lVert x - y\rVert^2"#, #"\arg\min_x \lVert x - y\rVert"#),
    (#"\nabla_x (a - b)"#, #"\nabla_x (a + b)"#),
    (#"\operatorname{Var}[x - c]"#, #"\operatorname{Var}[x + c]"#), (#"\mathrm{rank}(a - b)"#, #"\mathrm{rank}(a)"#),
    (#"\operatorname{softmax}(x - c)"#, #"\operatorname{softmax}(x + c)"#),
  ])
  func `what stands in an opaque function proves no difference`(one: String, other: String) throws {
    #expect(try #require(ModelTests.worth(one)) != #require(ModelTests.worth(other)))
    #expect(try #require(ModelTests.proof(one)) == #require(ModelTests.proof(other)))
  }

  @Test(arguments: [
    (#"\mathbb E[\log D(x)]"#, #"\mathbb E[D(x)]"#),
    (#"\sum_i \lVert x_i - y\rVert"#, #"\sum_i \lVert x_i - y\rVert^2"#),
    (#"p(x, a - b)"#, #"p(x, a + b)"#), (#"\nabla_x f - b^2"#, #"\nabla_x f - b"#),
  ])
  func `what stands elsewhere does`(one: String, other: String) throws {
    #expect(try #require(ModelTests.proof(one)) != #require(ModelTests.proof(other)))
  }

  @Test(arguments: ["x, y", #"x \ge y"#, #"\underbrace{x - y}_{z}"#])
  func `what is more than one quantity, or is not read whole, proves nothing`(tex: String) {
    #expect(ModelTests.worth(tex) != nil && ModelTests.proof(tex) == nil)
  }
}
