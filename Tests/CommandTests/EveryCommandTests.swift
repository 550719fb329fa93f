import Testing
import Text

@testable import mlnotes

/// What holds for every command of the table, whatever it does.
@Suite struct EveryCommandTests {
  static let names = Commands.all.map(\.name)

  @Test(arguments: names)
  func `help explains itself on standard output`(name: String) throws {
    let outcome = try Running.mlnotes(name, "--help")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("USAGE: mlnotes \(name)"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: names)
  func `help fits the screen in both languages`(name: String) throws {
    for (columns, language) in [(40, "en"), (60, "zh"), (80, "en")] {
      let outcome = try Running.mlnotes("help", name, "--width", "\(columns)", "--lang", language)
      let lines = outcome.output.split(separator: "\n")
      #expect(!lines.isEmpty && lines.allSatisfy { $0.columns() <= columns }, "\(outcome.output)")
    }
  }

  @Test(arguments: names)
  func `an unknown option is a usage error on standard error`(name: String) throws {
    let outcome = try Running.mlnotes(name, "--no-such-option")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: unknown option '--no-such-option'"))
    #expect(outcome.errors.split(separator: "\n").count <= 2)
  }

  @Test(arguments: Commands.all.filter { $0.operands.first?.isOptional == false }.map(\.name))
  func `a missing operand is a usage error`(name: String) throws {
    let outcome = try Running.mlnotes(name)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: "))
  }

  @Test(arguments: names)
  func `a home that cannot be written to is survived`(name: String) throws {
    let outcome = try Running.mlnotes(
      name, environment: ["HOME": "/dev/null", "XDG_DATA_HOME": "/dev/null/x", "XDG_CACHE_HOME": "/dev/null/x"])
    #expect([0, 1, 64, 66, 73, 74].contains(outcome.code), "\(outcome)")
  }

  @Test(arguments: [
    ["stats"], ["quiz", "--count"], ["quiz", "--list"], ["quiz", "--forget", "ddim"], ["list"], ["topics"],
    ["export", "anki", "-"], ["export", "reviews", "-"], ["memory", "fit"],
  ])
  func `without a home nothing was reviewed yet`(words: [String]) throws {
    let outcome = try Running.mlnotes(words, environment: ["HOME": "", "XDG_DATA_HOME": ""])
    #expect([0, 1].contains(outcome.code) && !outcome.errors.contains("home"), "\(outcome)")
  }

  @Test(arguments: names)
  func `nothing escapes into a pipe`(name: String) throws {
    let outcome = try Running.mlnotes(name, environment: ["TERM": "xterm-256color"])
    #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    ["search", "x"], ["show", "x"], ["quiz"], ["list"], ["topics"], ["path", "x"], ["stats"], ["new", "x"],
    ["edit", "x"],
    ["export", "anki", "x"], ["check"], ["index"],
  ])
  func `a folder of notes that is not there is named`(words: [String]) throws {
    let outcome = try Running.mlnotes(words + ["--notes", "/no/such/folder"])
    #expect(outcome.code == 66 && outcome.errors.hasPrefix("error: no folder '/no/such/folder'"), "\(outcome)")
  }
}
