import Catalog
import Host
import Notes
import Quiz
import Search
import Text

extension NoteSource {
  /// The cards without their texts: packed into the program, or from the cache of the folder.
  func roster(in language: Language, telling console: inout Console) throws(Failure) -> Roster {
    switch self {
    case .bundled:
      guard let roster = Roster(packed: BundledNotes.roster(inChinese: language == .chinese)) else {
        throw Failure(.bug, "the packed cards are damaged")
      }
      return roster
    case .folder(let root):
      let cache = RosterCache(of: root, language)
      if let roster = cache.stored() { return roster }
      let roster = Roster(of: try library(), in: language, origin: cache.origin ?? 0, by: .allCores)
      let moves = cache.earlier.map(roster.moves) ?? []
      // Where the memories cannot follow now, the earlier roster stays, so that they do later.
      if moves.isEmpty || (try? ReviewStore().relink(moves, telling: &console)) != nil { cache.store(roster) }
      return roster
    }
  }
}

/// The roster of a folder of notes, stored beside the other caches and good as long as no file changes.
struct RosterCache {
  private let path: String?
  /// All files with their states in one number; nil where one of them has just changed and might change again unseen.
  let origin: UInt64?

  init(of root: String, _ language: Language) {
    path = UserFolder.cache.map { "\($0)/\(IndexCache.name(of: Folder.canonical(root))).\(language.rawValue).cards" }
    origin = RosterCache.origin(of: root)
  }

  func stored() -> Roster? {
    guard let path, let origin, let words = WordMemory(path) else { return nil }
    return Roster(words, origin: origin)
  }

  /// The roster that was stored last, whatever became of the files since.
  var earlier: Roster? { path.flatMap(WordMemory.init).flatMap { Roster($0) } }

  /// Without an origin it is never read back as the present one, only as the earlier one.
  func store(_ roster: Roster) {
    guard let path, let folder = UserFolder.cache else { return }
    try? UserFolder.make(folder)
    try? File.replace(path, withWords: roster.words.array)
  }

  /// Changes with whatever makes the same files give another roster.
  private static let reading: UInt64 = 2

  private static func origin(of root: String) -> UInt64? {
    guard let folders = try? FolderLook(at: root).everything() else { return nil }
    var sum = reading
    for folder in folders {
      for file in folder.files ?? [] {
        guard file.stamp != .unknown else { return nil }
        // In any order: the files of a folder may be listed in another one.
        sum &+= (folder.path(of: file).stableHash ^ file.stamp.number) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    return sum
  }
}

extension WordMemory {
  /// A file of words; nil where there is none.
  init?(_ path: String) {
    guard let mapping = try? FileMapping(path), mapping.count % 8 == 0 else { return nil }
    unsafe self.init(start: mapping.start, byteCount: mapping.count, owner: mapping)
  }
}
