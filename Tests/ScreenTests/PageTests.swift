import Catalog
import Markdown
import Screen
import Testing
import Text

/// Markdown and how it is set, as a reader sees it without colour.
@Suite(.serialized) struct PageTests {
  @Test(arguments: Golden.all(in: "pages.txt"))
  func `Markdown is set as drawn`(golden: Golden) {
    let sheet = Sheet(
      width: golden.columns, language: golden.flags.contains("zh") ? .chinese : .english,
      ambiguous: golden.flags.contains("wide") ? .wide : .narrow, isASCII: golden.flags.contains("ascii"),
      hasStyles: false, wrapsCode: !golden.flags.contains("whole"))
    let document = Document(parsing: ContiguousArray(golden.input.utf8))
    var page = Page(document, on: sheet)
    for block in document.children(of: document.root) { page.add(block) }
    page.addReferences()
    let surface = Surface(hasColor: false, hasLinks: false, isASCII: sheet.isASCII, ambiguous: sheet.ambiguous)
    let text = page.lines.map { String(decoding: surface.encoded($0), as: UTF8.self) }.joined()
    golden.check(text, in: "pages.txt")
    #expect(golden.flags.contains("whole") || page.lines.allSatisfy { $0.columns(sheet.ambiguous) <= golden.columns })
  }

  @Test func `a hundred thousand levels are set without recursion and in linear time`() {
    let depth = 100_000
    for source in [String(repeating: "> ", count: depth) + "x", String(repeating: "*a **a ", count: depth)] {
      let document = Document(parsing: ContiguousArray(source.utf8))
      var page = Page(document, on: Sheet(width: 40))
      for block in document.children(of: document.root) { page.add(block) }
      #expect(!page.lines.isEmpty)
    }
  }

  @Test func `paragraphs with links and footnotes of their own are set in linear time`() {
    let count = 3000
    let source = (0..<count).map { "A [link](http://e.org/\($0)), [[n\($0)|name]] and[^\($0)].\n\n[^\($0)]: Note.\n\n" }
    let document = Document(parsing: ContiguousArray(source.joined().utf8))
    var page = Page(document, on: Sheet(width: 60))
    for block in document.children(of: document.root) { page.add(block) }
    page.addReferences()
    let text = page.lines.map { $0.map(\.text).joined() }
    #expect(text.count { $0.contains("http://e.org/") } == count && text.contains { $0.contains("[\(count)]") })
  }

  @Test(
    arguments: [
      "**a\n" + String(repeating: "b\n", count: 20_000) + "**", String(repeating: "**a:**\n", count: 20_000),
      String(repeating: "|a", count: 700) + "|\n" + String(repeating: "|-", count: 700) + "|\n"
        + String(repeating: "|a|\n", count: 10_000),
    ].map(Sample.init))
  fileprivate func `lines with labels and tables of few cells are set in linear time`(sample: Sample) {
    let document = Document(parsing: ContiguousArray(sample.text.utf8))
    var page = Page(document, on: Sheet(width: 40))
    for block in document.children(of: document.root) { page.add(block) }
    #expect(page.lines.count > 1000)
  }

  /// A text too long to be the name of a case.
  fileprivate struct Sample: CustomTestStringConvertible {
    var text: String
    var testDescription: String { String(text.prefix(10)) }
  }

  @Test func `a title that leads elsewhere is shown with its links and footnotes`() {
    let source = "# The [law](https://e.org/law) of it[^1]\n\nText.\n\n[^1]: Supported.\n"
    let note = Note(parsing: ContiguousArray(source.utf8), path: "a.en.md")
    let lines = texts(NotePage(note, on: Sheet(width: 60)).lines).joined(separator: "\n")
    #expect(lines.contains("https://e.org/law") && lines.contains("Supported."))
  }

  @Test func `cards are folded into the command that asks them, and shown where there is none`() {
    let source = "# A\n\n## Quiz\n\nQ: Why? <!-- id: a -->\n\nA: So.\n"
    let note = Note(parsing: ContiguousArray(source.utf8), path: "a.en.md")
    func lines(_ home: NotePage.Home) -> [String] { texts(NotePage(note, home: home, on: Sheet(width: 60)).lines) }
    #expect(lines(.library).contains { $0.hasSuffix("  mlnotes quiz a") })
    #expect(lines(.folder("my notes", slug: "b")).contains { $0.hasSuffix("  mlnotes quiz b --notes 'my notes'") })
    #expect(lines(.none).contains { $0.contains("A: So.") } && !lines(.none).contains { $0.contains("mlnotes quiz") })
  }

  @Test(arguments: [
    ("**误：** 与。", "误：与。"), ("**误：** $x$ 与", "误：x 与"), ("*a.* 与", "a. 与"), ("**误：** the", "误：the"),
  ])
  func `a space that only closes marks behind a Chinese stop is not shown`(source: String, shown: String) {
    let document = Document(parsing: ContiguousArray(source.utf8))
    var page = Page(document, on: Sheet(width: 40))
    for block in document.children(of: document.root) { page.add(block) }
    #expect(texts(page.lines).map { $0.drop { $0 == " " } } == [shown[...]])
  }

  @Test(arguments: [(54, "      ┌"), (56, "    ┌"), (58, "  ┌"), (59, "  │ ┌")])
  func `a drawing stands whole as long as there is room`(columns: Int, start: String) {
    let drawing = "┌" + String(repeating: "─", count: columns - 2) + "┐"
    let document = Document(parsing: ContiguousArray("```text\n\(drawing)\n```\n".utf8))
    var page = Page(document, on: Sheet(width: 60))
    for block in document.children(of: document.root) { page.add(block) }
    #expect(texts(page.lines)[0].hasPrefix(start) && (texts(page.lines).count == 1) == (columns <= 58))
  }

  @Test func `a formula has the same number in both languages`() {
    func note(_ text: String, _ path: String) -> Note {
      let body = "# A\n\n## One\n\n$$a$$\n<!-- eq: a -->\n\n$$b=\\text{\(text)}$$\n<!-- eq: b -->\n"
      return Note(parsing: ContiguousArray(body.utf8), path: path)
    }
    let page = NotePage(note("two", "a.en.md"), with: note("二", "a.zh.md"), on: Sheet(width: 60))
    let numbered = texts(page.lines).filter { $0.hasSuffix(")") }.map { $0.split(separator: " ").last ?? "" }
    #expect(numbered == ["(1)", "(2)", "(2)"])
  }

  private func texts(_ lines: [[Run]]) -> [String] { lines.map { $0.map(\.text).joined() } }

  @Test func `the command above a section stands whole on one line`() throws {
    let source = "---\nslug: mutual-information\ntitle: Entropy and mutual information\n---\n\n## One\n\nText.\n"
    let note = Note(parsing: ContiguousArray(source.utf8), path: "a.en.md")
    let section = try #require(note.sections.first)
    let lines = texts(NotePage(note, on: Sheet(width: 60)).lines(of: section))
    #expect(lines.prefix(2) == ["  Entropy and mutual information", "  mlnotes show mutual-information"])
  }

  @Test func `a section is shown in both languages, its cards too`() throws {
    func note(_ text: String, _ path: String) -> Note { Note(parsing: ContiguousArray(text.utf8), path: path) }
    let english = note("# A\n\n## One\n\nText.\n\n## Quiz\n\nQ: Why?\nA: So.\n\n## Last\n\nEnd.\n", "a.en.md")
    let chinese = note("# 甲\n\n## 一\n\n文字。\n\n## 自测\n\nQ: 为何？\nA: 因此。\n\n## 末\n\n完。\n", "a.zh.md")
    let page = NotePage(english, with: chinese, on: Sheet(width: 60))
    func shown(_ name: String) throws -> [String] { texts(page.lines(of: try #require(english.section(named: name)))) }
    #expect(try shown("1").dropFirst(2) == ["  ▍1  One · 一", "", "  Text.", "", "  文字。"])
    #expect(try shown("quiz").contains { $0.contains("Why?") } && shown("quiz").contains { $0.contains("为何？") })
    #expect(try !shown("quiz").contains { $0.contains("End.") || $0.contains("完。") })
  }

  @Test(arguments: [
    ("Attention", ["  Attention                  topic · 1 min · EN / 中", "  注意力"]),
    (
      "Attention, transformers and more than that",
      ["  Attention, transformers and more than that", "  注意力                     topic · 1 min · EN / 中"]
    ),
  ])
  func `nothing stands between the two titles of a note`(title: String, expected: [String]) {
    let source = "---\nslug: a\ntitle: \(title)\ntopic: topic\n---\n\nText.\n"
    let note = Note(parsing: ContiguousArray(source.utf8), path: "a.en.md")
    let page = NotePage(note, neighbors: .init(otherTitle: "注意力"), on: Sheet(width: 52))
    #expect(texts(page.lines).prefix(2) == expected[...])
  }

  @Test(arguments: ["", " ", "\u{3000}"]) func `a title of spaces takes no line`(title: String) {
    let note = Note(parsing: ContiguousArray("---\ntitle: A\n---\n\nText.\n".utf8), path: "a.en.md")
    let lines = texts(NotePage(note, neighbors: .init(otherTitle: title), on: Sheet(width: 40)).lines)
    #expect(lines[0].hasPrefix("  A  ") && lines[1].hasPrefix("  ─"))
  }

  @Test func `a table of contents fits, however long a title is`() {
    let title = "A title that no screen of forty columns can hold, 标题也很长很长"
    let source = "# \(title)\n\n## \(title)\n\n### \(String(repeating: "unbreakable", count: 9))\n"
    let note = Note(parsing: ContiguousArray(source.utf8), path: "a.en.md")
    for columns in 20...60 {
      let lines = ContentsScreen(note, on: Sheet(width: columns)).lines
      #expect(lines.allSatisfy { $0.columns() <= columns }, "\(columns)")
    }
  }
}
