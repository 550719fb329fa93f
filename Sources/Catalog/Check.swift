import Markdown
package import Text

/// Finds mistakes in notes: each rule in a file of its own, all of them in one list here.
package struct Check: Sendable {
  /// A rule on one note.
  typealias NoteRule = @Sendable (Note, Library) -> [Problem]

  private static let noteRules: [NoteRule] = [
    frontMatterProblems, textProblems, formulaProblems, diagramProblems, codeProblems, citationProblems,
  ]

  private let library: Library
  /// What is wrong with a note's quiz cards, and with those of several notes together; the Quiz floor knows.
  private let cardProblems: @Sendable (Note) -> [Problem]
  private let cardProblemsAmong: @Sendable ([Note]) -> [Problem]
  /// The ids that the author of a note gave its cards, in order.
  private let cardIDs: @Sendable (Note) -> [String]

  package init(
    _ library: Library, cardProblems: @escaping @Sendable (Note) -> [Problem],
    cardProblemsAmong: @escaping @Sendable ([Note]) -> [Problem] = { _ in [] },
    cardIDs: @escaping @Sendable (Note) -> [String] = { _ in [] }
  ) {
    self.library = library
    self.cardProblems = cardProblems
    self.cardProblemsAmong = cardProblemsAmong
    self.cardIDs = cardIDs
  }

  /// The problems of notes, of each by their places.
  package func problems(in notes: [Note]) -> [Problem] {
    var targets = LinkTargets(library)
    return notes.flatMap { note in
      let note = note.placed
      let links = Check.linkProblems(note, library, &targets)
      let found = Check.noteRules.flatMap { $0(note, library) } + links + cardProblems(note)
      return found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
  }

  /// What is wrong among the notes: languages that differ, prerequisites in a circle, names and cards' ids that two
  /// notes claim.
  package func problemsAmongNotes() -> [Problem] {
    let notes = library.notes
    return Check.pairProblems(notes, cardIDs: cardIDs) + Check.cycleProblems(library) + Check.nameProblems(library)
      + cardProblemsAmong(notes.map(\.placed))
  }
}

extension Note {
  /// A problem at a byte of the note.
  func problem(_ severity: Problem.Severity, at offset: Int, _ message: String, hint: String? = nil) -> Problem {
    let place = place(of: offset)
    return Problem(severity, path: self.path, line: place.line, column: place.column, message: message, hint: hint)
  }

  /// The note with its places at hand.
  fileprivate var placed: Note {
    var note = self
    note.places = Places(source)
    return note
  }

  /// Whether the note says what it is: only such notes are held to the rules of ours.
  var isDeclared: Bool { FrontMatter(parsing: document.source)["slug"] != nil }
}
