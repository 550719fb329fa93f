import Host
import Quiz

/// The folder of the review log: one file a machine, read as a union.
struct ReviewStore {
  /// What belongs to this user: the logs and the machine's name. Nil without a home, where nothing was ever reviewed.
  private let data = UserFolder.data

  var folder: String? { data.map { "\($0)/reviews" } }

  /// All events of all machines, in order. A missing folder is an empty log.
  func log() throws(Failure) -> Log { try read().log }

  /// All events; the reader hears of lines that are none.
  func log(telling console: inout Console) throws(Failure) -> Log {
    let (log, files) = try read()
    tell(log.damage(within: files), &console)
    return log
  }

  /// All events, and how far the files were read for them.
  func read() throws(Failure) -> (log: Log, files: [Horizon.File]) {
    var log = Log()
    var files: [Horizon.File] = []
    for path in try paths() {
      do throws(SystemError) {
        let size = FileStatus(path)?.size ?? 0
        let lines = try log.add(path, of: size, by: .allCores) { range throws(SystemError) in
          try File.read(path, from: range.lowerBound, to: range.upperBound)
        }
        let tail = try File.read(path, from: max(0, size - Horizon.File.tailLength), to: size)
        files.append(Horizon.File(name: path, size: size, lines: lines, tail: tail))
      } catch {
        throw Failure(.cannotRead, "cannot read '\(error.path)': \(error.reason)")
      }
    }
    log.settle()
    return (log, files)
  }

  /// Lets the memories of cards follow to their new identities, where the old ones have any and the new ones none.
  func relink(_ moves: [(old: String, new: String)], telling console: inout Console) throws(Failure) {
    let known = Set(Ledger(replaying: try log(), zone: .utc, by: .allCores).cards.map(\.id))
    // Without a home nothing is known: they are to follow once there is one.
    guard folder != nil else { throw .noHome }
    let wanted = moves.filter { known.contains($0.old) && !known.contains($0.new) }
    guard !wanted.isEmpty else { return }
    let now = Clock.now
    var writer = try ReviewWriter.open(self, at: now, telling: &console)
    for move in wanted { _ = try writer.append(.relink(from: move.old, to: move.new), at: now) }
  }

  /// What the log comes to, by the shortest way.
  func ledger(zone: Zone) throws(Failure) -> Ledger { try LedgerCache(of: self, zone).ledger().ledger }

  /// What the log comes to; the reader hears of lines that are no events.
  func ledger(zone: Zone, telling console: inout Console) throws(Failure) -> Ledger {
    let (ledger, damage) = try LedgerCache(of: self, zone).ledger()
    tell(damage, &console)
    return ledger
  }

  /// The reader hears of lines that are no events.
  func tell(_ damage: [Log.Damage], _ console: inout Console) {
    guard let first = damage.first else { return }
    let place = "line \(first.line) of '\(first.file)'"
    console.note(
      damage.count == 1
        ? "note: \(place) is no event of a review log; it is left out"
        : "note: \(damage.count) lines of the review log are no events, first \(place); they are left out")
  }

  /// The machines' files; none where the folder is not there yet.
  func paths() throws(Failure) -> [String] {
    guard let folder else { return [] }
    do throws(SystemError) {
      return try Folder.files(below: folder, suffix: ".jsonl").filter { !$0.contains("/") }.map { "\(folder)/\($0)" }
    } catch {
      if error.isMissingFile { return [] }
      throw Failure(.cannotRead, "cannot read the folder '\(error.path)': \(error.reason)")
    }
  }

  /// This machine's name, made up at first use. A copied folder on another machine gets a new one.
  func machine() throws(Failure) -> String {
    guard let data else { throw .noHome }
    let path = "\(data)/machine"
    let host = Environment.hostName
    if let bytes = try? File.read(path, from: 0, to: 1000) {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      if lines.count > 1, lines[0].count == 8, lines[1] == host { return String(lines[0]) }
    }
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    var bits = Environment.randomBits
    var name = ""
    for _ in 0..<8 {
      name.append(letters[Int(bits & 31)])
      bits >>= 5
    }
    try Failure.writing { () throws(SystemError) in
      try File.replace(path, with: Array("\(name)\n\(host)\n".utf8), isDurable: true)
    }
    return name
  }
}

/// The right to add events: the lock of the folder and this machine's file.
struct ReviewWriter: ~Copyable {
  private let lock: FileLock
  private let file: AppendFile
  private let machine: String
  private var sequence: Int

  /// Opens this machine's file; lines at its end that are no events, and what is left of one, are moved to a file
  /// beside it, and the reader hears of it. What lies before the horizon is not read again.
  static func open(
    _ store: ReviewStore, holding held: FileLock? = nil, at now: Int, knowing horizon: Horizon? = nil,
    telling console: inout Console
  ) throws(Failure) -> ReviewWriter {
    guard let folder = store.folder else { throw .noHome }
    guard let lock = try Failure.writing({ () throws(SystemError) in if let held { held } else { try claim(folder) } })
    else { throw .otherQuiz }
    let machine = try store.machine()
    let path = "\(folder)/\(machine).jsonl"
    let file = try Failure.writing { () throws(SystemError) in try AppendFile(path) }
    let known = horizon?.files.first { $0.name == path }
    let (start, bytes) = try Failure.writing { () throws(SystemError) in
      let start =
        try known.flatMap { known throws(SystemError) in
          known.added(try File.read(path, from: known.tailStart)) == nil ? nil : known.size
        } ?? 0
      return (start, try File.read(path, from: start))
    }
    var log = Log()
    let lines = log.add(bytes, named: path) + (start > 0 ? known?.lines ?? 0 : 0)
    if max(log.versions[path] ?? 0, start > 0 ? horizon?.versions[path] ?? 0 : 0) > Event.formatVersion {
      throw .newerLog(path)
    }
    let torn = log.torn(in: bytes.count)
    if let torn { console.note("note: \(try setAside(torn, of: bytes, from: start, file, now))") }
    // Lines that were lost may live on in a copy elsewhere: their numbers are not given out again.
    let next = max(log.lastSequence(of: machine), horizon?.sequences[machine] ?? 0, lines) + 1
    var writer = ReviewWriter(lock: lock, file: file, machine: machine, sequence: next)
    if start + (torn?.lowerBound ?? bytes.count) == 0 { try writer.append(Event.header(of: machine)) }
    if let torn { try writer.append(writer.event(.torn(bytes: torn.count), at: now).line) }
    writer.sequence += torn == nil ? 0 : 1
    return writer
  }

  /// Locks the log for a session; throws where another holds it. Where it cannot be locked, as in a folder that cannot
  /// be written, the reader hears that no answer can be kept: who only looks goes on.
  static func lock(_ store: ReviewStore, telling console: inout Console) throws(Failure) -> FileLock? {
    guard let folder = store.folder else {
      console.note("note: answers cannot be kept: \(Failure.noHome.message)")
      return nil
    }
    let lock: FileLock?
    do throws(SystemError) { lock = try claim(folder) } catch {
      console.note("note: answers cannot be kept: cannot write '\(error.path)': \(error.reason)")
      return nil
    }
    guard let lock else { throw .otherQuiz }
    return lock
  }

  private static func claim(_ folder: String) throws(SystemError) -> FileLock? {
    try UserFolder.make(folder)
    return try FileLock("\(folder)/.lock")
  }

  /// Puts an event on the disk, or throws without having acknowledged it.
  mutating func append(_ kind: Event.Kind, at time: Int) throws(Failure) -> Event {
    let event = event(kind, at: time)
    try append(event.line)
    sequence += 1
    return event
  }

  /// Puts lines of events that have their identities on the disk, all at once.
  func append(_ lines: [UInt8]) throws(Failure) {
    do throws(SystemError) { try file.append(lines) } catch { throw .cannotWrite(error) }
  }

  private func event(_ kind: Event.Kind, at time: Int) -> Event {
    // A clock that is far out must not cost the answer: its line would not read back.
    let time = min(max(time, Event.times.lowerBound), Event.times.upperBound)
    return Event(id: Event.ID(machine: machine, sequence: sequence), time: time, kind: kind)
  }

  private static func setAside(
    _ torn: Range<Int>, of bytes: ContiguousArray<UInt8>, from start: Int, _ file: borrowing AppendFile, _ now: Int
  ) throws(Failure) -> String {
    let beside = "\(file.path).torn-\(now)"
    do throws(SystemError) {
      let copy = try AppendFile(beside)
      try copy.append(Array(bytes[torn]))
      try file.truncate(to: start + torn.lowerBound)
    } catch {
      throw .cannotWrite(error)
    }
    return "\(torn.count) bytes at the end of '\(file.path)' could not be read; they are now in '\(beside)'"
  }
}

extension Failure {
  fileprivate static let noHome = Failure(
    .cannotWrite, "there is no home for the review log", hint: "set HOME or XDG_DATA_HOME")
  fileprivate static let otherQuiz = Failure(.cannotWrite, "another quiz is open; end it first")

  fileprivate static func newerLog(_ path: String) -> Failure {
    Failure(.unusableData, "'\(path)' was written by a newer mlnotes; it can be read but not added to")
  }

  fileprivate static func cannotWrite(_ error: SystemError) -> Failure {
    Failure(.cannotWrite, "cannot write '\(error.path)': \(error.reason)")
  }

  /// Does what the system may refuse.
  fileprivate static func writing<Result: ~Copyable>(
    _ body: () throws(SystemError) -> Result
  ) throws(Failure) -> Result {
    do throws(SystemError) { return try body() } catch { throw .cannotWrite(error) }
  }
}
