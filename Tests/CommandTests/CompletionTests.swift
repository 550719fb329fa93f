import Foundation
import Testing

@testable import mlnotes

/// What the shell itself offers; the names of notes are asked of the program.
@Suite struct CompletionTests {
  @Test(arguments: [
    (["--lang", "=", "zh", "list", "--so"], ["--sort"]), (["--lang", "zh", "list", "--so"], ["--sort"]),
    (["show", "--lang", "=", "z"], ["zh"]), (["show", "--lang", "="], ["en", "zh", "both"]),
    (["export", "a"], ["anki"]), (["export", "anki", "l."], ["l.md"]), (["memory", "--lang", "zh", "f"], ["fit"]),
    (["memory", "fit", "l."], ["l.md"]), (["render", "-", "l."], ["l.md"]), (["completions", "z"], ["zsh"]),
    (["export", "anki", "a"], ["a b.md"]), (["import", "csv", "a"], ["a b.md"]), (["--notes", "m"], ["m n"]),
    (["quiz", "--kind", "cl"], ["cloze"]), (["quiz", "--kind", "cloze,n"], ["cloze,number"]),
  ])
  func `bash completes by the place of a word, and splits at an equals sign`(words: [String], found: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "l.md"))
    try Data().write(to: folder.appending(path: "a b.md"))
    try FileManager.default.createDirectory(at: folder.appending(path: "m n"), withIntermediateDirectories: true)
    let script = """
      COMP_WORDS=(mlnotes "$@"); COMP_CWORD=$#; _mlnotes; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let bash = Foundation.Process()
    let output = Pipe()
    bash.executableURL = URL(filePath: "/usr/bin/env")
    bash.arguments = ["bash", "--norc", "-c", Completions.script(for: .bash) + script, "bash"] + words
    bash.currentDirectoryURL = folder
    bash.standardOutput = output
    try bash.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    bash.waitUntilExit()
    #expect(text.split(separator: "\n").map(String.init) == found)
  }
}
