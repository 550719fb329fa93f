import Catalog
import Foundation
import Notes
import Quiz
import Testing

@Suite struct GradingTests {
  /// A typed answer, what it answers, and whether it is right.
  struct Pair: Sendable {
    var typed: String
    var keys: [String]
    var isRight: Bool
  }

  static let pairs: [Pair] = {
    let path = #filePath.replacing("GradingTests.swift", with: "Goldens/typed-answers.txt")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line -> [Pair] in
      let parts = line.components(separatedBy: " | ")
      let keys = parts[0].components(separatedBy: ", ")
      return parts.dropFirst().flatMap { part in
        part.dropFirst(2).components(separatedBy: " / ").map {
          Pair(typed: $0, keys: keys, isRight: part.hasPrefix("+"))
        }
      }
    }
  }()

  static let library = Library(files: BundledNotes.files.map { ($0.path, $0.bytes) })

  @Test func `of two hundred labelled answers all but one are graded as a person would`() {
    let grading = TypedAnswer(terms: GradingTests.pairs.flatMap(\.keys))
    let missed = GradingTests.pairs.filter {
      (grading.verdict(on: $0.typed, accepting: $0.keys).isRight ?? false) != $0.isRight
    }
    #expect(GradingTests.pairs.count >= 1084)
    #expect(missed.count * 200 <= GradingTests.pairs.count, "\(missed.map { "\($0.typed) for \($0.keys[0])" })")
  }

  @Test func `no wrong answer of the labelled ones is accepted`() {
    let grading = TypedAnswer(terms: GradingTests.pairs.flatMap(\.keys))
    let accepted = GradingTests.pairs.filter {
      !$0.isRight && grading.verdict(on: $0.typed, accepting: $0.keys).isRight == true
    }
    #expect(accepted.map { "\($0.typed) for \($0.keys[0])" } == [])
  }

  private struct Name {
    let slug: String
    let text: String
    let key: String
    private let length: Int
    /// How often each character stands in the key, some counted together.
    private var counts = [Int](repeating: 0, count: 64)

    init(slug: String, text: String) {
      (self.slug, self.text, key) = (slug, text, TypedAnswer.normalised(text))
      length = key.count
      for scalar in key.unicodeScalars { counts[Int(scalar.value % 64)] += 1 }
    }

    /// Whether three changes of a character might make one of the other.
    func isNear(_ other: Name) -> Bool {
      guard abs(length - other.length) <= 2 else { return false }
      var changes = 0
      return !counts.indices.contains { i in
        changes += abs(counts[i] - other.counts[i])
        return changes > 6
      }
    }
  }

  @Test func `no term of the notes is taken for another`() {
    var names: [String: Set<String>] = [:]
    for header in GradingTests.library.headers {
      names[header.slug, default: []].formUnion([header.title] + header.aliases)
    }
    let terms = names.values.flatMap { $0 }
    let grading = TypedAnswer(terms: terms)
    let all = names.flatMap { slug, own in own.map { Name(slug: slug, text: $0) } }
    var taken: [String] = []
    for a in all {
      // Only what is near in spelling could be taken for it; an alias of both concepts is both.
      for b in all where a.slug != b.slug && a.key != b.key && a.isNear(b) {
        if grading.verdict(on: a.text, accepting: [b.text]).isRight == true { taken.append("\(a.text) for \(b.text)") }
      }
    }
    #expect(taken == [])
  }

  @Test(arguments: [
    ("[1, 2]", "[1,2]", Verdict.right), ("[1, 2]", "12", .wrong), ("[1, 2]", "(1, 2)", .wrong),
    ("[1, 2]", "1.2", .wrong),
    ("[1, 2]", "{1, 2}", .wrong), ("[1, 2]", "[2, 1]", .wrong), ("[1, 2]", "1, 2", .undecided),
    ("[1, 2]", "1 2", .undecided), ("[1, 2]", "[12]", .wrong), ("[1]", "{1}", .wrong), ("[1]", "1", .undecided),
    ("(0, 1)", "[0, 1]", .wrong), ("(0, 1)", "0.1", .wrong), ("(0, 1)", "(0,1)", .right),
    ("[-1, 1]", "[1, 1]", .wrong), ("[-1, 1]", "11", .wrong), ("[-1, 1]", "[−1, 1]", .right),
    ("[-1, 1]", "-1, 1", .undecided), ("f(x, y)", "f(xy)", .wrong), ("f(x, y)", "f(x,y)", .right),
    ("['a', 1]", "[\"a\", 1]", .right), ("breakpoint()", "breakpoint", .right),
    ("[1, 2, 3, 4]", "(1, 2, 3, 4)", .wrong),
  ])
  func `a list is right with its brackets alone`(key: String, typed: String, verdict: Verdict) {
    #expect(TypedAnswer().verdict(on: typed, accepting: [key]) == verdict)
  }

  @Test(arguments: [
    (#"\frac{a}{b}"#, "a/b"), (#"\frac ab"#, #"\dfrac{a}{b}"#), ("a+b", "b+a"), ("2x", #"x\cdot 2"#),
    (#"\left(a+b\right)^2"#, "a^2+2ab+b^2"), (#"\sqrt{x}"#, "x^{1/2}"), (#"\ln x"#, #"\log x"#),
    ("(x-y)(x+y)", "x^2-y^2"),
    (#"\sqrt{1-\alpha_t}"#, #"\sqrt{1 - \alpha_{t}}"#), (#"\epsilon_\theta(x_t,t)"#, #"\epsilon_{\theta}(x_t, t)"#),
    (#"\mathbf{x}"#, "x"), (#"e^{-x}"#, #"\frac{1}{e^x}"#), (#"\exp(x)"#, "e^x"),
  ])
  func `formulas that say the same are the same`(typed: String, key: String) {
    #expect(FormulaAnswer.verdict(on: typed, key: key) == .right)
  }

  @Test(arguments: [
    ("a-b", "b-a"), ("x^2", "2x"), (#"\sqrt{x}"#, "x"), (#"\frac{a}{b}"#, #"\frac{b}{a}"#),
    (#"1-\alpha_t"#, #"1+\alpha_t"#),
  ])
  func `formulas that differ in value are wrong`(typed: String, key: String) {
    #expect(FormulaAnswer.verdict(on: typed, key: key) == .wrong)
  }

  @Test(arguments: [(#"D(q\|p)"#, #"D(p\|q)"#), (#"\mathbb E[x]"#, #"\mathbb E[y]"#)])
  func `what is no arithmetic is never wrong without proof`(typed: String, key: String) {
    #expect(FormulaAnswer.verdict(on: typed, key: key) != .right)
  }

  @Test func `a tolerance counts for numbers that have one`() throws {
    let key = try #require(Quantity("0.25"))
    let near = try #require(Quantity("0.26"))
    #expect(!near.answers(key, tolerance: nil) && near.answers(key, tolerance: 0.02))
  }

  @Test(arguments: [
    ("fifty", 50.0), ("Sixty-four", 64), ("sixty four", 64), ("a hundred and five", 105), ("one hundred", 100),
    ("two thousand and seventeen", 2017), ("three hundred twelve thousand six hundred", 312_600), ("zero", 0),
    ("four hundred million", 4e8), ("nineteen", 19), ("about twenty-one", 21),
  ])
  func `a number may be written in English words`(text: String, value: Double) {
    #expect(Quantity(text)?.value == value && Quantity(text)?.isWhole == true)
  }

  @Test(arguments: [
    ("half", 0.5), ("a half", 0.5), ("One-third", 1 / 3.0), ("two thirds", 2 / 3.0), ("three quarters", 0.75),
    ("一半", 0.5), ("about half", 0.5), ("0,5", 0.5), ("0,125", 0.125), ("1,000.5", 1000.5),
  ])
  func `a part of one may be written in words, and with a decimal comma`(text: String, value: Double) {
    #expect(Quantity(text)?.value == value && Quantity(text)?.isWhole == false)
  }

  @Test(arguments: [
    "third", "halves", "two third", "half a dozen", "second", "a second", "1,5,2", "1,,5", "a",
    "an", "and", "a five", "and five", "five and", "five and six", "one two", "twenty zero", "twenty eleven",
    "one twenty", "hundred", "a thousand million", "one stage", "one-stage", "-five", "tent", "point five", "",
  ])
  func `other words are no number`(text: String) { #expect(Quantity(text) == nil) }

  @Test(arguments: [
    ("8*8", "8*8"), ("12*512*512", "12*512*512"), ("2 * (3+4)", "2 * (3+4)"), ("(1+2)*.5", "(1+2)*.5"),
    ("*8*", "8"), ("**8**(9)", "8(9)"), ("8* 9*", "8 9"), ("*x*", "x"), ("* 8", "8"), ("a *b* c", "a b c"),
    ("==8== bits", "8 bits"), ("`==`", "=="), ("a == b", "a == b"), ("`a==b==c`", "a==b==c"), ("== 8==", "== 8=="),
    ("2**3", "2**3"), ("**2**3", "23"), ("`x**2`", "x**2"),
  ])
  func `an asterisk between factors is no emphasis, and a comparison no highlight`(text: String, plain: String) {
    #expect(TypedAnswer.plain(text) == plain)
  }

  @Test func `an arrow is no sign of its own`() {
    #expect(TypedAnswer().verdict(on: "D->B->C->A", accepting: ["D B C A"]) == .right)
    #expect(TypedAnswer().verdict(on: "D > B", accepting: ["D B"]) == .wrong)
  }

  @Test(arguments: ["1e-9223372036854775808", "1e9223372036854775807", "1e300"])
  func `a power beyond all numbers is none`(text: String) { #expect(Quantity(text) == nil) }

  @Test(arguments: ["的", "了", "a ", "the ", "- "]) func `little words alone are no answer, however many`(word: String) {
    let typed = String(repeating: word, count: 10_000)
    #expect(TypedAnswer(terms: []).verdict(on: typed, accepting: ["树", "tree"]) == .wrong)
    #expect(TypedAnswer.normalised(typed) == String(word.prefix { $0 != " " }))
  }

  @Test func `nothing but dollars is wrong, however many`() {
    #expect(FormulaAnswer.verdict(on: String(repeating: "$", count: 60_000), key: "x") == .wrong)
  }
}
