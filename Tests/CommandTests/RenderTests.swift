import Foundation
import Testing

@Suite struct RenderTests {
  @Test func `the terminal shows what a flavour takes for Markdown`() throws {
    let text = "---\nslug: x\n---\n\n[^1] ~~a~~ $b_c$\n\n[^1]: d\n"
    let plain = try Running.mlnotes("render", "--flavor", "commonmark", "-", input: text)
    #expect(plain.output.contains("slug: x") && plain.output.contains("~~a~~ $b_c$"))
    let notes = try Running.mlnotes("render", "-", input: text)
    #expect(!notes.output.contains("slug") && !notes.output.contains("$"))
    // Where nothing can be struck out the tildes stay.
    let styled = try Running.mlnotes("render", "--color", "always", "-", input: text)
    #expect(notes.output.contains("~~a~~") && !styled.output.contains("~~"))
  }

  @Test func `text keeps titles of callouts, boxes of tasks and marks of footnotes`() throws {
    let text = "> [!WARNING] Careful\n> now\n\n> [!note]\n> so\n\n- [x] done\n- [ ] open\n\nA[^a].\n\n[^a]: Why.\n"
    let outcome = try Running.mlnotes("render", "--to", "text", "-", input: text)
    #expect(outcome.output == "Careful\n  now\n\nNote\n  so\n\n- [x] done\n- [ ] open\n\nA[^a].\n\n[^a]: Why.\n")
  }

  @Test func `where nothing can be struck out the tildes stay as they were written`() throws {
    let outcome = try Running.mlnotes("render", "-", input: "H~2~O ~~ab~~ ~c~~d~\n")
    #expect(outcome.output == "  H~2~O ~~ab~~ ~c~~d~\n")
  }

  @Test func `standard input has no title of its own`() throws {
    let outcome = try Running.mlnotes("render", "-", input: "text\n")
    #expect(outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["text"])
  }

  @Test(arguments: ["show", "render"], ["x.md", "./x.md", "y/x.md"])
  func `the folder of a file that belongs to no library is no topic`(command: String, path: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "y"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [("", "1 min"), ("---\ntitle: Odd\n---\n\n", "1 min"), ("---\ntopic: pets\n---\n\n", "pets · 1 min")]
    for (matter, facts) in texts {
      try Data("\(matter)# Odd\n\nText.\n".utf8).write(to: folder.appending(path: path))
      let title = try Running.mlnotes(command, path, in: folder).output.prefix { $0 != "\n" }
      #expect(title.hasPrefix("  Odd  ") && title.dropFirst(5).drop { $0 == " " } == facts)
    }
  }

  @Test func `formulas in HTML are TeX, or MathML where asked for`() throws {
    let text = "$x<1$\n\n$$\ny\n$$\n\n```math\nz\n```\n"
    let tex = try Running.mlnotes("render", "--to", "html", "-", input: text).output
    #expect(tex.contains(#"<span class="math inline">x&lt;1</span>"#) && !tex.contains("<math"))
    let mathML = try Running.mlnotes("render", "--to", "html", "--mathml", "-", input: text).output
    #expect(mathML.split(separator: "<math").count == 4 && mathML.contains(">&lt;</mo>"))
    #expect(!mathML.contains("class=\"math"))
  }

  @Test(arguments: ["terminal", "text", "html", "json"])
  func `any bytes are a document`(form: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 >> 3) }
    try Data(bytes + [0, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]).write(to: folder.appending(path: "binary.md"))
    let outcome = try Running.mlnotes("render", "--to", form, "binary.md", in: folder)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("\u{FFFD}") && !outcome.output.contains("\0"))
  }

  @Test func `a file that cannot be read is named, with the reason`() throws {
    let missing = try Running.mlnotes("render", "none.md")
    #expect(missing.code == 66 && missing.errors.hasPrefix("error: cannot read 'none.md': "))
    let folder = try Running.mlnotes("render", "/")
    #expect(folder.code == 74 && folder.errors.hasPrefix("error: cannot read '/': "))
  }
}
