import Catalog
import Foundation
import Markdown
import Notes
import Testing
import Text

@Suite struct BundledNotesTests {
  static let library = Library(files: BundledNotes.files.map { ($0.path, $0.bytes) })

  @Test func `the bundled notes have no problem`() {
    let check = Check(Self.library) { _ in [] }
    let problems = check.problems(in: Self.library.notes) + check.problemsAmongNotes()
    #expect(problems.map { "\($0.path):\($0.line):\($0.column): \($0.message)" } == [])
  }

  @Test(
    .enabled("needs python3 on the PATH", { Python.isAtHand }), arguments: Set(library.headers.map(\.slug)).sorted())
  func `every Python block prints what its output block says`(slug: String) throws {
    // The notes in both languages have the same programs but for the comments, which then run once.
    var outputs: [String: String] = [:]
    for note in Language.allCases.compactMap({ Self.library.note(slug, in: $0) }) {
      let blocks = note.document.nodes(.codeBlock)
      for (code, output) in zip(blocks, blocks.dropFirst())
      where note.document.info(of: code) == "python" && note.document.info(of: output) == "output" {
        let program = note.document.literal(of: code)
        let printed = try outputs[Python.withoutComments(program)] ?? Python.output(of: program)
        outputs[Python.withoutComments(program)] = printed
        #expect(printed == note.document.literal(of: output), "\(note.header.path)")
      }
    }
  }
}

enum Python {
  static let isAtHand = (try? output(of: "print(1)")) == "1\n"

  /// The code without what stands behind two spaces and a number sign, or is a comment from the start of a line.
  static func withoutComments(_ code: String) -> String {
    let lines = code.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.map { $0.split(separator: "  #").first ?? "" }.joined(separator: "\n")
  }

  /// What the code prints, in Python's isolated mode; its errors too, so that they show in the comparison.
  static func output(of code: String) throws -> String {
    let process = Foundation.Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-I", "-c", code]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONHASHSEED": "0"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
