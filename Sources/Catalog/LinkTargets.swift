/// What the links of many notes lead to, each target looked up once.
struct LinkTargets {
  /// A name that no note has is compared with the names of all: the first so many are.
  private static let mostSuggestions = 20

  private let library: Library
  private var sections: [Note.ID: Set<String>] = [:]
  private var nearest: [String: String?] = [:]

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

  /// The note whose name is most like one that no note has.
  mutating func suggestion(for name: String) -> String? {
    if let known = nearest[name] { return known }
    guard nearest.count < LinkTargets.mostSuggestions else { return nil }
    let found = library.nearest(to: name, limit: 1).first.map { "'\($0)' exists" }
    nearest[name] = .some(found)
    return found
  }
}
