import Host
import Quiz

/// The ledger as it stood, stored beside the other caches as `….state.bin`. Only what came to the logs since is
/// replayed; without it, or where it does not fit the logs, everything is.
struct LedgerCache {
  /// So many events are replayed in less than a millisecond: nothing is stored for them.
  private static let few = 1000

  private let store: ReviewStore
  private let zone: Zone
  private let path: String?

  init(of store: ReviewStore, _ zone: Zone) {
    self.store = store
    self.zone = zone
    let name = store.folder.map(IndexCache.name)
    path = UserFolder.cache.flatMap { cache in name.map { "\(cache)/\($0).state.bin" } }
  }

  /// The ledger and the lines that it lacks, as they are no events: a damaged log has no stored ledger.
  func ledger() throws(Failure) -> (ledger: Ledger, damage: [Log.Damage]) {
    if let stored = continued() { return (stored, []) }
    let (log, files) = try store.read()
    let ledger = Ledger(replaying: log, zone: zone, by: .allCores)
    guard log.eventCount >= LedgerCache.few, log.damage.isEmpty else { return (ledger, log.damage(within: files)) }
    return (stored(ledger, Horizon(of: log, files: files)) ?? ledger, [])
  }

  /// From the stored ledger and what came to the files since; nil where that does not fit.
  private func continued() -> Ledger? {
    guard let path, let words = WordMemory(path), let snapshot = Snapshot(words, zone: zone),
      snapshot.horizon.files.map(\.name) == (try? store.paths())
    else { return nil }
    var log = Log()
    var files: [Horizon.File] = []
    for file in snapshot.horizon.files {
      guard let bytes = try? File.read(file.name, from: file.tailStart), let added = file.added(bytes) else {
        return nil
      }
      files.append(file.grown(to: bytes, lines: log.add(added, named: file.name)))
    }
    log.settle()
    guard let ledger = Ledger(snapshot, adding: log, zone: zone) else { return nil }
    guard log.eventCount >= LedgerCache.few else { return ledger }
    var horizon = snapshot.horizon
    horizon.advance(over: log, to: files)
    return stored(ledger, horizon) ?? ledger
  }

  /// Stores a ledger where that can be done; gives it back as the next start finds it, whose changes cost less.
  private func stored(_ ledger: Ledger, _ horizon: Horizon) -> Ledger? {
    guard let snapshot = Snapshot(of: ledger, horizon: horizon) else { return nil }
    if let path, let folder = UserFolder.cache {
      try? UserFolder.make(folder)
      try? File.replace(path, withWords: snapshot.words.array)
    }
    return Ledger(snapshot, adding: Log(), zone: zone)
  }
}
