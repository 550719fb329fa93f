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

  @Test func `a key of a nested map is none of the note's`() {
    let text = ContiguousArray(
      """
      ---
      title: My Real Title
      cover:
        title: Cover caption
        image: x.png
      menu:
        main:
          slug: wrong-slug
          lang: zh
          topic: wrongtopic
      authors:
        - name: A
          title: Prof
      ---
      text
      """.utf8)
    let header = Header(parsing: text, path: "notes/real.md")
    #expect(header.title == "My Real Title" && header.slug == "real" && header.language == .english)
    #expect(header.topic == "notes" && FrontMatter(parsing: text).mistakes.isEmpty)
    let keys = ["title", "cover", "menu", "authors"]
    #expect(FrontMatter(parsing: text).entries.map(\.key) == keys)
  }

  @Test func `a nested map gives names and bodies`() {
    let matter = matter(
      "---\nmacros:\n  \\E: \"\\\\mathbb{E}\" # mean\n\n  '\\R': '\\mathbb{R}'\n  a:\n    b: c\nx: y\n---\n")
    #expect(matter.map("macros").map(\.name) == ["\\E", "\\R", "a"])
    #expect(matter.map("macros").map(\.body) == ["\\mathbb{E}", "\\mathbb{R}", ""])
    #expect(matter.scalar("x") == "y" && matter.mistakes.isEmpty)
  }

  @Test(arguments: [
    ("|\n  one\n  two\n\n  three\n", "one\ntwo\n\nthree\n"), ("|-\n  one\n\n", "one"), ("|+\n  one\n\n", "one\n\n"),
    (">\n  one\n  two\n\n  three\n", "one two\nthree\n"), (">-\n  one\n    two\n  three\n", "one\n  two\nthree"),
    ("|2-\n    one\n  # two\n", "  one\n# two"), (">- # folded\n    one: 1\n    - two\n", "one: 1 - two"), ("|\n", ""),
    ("\n  one\n  two\n", "one two"), ("one # a comment\n  two\n\n  three\n", "one two\nthree"),
    ("\"one\n  two \\\n  three\n\n  four\"\n", "one two three\nfour"), ("'it''s\n  two'\n", "it's two"),
    ("> 3 or so\n", "> 3 or so"),
  ])
  func `a scalar goes on over deeper lines`(yaml: String, text: String) {
    for end in ["\n", "\r\n"] {
      let matter = matter(
        "---\na: \(yaml)b: c\n---\n".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
      #expect(matter.scalar("a") == text)
      #expect(matter.scalar("b") == "c" && matter.mistakes.isEmpty)
    }
  }

  @Test func `a title of several lines is one, and so is a summary`() {
    let text = "---\ntitle: |\n  One\n   Two\nsummary: >-\n  A sentence\n  on two lines.\n\n  Another.\n---\n"
    let header = Header(parsing: ContiguousArray(text.utf8), path: "a.md")
    #expect(header.title == "One Two" && header.summary == "A sentence on two lines. Another.")
  }

  @Test(arguments: ["\"\"", "\"  \"", "\" \u{3000}\"", "|\n   \n", ""])
  func `what is nothing but space is not said`(text: String) {
    let source = "---\ntitle: \(text)\ntopic: \(text)\nsummary: \(text)\n---\n\n# &#x3000;\n\n# Heading\n"
    let header = Header(parsing: ContiguousArray(source.utf8), path: "folder/a.md")
    #expect(header.title == "Heading" && header.topic == "folder" && header.summary.isEmpty)
  }

  @Test(arguments: [
    "[a, \"b, c\",\n  d e]", "[\n  a, # first\n  'b, c', d\n    e\n]", "[a,\n\"b, c\"\n, d e,]",
    "\n- a\n-   \"b,\n  c\"\n- d\n  e",
    "\n  - a\n  # second\n\n  - >-\n    b,\n    c\n  - d e", "[[a], [\"b, c\", d e]]",
    "[\"\\u0061\", \"b\\x2c c\", d e]",
  ])
  func `a list goes on over several lines`(yaml: String) {
    let matter = matter("---\naliases: \(yaml)\ntitle: x\n---\n")
    #expect(matter.list("aliases") == ["a", "b, c", "d e"])
    #expect(matter.scalar("title") == "x" && matter.mistakes.isEmpty)
  }

  @Test func `front matter may be indented, and its keys quoted`() {
    let matter = matter("---\n  \"title\": x\n  'topic' : y\n  tags:\n  - a\n---\n")
    #expect(matter.scalar("title") == "x" && matter.scalar("topic") == "y" && matter.list("tags") == ["a"])
  }

  @Test func `what is not closed costs its own key`() {
    let matter = matter("---\na: \"one\n  two\nb: [c,\n  d\ntitle: x\n---\n")
    #expect(matter.scalar("title") == "x" && matter.scalar("a") == "one" && matter.list("b") == ["c", "d"])
    #expect(matter.mistakes.map(\.line) == [2, 3, 4])
  }

  @Test func `deep and long front matter is read in linear time`() {
    let depths = (0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(matter("---\n\(depths)---\n").map("a").map(\.name) == ["a"])
    let lists = String(repeating: "[", count: 20_000)
    #expect(
      matter("---\na: \(lists)b\ntags: >\n" + String(repeating: "  c\n", count: 20_000) + "---\n").list("a") == ["b"])
    let quotes = String(repeating: "- \"\n", count: 20_000)
    #expect(matter("---\na:\n\(quotes)---\n").mistakes.count == 20_000)
  }

  @Test func `quotes one deeper than the other are read in linear time`() {
    func items(_ item: String, then next: String) -> String {
      let lines = (0..<800).map { String(repeating: " ", count: $0) + ($0.isMultiple(of: 2) ? item : next) }
      return "---\nk:\n" + lines.joined(separator: "\n") + String(repeating: "\n", count: 20_000) + "---\n"
    }
    #expect(matter(items("- \"b\"", then: "- \"b\"")).list("k") == Array(repeating: "b", count: 800))
    #expect(matter(items("- \"b", then: "c\"")).list("k") == Array(repeating: "b c", count: 400))
    #expect(matter(items("- \"b", then: "- 'c'")).mistakes.isEmpty)
  }

  @Test func `a quote goes on over as many deeper lines as it needs`() {
    for count in 1...9 {
      let further = String(repeating: "\n   b", count: count)
      let matter = matter("---\nk:\n  - \"a\(further)\"\n  - c\n  - \"d\(further)\n  - e\"\nl: \"f\(further)\"\n---\n")
      let folded = String(repeating: " b", count: count)
      #expect(matter.list("k") == ["a\(folded)", "c", "d", "e\""] && matter.scalar("l") == "f\(folded)")
      #expect(matter.mistakes.map(\.line) == [count + 5])
    }
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

  @Test func `a list in TOML goes on over several lines`() {
    let toml = matter("+++\ntags = [\n  \"a\", # first\n  'b',\n]\n  title = \"x\"\n+++\n")
    #expect(toml.list("tags") == ["a", "b"] && toml.scalar("title") == "x" && toml.mistakes.isEmpty)
  }

  @Test(arguments: [
    ("\"\"\"Long\n title = \\u0022\n[x] \\\n  y\"\"\"\"", "Long\n title = \"\n[x] y\""), ("'''a\nb\\n '''", "a\nb\\n "),
    ("\"\"\"\na\"\"\" # b", "a"), ("\"\" # \"\"\"", ""),
  ])
  func `a text of several lines in TOML stands between three quotes`(text: String, expected: String) {
    for end in ["\n", "\r\n"] {
      let toml = matter("+++\nslug = \(text)\nx = 'y'\n[t]\nx = 1\n+++\n".replacing("\n", with: end))
      #expect(toml.scalar("slug") == expected && toml.scalar("x") == "y" && toml.mistakes.isEmpty)
    }
  }

  @Test func `a line of a list in TOML is no table`() {
    let toml = matter("+++\nx = [\n[1, 2],\n[3]\n]\ntitle = 't'\n  [table] # ]\ntitle = 'u'\n+++\n")
    #expect(toml.list("x") == ["1", "2", "3"] && toml.scalar("title") == "t" && toml.mistakes.isEmpty)
    let open = matter("+++\na = [1\nb = \"\"\"c\ntitle = 't'\n[table]\ntitle = 'u'\n+++\n")
    #expect(open.scalar("title") == "t" && open.mistakes.map(\.line) == [2, 3])
  }

  @Test func `the escapes of YAML and JSON are read`() {
    let all = "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\N\\_\\L\\P\\/\\x41"
    let escapes = matter("---\na: \"\(all)\"\nb: \"\\ud83d\\ude00\\ud83dx\"\n---\n")
    #expect(
      escapes.scalar("a") == "\0\u{7}\u{8}\t\n\u{B}\u{C}\r\u{1B}\u{85}\u{A0}\u{2028}\u{2029}/A")
    #expect(escapes.scalar("b") == "😀ud83dx")
  }

  @Test(arguments: ["null", "~", "NULL # none"]) func `what YAML calls nothing is not said`(text: String) {
    let header = Header(parsing: ContiguousArray("---\ntitle: \(text)\naliases: ~\n---\n# T\n".utf8), path: "a.md")
    #expect(header.title == "T" && header.aliases.isEmpty && matter("---\na: \"null\"\n---\n").scalar("a") == "null")
  }

  @Test func `mistakes name their line`() {
    let mistakes = matter("---\nslug: x\nno colon\nlist: [a, b\nquote: \"a\n---\n").mistakes
    #expect(mistakes.map(\.line) == [3, 4, 5])
  }
}
