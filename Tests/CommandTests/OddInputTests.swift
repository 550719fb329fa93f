import Foundation
import Testing

/// What nobody writes on purpose, but a file may hold.
@Suite struct OddInputTests {
  private let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  private func notes(_ text: String) throws -> String {
    let folder = home.appending(path: "notes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "odd.md"))
    return folder.path
  }

  @Test(arguments: [
    "C: x ==a $\\boxed{y}$ b== z", "C: ==a **==c==** b== d",
    "Q: how many? <!-- kind: number -->\n\nA: 100000000000000000000", "C: it is ==1e-9223372036854775808== big",
  ])
  func `no card stops the others`(card: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = try notes("# Odd\n\n## Quiz\n\n\(card)\n\nQ: And this?\n\nA: Yes, of course it is.\n")
    for command in ["quiz", "stats", "list", "topics"] {
      #expect(try Running.mlnotes([command, "--notes", folder], input: "h\nh\n\n3\nh\n\n3\n", in: home).code == 0)
    }
  }

  @Test(arguments: [
    "a: 0 -1e308, 1 1e308", "a: nan 1, 0 2", "x: t 0..1\na: 1e300 2, 0 1", "x: t 0..1\na: 0 0, 2000000 1",
    "x: t -1e308..1e308\na: x", "x: t 1e300..1.0000001e300\na: x", "a: exp(x*700)\nx: t 0..1", "a: 0 1e-320, 1 2e-320",
  ])
  func `any plot is drawn or shown as it stands`(plot: String) throws {
    let text = "```plot\n\(plot)\n```\n"
    #expect(try Running.mlnotes("render", "-", "--width", "60", input: text).code == 0)
  }

  @Test func `a plot of long lines is shown as it stands`() throws {
    let text = "```plot\n\(String(repeating: "x: a  b  ", count: 6000))\na: x\n```\n"
    #expect(try Running.mlnotes("render", "-", "--width", "60", input: text).code == 0)
  }

  @Test func `a shell is given a name that it would obey in quotes`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = try notes("---\nslug: odd$(touch${IFS}x)\n---\n\n# Odd\n")
    let quoted = try Running.mlnotes("complete", "--quoted", "notes", "odd", "--notes", folder, in: home)
    #expect(quoted.output == "'odd$(touch${IFS}x)'\n")
    #expect(try Running.mlnotes("completions", "bash", in: home).output.contains("--quoted notes"))
  }

  @Test func `a citation without a number is found wanting`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let outcome = try Running.mlnotes("check", "--notes", try notes("# Odd\n\nSee arXiv:v and doi:x.\n"), in: home)
    #expect(outcome.output.contains("'arXiv:v' is no arXiv identifier"))
  }

  @Test(arguments: [
    #"{"v":1,"i":"MACHINE-9223372036854775807","t":1,"k":"r","c":"x","g":3}"#,
    #"{"v":1,"i":"other-1","t":-9223372036854775808,"k":"r","c":"x","g":3}"#,
    #"{"v":1,"i":"other-1","t":9000000000000000,"k":"r","c":"x","g":3,"ms":1,"q":"","o":0}"#,
    #"{"v":1,"i":"MACHINE-5","t":1,"k":"b","s":"","n":0}"#, #"{"v":1,"i":"MACHINE-5","t":1,"k":"b","s":"","n":-4}"#,
  ])
  func `a log with impossible numbers is read, and written on`(line: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try Running.mlnotes("quiz", "gan", "-n", "1", input: "\n3\n", in: home).code == 0)
    let data = home.appending(path: ".local/share/mlnotes")
    let machine = try String(contentsOf: data.appending(path: "machine"), encoding: .utf8).prefix(8)
    let file = data.appending(path: "reviews/zzzzzzzz.jsonl")
    try Data((line.replacingOccurrences(of: "MACHINE", with: machine) + "\n").utf8).write(to: file)
    for _ in 0..<2 {
      #expect(try Running.mlnotes("quiz", "gan", "-n", "1", input: "\n3\n", in: home).code == 0)
      #expect(try Running.mlnotes("stats", environment: ["TZ": "Asia/Shanghai"], in: home).code == 0)
    }
  }

  @Test(arguments: ["1969-12-31T23:59:59Z", "9999-12-31T23:59:59-01:00"])
  func `no answer is taken at a time that the log cannot hold`(now: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let outcome = try Running.mlnotes("quiz", "gan", "-n", "1", "--now", now, input: "\n3\n", in: home)
    #expect(outcome.code == 64 && outcome.errors.contains("'\(now)' is not between 1970 and 9999"))
    let edge = ["--now", "1970-01-01T00:00:00Z"]
    #expect(try Running.mlnotes(["quiz", "gan", "-n", "1"] + edge, input: "\n3\n", in: home).code == 0)
    #expect(try Running.mlnotes(["quiz", "gan", "-n", "1"] + edge, input: "\n3\n", in: home).errors.isEmpty)
  }

  @Test func `a data folder whose name holds the log's takes answers`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let environment = ["XDG_DATA_HOME": home.appending(path: "reviews-data/reviews").path]
    let outcome = try Running.mlnotes("quiz", "gan", "-n", "1", input: "\n3\n", environment: environment, in: home)
    #expect(outcome.code == 0 && outcome.output.contains("1 card · 1 right"))
  }

  @Test func `parameters that come to no interval come to the longest`() throws {
    let zeros = Array(repeating: "0", count: 21).joined(separator: ",")
    let line =
      #"{"id":1,"scheduler":{"parameters":[\#(zeros)],"desired_retention":1e-300,"maximum_interval":9223372036854775807},"#
      + #""steps":[{"rating":4}]}"#
    #expect(try Running.mlnotes("memory", "replay", "-", input: line + "\n").code == 0)
  }

  @Test(arguments: [["--notes", "notes"], ["notes"], ["notes/"]])
  func `a file that cannot be read is found wanting`(place: [String]) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = try notes("# Odd\n\nText.\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/gone.md", withDestinationPath: "/no/such/file")
    let outcome = try Running.mlnotes(["check"] + place, in: home)
    #expect(outcome.code == 1 && outcome.output.hasPrefix("notes/gone.md:1:1: error: cannot be read: no such file"))
    #expect(outcome.output.contains("1 file checked: 1 error"))
  }

  @Test func `a text from standard input is checked`() throws {
    let outcome = try Running.mlnotes("check", "-", input: "# Odd\n\nSee [[nowhere]].\n")
    #expect(outcome.code == 0 && outcome.output.contains("-:3:5: warning: "))
  }

  #if os(Linux)
  @Test func `an editor ignores none of the signals that the program does`() throws {
    let environment = ["EDITOR": "grep SigIgn /proc/self/status; :"]
    let line = try Running.mlnotes("edit", "./odd.md", environment: environment).output
    let ignored = try #require(line.split(separator: "\t").last.flatMap { Int($0.dropLast(), radix: 16) })
    for signal in [SIGINT, SIGPIPE, SIGXFSZ] { #expect(ignored >> (signal - 1) & 1 == 0) }
  }
  #endif

  @Test func `the source of a note is every byte of it`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let bytes = Array("\u{FEFF}# Odd\r\na\u{200B}b\u{202A}c\u{0C}d\u{1B}[1m\0 ".utf8) + [0xFF]
    try Data(bytes).write(to: home.appending(path: "odd.md"))
    let outcome = try Running.mlnotes("show", "./odd.md", "--source", in: home)
    #expect(outcome.output == String(decoding: bytes, as: UTF8.self))
    let terminal = try TerminalRun(["show", "./odd.md", "--source"], in: home)
    defer { terminal.end() }
    #expect(try !terminal.read(until: "").contains("\u{1B}"))
  }

  @Test(arguments: ["", "dumb"])
  func `a terminal that does not say what it can do gets no links`(term: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data("[x](https://example.org)\n".utf8).write(to: home.appending(path: "odd.md"))
    let terminal = try TerminalRun(["show", "./odd.md"], term: term, in: home)
    defer { terminal.end() }
    let screen = try terminal.read(until: "")
    #expect(screen.contains("example.org") && !screen.contains("\u{1B}"))
  }

  @Test(arguments: ["0", "-5", "x"])
  func `a width that is none is left out`(columns: String) throws {
    let text = String(repeating: "word ", count: 40)
    let usual = try Running.mlnotes("render", "-", input: text).output
    #expect(try Running.mlnotes("render", "-", input: text, environment: ["COLUMNS": columns]).output == usual)
  }

  @Test func `a note is started in both languages or in none`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: "Notes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("# X\n".utf8).write(to: folder.appending(path: "x.zh.md"))
    let outcome = try Running.mlnotes("new", "x", in: home)
    #expect(outcome.code == 73 && outcome.errors == "error: the file 'Notes/x.zh.md' exists\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.zh.md"])
  }

  @Test(arguments: [["show"], ["path"], ["edit"]])
  func `a note whose name holds a number sign is found`(command: [String]) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: "notes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("# Sharp\n\nA language.\n\n## Two\n\nMore.\n".utf8).write(to: folder.appending(path: "C#.md"))
    let words = command + ["C#", "--notes", folder.path]
    let outcome = try Running.mlnotes(words, environment: ["EDITOR": "cat"], in: home)
    #expect(outcome.code == 0 && outcome.output.contains("Sharp"))
  }

  @Test func `a path leads to a note, not to a section`() throws {
    let outcome = try Running.mlnotes("path", "ddim#3")
    #expect(outcome.code == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: 'path' wants a note's name, not a section: 'ddim#3'\n"))
  }
}
