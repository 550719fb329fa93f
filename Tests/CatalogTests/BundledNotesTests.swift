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

  @Test(.enabled("needs python3 on the PATH", { Python.isAtHand }), arguments: library.headers.map(\.id))
  func `every Python block prints what its output block says`(id: Note.ID) throws {
    let note = try #require(Self.library.note(id.slug, in: id.language))
    let blocks = note.document.nodes(.codeBlock)
    for (code, output) in zip(blocks, blocks.dropFirst())
    where note.document.info(of: code) == "python" && note.document.info(of: output) == "output" {
      #expect(try Python.output(of: note.document.literal(of: code)) == note.document.literal(of: output))
    }
  }
}

enum Python {
  static let isAtHand = (try? output(of: "print(1)")) == "1\n"

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
