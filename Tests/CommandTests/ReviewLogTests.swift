import Foundation
import Testing

/// What the commands make of the review log: of several machines, of other folders, of clocks that go back.
@Suite struct ReviewLogTests {
  private let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  private var data: URL { home.appending(path: ".local/share/mlnotes") }

  private func mlnotes(_ arguments: String..., input: String = "") throws -> Outcome {
    try Running.mlnotes(arguments + ["--lang", "en"], input: input, in: home)
  }

  /// A session over three cards called by the folder, in June 2026; without the lines that ask.
  private func quiz(
    _ folder: String = "cats", at time: String, _ more: [String] = ["--json"], input: String
  ) throws -> String {
    let notes = home.appending(path: folder)
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    let cards = ["One", "Two", "Three"].map { "Q: \($0)? <!-- id: \(folder)-\($0.lowercased()) -->\nA: It.\n" }
    try Data("# Cats\n\n## Quiz\n\n\(cards.joined(separator: "\n"))".utf8).write(to: notes.appending(path: "a.md"))
    let arguments = ["quiz", "--lang", "en", "--notes", notes.path, "--now", "2026-06-\(time):00Z"] + more
    let output = try Running.mlnotes(arguments, input: input, in: home).output
    return output.split(separator: "\n").filter { !$0.contains(#"{"event":"card""#) }.joined(separator: "\n")
  }

  private func logs() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: data.appending(path: "reviews"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "jsonl" }
  }

  private func log() throws -> String {
    try logs().map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  @Test func `undo takes nothing back of another session or machine`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    _ = try quiz(at: "02T10:00", input: "{\"grade\":4}\n{\"grade\":4}\n")
    let undo = "{\"undo\":true}\n"
    // The clock went back by a day.
    let earlier = try quiz(at: "01T10:00", input: "{\"grade\":3}\n\(undo)\(undo)")
    #expect(earlier.contains(#""undone","id":"cats-three""#) && earlier.contains("nothing to undo"))
    _ = try quiz("dogs", at: "03T10:00", input: "{\"grade\":4}\n")
    try FileManager.default.removeItem(at: data.appending(path: "machine"))
    let resumed = try quiz("dogs", at: "03T10:05", input: "\(undo){\"grade\":4}\n\(undo)\(undo)")
    let events = resumed.split(separator: "\n").map { $0.prefix(40) }
    #expect(
      events
        == [
          #"{"event":"error","message":"nothing to un"#, #"{"event":"result","id":"dogs-two","grade"#,
          #"{"event":"undone","id":"dogs-two"}"#, #"{"event":"error","message":"nothing to un"#,
          #"{"event":"end","asked":0,"right":0}"#,
        ].map { $0.prefix(40) })
  }

  @Test func `an answer before others of its card is due when the replay says`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    _ = try quiz(at: "10T10:00", input: "{\"grade\":4}\n")
    let again = try quiz(at: "05T10:00", ["--json", "--weak"], input: "{\"grade\":1}\n")
    let due = again.components(separatedBy: "\"due\":\"").dropFirst().first?.prefix(10) ?? ""
    let listed = try quiz(at: "05T10:01", ["--list", "--plain", "--practice"], input: "")
    let row = listed.split(separator: "\n").first { $0.hasPrefix("cats-one\ta\trecall\t") } ?? ""
    #expect(again.contains("cats-one") && row.contains("\t\(due)"))
  }

  @Test func `an interrupted session counts a card that comes again once`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let texts = try ["00", "02", "04"].map { try quiz(at: "01T10:\($0)", ["cats"], input: "\n1\nq\n") }
    #expect(texts[1].contains("resumed: 1 of 3 done") && texts[1].contains("Card 1 of 3 · a"))
    #expect(texts[2].contains("resumed: 1 of 3 done"))
    let rest = try quiz(at: "01T10:06", ["cats", "--json"], input: String(repeating: "{\"grade\":4}\n", count: 3))
    #expect(["one", "two", "three"].allSatisfy { rest.contains("\"id\":\"cats-\($0)\",\"grade\":4") })
  }

  @Test func `an interrupted session does not count a card that was suspended`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try quiz(at: "01T10:00", ["cats"], input: "\n4\nx\nq\n").contains("suspended; u takes it back"))
    let rest = try quiz(at: "01T10:02", ["cats"], input: "q\n")
    #expect(rest.contains("resumed: 1 of 2 done") && rest.contains("Card 2 of 2"))
  }

  @Test func `a session over other notes is not resumed`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    _ = try quiz(at: "01T10:00", input: "{\"grade\":4}\n")
    let other = try quiz("dogs", at: "01T10:01", [], input: "q\n")
    #expect(other.contains("Card 1 of 3") && !other.contains("resumed"))
    #expect(try quiz(at: "01T10:02", [], input: "q\n").contains("resumed: 1 of 3 done"))
  }

  @Test func `a log is taken in line by line as it was written, and what is no event is told of`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let lines = [
      #"{"v":1,"format":"mlnotes-reviews","machine":"zzzzzzzz"}"#,
      #"{"v":1,"i":"zzzzzzzz-2","t":1780000000000,"k":"z","c":"c1","deep":{"a":1}}"#,
      #"{"v":1,"i":"zzzzzzzz-3","t":1780000000001,"k":"r","c":"c1","g":3,"new":"field"}"#, "garbage", "{\"v\":1,",
    ]
    let text = lines.joined(separator: "\n")
    let outcome = try mlnotes("import", "reviews", "-", input: text)
    #expect(outcome.code == 0 && outcome.output == "added 2, 0 known\n")
    #expect(outcome.errors == "note: 2 lines of the review log are no events, first line 4 of '-'; they are left out\n")
    #expect(try log().hasSuffix("\n\(lines[1])\n\(lines[2])\n"))
    let later = try mlnotes("import", "reviews", "-", input: text.replacing("\"v\":1,\"i\"", with: "\"v\":2,\"i\""))
    #expect(later.code == 65 && later.errors.contains("newer mlnotes") && later.output.isEmpty)
  }

  @Test func `another machine's file of a later version locks nothing, however long the log is`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    _ = try quiz(at: "01T10:00", input: "{\"grade\":4}\n")
    let reviews = (1...1100).map { i in
      #"{"v":1,"i":"yyyyyyyy-\#(i)","t":\#(1_700_000_000_000 + i),"k":"r","c":"c\#(i % 9)","g":3,"ms":7}"# + "\n"
    }
    let folder = data.appending(path: "reviews")
    try Data(reviews.joined().utf8).write(to: folder.appending(path: "yyyyyyyy.jsonl"))
    try Data("{\"v\":2,\"format\":\"mlnotes-reviews\"}\n".utf8).write(to: folder.appending(path: "zzzzzzzz.jsonl"))
    for minute in ["01", "02"] {
      #expect(try quiz(at: "01T10:\(minute)", input: "{\"grade\":4}\n").contains(#""asked":1"#))
    }
  }

  @Test(arguments: [["quiz", "--forget", "cats-one"], ["memory", "fit"]])
  func `whatever adds to the log tells what it set aside`(arguments: [String]) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    _ = try quiz(at: "01T10:00", input: "{\"grade\":4}\n")
    let file = try #require(try logs().first)
    let reviews = (0..<400).map { i in
      let day = 1_700_000_000_000 + i / 2 * 3_600_000 + i % 2 * 86_400_000
      return #"{"v":1,"i":"yyyyyyyy-\#(i)","t":\#(day),"k":"r","c":"c\#(i / 2)","g":\#(i % 2 == 0 ? 3 : 1),"ms":7}"#
        + "\n"
    }
    let text = try String(contentsOf: file, encoding: .utf8) + reviews.joined() + #"{"v":1,"i":"#
    try Data(text.utf8).write(to: file)
    let notes = ["--notes", home.appending(path: "cats").path]
    let outcome = try Running.mlnotes(arguments + notes, in: home)
    #expect(outcome.code == 0 && outcome.errors.hasPrefix("note: 11 bytes at the end of '"))
  }

  @Test func `a history is complained of by its line in the file`() throws {
    let outcome = try mlnotes("memory", "replay", "-", input: "{\"steps\":[]}\n\n\n\n{\"x\":1}\n")
    #expect(outcome.code == 65 && outcome.errors == "error: -:5: no 'steps'\n")
  }
}
