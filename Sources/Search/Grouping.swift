import Catalog
import Synchronization
import Text

/// Files in the order of the notes they hold, by slug and language, as `Library` names them.
struct Grouping: Sendable {
  typealias Reading = @Sendable (String) -> ContiguousArray<UInt8>?

  /// A file that could be read.
  private struct File: Sendable {
    var path: String
    var id: Note.ID
    var size: Int
    /// How long it takes to read, as so many bytes of plain text.
    var work: Int
    var text: KeptText
  }

  /// The text of a file until it is asked for, once; nil where there was no room to keep it.
  private final class KeptText: Sendable {
    private let text: Mutex<ContiguousArray<UInt8>?>

    init(_ text: ContiguousArray<UInt8>?) { self.text = Mutex(text) }

    func take() -> ContiguousArray<UInt8>? {
      text.withLock { text in
        defer { text = nil }
        return text
      }
    }
  }

  private let files: [File]
  private let read: Reading
  private let workforce: Workforce
  /// Indices of `files`; English before Chinese in each group.
  private(set) var groups: [(slug: String, files: [Int])] = []
  /// Whether two files have the same slug and language, so that one is named by its path, or the same path.
  private(set) var hasConflict = false

  /// Reads the files once, a second time only those for which there is no room among the bytes of text that are kept.
  init(
    of paths: [String], by workforce: Workforce = .alone, keeping most: Int = 160 << 20,
    reading read: @escaping Reading
  ) {
    self.read = read
    self.workforce = workforce
    files = Grouping.files(paths, workforce, most, read)
    var taken: Set<Note.ID> = []
    var named: [(id: Note.ID, file: Int)] = []
    taken.reserveCapacity(files.count)
    named.reserveCapacity(files.count)
    var last: String?
    for i in files.indices.sorted(by: { files[$0].path < files[$1].path }) {
      // Two names that differ only in how an accent is encoded are one to whoever compares strings.
      if files[i].path == last { hasConflict = true }
      last = files[i].path
      let id = taken.take(files[i].id, of: files[i].path)
      if id != files[i].id { hasConflict = true }
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

  /// The notes in portions of neighbouring slugs, of which not all are made at once.
  func portions() -> [Portion] {
    let least = (files.count + Grouping.mostInPortion - 1) / Grouping.mostInPortion
    let count = files.count < 32 ? 1 : (least + workforce.count - 1) / workforce.count * workforce.count
    let numbers = numbers
    let bounds = bounds(ofPieces: count)
    let runs = stride(from: 0, to: count, by: 2).map { Run(bounds[$0]..<bounds[min($0 + 2, count)]) }
    return workforce.map(count) { piece in
      let size = groups[bounds[piece]..<bounds[piece + 1]].reduce(0) { $1.files.reduce($0) { $0 + files[$1].size } }
      let isBackwards = piece % 2 == 1
      var reader = NoteReader(.all)
      var draft = Draft(
        of: numbers, expecting: min(size, Grouping.mostExpected), isBackwards: isBackwards, scope: .all)
      while let group = runs[piece / 2].next(isBackwards: isBackwards) {
        draft.add(EntryReading(of: notes(of: groups[group]), by: &reader, entries: numbers), as: group)
      }
      return draft.finished()
    }
  }

  /// Bytes, all told.
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// What all entries say, to make portions of it as often as is needed; all of it is kept until then.
  func readings(_ scope: Scope) -> [EntryReading] {
    let numbers = numbers
    let count = (groups.count + Grouping.piece - 1) / Grouping.piece
    return workforce.map(count) { piece in
      var reader = NoteReader(scope)
      return groups[piece * Grouping.piece..<min(groups.count, (piece + 1) * Grouping.piece)].map { group in
        EntryReading(of: notes(of: group), by: &reader, entries: numbers)
      }
    }.flatMap { $0 }
  }

  /// Portions of what entries say.
  func portions(of readings: [EntryReading], _ scope: Scope) -> [Portion] {
    let numbers = numbers
    let count = min(workforce.count, max(1, readings.count))
    return workforce.map(count) { piece in
      var draft = Draft(of: numbers, expecting: 0, scope: scope)
      for entry in readings.count * piece / count..<readings.count * (piece + 1) / count {
        draft.add(readings[entry], as: entry)
      }
      return draft.finished()
    }
  }

  /// The number of each slug's entry.
  private var numbers: [String: Int] {
    Dictionary(groups.enumerated().map { ($1.slug, $0) }) { first, _ in first }
  }

  /// Where pieces that are about as much work begin and end among the groups. A file weighs its work and as much as the
  /// mean, so that no piece has more than about twice the mean number of files.
  private func bounds(ofPieces count: Int) -> [Int] {
    let whole = files.reduce(0) { $0 + $1.work }
    let mean = whole / max(1, files.count) + 1
    let share = (whole + mean * files.count) / count
    var bounds = [0]
    var weight = 0
    for (i, group) in groups.enumerated() {
      let next = group.files.reduce(weight) { $0 + files[$1].work + mean }
      // A group belongs to the piece in which its middle lies.
      if (weight + next) / 2 >= share * bounds.count, bounds.count < count { bounds.append(i) }
      weight = next
    }
    while bounds.count <= count { bounds.append(groups.count) }
    return bounds
  }

  /// The number of each path's entry.
  var entries: [String: Int] {
    var entries: [String: Int] = [:]
    for (entry, group) in groups.enumerated() {
      for file in group.files { entries[files[file].path] = entry }
    }
    return entries
  }

  private func notes(of group: (slug: String, files: [Int])) -> [Note] {
    group.files.map { i in
      var note = Note(parsing: files[i].text.take() ?? read(files[i].path) ?? [], path: files[i].path)
      note.header.id.slug = group.slug
      return note
    }
  }

  /// Reads what each file is named by, and keeps the texts as far as there is room.
  private static func files(_ paths: [String], _ workforce: Workforce, _ most: Int, _ read: Reading) -> [File] {
    let pieces = (paths.count + piece - 1) / piece
    let room = Atomic(most)
    return workforce.map(pieces) { i in
      paths[i * piece..<min(paths.count, (i + 1) * piece)].compactMap { path -> File? in
        guard let text = read(path) else { return nil }
        let isKept = room.subtract(text.count, ordering: .relaxed).newValue >= 0
        if !isKept { room.add(text.count, ordering: .relaxed) }
        let keptText = KeptText(isKept ? text : nil)
        let id = Note.ID(of: text, path: path)
        return File(path: path, id: id, size: text.count, work: work(on: text), text: keptText)
      }
    }.flatMap { $0 }
  }

  /// A formula takes as long as some fifty bytes of text, half of which each of its dollars stands for; a look at every
  /// eighth byte tells how many there are.
  private static func work(on text: ContiguousArray<UInt8>) -> Int {
    let places = stride(from: 0, to: text.count, by: 8)
    return text.count + places.reduce(0) { $0 + (text[$1] == UInt8(ascii: "$") ? 8 * 24 : 0) }
  }

  /// How many files one worker reads at a time: few, as all wait for the last.
  private static let piece = 4
  /// How many files make a portion, at most about twice as many: what a portion needs while it is made grows with them.
  private static let mostInPortion = 12500
  /// The bytes of text of which a portion expects new terms; behind them most are known.
  private static let mostExpected = 1 << 20
}
