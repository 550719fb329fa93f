import Foundation
import Quiz
import Testing

@Suite struct FormulaAnswerTests {
  /// A typed formula, what it answers, and what it is worth.
  struct Row: Sendable, CustomStringConvertible {
    var typed: String
    var key: String
    var verdicts: [Verdict]
    var description: String { "\(typed) for \(key)" }
    var verdict: Verdict

    init(_ typed: String, key: String, whole: String, _ verdicts: [Verdict]) {
      self.typed = typed
      self.key = key
      self.verdicts = verdicts
      verdict = FormulaAnswer.verdict(on: typed, key: key, in: FormulaAnswer.wholes(of: key, in: "$\(whole)$"))
    }

  }

  static let rows: [Row] = {
    let path = #filePath.replacing("FormulaAnswerTests.swift", with: "Goldens/typed-formulas.txt")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let worth: [Character: [Verdict]] = ["+": [.right], "-": [.wrong], "!": [.wrong, .undecided], "?": [.undecided]]
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line -> [Row] in
      let parts = line.components(separatedBy: " || ")
      let key = parts[0].components(separatedBy: " @ ")
      return parts.dropFirst().flatMap { part in
        part.dropFirst(2).components(separatedBy: " ;; ").map {
          Row($0, key: key[0], whole: key.last ?? "", part.first.flatMap { worth[$0] } ?? [])
        }
      }
    }
  }()

  @Test func `the labelled formulas are graded as a person would`() {
    let missed = FormulaAnswerTests.rows.filter { !$0.verdicts.contains($0.verdict) }
    #expect(FormulaAnswerTests.rows.count >= 951)
    #expect(missed.map { "\($0): \($0.verdict)" } == [])
  }

  @Test func `no wrong formula of the labelled ones is accepted`() {
    let accepted = FormulaAnswerTests.rows.filter { !$0.verdicts.contains(.right) && $0.verdict == .right }
    #expect(accepted.map(\.description) == [])
  }

  @Test func `no right formula of the labelled ones is called wrong`() {
    let refused = FormulaAnswerTests.rows.filter { $0.verdicts == [.right] && $0.verdict == .wrong }
    #expect(refused.map(\.description) == [])
  }
}
