/// What the links of many notes lead to, each target looked up once.
struct LinkTargets {
  /// A name that no note has is compared with the names of all: the first so many are.
  private static let mostSuggestions = 20

  private let library: Library
  private var sections: [Note.ID: Set<String>] = [:]
  private var known: [String: Known] = [:]

  /// What is known of a target that is no note's slug.
  enum Known {
    /// A title or alias of this note alone.
    case otherName(of: String)
    /// No name; perhaps this note is meant.
    case unknown(nearest: String?)
  }

  init(_ library: Library) {
    self.library = library
  }

  /// Whether a section of that name, as `Note.section(named:)` finds it, is in the note of a slug, or in `note` where
  /// the slug is empty.
  mutating func hasSection(_ name: String, in slug: String, from note: Note) -> Bool {
    guard let id = slug.isEmpty ? note.header.id : library.header(slug, in: note.language)?.id else { return false }
    if sections[id] == nil {
      sections[id] = (slug.isEmpty ? note : library.note(slug, in: note.language)).map(LinkTargets.names)
    }
    return sections[id]?.contains(name) == true || sections[id]?.contains(name.lowercased()) == true
  }

  private static func names(of note: Note) -> Set<String> {
    var names: Set<String> = []
    for section in note.sections {
      names.formUnion([section.anchor, section.anchor.lowercased(), section.title.lowercased()])
      if let number = section.number { names.insert(String(number)) }
    }
    return names
  }

  /// What is known of a target that is no note's slug; of more than the first few nothing.
  mutating func known(of name: String) -> Known {
    if let known = known[name] { return known }
    guard known.count < LinkTargets.mostSuggestions else { return .unknown(nearest: nil) }
    let named = library.slugs(named: name)
    let found =
      named.count == 1 ? Known.otherName(of: named[0]) : .unknown(nearest: library.nearest(to: name, limit: 1).first)
    known[name] = found
    return found
  }
}
