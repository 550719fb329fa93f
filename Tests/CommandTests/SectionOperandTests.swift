import Foundation
import Testing

/// What `NOTE#SECTION` means to each command.
@Suite struct SectionOperandTests {
  private let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  @Test func `a section is shown with those below it in every form`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let text = "# Cats\n\n## Fur\n\nSoft.\n\n### Colour\n\nRed.\n\n## Food\n\nMice.\n"
    try Data(text.utf8).write(to: home.appending(path: "cats.md"))
    func show(_ form: String) throws -> String {
      try Running.mlnotes("show", "cats#1", form, "--notes", home.path).output
    }
    #expect(try show("--source") == "## Fur\n\nSoft.\n\n### Colour\n\nRed.")
    #expect(try show("--toc").contains("Colour"))
    let json = try show("--json")
    #expect(json.contains(#""anchor":"colour""#) && json.contains(#""text":"Fur\nSoft.\nColour\nRed.""#))
    #expect(!json.contains("Mice"))
  }

  @Test func `a section's cards are drilled by its number or anchor`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    func cards(_ operand: String, _ language: String = "en") throws -> Set<String> {
      let outcome = try Running.mlnotes("quiz", operand, "--list", "--plain", "--lang", language, in: home)
      return Set(outcome.output.split(separator: "\n").compactMap { $0.split(separator: "\t").first.map(String.init) })
    }
    let all = try cards("ddim")
    let some = try cards("ddim#4")
    #expect(!some.isEmpty && some.isStrictSubset(of: all))
    #expect(try cards("ddim#4", "zh").isStrictSubset(of: cards("ddim", "zh")))
    #expect(try cards("ddim#sampling").isSubset(of: some))
    let empty = try Running.mlnotes("quiz", "ddim#intuition", in: home)
    #expect(empty.code == 1 && empty.errors.hasSuffix("hint: 'mlnotes quiz ddim' asks those of the whole note\n"))
    let missing = try Running.mlnotes("quiz", "ddim#no-such", in: home)
    #expect(missing.code == 66 && missing.errors.hasPrefix("error: no section 'no-such' in 'ddim'"))
  }

  @Test(arguments: [
    ("vim", "+5 NOTES/cats.md"), ("code --wait", "--wait --goto NOTES/cats.md:5"), ("subl", "NOTES/cats.md:5"),
    ("ledit", "NOTES/cats.md"),
  ])
  func `a note is opened at a section in the editors that can`(editor: String, arguments: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data("# Cats\n\nText.\n\n## Fur\n\nSoft.\n".utf8).write(to: home.appending(path: "cats.md"))
    let program = home.appending(path: String(editor.prefix { $0 != " " }))
    try Data("#!/bin/sh\necho \"$@\"\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let outcome = try Running.mlnotes(
      ["edit", "cats#fur", "--notes", home.path], environment: ["VISUAL": "\(home.path)/\(editor)"], in: home)
    #expect(outcome.output == arguments.replacingOccurrences(of: "NOTES", with: home.path) + "\n")
  }
}
