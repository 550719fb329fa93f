package import Catalog

/// One fact and how it is asked. Both languages of a note share the card's identity, and so its memory.
package struct Card: Sendable, Hashable {
  /// How a card asks; the names are those of `--kind` and of the log.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case recall, cloze, formula, choice, truth, order, number, typed
    // Made from marked structures.
    case term, equation, mutation, cell, steps, output

    /// Whether it is asked only when `--kind` names it. Of 200 generated questions that fresh eyes read, those of these
    /// kinds were too often answered from a clue, or in a second order that is right as well; table cells and the
    /// output of programs that can be worked out were good.
    package var isOnRequest: Bool { [.term, .equation, .mutation, .steps].contains(self) }
  }

  /// What counts as right.
  package enum Key: Sendable, Hashable {
    /// The reader judges.
    case open
    /// Any of these, by `TypedAnswer`.
    case text([String])
    case formula(String)
    case number(Double)
    /// Markdown options in the order of the source, and which is right.
    case choice([String], right: Int)
    case truth(Bool)
    /// Markdown steps in the right order.
    case order([String])

    /// What is right where the options of the card are not shown.
    var typed: Key {
      switch self {
      case .choice(let options, let right): .text([options[right]])
      case .truth, .order: .open
      case .open, .text, .formula, .number: self
      }
    }
  }

  package var id: String
  package var slug: String
  package var language: Language
  package var kind: Kind
  /// Markdown.
  package var stem: String
  /// Markdown: the answer and what explains it.
  package var answer: String
  package var key: Key
  /// Other answers that are right.
  package var also: [String] = []
  /// How far a number may be off.
  package var tolerance: Double?
  package var hint: String?
  /// The section that explains it, by its anchor, where the card says so.
  package var section: String?
  /// Where it stands in the note, in bytes.
  package var offset: Int
  /// Cards of one group give each other away and are not asked on the same day.
  package var group: String
  package var isGenerated = false

  /// Whether the name of its note is the answer, which stays hidden until the card is answered.
  package var asksForItsNote: Bool { kind == .term }
}
