package import Catalog

extension Index {
  /// The encoded index of some files. Each is parsed once and let go; what is held is the files and the index.
  package static func encoded(_ files: [Library.File]) -> ContiguousArray<UInt8> {
    Grouping(of: files).draft().encoded()
  }
}

/// Files in the order of the notes they hold, by slug and language, as `Library` names them.
struct Grouping {
  private let files: [Library.File]
  /// Indices of `files`; English before Chinese in each group.
  private(set) var groups: [(slug: String, files: [Int])] = []
  /// Whether two files have the same slug and language, so that one is named by its path.
  private(set) var hasConflict = false

  init(of files: [Library.File]) {
    self.files = files
    var taken: Set<Note.ID> = []
    var named: [(id: Note.ID, file: Int)] = []
    for i in files.indices.sorted(by: { files[$0].path < files[$1].path }) {
      var id = Note.ID(of: files[i].bytes, path: files[i].path)
      if !taken.insert(id).inserted {
        hasConflict = true
        id.slug = files[i].path.replacing(".md", with: "").replacing("/", with: "-")
        taken.insert(id)
      }
      named.append((id, i))
    }
    named.sort { ($0.id.slug, $0.id.language.rawValue) < ($1.id.slug, $1.id.language.rawValue) }
    for (id, file) in named {
      if groups.last?.slug == id.slug {
        groups[groups.count - 1].files.append(file)
      } else {
        groups.append((id.slug, [file]))
      }
    }
  }

  func draft() -> Draft {
    var draft = Draft()
    for group in groups { draft.add(notes(of: group)) }
    return draft
  }

  /// The entry of each path.
  var entries: [String: Int] {
    var entries: [String: Int] = [:]
    for (entry, group) in groups.enumerated() {
      for file in group.files { entries[files[file].path] = entry }
    }
    return entries
  }

  private func notes(of group: (slug: String, files: [Int])) -> [Note] {
    group.files.map { i in
      var note = Note(parsing: files[i].bytes, path: files[i].path)
      note.header.id.slug = group.slug
      return note
    }
  }
}
