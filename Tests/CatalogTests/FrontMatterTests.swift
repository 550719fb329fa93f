import Testing

@testable import Catalog

@Suite struct FrontMatterTests {
  private func matter(_ text: String) -> FrontMatter { FrontMatter(parsing: ContiguousArray(text.utf8)) }

  @Test func `scalars are read plain and in both quotes`() {
    let matter = matter("---\na: plain text # a comment\nb: \"x: \\\"y\\\" # z\"\nc: 'it''s'\n---\ntext")
    #expect(matter.scalar("a") == "plain text")
    #expect(matter.scalar("b") == "x: \"y\" # z")
    #expect(matter.scalar("c") == "it's")
    #expect(matter.mistakes.isEmpty)
  }

  @Test func `a note is named by its own keys, not by a list under another`() {
    let text = ContiguousArray("---\nslug:\nkeywords:\n- a\nlang: zh\n---\n# 树\n".utf8)
    #expect(Note.ID(of: text, path: "tree.md") == Note.ID(slug: "tree", language: .chinese))
  }

  @Test func `a number sign inside a word begins no comment`() {
    #expect(matter("---\na: C# and F#\n---\n").scalar("a") == "C# and F#")
  }

  @Test func `flow lists hold quoted commas and Chinese`() {
    let matter = matter("---\naliases: [one, \"two, three\", 去噪扩散隐式模型, ]\n---\n")
    #expect(matter.list("aliases") == ["one", "two, three", "去噪扩散隐式模型"])
  }

  @Test func `block lists belong to the key above`() {
    #expect(matter("---\ntags:\n  - a\n  - b c\n---\n").list("tags") == ["a", "b c"])
  }

  @Test func `a block list goes on below a flow list and ends at the next key`() {
    let matter = matter("---\ntags: [a]\n- b\n# c\n- d\nkeywords:\n- e\nslug: x\n- f\n---\n")
    #expect(matter.list("tags") == ["a", "b", "d"] && matter.list("keywords") == ["e"] && matter.list("slug") == ["x"])
    #expect(matter.mistakes.map(\.line) == [9])
  }

  @Test func `a long block list is read in linear time`() {
    let items = String(repeating: "- a\n", count: 60_000)
    #expect(matter("---\ntags:\n\(items)---\n").list("tags").count == 60_000)
  }

  @Test func `a flow map gives names and bodies in order`() {
    let macros = matter("---\nmacros: {\"\\\\E\": \"\\\\mathbb{E}\", '\\R': '\\mathbb{R}'}\n---\n").map("macros")
    #expect(macros.map(\.name) == ["\\E", "\\R"])
    #expect(macros.map(\.body) == ["\\mathbb{E}", "\\mathbb{R}"])
  }

  @Test func `the text starts behind the closing fence whatever the line ends`() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["---", "slug: x", "---", "text"].joined(separator: end)
      let matter = matter(text)
      #expect(matter.scalar("slug") == "x")
      #expect(String(decoding: Array(text.utf8)[matter.end...], as: UTF8.self) == "text")
    }
  }

  @Test(arguments: ["", "text", "--- \ntext", "---\nslug: x", "----\nslug: x\n---\n", "\n---\nslug: x\n---\n"])
  func `a text that does not open and close front matter has none`(text: String) {
    #expect(matter(text).entries.isEmpty)
    #expect(matter(text).end == 0)
  }

  @Test func `Hugo's front matter in TOML is read up to its first table`() {
    let text =
      "+++\ntitle = \"Rope: an embedding\"\ndate = 2024-05-01\ntags = ['a', \"b\"]\ndraft= true\n[params]\ntitle = 'no'\n+++\ntext"
    let toml = matter(text)
    #expect(toml.scalar("title") == "Rope: an embedding" && toml.scalar("date") == "2024-05-01")
    #expect(toml.list("tags") == ["a", "b"] && toml.scalar("draft") == "true" && toml.mistakes.isEmpty)
    #expect(String(decoding: Array(text.utf8)[toml.end...], as: UTF8.self) == "text")
    #expect(matter("+++\na = 1\n---\n").entries.isEmpty)
  }

  @Test func `mistakes name their line`() {
    let mistakes = matter("---\nslug: x\nno colon\nlist: [a, b\nquote: \"a\n---\n").mistakes
    #expect(mistakes.map(\.line) == [3, 4, 5])
  }
}
