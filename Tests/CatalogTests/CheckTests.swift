import Testing
import Text

@testable import Catalog

@Suite struct CheckTests {
  private static let matter = """
    slug: a
    lang: en
    title: A
    topic: t
    summary: s
    aliases: []
    keywords: [k]
    prerequisites: []
    related: []
    level: 1
    updated: 2026-11-21
    sources: [x]
    """

  private func problems(_ text: String, matter: String = matter) -> [String] {
    let library = Library(files: [("t/a.en.md", ContiguousArray("---\n\(matter)\n---\n\(text)".utf8))])
    let check = Check(library) { _ in [] }
    return check.problems(in: library.notes).map { "\($0.line):\($0.column): \($0.message)" }
  }

  @Test func `a sound note has no problem`() {
    #expect(
      problems("## One\n\nText with $x^2$ and [[a#one]].\n\n```python\nprint(1)\n```\n\n```output\n1\n```\n").isEmpty)
  }

  @Test func `front matter must be complete, known and dated`() {
    #expect(
      problems("", matter: "slug: a\ntitel: A").first?.hasPrefix("1:1: front matter lacks 'lang', 'title', ") == true)
    #expect(problems("", matter: "slug: a\ntitel: A").contains("3:1: unknown key 'titel'; did you mean 'title'?"))
    let dated = CheckTests.matter.replacing("2026-11-21", with: "21.11.2026").replacing("level: 1", with: "level: 7")
    #expect(
      problems("x", matter: dated) == ["11:1: 'level' is 1, 2 or 3", "12:1: 'updated' is a date such as 2026-11-21"])
  }

  @Test(arguments: ["", "  "]) func `a template that was not filled in is no sound note`(summary: String) {
    let empty = CheckTests.matter.replacing("summary: s", with: "summary: \"\(summary)\"")
    #expect(
      problems("## One\n\n<!-- to be written -->\n\n## Two\n\n### Three\n\nText\n", matter: empty)
        == ["6:1: 'summary' is empty", "15:1: the section 'One' is empty"])
  }

  @Test func `what no program reads as a note is named`() {
    func problems(_ bytes: [UInt8]) -> [String] {
      let library = Library(files: [("a.en.md", ContiguousArray(bytes))])
      return Check(library) { _ in [] }.problems(in: library.notes).map { "\($0.line):\($0.column): \($0.message)" }
    }
    #expect(problems([]) == ["1:1: the note is empty"])
    #expect(problems(Array("中a".utf8) + [0xFF]) == ["1:3: the text is not UTF-8 here"])
    #expect(problems(Array("---\nslug: [a\n".utf8)) == ["1:1: front matter is not closed by '---'"])
    #expect(problems(Array("+++\r\ntitle = 'a'\r\n".utf8)) == ["1:1: front matter is not closed by '+++'"])
    #expect(problems(Array("+++\n\nPluses first, a = b.\n".utf8)).isEmpty)
    #expect(problems(Array("---\n\nA rule first.\n".utf8)).isEmpty)
  }

  @Test func `a language or slug that no command would take is named`() {
    let odd = CheckTests.matter.replacing("lang: en", with: "lang: fr").replacing("slug: a", with: "slug: B b!")
    #expect(
      problems("x", matter: odd)
        == ["2:1: 'slug' is of lower-case letters, digits and hyphens", "3:1: 'lang' is en or zh"])
  }

  @Test func `a link to no note or no section is named with its place`() {
    #expect(problems("x [[b]]\n") == ["15:3: link to 'b', which is no note"])
    #expect(problems("## One\n\n[[a#two]]\n") == ["17:1: link to the section 'two', which 'a' does not have"])
    #expect(problems("## One\n\n[[#two]]\n") == ["17:1: link to the section 'two', which the note does not have"])
  }

  @Test func `a link by a title or alias is told the slug`() {
    let library = Library(files: [
      ("cats.md", ContiguousArray("# Cats\n\n[[My Dogs]] [[hounds]] [[Cats]]\n".utf8)),
      ("dogs.md", ContiguousArray("---\naliases: [hounds]\n---\n# My dogs\n\nText.\n".utf8)),
    ])
    let problems = Check(library) { _ in [] }.problems(in: library.notes)
    #expect(
      problems.map(\.message) == [
        "link to 'My Dogs', another name of 'dogs': a slug is wanted",
        "link to 'hounds', another name of 'dogs': a slug is wanted",
        "link to 'Cats', another name of 'cats': a slug is wanted",
      ])
    #expect(problems.first?.hint == "write [[dogs|My Dogs]]")
  }

  @Test func `a link is held to the sections of its note by anchor, number and title in any case`() {
    let text = "## One two\n\n[[a#one-two]] [[a#1]] [[#One Two]] [[#ONE-TWO]]\n"
    #expect(problems(text).isEmpty)
    #expect(problems(text + "\n[[#one]] [[a#2]]\n").map { $0.prefix(6) } == ["19:1: ", "19:10:"])
  }

  @Test(arguments: ["$x^{2$ b", "$\\sqrt{x$ b", "$\\frac{a$", "a_{i $ b^{2}", "for $5 $x^{2$"])
  func `a dollar sign before TeX that opens no formula is named`(text: String) {
    let column = text.first == "$" ? 1 : text.first == "a" ? 6 : 8
    #expect(problems(text + "\n") == ["15:\(column): '$' opens no formula"])
  }

  @Test(arguments: ["$5 and $6", "a \\$x^{2}", "`$x^{2`", "$x^{2}$ for $5", "US$ 5_000 a^b"])
  func `a price is no formula that lacks its end`(text: String) {
    #expect(problems(text + "\n").isEmpty)
  }

  @Test func `a thousand mistakes in a line are placed in linear time`() {
    let found = problems(String(repeating: "Bad $\\sqr{x}$ and [[a#no]] words, ", count: 500) + "\n")
    #expect(found.count == 1000)
    #expect(found.last?.hasPrefix("15:\(499 * 34 + 19): ") == true)
  }

  @Test func `broken links in many notes are not all compared with all names`() {
    let files = (0..<300).map { i in
      ("n\(i).md", ContiguousArray("# Title \(i)\n\n[[titel\(i)]] [[b#\(i)]]\n".utf8))
    }
    let library = Library(files: files)
    let problems = Check(library) { _ in [] }.problems(in: library.notes)
    #expect(problems.count == 600 && problems[0].hint != nil)
  }

  @Test func `a formula with a mistake is named with its place`() {
    let found = problems("Good $x$ and bad $\\sqr{x}$.\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("15:19: ") == true)
  }

  @Test(arguments: [
    ("```math\n\\sqr{x}\n```\n", "16:1: "), ("> $$\n> a\n> \\sqr{x}\n> $$\n", "17:3: "),
    ("- ```math\n  a\n    \\sqr{x}\n  ```\n", "17:5: "), ("$$ a\n\\sqr{x}$$\n", "16:1: "),
    ("$`a\\sqr{x}`$\n", "15:4: "), ("> $a\n> b \\sqr{x}$\n", "16:5: "),
  ])
  func `a mistake in a formula of several lines is named with its place`(text: String, place: String) {
    for end in ["\n", "\r\n", "\r"] {
      #expect(problems(text.replacing("\n", with: end)).map { $0.prefix(place.count) } == [Substring(place)])
    }
  }

  @Test func `a diagram wider than 72 columns is named`() {
    let wide = String(repeating: "图", count: 37)
    #expect(problems("```text\nok\n\(wide)\n```\n") == ["17:73: the diagram is 74 columns wide; 72 fit every screen"])
  }

  @Test func `output without the code that printed it is named`() {
    #expect(problems("```output\n1\n```\n") == ["15:1: an output block without a python block before it"])
  }

  @Test(arguments: [
    "arXiv:2010.2", "arXiv:20101.02502", "doi:11.1109/x", "doi:10.1109", "arXiv:2010.02502vfoo", "arXiv:hep-th/990100",
  ])
  func `a malformed citation is named`(citation: String) {
    #expect(problems("- \(citation).\n").count == 1)
    for end in ["\n", "\r\n", "\r"] {
      #expect(problems("One\(end)\(end)- \(citation).\(end)").map { $0.prefix(5) } == ["17:1:"])
    }
  }

  @Test(arguments: [
    "arXiv:2010.02502", "arXiv:2010.02502v3", "arXiv:physics/0004057", "doi:10.1109/CVPR.2006.100",
    "arXiv:hep-th/9901001v2", "arXiv:math.GT/0309136",
  ])
  func `a well-formed citation passes`(citation: String) {
    #expect(problems("- See \(citation).\n").isEmpty)
  }

  @Test func `a line full of citations is read in linear time`() {
    #expect(problems(String(repeating: "doi:10.1/", count: 20_000)).isEmpty)
  }

  @Test(arguments: [("alpha", "beta"), ("Alpha", "Beta")])
  func `two notes with one slug are named`(first: String, second: String) {
    let text = ContiguousArray("---\n\(CheckTests.matter)\n---\nText\n".utf8)
    let library = Library(files: [("\(first)/one.md", text), ("\(second)/two.md", text)])
    let check = Check(library) { _ in [] }
    #expect(check.problems(in: library.notes).isEmpty)
    let errors = check.problemsAmongNotes().filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["\(second)/two.md"] && errors.map(\.line) == [2])
    #expect(errors.map(\.message) == ["'a' is the slug of \(first)/one.md too"])
  }

  @Test func `two languages that differ are named`() {
    func file(_ language: String, _ text: String) -> Library.File {
      (
        "t/a.\(language).md",
        ContiguousArray("---\n\(CheckTests.matter.replacing("lang: en", with: "lang: \(language)"))\n---\n\(text)".utf8)
      )
    }
    let same = Library(files: [file("en", "## One\n\n$$ x $$\n"), file("zh", "## 一\n\n$$\nx\n$$\n")])
    #expect(Check(same) { _ in [] }.problemsAmongNotes().isEmpty)
    let other = Library(files: [
      file("en", "## One\n\n$$ x $$\n"), file("zh", "### 一\n\n$$ y $$\n"),
    ])
    let check = Check(other, cardProblems: { _ in [] }, cardIDs: { [$0.language.rawValue] })
    #expect(
      check.problemsAmongNotes().map(\.message) == [
        "other headings than in t/a.en.md", "other displayed formulas than in t/a.en.md",
        "other quiz cards than in t/a.en.md",
      ])
  }

  @Test func `an alias of two notes is named`() {
    let library = Library(
      files: ["a", "b"].map { slug in
        ("\(slug).en.md", ContiguousArray("---\nslug: \(slug)\ntitle: T\naliases: [x]\n---\n".utf8))
      })
    #expect(
      Check(library) { _ in [] }.problemsAmongNotes().contains { $0.message == "the alias 'x' is a name of 'a' too" })
  }

  @Test(arguments: [("co-training", "co training"), ("x", "Big Title"), ("x", "big title"), ("x", "a")])
  func `an alias that a command would take for another note is named`(first: String, second: String) {
    let library = Library(files: [
      ("a.en.md", ContiguousArray("---\nslug: a\ntitle: Big title\naliases: [\(first)]\n---\n".utf8)),
      ("b.en.md", ContiguousArray("---\nslug: b\ntitle: Other\naliases: [\(second)]\n---\n".utf8)),
    ])
    #expect(
      Check(library) { _ in [] }.problemsAmongNotes().map(\.message).filter { $0.hasPrefix("the alias") }
        == ["the alias '\(second)' is a name of 'a' too"])
  }
}
