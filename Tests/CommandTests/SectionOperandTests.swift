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
}
