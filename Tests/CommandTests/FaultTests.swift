import Foundation
import Testing

/// What a full disk, a closed output or a slow reader leaves behind.
@Suite struct FaultTests {
  private let home = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  /// Runs a line of the shell in which `$M` is the program.
  private func shell(_ line: String) throws -> Int32 {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let process = Running.process(["-c", line], environment: ["M": Running.path], in: home)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: home.appending(path: name), encoding: .utf8)
  }

  @Test func `no message gets into the log where standard output and error are closed`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let answer = "{\"grade\":4}\n"
    _ = try Running.mlnotes("quiz", "gan", "--json", "-n", "1", input: answer, in: home)
    let folder = home.appending(path: ".local/share/mlnotes/reviews")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".jsonl") })
    _ = try shell("printf torn >> '\(folder.path)/\(name)'; $M quiz --forget gan >&- 2>&-")
    let log = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    #expect(log.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") }, "\(log)")
  }

  @Test func `a quiz without standard input has no answers, and one from a folder cannot be read`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try shell("$M quiz -n 1 <&- 2> errors") == 0)
    #expect(try shell("$M quiz -n 1 --json <&- 2>> errors") == 0)
    #expect(try text("errors").isEmpty)
    #expect(try shell("$M quiz -n 1 < / 2> errors") == 74)
    #expect(try text("errors").contains("cannot read standard input"))
  }

  @Test func `a note is started whole or not at all on a full disk`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try shell("mkdir notes; (ulimit -f 0; $M new foo --notes notes)") == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.appending(path: "notes").path).isEmpty)
    #expect(try shell("$M new foo --notes notes") == 0)
  }

  @Test func `an export that fails leaves what was there, and nothing beside it`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try shell("mkdir out; echo old > out/cards.txt; (ulimit -f 0; $M export anki out/cards.txt)") == 73)
    #expect(try text("out/cards.txt") == "old\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.appending(path: "out").path) == ["cards.txt"])
  }

  @Test(.timeLimit(.minutes(1))) func `each formula of a batch is answered before the next is asked for`() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let process = Running.process(["math", "--batch", "--to", "line"], environment: [:], in: home)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for letter in ["x", "y"] {
      input.fileHandleForWriting.write(Data("{\"id\":1,\"tex\":\"\(letter)^2\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.contains("\(letter)²"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
