import Foundation
import TeX
import Text
import Testing

/// The examples in `Goldens/*.txt`: `<<< form [columns]`, the TeX, `>>>`, what it gives. `MLNOTES_BLESS=1 swift test`
/// rewrites them with what it gives now.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter {
      $0.hasSuffix(".txt") && $0 != "README.txt"
    }.sorted() ?? []

  @Test func `there are examples`() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files) func `formulas are set as the examples show`(file: String) throws {
    let url = Self.folder.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let examples = Example.all(in: text)
    #expect(!examples.isEmpty)
    if ProcessInfo.processInfo.environment["MLNOTES_BLESS"] == "1" {
      try examples.map(\.blessed).joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
      return
    }
    for example in examples { #expect(example.actual == example.expected, "\(example.tex)") }
  }
}

private struct Example {
  let heading: String
  let tex: String
  let expected: String

  static func all(in text: String) -> [Example] {
    text.components(separatedBy: "<<< ").dropFirst().map { part in
      let halves = part.components(separatedBy: "\n>>>\n")
      let lines = halves[0].split(separator: "\n", maxSplits: 1).map(String.init)
      var expected = halves.count > 1 ? halves[1] : ""
      while expected.hasSuffix("\n") { expected.removeLast() }
      return Example(heading: lines[0], tex: lines.count > 1 ? lines[1] : "", expected: expected)
    }
  }

  var actual: String {
    let words = heading.split(separator: " ")
    let columns = words.count > 1 ? Int(words[1]) ?? .max : .max
    let formula = Formula(parsing: tex)
    var setting = Setting()
    setting.hasBoldLetters = true
    setting.isASCII = words.first == "ascii"
    var text =
      switch words.first {
      case "line": formula.line(as: setting).map(\.text).joined()
      case "mathml": formula.mathML(isDisplay: true)
      default: formula.picture(limitedTo: columns, as: setting).text
      }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  var blessed: String { "<<< \(heading)\n\(tex)\n>>>\n\(actual)\n" }
}
