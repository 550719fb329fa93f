import Catalog
import Host
import Markdown
import Screen

/// What an operand names: a note of the library and perhaps a section, a file, or standard input.
enum NoteOperand {
  case note(name: String, section: String?)
  case file(String)
  case standardInput

  /// With `/` in it or ending in `.md` it is a file, `-` is standard input; else a slug, title or alias in either
  /// language, perhaps followed by `#` and a section.
  init(_ text: String) {
    if text == "-" {
      self = .standardInput
    } else if text.contains("/") || text.hasSuffix(".md") || text.hasSuffix(".markdown") {
      self = .file(text)
    } else {
      let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      self = .note(name: parts.first ?? "", section: parts.count > 1 ? parts[1] : nil)
    }
  }

  /// What the name of a note leads to, and the section behind it. The name itself may hold a `#`: `C#`.
  static func found<Found>(
    _ name: String, _ section: String?, by find: (String) throws(Failure) -> Found
  ) throws(Failure) -> (found: Found, section: String?) {
    do throws(Failure) { return (try find(name), section) } catch {
      guard let section, let whole = try? find("\(name)#\(section)") else { throw error }
      return (whole, nil)
    }
  }

  /// The one slug that a name means.
  static func slug(_ name: String, in library: Library) throws(Failure) -> String {
    guard !name.isEmpty else {
      throw Failure(.usage, "the name of the note is empty", hint: "'mlnotes list' shows what there is")
    }
    let slugs = library.slugs(named: name)
    if slugs.count == 1 { return slugs[0] }
    if slugs.count > 1 {
      throw Failure(
        .noInput, "'\(name)' names several notes: \(slugs.joined(separator: ", "))", hint: "name one of them")
    }
    let near = library.nearest(to: name).map { "'\($0)'" }.joined(separator: " or ")
    let topic = TopicOperand.find(name, among: library.topics)
    let search = "mlnotes search \(name.hasPrefix("-") ? "-- " : "")\(name.shellWord)"
    throw Failure(
      .noInput, "no note named '\(name)'" + (near.isEmpty ? "" : "; did you mean \(near)?"),
      hint: topic.map { "mlnotes list \($0.slug.shellWord)".quotedCommand + " lists the notes on that topic" }
        ?? search.quotedCommand + " looks inside the notes")
  }

  /// The section of a note by anchor, number or title, or by those of its translation where that has as many sections;
  /// else the only one whose heading has the words.
  static func section(_ name: String, of note: Note, or translation: () -> Note?) throws(Failure) -> Section {
    if let section = note.section(named: name) { return section }
    let other = translation()
    if let other, let section = other.section(named: name).flatMap({ note.counterpart(of: $0, in: other) }) {
      return section
    }
    var near = note.sections(holding: name)
    if near.isEmpty, let other {
      near = other.sections(holding: name).compactMap { note.counterpart(of: $0, in: other) }
    }
    if near.count == 1 { return near[0] }
    let names = near.prefix(mostSections).map { "'\(note.slug)#\($0.anchor)'" }.joined(separator: " or ")
    throw Failure(
      .noInput, "no section '\(name)' in '\(note.slug)'" + (names.isEmpty ? "" : "; did you mean \(names)?"),
      hint: "mlnotes show \(note.slug.shellWord) --toc".quotedCommand + " lists the sections")
  }

  /// The same where the translation is of the same library.
  static func section(_ name: String, of note: Note, in library: Library) throws(Failure) -> Section {
    try section(name, of: note) { library.note(note.slug, in: note.language.other) }
  }

  /// How many sections are named that may have been meant.
  private static let mostSections = 4

  /// The bytes of a file or of standard input (`-`).
  static func bytes(of path: String) throws(Failure) -> ContiguousArray<UInt8> {
    do throws(SystemError) {
      return path == "-" ? try File.readStandardInput(atMost: Document.mostBytes) : try File.readText(path)
    } catch {
      if error.isTooLarge {
        throw Failure(.unusableData, "'\(path)' is larger than a gigabyte", hint: "split it")
      }
      throw Failure(error.isMissingFile ? .noInput : .cannotRead, "cannot read '\(path)': \(error.reason)")
    }
  }
}
