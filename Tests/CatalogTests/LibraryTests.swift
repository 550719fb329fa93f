import Testing

@testable import Catalog

@Suite struct LibraryTests {
  private let library = Library(files: [
    file(
      "g/ddim.en.md",
      "slug: ddim\ntitle: \"DDIM: deterministic sampling\"\naliases: [implicit models]\nprerequisites: [ddpm]",
      "See [[vae|the VAE]]."),
    file("g/ddim.zh.md", "slug: ddim\nlang: zh\ntitle: DDIM：确定性采样\naliases: [去噪扩散隐式模型]\nprerequisites: [ddpm]"),
    file("g/ddpm.en.md", "slug: ddpm\ntitle: DDPM\naliases: [diffusion]\nprerequisites: [vae]"),
    file("g/vae.zh.md", "slug: vae\nlang: zh\ntitle: 变分自编码器\naliases: [diffusion]"),
  ])

  private static func file(_ path: String, _ matter: String, _ text: String = "") -> Library.File {
    (path, ContiguousArray("---\n\(matter)\n---\n\n# Heading\n\n\(text)\n".utf8))
  }

  @Test func `a note is given in the language asked for, else in the other`() {
    #expect(library.header("ddim", in: .chinese)?.title == "DDIM：确定性采样")
    #expect(library.header("ddim", in: .english)?.title == "DDIM: deterministic sampling")
    #expect(library.header("vae", in: .english)?.language == .chinese)
    #expect(library.header("gan", in: .english) == nil)
  }

  @Test(arguments: [
    ("ddim", ["ddim"]), ("DDIM", ["ddim"]), ("Implicit-Models", ["ddim"]), ("去噪扩散隐式模型", ["ddim"]),
    ("去噪擴散隱式模型", ["ddim"]), ("ｄｄｉｍ", ["ddim"]), ("变分自編碼器", ["vae"]),
    ("DDIM: Deterministic Sampling", ["ddim"]), ("diffusion", ["ddpm", "vae"]), ("gan", []), ("", []), ("-", []),
  ])
  func `a name is a slug, a title or an alias`(name: String, slugs: [String]) {
    #expect(library.slugs(named: name) == slugs)
  }

  @Test func `a mistyped name leads to the closest slugs`() {
    #expect(library.nearest(to: "dimm") == ["ddim", "ddpm"])
    #expect(library.nearest(to: "diffusoin", limit: 1) == ["ddpm"])
    #expect(library.nearest(to: "transformer").isEmpty)
    #expect(library.nearest(to: "diss").isEmpty)
  }

  @Test(arguments: [
    ("implicit", ["ddim"]), ("Sampling", ["ddim"]), ("models", ["ddim"]), ("自编码", ["vae"]), ("自編碼", ["vae"]),
    ("器", []), ("a", []), ("pling", []), (String(repeating: "ddim", count: 100), []),
  ])
  func `a word of a name leads to the notes that it names`(word: String, slugs: [String]) {
    #expect(library.nearest(to: word) == slugs)
  }

  @Test func `a path goes through the prerequisites in order`() {
    #expect(library.path(to: "ddim") == ["vae", "ddpm", "ddim"])
    #expect(library.path(to: "gan") == nil)
    #expect(library.prerequisiteCycle() == nil)
  }

  @Test func `a circle of prerequisites is found, and a path through it ends`() {
    let circle = Library(
      files: ["a", "b", "c"].map { name in
        LibraryTests.file(
          "\(name).en.md", "slug: \(name)\nprerequisites: [\(["a": "b", "b": "c", "c": "a"][name] ?? "")]")
      })
    #expect(circle.prerequisiteCycle() == ["a", "b", "c", "a"])
    #expect(circle.path(to: "a") == ["c", "b", "a"])
  }

  @Test func `a chain of 10,000 prerequisites needs no deep stack`() {
    let chain = Library(
      files: (0..<10_000).map { i in
        ("\(i).en.md", ContiguousArray("---\nslug: n\(i)\ntitle: t\nprerequisites: [n\(i + 1)]\n---\n".utf8))
      })
    #expect(chain.path(to: "n0")?.count == 10_000)
    #expect(chain.prerequisiteCycle() == nil)
  }

  @Test func `two files that are named for their folders are two notes`() {
    let library = Library(files: [
      ("cooking/index.md", ContiguousArray("# Cooking\n\nRice.\n".utf8)),
      ("garden/index.md", ContiguousArray("# 园艺\n\n每天浇水。\n".utf8)),
    ])
    #expect(library.headers.map(\.slug) == ["cooking-index", "garden-index"])
  }

  @Test func `links come from texts and front matter`() {
    #expect(library.backlinks(to: "vae") == ["ddim", "ddpm"])
    #expect(library.backlinks(to: "ddim").isEmpty)
    let texts = ["| a |\n|---|\n| [[b\\|c]] |", "`[[b]]`", "[[b#c]]", "[[bc]]", "```\n[[b]]\n```"]
    let files = texts.enumerated().map { LibraryTests.file("\($0).md", "slug: n\($0)", $1) }
    #expect(Library(files: files).backlinks(to: "b") == ["n0", "n2"])
  }

  @Test func `a file without front matter is named by its file and titled by its first heading`() {
    let library = Library(files: [
      ("deep/Some Note.md", ContiguousArray("text\n\n# The *title*\n".utf8)),
      ("猫.md", ContiguousArray("这是一只猫的笔记，没有标题。".utf8)),
    ])
    #expect(library.headers.map(\.slug) == ["Some Note", "猫"])
    #expect(library.headers.map(\.title) == ["The title", "猫"])
    #expect(library.headers.map(\.topic) == ["deep", ""])
    #expect(library.headers.map(\.language) == [.english, .chinese])
  }

  @Test func `two files of one name are both reachable`() {
    let library = Library(files: [("a/x.md", []), ("b/x.md", [])])
    #expect(library.headers.map(\.slug) == ["b-x", "x"])
  }

  @Test func `a file whose path is another's name is reachable beside it and its translation`() {
    let library = Library(files: [
      LibraryTests.file("a.md", "slug: x\nlang: en"), LibraryTests.file("b.md", "slug: x\nlang: zh"), ("x.md", []),
    ])
    #expect(library.headers.map(\.slug) == ["x", "x", "x-2"])
    #expect(library.header("x", in: .chinese)?.path == "b.md")
    #expect(library.header("x-2", in: .english)?.path == "x.md")
  }
}
