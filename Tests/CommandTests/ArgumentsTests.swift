import Testing

@testable import mlnotes

@Suite struct ArgumentsTests {
  @Test func `flags stand before and after the command and between operands`() throws {
    let invocation = try Invocation(parsing: ["--lang", "zh", "check", "a.md", "--strict", "b.md", "--width=60"])
    #expect(invocation.command?.name == "check")
    #expect(invocation.operands == ["a.md", "b.md"])
    #expect(invocation.has(.strict))
    #expect(invocation.text(.language) == "zh")
    #expect(invocation.number(.width) == 60)
  }

  @Test func `two hyphens end the flags, and one alone is an operand`() throws {
    #expect(try Invocation(parsing: ["check", "-", "--", "--strict", "-x"]).operands == ["-", "--strict", "-x"])
  }

  @Test func `of a repeated flag the last counts`() throws {
    #expect(try Invocation(parsing: ["check", "--width", "60", "--width=70"]).number(.width) == 70)
  }

  @Test(arguments: [
    (["serach", "ddim"], "unknown command 'serach'; did you mean 'search'?"),
    (["check", "--strct"], "unknown option '--strct'; did you mean '--strict'?"),
    (["check", "--width"], "option '--width' wants a value: --width <columns>"),
    (["check", "--width", "wide"], "option '--width' wants a number from 10 to 100000, not 'wide'"),
    (["check", "--lang", "fr"], "option '--lang' is one of en, zh, both, not 'fr'"),
    (["check", "--strict=yes"], "option '--strict' takes no value"),
    (["check", "-x"], "unknown option '-x'"),
  ])
  func `a mistake is named with the way out`(arguments: [String], message: String) {
    let failure = #expect(throws: Failure.self) { try Invocation(parsing: arguments) }
    #expect(failure?.message == message)
    #expect(failure?.code == .usage)
  }

  @Test func `operands that a command does not take are refused`() throws {
    let invocation = try Invocation(parsing: ["completions"])
    let command = try #require(invocation.command)
    #expect(throws: Failure.self) { try invocation.checkOperands(of: command) }
    #expect(throws: Failure.self) { try Invocation(parsing: ["completions", "zsh", "x"]).checkOperands(of: command) }
  }

  @Test func `no command has two flags of one name or letter`() {
    for command in Commands.all {
      let flags = command.flags + Flag.global
      #expect(Set(flags.map(\.name)).count == flags.count, "\(command.name)")
      let letters = flags.compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }
}
