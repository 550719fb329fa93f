import Catalog
import Quiz

/// The cards that operands name, and where they are.
struct NamedCards {
  let source: NoteSource
  let roster: Roster
  /// The notes all of whose cards are meant.
  private(set) var slugs: Set<String> = []
  /// The numbers of the cards of single sections.
  private(set) var cards: Set<Int> = []
  private(set) var standIn: StandIn?

  /// In the folder, or where it has none of these names in the bundled notes.
  init(_ operands: [String], in source: NoteSource, _ console: inout Console) throws(Failure) {
    do throws(Failure) {
      try self.init(operands, all: source, &console)
    } catch {
      guard error.code == .noInput, source != .bundled,
        let bundled = try? NamedCards(operands, all: .bundled, &console)
      else { throw error }
      self = bundled
      standIn = StandIn(for: source, lacking: operands, in: console.language)
    }
  }

  private init(_ operands: [String], all source: NoteSource, _ console: inout Console) throws(Failure) {
    self.source = source
    roster = try source.roster(in: console.language, telling: &console)
    let topics = Set(roster.notes.map(\.topic)).sorted()
    var library: Library?
    for operand in operands {
      if let topic = TopicOperand.find(operand, among: topics) {
        slugs.formUnion(roster.notes.filter { $0.topic == topic.slug }.map(\.slug))
      } else {
        if library == nil { library = try source.library() }
        do throws(Failure) {
          if let library { try add(note: operand, in: library, console.language) }
        } catch {
          guard error.code == .noInput,
            let near = TopicOperand.near(operand, among: topics)
          else { throw error }
          throw Failure(.noInput, "no note or topic named '\(operand)'; did you mean '\(near)'?", hint: error.hint)
        }
      }
    }
  }

  /// The cards of a note or of one of its sections, in a library that the roster was made from.
  init(
    ofNote operand: String, in library: Library, _ roster: Roster, _ source: NoteSource, _ language: Language
  ) throws(Failure) {
    (self.source, self.roster) = (source, roster)
    try add(note: operand, in: library, language)
  }

  /// All that are meant, by their numbers.
  var numbers: [Int] { (0..<roster.count).filter { cards.contains($0) || slugs.contains(roster.slug(of: $0)) } }

  private mutating func add(note operand: String, in library: Library, _ language: Language) throws(Failure) {
    guard case .note(let name, let sectionName) = NoteOperand(operand) else {
      slugs.insert(try NoteOperand.slug(operand, in: library))
      return
    }
    let (slug, section) = try NoteOperand.found(name, sectionName) { name throws(Failure) in
      try NoteOperand.slug(name, in: library)
    }
    guard let section, let note = library.note(slug, in: language) else {
      slugs.insert(slug)
      return
    }
    let branch = note.branch(of: try NoteOperand.section(section, of: note, in: library))
    if branch.count == note.sections.count || branch.contains(where: \.isQuiz) {
      slugs.insert(slug)
    } else {
      cards.formUnion(Deck(of: library, roster, in: language).numbers(of: slug, explainedBy: branch))
    }
  }
}
