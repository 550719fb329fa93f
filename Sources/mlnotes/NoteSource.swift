import Catalog
import Host
import Notes
import Text

/// Where the notes of this call come from.
enum NoteSource: Sendable, Equatable {
  case folder(String)
  case bundled

  /// The first that is given: `--notes`, `MLNOTES_DIR`, a folder `Notes` here or in a parent that holds a note with
  /// `slug:` front matter, the notes in the program.
  init(for invocation: Invocation) throws(Failure) {
    if let path = invocation.text(.notes) ?? Environment.value("MLNOTES_DIR") {
      guard Folder.exists(path) else {
        throw Failure(.noInput, "no folder '\(path)'", hint: "--notes and MLNOTES_DIR name a folder of Markdown files")
      }
      self = .folder(path)
    } else if let path = NoteSource.folderAbove(Folder.current) {
      self = .folder(path)
    } else {
      self = .bundled
    }
  }

  /// The notes' files with their bytes. One that vanished since the folder was listed, or may not be read, is not worth
  /// failing for.
  func files() throws(Failure) -> [Library.File] { try read().files }

  /// The notes' files, and those that cannot be read, each as a problem.
  func read() throws(Failure) -> (files: [Library.File], unreadable: [Problem]) {
    guard case .folder(let root) = self else { return (NoteSource.bundledFiles, []) }
    do throws(SystemError) {
      var files: [Library.File] = []
      var unreadable: [Problem] = []
      for path in try Folder.files(below: root, suffix: ".md") {
        do throws(SystemError) { files.append((path, try File.readText("\(root)/\(path)"))) } catch {
          unreadable.append(Problem(path: path, line: 1, column: 1, message: "cannot be read: \(error.reason)"))
        }
      }
      return (files, unreadable)
    } catch {
      throw Failure(.cannotRead, "cannot read the folder '\(error.path)': \(error.reason)")
    }
  }

  /// The bytes of one file; nil where it cannot be read.
  func text(of path: String) -> ContiguousArray<UInt8>? {
    switch self {
    case .folder(let root): try? File.readText("\(root)/\(path)")
    case .bundled: BundledNotes.files.first { $0.path == path }?.bytes
    }
  }

  func library() throws(Failure) -> Library { Library(files: try files()) }

  /// The one note that a name means, with the library that has it.
  func note(named name: String) throws(Failure) -> (slug: String, library: Library, source: NoteSource) {
    let (library, source) = try library(for: name)
    return (try NoteOperand.slug(name, in: library), library, source)
  }

  /// The library to look a name up in: this one, or the bundled one where only that has a note so named.
  private func library(for name: String) throws(Failure) -> (library: Library, source: NoteSource) {
    let own = try library()
    guard self != .bundled, own.slugs(named: name).isEmpty else { return (own, self) }
    let bundled = try NoteSource.bundled.library()
    return bundled.slugs(named: name).isEmpty ? (own, self) : (bundled, .bundled)
  }

  static let bundledFiles: [Library.File] = BundledNotes.files.map { ($0.path, $0.bytes) }

  /// How a message names the place.
  var description: String {
    switch self {
    case .folder(let path): path
    case .bundled: "the bundled notes"
    }
  }

  /// The folder with a slash, as seen from where the program was started; empty for the bundled notes.
  var place: String {
    guard case .folder(let path) = self else { return "" }
    let here = Folder.current
    if path == here || path == "." { return "" }
    let isBelow = path.hasPrefix(here + "/")
    return (isBelow ? String(path.dropFirst(here.count + 1)) : path) + (path.hasSuffix("/") ? "" : "/")
  }

  private static func folderAbove(_ start: String) -> String? {
    var path = start
    while true {
      let candidate = path == "/" ? "/Notes" : "\(path)/Notes"
      if Folder.exists(candidate), holdsNotes(candidate) { return candidate }
      guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  private static func holdsNotes(_ folder: String) -> Bool {
    guard let files = try? Folder.files(below: folder, suffix: ".md") else { return false }
    return files.contains { path in
      guard let bytes = try? File.read("\(folder)/\(path)", from: 0, to: longestFrontMatter) else { return false }
      return FrontMatter(parsing: bytes)["slug"] != nil
    }
  }

  /// Bytes of a file in which its slug is looked for: any folder named `Notes` above is gone through.
  private static let longestFrontMatter = 1 << 14
}
