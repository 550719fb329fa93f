package import Text

extension FolderIndex {
  /// Makes the index of all files of a folder for a single query, to be stored nowhere: it has all names, but no other
  /// terms of the notes than the query asks for.
  ///
  /// A query asks for other words than its own and their translations, as those of the title of a note that it names:
  /// these are a first guess, and it is put again until it asks for nothing that is not there. What the notes say is kept
  /// until then; of a folder with more than so many bytes of text all is indexed, which takes less room.
  package init(
    of folders: [Manifest.Folder], for query: Query, by workforce: Workforce = .alone, keeping most: Int = 32 << 20,
    reading read: @escaping @Sendable (String) -> ContiguousArray<UInt8>?
  ) throws(Problem) {
    let grouping = Grouping(of: Manifest.paths(of: folders), by: workforce, reading: read)
    let manifest = Manifest(of: folders, grouping)
    guard grouping.size <= most else {
      let bytes = Portion.encoded(grouping.portions(), manifest, by: workforce)
      try self.init(base: Bytes(bytes), update: nil, isChecked: false)
      return
    }
    var scope = Scope(of: query)
    let readings = grouping.readings(scope)
    var words = Expansion(of: query).starts
    for _ in 0..<FolderIndex.mostRounds {
      scope.words = words
      // Few terms are put together sooner than threads are started.
      let portions = grouping.portions(of: readings, scope)
      let segment = try Segment(
        decoding: Bytes(Portion.encoded(portions, manifest)), isChecked: false, words: words)
      _ = Index(segment).answer(to: query)
      guard let lacking = segment.asked?.more else {
        try self.init(base: segment, update: nil, isChecked: false)
        return
      }
      if lacking.isAll { break }
      words = lacking.words
    }
    scope.words = nil
    let bytes = Portion.encoded(grouping.portions(of: readings, scope), manifest, by: workforce)
    try self.init(base: Bytes(bytes), update: nil, isChecked: false)
  }

  private static let mostRounds = 5
}
