import Foundation
import TeX
import Testing

private let suites = ProcessInfo.processInfo.environment["MLNOTES_SUITES"]

/// KaTeX's table of functions in the public suites, where `MLNOTES_SUITES` names their folder.
@Suite struct FunctionTableTests {
  private struct Function: Decodable {
    let name: String
    let supported: Bool
    let example: String?
  }

  /// Half a pair of `\begingroup … \endgroup`, and a table that says `\VERT` for `|`: KaTeX takes none of them either.
  private static let mistaken: Set = [
    #"\begingroup"#, #"\endgroup"#, #"\braket"#, #"\Braket"#, #"\set"#, #"\Set"#,
  ]

  @Test(.enabled(if: suites != nil, "MLNOTES_SUITES does not name the folder of the public suites"))
  func `every function that KaTeX supports parses without a mistake`() throws {
    let data = try Data(contentsOf: URL(filePath: "\(suites ?? "")/math/katex_functions.json"))
    let functions = try JSONDecoder().decode([Function].self, from: data)
    #expect(functions.filter(\.supported).count == 999)
    for function in functions where function.supported && !Self.mistaken.contains(function.name) {
      let example = try #require(function.example)
      #expect(Formula(parsing: example).mistakes.isEmpty, "\(function.name): \(example)")
    }
  }
}
