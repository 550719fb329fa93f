import Markdown
import Text

extension Check {
  /// A text is UTF-8 and says something; in a note with a `slug` each section does.
  static let textProblems: NoteRule = { note, _ in
    var problems: [Problem] = []
    if let offset = note.source.firstInvalidByte {
      problems.append(note.problem(.error, at: offset, "the text is not UTF-8 here"))
    }
    let document = note.document
    let blocks = document.children(of: document.root).filter { document.kind(of: $0) != .frontMatter }
    if blocks.isEmpty {
      problems.append(Problem(.warning, path: note.path, line: 1, column: 1, message: "the note is empty"))
    }
    guard note.isDeclared else { return problems }
    for (i, section) in note.sections.enumerated() where isEmpty(section, in: note) {
      // A section of sections needs no text of its own.
      if i + 1 < note.sections.count, note.sections[i + 1].level > section.level { continue }
      let start = document.range(of: section.heading).lowerBound
      problems.append(note.problem(.warning, at: start, "the section '\(section.title)' is empty"))
    }
    return problems
  }

  /// Whether nothing but comments stands between a heading and the next one.
  private static func isEmpty(_ section: Section, in note: Note) -> Bool {
    section.blocks.allSatisfy { block in
      note.document.kind(of: block) == .htmlBlock && note.document.literalWithoutComments(of: block).isEmpty
    }
  }
}

extension ContiguousArray<UInt8> {
  /// Where the bytes stop being UTF-8; nil where they are.
  fileprivate var firstInvalidByte: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
