import Foundation
import Host
import Testing

@Suite struct FolderTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")

  private func path(_ name: String) -> String { root.appending(path: name).path }

  /// A folder with a file in it, one below it, and links to both.
  private func fill() throws {
    try FileManager.default.createDirectory(atPath: path("below"), withIntermediateDirectories: true)
    try Data().write(to: root.appending(path: "one.md"))
    try Data().write(to: root.appending(path: "below/two.md"))
    for (link, target) in [("linked.md", "one.md"), ("around.md", "below"), ("astray.md", "nowhere")] {
      try FileManager.default.createSymbolicLink(atPath: path(link), withDestinationPath: target)
    }
  }

  @Test func `files are those with the ending, whole or by a link`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try fill()
    try Data().write(to: root.appending(path: ".hidden.md"))
    try Data().write(to: root.appending(path: "one.txt"))
    #expect(
      try Folder.files(below: root.path, suffix: ".md") == ["astray.md", "below/two.md", "linked.md", "one.md"])
  }

  @Test func `a pipe is no file, by its own name or by a link`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try fill()
    try #require(unsafe mkfifo(path("pipe.md"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: path("conduit.md"), withDestinationPath: "pipe.md")
    try FileManager.default.createSymbolicLink(atPath: path("zero.md"), withDestinationPath: "/dev/zero")
    #expect(try Folder.files(below: root.path, suffix: ".md") == ["astray.md", "below/two.md", "linked.md", "one.md"])
    let names = Folder.entries(of: root.path, suffix: ".md")?.map(\.name)
    #expect(names == ["astray.md", "below", "linked.md", "one.md"])
  }

  @Test func `a file of the year 2400 has a state as any other`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try fill()
    let now = try #require(FileStatus(path("one.md"))?.modified)
    var times = [timespec(tv_sec: 13_569_465_600, tv_nsec: 0), timespec(tv_sec: 13_569_465_600, tv_nsec: 0)]
    try #require(unsafe utimensat(AT_FDCWD, path("one.md"), &times, 0) == 0)
    #expect(try #require(FileStatus(path("one.md"))).modified > now)
  }

  @Test func `an export follows a link`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try fill()
    try File.export(Array("first".utf8), to: path("linked.md"))
    #expect(try File.read(path("one.md")).elementsEqual("first".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("linked.md")) == "one.md")
    try File.export(Array("nothing".utf8), to: "/dev/null")
    #expect(throws: SystemError.self) { try File.write([], to: path("one.md"), isNew: true) }
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test(arguments: [0o600, 0o644, 0o660])
  func `an export leaves a file to whom it was, however long its name is`(permissions: Int) throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try fill()
    let name = String(repeating: "n", count: 255)
    try File.write(Array("first".utf8), to: path(name))
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(name))
    try File.export(Array("second".utf8), to: path(name))
    #expect(try File.read(path(name)).elementsEqual("second".utf8))
    #expect(try self.permissions(name) == permissions)
  }

  @Test func `a folder of the user's own is for nobody else`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try UserFolder.make(path("data/mlnotes"))
    #expect(try permissions("data") == 0o700 && permissions("data/mlnotes") == 0o700)
    let mask = umask(0o022)
    defer { umask(mask) }
    try UserFolder.make(path("Notes/topic"), isPrivate: false)
    #expect(try permissions("Notes/topic") == 0o755)
  }

  @Test func `a folder that is not there is said so`() {
    #expect(throws: SystemError.self) { try Folder.files(below: root.path, suffix: ".md") }
    #expect(Folder.entries(of: root.path, suffix: ".md") == nil)
  }
}
