import Foundation
import Testing

/// Sessions by lines, one after the other in the same home.
@Suite struct QuizJourneyTests {
  private let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  private func quiz(_ arguments: String..., input: String) throws -> Outcome {
    try Running.mlnotes(["quiz", "--lang", "en"] + arguments, input: input, in: home)
  }

  /// A quiz on a terminal; `end()` it.
  private func terminalQuiz(_ flags: String...) throws -> TerminalRun {
    try TerminalRun(["quiz", "--lang", "en", "--color", "never"] + flags + ["iou-nms"], in: home)
  }

  private func log() throws -> String {
    let folder = home.appending(path: ".local/share/mlnotes/reviews")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "jsonl" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  @Test func `undo takes back a suspension, and nothing of a session before`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "1", input: "\n3\nq\n").code == 0)
    let first = try quiz("blip", "-n", "1", input: "u\nq\n")
    #expect(first.output.contains("nothing of this session to take back"))
    #expect(try !log().contains(#""k":"u""#))
    let second = try quiz("blip", "-n", "2", input: "x\nu\nq\n")
    #expect(second.output.contains("suspended; u takes it back") && second.output.contains("taken back"))
    #expect(second.output.contains("Card 1 of 2 · blip"))
    #expect(try Running.mlnotes("stats", "--plain", in: home).output.contains("suspended\t0\n"))
  }

  @Test func `a card that is practised before its time is not called due`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "1", input: "\n4\n").code == 0)
    let practised = try quiz("gan", "-n", "100", "--practice", "--kind", "recall,choice", input: "").output
    #expect(practised.contains("Card 1 of ") && !practised.contains(" due\n"))
    let listed = try quiz("gan", "-n", "100", "--practice", "--list", input: "").output
    #expect(listed.contains(" in ") && !listed.contains(" due\n"))
  }

  @Test func `a second quiz is refused before it asks, also where the first has no answer yet`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try terminalQuiz()
    defer { terminal.end() }
    try terminal.read(until: "quit")
    let second = try quiz("gan", input: "\n3\n")
    #expect(second.code == 73 && second.output.isEmpty)
    #expect(second.errors == "error: another quiz is open; end it first\n")
  }

  @Test func `where no answer can be kept that is said before the first question`() throws {
    let share = home.appending(path: ".local/share")
    try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
    try Data().write(to: share.appending(path: "mlnotes"))
    defer { try? FileManager.default.removeItem(at: home) }
    let look = try quiz("gan", input: "q\n")
    #expect(look.code == 0 && look.output.contains("Card 1 of"))
    #expect(look.errors.hasPrefix("note: answers cannot be kept: cannot write '\(share.path)/mlnotes"))
  }

  @Test func `a suspended card is asked again on request`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("blip", "-n", "1", input: "x\nq\n").code == 0)
    #expect(try Running.mlnotes("stats", "--plain", in: home).output.contains("suspended\t1\n"))
    #expect(try Running.mlnotes("stats", in: home).output.contains("quiz --unsuspend"))
    #expect(try Running.mlnotes("stats", "--json", in: home).output.contains(#"[{"slug":"blip","cards":1}]"#))
    #expect(try Running.mlnotes("quiz", "--unsuspend", "blip", in: home).output == "unsuspended 1 card\n")
    #expect(try Running.mlnotes("stats", "--plain", in: home).output.contains("suspended\t0\n"))
  }

  @Test func `where all cards are suspended it is said so, and how to take that back`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let notes = home.appending(path: "Notes")
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    try Data("# Cats\n\n## Quiz\n\nQ: How do they purr?\nA: With the larynx.\n".utf8)
      .write(to: notes.appending(path: "cats.md"))
    func quiz(_ more: String..., input: String = "") throws -> String {
      try Running.mlnotes(["quiz", "--notes", notes.path] + more, input: input, in: home).output
    }
    #expect(try quiz("cats", input: "x\n").contains("suspended; u takes it back"))
    for names in [["cats", "-n", "1"], []] {
      let rest = try Running.mlnotes(["quiz", "--notes", notes.path] + names, in: home).output
      #expect(rest.contains("Nothing is due; 1 card is suspended.\n"))
      #expect(rest.contains("mlnotes quiz --unsuspend cats") && rest.contains("ask suspended cards again"))
    }
    let chinese = try quiz("cats", "--lang", "zh")
    #expect(chinese.contains("没有到期的卡片；已搁置 1 张卡片。\n"))
    #expect(chinese.contains("mlnotes quiz --unsuspend cats --lang zh"))
    _ = try quiz("--unsuspend", "cats")
    #expect(try quiz("cats").contains("Card 1 of 1"))
  }

  @Test func `naming a note lifts the limit of new cards, and a count says whether any is due`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let all = try quiz("attention", "--count", input: "")
    let ten = try quiz("--count", input: "")
    #expect(ten.output == "0 due, 10 new\n" && ten.code == 1)
    let new = all.output.split(separator: " ").dropFirst(2).first.flatMap { Int($0) } ?? 0
    #expect(new > 10 && all.code == 1)
  }

  @Test(arguments: [("en", ""), ("zh", " --lang zh")])
  func `a card that asks for its concept names it with the answer, in its language`(
    language: String, more: String
  ) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let outcome = try Running.mlnotes(
      "quiz", "--lang", language, "--practice", "--kind", "term", "elbo-vae", input: "\nq\n", in: home)
    let question = outcome.output.components(separatedBy: "Enter")[0].lowercased()
    #expect(question.contains("· generative") && outcome.output.contains("mlnotes show elbo-vae#1\(more)\n"))
    #expect(!["elbo", "下界", "自编码", "autoencod"].contains { question.contains($0) })
  }

  @Test(arguments: ["abcd", "4213"])
  func `letters in one burst are a line as those that come one by one, and its Enter gives no grade`(answer: String)
    throws
  {
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try terminalQuiz("--practice", "--kind", "order")
    defer { terminal.end() }
    try terminal.read(until: "quit")
    try terminal.press(" ", until: "Enter answer")
    let burst = try terminal.press(answer, until: "> \(answer)")
    #expect(!burst.contains("Right") && !burst.contains("Wrong"))
    try terminal.press("\r\r\r", until: "4 easy    [")
    #expect(try terminal.press("2", until: "1 right").contains("1 card"))
  }

  @Test func `a typed line is edited by the character, and Escape leaves it unanswered`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try terminalQuiz("--practice", "--kind", "number")
    defer { terminal.end() }
    try terminal.read(until: "quit")
    try terminal.press("t", until: "> ")
    try terminal.press("扩散", until: "> 扩散\r")
    try terminal.press("\u{7F}", until: "> 扩\r\u{1B}[6C")
    try terminal.press("\u{1B}[Da", until: "> a扩\r\u{1B}[5C")
    try terminal.press("\u{1B}", until: "\r\u{1B}[K")
    try terminal.press("t", until: "> \r")
    try terminal.press("77\r", until: "Wrong")
    #expect(try terminal.press("q", until: "").contains("card") == false)
  }

  @Test func `what is pasted at a question is no keys, and in a line is one line`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try terminalQuiz("--practice", "--kind", "number")
    defer { terminal.end() }
    try terminal.read(until: "\u{1B}[?2004h")
    try terminal.press("\u{1B}[200~q\rq\u{1B}[201~?", until: "keys:")
    try terminal.press("t", until: "> ")
    try terminal.press("\u{1B}[200~7\n7\u{1B}[201~", until: "> 7 7\r")
    #expect(try terminal.press("\r", until: "again").contains("Wrong"))
  }

  @Test func `a whole burst with its Enter shows the answer and grades nothing`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try terminalQuiz("--kind", "order")
    defer { terminal.end() }
    try terminal.read(until: "quit")
    try terminal.press(" abcd\r1", until: "4 easy")
    #expect(try terminal.press("q", until: "").contains("Card") == false)
    #expect((try? log())?.contains(#""k":"r""#) != true)
  }

  @Test func `after the new cards of a day it is said so, when the next is due and how to go on`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let grades = String(repeating: "{\"grade\":4}\n", count: 99)
    #expect(try quiz("--json", input: grades).output.contains(#""asked":10"#))
    let rest = "Nothing is due; today's new cards are done; the next card is due in "
    let outcome = try quiz(input: "")
    #expect(outcome.code == 0 && outcome.output.contains(rest))
    #expect(outcome.output.contains("mlnotes quiz NOTE") && outcome.output.contains("mlnotes quiz --new 20"))
    #expect(try quiz("--count", "--plain", "--new", "20", input: "").output == "0\t10\n")
    let dashboard = try TerminalRun(["--lang", "en", "--color", "never", "--width", "100"], in: home)
    defer { dashboard.end() }
    let screen = try dashboard.read(until: "everything else")
    #expect(screen.contains(rest) && screen.contains("mlnotes quiz --new 20") && !screen.contains("learn new cards"))
    #expect(try quiz("blip", "-n", "100", "--json", input: grades).code == 0)
    let named = try quiz("blip", input: "").output
    #expect(named.contains("Nothing is due; the next") && named.contains("mlnotes quiz blip --practice"))
  }

  @Test func `what has no cards at all is named`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let output = try Running.mlnotes("quiz", "--kind", "output", "detection", in: home)
    #expect(output.code == 1 && output.errors.hasPrefix("error: no cards of kind 'output' in detection\n"))
    let notes = home.appending(path: "Notes")
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    try "# Dropout\n\nText.\n".write(to: notes.appending(path: "dropout.md"), atomically: true, encoding: .utf8)
    let search = try Running.mlnotes("search", "dropout", "--notes", notes.path, in: home).output
    #expect(search.contains("mlnotes show dropout") && !search.contains("mlnotes quiz"))
    let note = try Running.mlnotes("quiz", "dropout", "--notes", notes.path, in: home)
    #expect(note.code == 1 && note.errors.hasPrefix("error: 'dropout' has no cards\n"))
    let json = try Running.mlnotes("quiz", "dropout", "--json", "--notes", notes.path, in: home)
    #expect(json.code == 1 && json.output == "{\"event\":\"end\",\"asked\":0,\"right\":0}\n")
  }

  @Test func `without reviews nothing is said of how well they were predicted`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let plain = try Running.mlnotes("stats", "--plain", in: home).output
    #expect(plain.contains("\nretention 30d\t\n") && plain.contains("\nlog loss\t\nrmse\t\n"))
    let json = try Running.mlnotes("stats", "--json", in: home).output
    #expect(json.contains(#""log_loss":null,"rmse_bins":null"#))
  }

  @Test func `practice shows no waits, and ends without saying when cards come back`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let outcome = try quiz("blip", "-n", "1", "--practice", input: "\n3\n")
    #expect(outcome.output.contains("1 again    2 hard    3 good    4 easy"))
    #expect(outcome.output.contains("1 card · 1 right") && !outcome.output.contains("tomorrow"))
  }

  @Test func `an interrupted session goes on by as many cards as are asked for, and stays open for the others`() throws
  {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "5", input: "\n4\nq\n").code == 0)
    let part = try quiz("gan", "-n", "1", input: "\n4\n")
    #expect(part.output.contains("resumed: 1 of 5 done") && part.output.contains("Card 2 of 2 · gan"))
    #expect(part.output.contains("1 card · 1 right"))
    let rest = try quiz("gan", input: "q\n")
    #expect(rest.output.contains("resumed: 2 of 5 done") && rest.output.contains("Card 3 of 5 · gan"))
  }

  @Test func `a line of the log that is no event is told of, with its place`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "1", input: "\n3\nq\n").code == 0)
    let folder = home.appending(path: ".local/share/mlnotes/reviews")
    let file = folder.appending(path: "zzzzzzzz.jsonl")
    try Data("{\"v\":1,\"format\":\"mlnotes-reviews\"}\nno event\n{\"v\":1,\"i\":\"z-1\",\"t\":1,\"k\":\"e\"}\n".utf8)
      .write(to: file)
    for command in [["stats"], ["quiz", "--count"], ["quiz", "gan", "-n", "1"]] {
      let errors = try Running.mlnotes(command, input: "q\n", in: home).errors
      #expect(errors.hasPrefix("note: line 2 of '") && errors.contains("zzzzzzzz.jsonl' is no event of a review log"))
      #expect(errors.count { $0 == "\n" } == 1)
    }
  }

  @Test func `a log of a later version is not added to`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "1", input: "\n3\nq\n").code == 0)
    let data = home.appending(path: ".local/share/mlnotes")
    let machine = try String(contentsOf: data.appending(path: "machine"), encoding: .utf8).prefix(8)
    let file = data.appending(path: "reviews/\(machine).jsonl")
    let later = try log() + "{\"v\":2,\"i\":\"\(machine)-90\",\"t\":1,\"k\":\"r\",\"c\":\"x\",\"g\":3}\n"
    try Data(later.utf8).write(to: file)
    #expect(try quiz("gan", "-n", "1", input: "\n3\nq\n").code == 65)
    #expect(try log() == later)
  }

  @Test func `without a home an answer cannot be kept, and that is said before the question`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let environment = ["HOME": "", "XDG_DATA_HOME": ""]
    let outcome = try Running.mlnotes("quiz", "gan", "-n", "1", input: "\n3\n", environment: environment, in: home)
    #expect(outcome.code == 73 && outcome.errors.contains("\nerror: there is no home for the review log\n"))
    #expect(outcome.errors.hasPrefix("note: answers cannot be kept: there is no home for the review log\n"))
    #expect(outcome.output.contains("Card 1 of 1 · gan"))
  }

  @Test(arguments: ["12", "null", #""other""#])
  func `an answer for another card than the one asked is not recorded`(id: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let outcome = try quiz("gan", "-n", "1", "--json", input: "{\"grade\":3,\"id\":\(id)}\n")
    #expect(outcome.output.contains("\"event\":\"error\",\"id\":\(id),\"message\":\"the card asked is 'gan-"))
    #expect(outcome.output.hasSuffix("{\"event\":\"end\",\"asked\":0,\"right\":0}\n"))
  }

  @Test func `programs get the stem of a card, and the counts of what was changed`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let row = try quiz("gan", "-n", "1", "--list", "--plain", input: "").output
    let columns = row.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    #expect(columns.count == 5 && columns[1] == "gan" && columns[3].count > 10 && columns[4].isEmpty)
    #expect(try quiz("gan", "-n", "1", input: "\n3\nq\n").code == 0)
    #expect(try quiz("--forget", "gan", "--json", input: "").output == "{\"forgot\":1}\n")
    #expect(try quiz("--forget", "gan", "--plain", input: "").output == "0\n")
    #expect(try quiz("--unsuspend", "gan", "--json", input: "").output == "{\"unsuspended\":0}\n")
    let table = "card_id,review_time,review_rating,review_state,review_duration\nx,1700000000000,3,0,900\n"
    #expect(try Running.mlnotes("import", "reviews", "-", "--plain", input: table, in: home).output == "1\t0\n")
  }

  @Test func `a bundled card is no file to edit`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz("gan", "-n", "1", input: "e\nq\n").output.contains("a bundled note is no file to edit"))
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "-"])
  func `an export to standard output goes on in the file behind it`(path: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let file = home.appending(path: "all.csv")
    try Data("before\n".utf8).write(to: file)
    let output = try FileHandle(forWritingTo: file)
    try output.seekToEnd()
    let process = Running.process(["export", "reviews", path], environment: [:], in: home)
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try output.write(contentsOf: Data("after\n".utf8))
    let table = "card_id,review_time,review_rating,review_state,review_duration\n"
    #expect(try String(contentsOf: file, encoding: .utf8) == "before\n\(table)after\n")
  }

  @Test func `reviews are imported from a pipe`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let table = "card_id,review_time,review_rating,review_state,review_duration\nx,1700000000000,3,0,900\n"
    let outcome = try Running.mlnotes("import", "reviews", "-", "--lang", "en", input: table, in: home)
    #expect(outcome.code == 0 && outcome.output == "added 1, 0 known\n" && outcome.errors.isEmpty)
  }

  @Test func `parameters fitted to a file are not kept, and nobody says so`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let rows = (0..<400).map { i in
      let day = 1_700_000_000_000 + i / 2 * 3_600_000 + i % 2 * 86_400_000
      return "card\(i / 2),\(day),\(i % 2 == 0 ? 3 : 1),0,900"
    }
    let table = "card_id,review_time,review_rating,review_state,review_duration\n" + rows.joined(separator: "\n") + "\n"
    let json = try Running.mlnotes("memory", "fit", "-", "--json", input: table, in: home)
    #expect(json.code == 0 && json.output.contains("\"kept\":false"))
    let text = try Running.mlnotes("memory", "fit", "-", "--lang", "en", input: table, in: home)
    #expect(text.output.contains("predict the later reviews better.") && !text.output.contains("kept"))
  }
}
