import Foundation
import Testing

/// The commands that an answer or an error goes on with can be copied as they stand.
@Suite struct HintTests {
  @Test(arguments: [
    (["-sum p log p"], "hint: mlnotes search -- '-sum p log p' takes it as a word\n"),
    (["--math", #"-\sum p"#], #"hint: mlnotes search --math -- '-\sum p' takes it as a word"# + "\n"),
    (["--topic", "nlp", "--qqq=1"], "hint: 'mlnotes search --topic nlp -- --qqq=1' takes it as a word\n"),
  ])
  func `a word that looks like an option is named whole, in quotes for a shell`(words: [String], hint: String) throws {
    #expect(try Running.mlnotes(["search"] + words).errors.hasSuffix(hint))
  }

  @Test(arguments: [
    (["path", "clip", "--lang", "zh"], "mlnotes show language-models --lang zh"),
    (["show", "变分自编码器"], "测一测  mlnotes quiz elbo-vae --lang zh"),
    (["show", "elbo-vae#1", "--lang", "zh"], "mlnotes show elbo-vae --lang zh"),
    (["search", "elbo-vae", "-n", "1", "--lang", "zh"], "mlnotes quiz elbo-vae --lang zh"),
    (["list", "--sort", "title", "--lang", "zh"], "mlnotes list --sort title --page 2 --lang zh"),
  ])
  func `what is read in a language goes on in it`(words: [String], command: String) throws {
    #expect(try Running.mlnotes(words).output.contains(command))
    let usual = try Running.mlnotes(words, environment: ["MLNOTES_LANG": "zh"]).output
    #expect(!usual.contains("--lang") && usual.contains(command.replacing(" --lang zh", with: "")))
  }

  @Test func `a part of a heading names its section where no other has it`() throws {
    #expect(try Running.mlnotes("show", "ddim#FORMULAS").output.contains("3  Definition and formulas"))
    #expect(try Running.mlnotes("show", "ddim#定义", "--lang", "zh").output.contains("3  定义与公式"))
    #expect(try Running.mlnotes("show", "ddim#公式", "--lang", "en").output.contains("3  Definition and formulas"))
    let several = try Running.mlnotes("show", "ddim#why the")
    #expect(several.code == 66)
    #expect(
      several.errors.hasPrefix(
        "error: no section 'why the' in 'ddim'; did you mean 'ddim#why-the-marginals-survive' or 'ddim#why-the-same"))
    #expect(try Running.mlnotes("show", "ddim#").code == 66)
  }

  @Test func `a name that is near no other is looked for in the notes`() throws {
    #expect(try Running.mlnotes("show", "位置编码").errors.contains("hint: 'mlnotes search 位置编码' looks"))
    #expect(try Running.mlnotes("path", "odd $(x)").errors.contains("hint: mlnotes search 'odd $(x)' looks"))
  }

  @Test func `a folder without notes says how to start one`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "my notes"), withIntermediateDirectories: true)
    func list(_ more: String...) throws -> Outcome {
      try Running.mlnotes(["list", "--notes", "my notes"] + more, in: folder)
    }
    #expect(try list().output.contains("mlnotes new SLUG --notes 'my notes'    start a note"))
    #expect(try list("--lang", "zh").output.contains("mlnotes new SLUG --notes 'my notes' --lang zh    新建一篇笔记"))
    #expect(try list("--quiet").output.contains("mlnotes new") == false)
    #expect(try list("--plain").output.isEmpty)
    let topics = try Running.mlnotes("topics", "--notes", "my notes", in: folder)
    #expect(try topics.output == list().output)
  }

  @Test func `the quiz that a file ends with asks its cards`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sub = folder.appending(path: "docs")
    try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
    for (id, path) in [("q", "docs/README.md"), ("r", "docs/a.en.md"), ("s", "b.md")] {
      try Data("# A\n\n## Quiz\n\nQ: Why? <!-- id: \(id) -->\n\nA: So.\n".utf8).write(to: folder.appending(path: path))
      let shown = try Running.mlnotes("show", path, in: folder).output
      let command = try #require(shown.split(separator: "Quiz yourself  mlnotes ").last)
      let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
      #expect(words.count == 4 && words[0] == "quiz", "\(words)")
      #expect(try Running.mlnotes(words + ["--list"], in: folder).output.contains("Why?"), "\(words)")
    }
  }

  @Test func `notes without cards are not to be waited for`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("# A\n\nText.\n".utf8).write(to: folder.appending(path: "a.md"))
    for asked in [["quiz"], ["quiz", "--list"]] {
      let outcome = try Running.mlnotes(asked + ["--notes", "."], in: folder)
      #expect(outcome.code == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("error: no cards in these notes\n"))
    }
  }

  @Test func `the section of a note's title is all of the note`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("# Solo\n\nText of it.\n\n## Part\n\nMore.\n".utf8).write(to: folder.appending(path: "solo.md"))
    let shown = try Running.mlnotes("show", "--notes", ".", "solo#Solo", in: folder).output
    #expect(shown.contains("Text of it.") && shown.contains("More."))
  }
}
