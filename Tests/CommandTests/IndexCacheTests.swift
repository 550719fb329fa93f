import Foundation
import Host
import Testing

/// What is stored of a folder of notes, and what keeps it from being stored.
@Suite struct IndexCacheTests {
  @Test func `an index that cannot be stored leaves the update of the stored one where it is`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    for i in 0..<20 { try write("n\(i).md", "# Note \(i)\n\nentropy\n") }
    #expect(try Running.mlnotes("search", "entropy", "--notes", ".", in: folder).code == 0)
    try write("n7.md", "# Note 7\n\nquokka\n")
    #expect(try Running.mlnotes("search", "quokka", "--notes", ".", in: folder).code == 0)
    let cache = folder.appending(path: ".cache/mlnotes").path
    let index = try #require(try FileManager.default.contentsOfDirectory(atPath: cache).first { $0.hasSuffix(".idx") })
    let update = "\(cache)/\(index).new"
    #expect(FileManager.default.fileExists(atPath: update))
    let lock = try #require(try FileLock("\(cache)/\(index).lock"))
    try withExtendedLifetime(lock) { () throws in
      #expect(try Running.mlnotes("index", "--rebuild", "--notes", ".", in: folder).code == 0)
      #expect(FileManager.default.fileExists(atPath: update))
    }
    #expect(try Running.mlnotes("search", "quokka", "--plain", "--notes", ".", in: folder).output.hasPrefix("n7\t"))
  }

  @Test func `an index that is stored anew has no update`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (file, text) in [("a.md", "# A\n\nentropy\n"), ("b.md", "# B\n\nquokka\n")] {
      try Data(text.utf8).write(to: folder.appending(path: file))
      #expect(try Running.mlnotes("search", "entropy", "--notes", ".", in: folder).code == 0)
    }
    #expect(try Running.mlnotes("index", "--rebuild", "--notes", ".", in: folder).code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".cache/mlnotes").path)
    #expect(files.contains { $0.hasSuffix(".idx") } && !files.contains { $0.hasSuffix(".new") })
  }
}
