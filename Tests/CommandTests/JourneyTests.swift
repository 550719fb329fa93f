import Foundation
import Testing
import Text

/// What a newcomer does in the first hour, on the bundled notes.
@Suite struct JourneyTests {
  private func results(_ query: String...) throws -> [String] {
    let outcome = try Running.mlnotes("search", "--plain", query.joined(separator: " "))
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
    return outcome.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
  }

  @Test func `a word finds its note first`() throws {
    #expect(try results("contrastive").first == "contrastive-loss")
  }

  @Test(arguments: [
    ("对比学习", "contrastive-loss"), ("why is DDPM slow", "ddpm"), ("xgbost", "xgboost"), ("擴散模型", "ddpm"),
  ])
  func `Chinese, questions, mistyped words and traditional characters find what is meant`(query: String, slug: String)
    throws
  {
    #expect(try results(query).prefix(3).contains(slug))
  }

  @Test func `formulas in results are ASCII where the terminal is`() throws {
    let outcome = try Running.mlnotes("search", "--math", "\\bar\\alpha_t", "-n", "1", "--ascii", "--lang", "en")
    #expect(outcome.output.contains("bar(alpha)_t = Prod_(s=1)^t alpha_s"))
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `nothing found is an answer of its own`() throws {
    let outcome = try Running.mlnotes("search", "zzqx")
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: no note matches 'zzqx'"))
  }

  @Test(arguments: ["en", "zh"], [40, 60, 80, 120])
  func `a note is shown whole, with no TeX left and no line too wide`(language: String, width: Int) throws {
    let outcome = try Running.mlnotes("show", "ddim", "--lang", language, "--width", "\(width)")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 100)
    #expect(lines.filter { $0.columns() > width } == [])
    #expect(lines.filter { $0.hasSuffix(" ") } == [])
    for command in ["\\frac", "\\sqrt", "\\alpha", "\\mathcal", "$"] { #expect(!outcome.output.contains(command)) }
  }

  @Test func `a mistyped name ends with 66 and the names that are close`() throws {
    let outcome = try Running.mlnotes("show", "dimm")
    #expect(outcome.code == 66 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: no note named 'dimm'; did you mean 'ddim' or 'ddpm'?"))
  }

  @Test func `what has a Chinese name is read in Chinese unless another language is asked for`() throws {
    #expect(try Running.mlnotes("show", "擴散模型", "--source", "--lang", "en").output.contains("lang: en"))
    #expect(try Running.mlnotes("show", "擴散模型", "--source").output.contains("lang: zh"))
    let found = try Running.mlnotes("search", "重参数化", "-n", "1").output
    #expect(found.contains("mlnotes show elbo-vae --lang zh"))
    #expect(!(try Running.mlnotes("search", "reparameterization", "-n", "1").output.contains("--lang")))
  }

  @Test func `what is no note but a topic or a word is said so with the way on`() throws {
    #expect(try Running.mlnotes("show", "detection").errors.contains("hint: 'mlnotes list detection'"))
    #expect(try Running.mlnotes("show", "--", "-x").errors.contains("hint: 'mlnotes search -- -x'"))
    #expect(try Running.mlnotes("search", "-y").errors.contains("hint: 'mlnotes search -- -y' takes it as a word"))
  }

  @Test func `programs get all notes, or the page they ask for`() throws {
    let all = try Running.mlnotes("list", "--plain").output.split(separator: "\n")
    let page = try Running.mlnotes("list", "--plain", "--page", "2").output.split(separator: "\n")
    #expect(page.count == 12 && Array(all.dropFirst(12).prefix(12)) == Array(page))
  }

  @Test func `a quiz without input ends well`() throws {
    #expect(try Running.mlnotes("quiz").code == 0)
  }

  @Test func `an answer given in a quiz is there in the next one`() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let now = "2026-11-21T12:00:00Z"
    let first = try Running.mlnotes("quiz", "ddim", "--json", "--now", now, in: home)
    let card = try #require(first.output.split(separator: "\"id\":\"").dropFirst().first?.split(separator: "\"").first)
    let answered = try Running.mlnotes(
      "quiz", "ddim", "--json", "--now", now, input: "{\"id\":\"\(card)\",\"grade\":4}\n", in: home)
    #expect(answered.output.contains("\"event\":\"result\",\"id\":\"\(card)\""))
    let later = try Running.mlnotes("quiz", "ddim", "--json", "--now", now, in: home)
    #expect(!later.output.contains("\"id\":\"\(card)\""))
  }

  @Test func `a folder of plain Markdown files is a library`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "pets"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("# My cats\n\nCats purr with $x^2$.\n".utf8).write(to: folder.appending(path: "pets/cats.md"))
    #expect(try Running.mlnotes("search", "purr", "--notes", folder.path, "--plain").output.hasPrefix("cats\t"))
    #expect(try Running.mlnotes("show", "cats", "--notes", folder.path).output.contains("Cats purr with x²."))
  }

  @Test func `a card without an identity keeps its memory when its note is renamed, then its question edited`() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    let notes = home.appending(path: "notes")
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    func write(_ question: String, to name: String) throws {
      try Data("# My cats\n\n## Quiz\n\nQ: \(question)\nA: With the larynx.\n".utf8).write(
        to: notes.appending(path: name))
    }
    func quiz(_ more: String..., input: String = "") throws -> String {
      let time = ["--now", "2026-11-20T10:00:00Z"]
      return try Running.mlnotes(["quiz", "--notes", notes.path] + more + time, input: input, in: home).output
    }
    try write("How do cats purr?", to: "cats.md")
    _ = try quiz(input: "\n4\n")
    #expect(try quiz("--list", "--practice", "--plain").hasPrefix("cats-"))
    try FileManager.default.moveItem(at: notes.appending(path: "cats.md"), to: notes.appending(path: "felines.md"))
    let renamed = try quiz("--list", "--practice", "--plain")
    try write("What is the organ that a cat purrs with?", to: "felines.md")
    let edited = try quiz("--list", "--practice", "--plain")
    #expect(renamed.hasPrefix("felines-") && edited.hasPrefix("felines-") && renamed != edited)
    // The last column is when it is due: a card that was met has a day.
    #expect(renamed.contains("2026-") && edited.contains("2026-"))
  }

  @Test func `links to notes are listed with their titles`() throws {
    let links = try Running.mlnotes("show", "ddim", "--links", "--width", "60").output
    #expect(links.contains("\n    score-matching  Score matching and Langevin dynamics\n"))
    #expect(links.contains("\n    guidance        Classifier and classifier-free guidance\n"))
    #expect(links.contains("    ddpm            DDPM: denoising diffusion probabilistic\n                    models\n"))
  }

  @Test func `a note that names no related ones is followed by the most similar`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let notes = [
      "lions": "Lions hunt zebras on the savanna in prides.", "tigers": "Tigers hunt deer alone, as lions hunt zebras.",
      "bread": "Flour, water, salt and yeast.", "cake": "Flour, butter, sugar and eggs. See [[bread|loaves]].",
    ]
    for (slug, text) in notes {
      try Data("# \(slug)\n\n\(text)\n".utf8).write(to: folder.appending(path: "\(slug).md"))
    }
    // By its slug through the library, then through the index that the first look made, and by another name.
    for name in ["lions", "lions", "LIONS"] {
      let shown = try Running.mlnotes("show", name, "--notes", folder.path, in: folder).output
      #expect(shown.hasSuffix("\n  Similar  tigers\n") && !shown.contains("bread"))
    }
    #expect(try !Running.mlnotes("show", "cake", "--notes", folder.path, in: folder).output.contains("Similar"))
  }

  @Test func `a note that the folder lacks is taken from the bundled ones, and the answer says so`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("# My cats\n".utf8).write(to: folder.appending(path: "cats.md"))
    let asked = [
      ["search", "contrastive"], ["show", "ddim"], ["path", "ddim"], ["list", "Generative models"],
      ["quiz", "ddim", "--list", "--practice"], ["quiz", "ddim"], ["quiz", "ddim", "--count", "--new", "0"],
    ]
    for words in asked {
      func told(_ flags: String...) throws -> String {
        try Running.mlnotes(words + ["--notes", folder.path] + flags, in: folder).output
      }
      let english = try told("--lang", "en")
      #expect(english.hasPrefix("\(folder.path) has no"))
      #expect(english.contains("; what follows is from the bundled notes\n"))
      #expect(try told("--lang", "zh").contains("；以下来自内置笔记\n"))
      #expect(try told("--json").contains(#","source":"bundled"}"#))
      #expect(try !told("--plain").contains("bundled"))
    }
    #expect(try Running.mlnotes("quiz", "dimm", "--count", "--notes", folder.path).code == 66)
    let own = try Running.mlnotes("show", "cats", "--json", "--notes", folder.path)
    #expect(own.code == 0 && !own.output.contains("bundled"))
    let edited = try Running.mlnotes("edit", "ddim", "--notes", folder.path)
    #expect(edited.code == 66 && edited.errors.contains("'ddim' is a bundled note, not a file"))
  }

  @Test func `a note that was just started is found wanting, by a path that opens`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Running.mlnotes("new", "adamw", "--topic", "optimization", in: folder).code == 0)
    let slip = try Running.mlnotes("new", "lion", "--topic", "optimisation", in: folder)
    #expect(slip.code == 0 && slip.errors.contains("'optimisation' is a new topic; there is 'optimization'"))
    let checked = try Running.mlnotes("check", "--strict", in: folder)
    #expect(checked.code == 1)
    #expect(checked.output.contains("Notes/optimization/adamw.en.md:6:1: warning: 'summary' is empty"))
  }

  @Test func `a topic has a slug and two titles, and another name is an error`() throws {
    for name in ["detection", "Object detection", "目标检测"] {
      #expect(try Running.mlnotes("search", "anchor", "--topic", name).code == 0)
    }
    let outcome = try Running.mlnotes("search", "anchor", "--topic", "detecton")
    #expect(outcome.code == 66)
    #expect(outcome.errors.hasPrefix("error: no topic named 'detecton'; did you mean 'detection'?"))
    let quizzed = try Running.mlnotes("quiz", "--list", "genrative")
    #expect(quizzed.code == 66)
    #expect(quizzed.errors.hasPrefix("error: no note or topic named 'genrative'; did you mean 'generative'?"))
  }

  @Test func `a note is the same with and without a stored index, and after an edit`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try write("first.en.md", "# First note\n\nIt leads to [[second]].\n")
    try write("second.en.md", "# Second note\n\nText.\n")
    func shown() throws -> String {
      try Running.mlnotes("show", "second", "--notes", ".", in: folder).output
    }
    let without = try shown()
    #expect(without.contains("Linked from  first"))
    #expect(try Running.mlnotes("search", "note", "--notes", ".", in: folder).code == 0)
    #expect(try shown() == without)
    try write("third.en.md", "# Third note\n\nSee [[second|it]].\n")
    try write("second.en.md", "# Second note\n\nOther words.\n")
    #expect(try shown().contains("Linked from  first · third"))
    #expect(try shown().contains("Other words."))
  }
}
