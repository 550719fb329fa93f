import Text

/// How far the logs were read: what tells whether later bytes can simply be added.
package struct Horizon: Sendable {
  /// A file of the log, as far as it was read.
  package struct File: Sendable, Hashable {
    package var name: String
    package var size: Int
    package var lines: Int
    /// Of the last 64 bytes: a file that was written anew has others there.
    package var tail: UInt64

    package static let tailLength = 64

    /// A file of so many bytes and lines, which ends with these bytes.
    package init(name: String, size: Int, lines: Int, tail: ContiguousArray<UInt8>) {
      self.init(name: name, size: size, lines: lines, tail: tail.suffix(File.tailLength).stableHash)
    }

    init(name: String, size: Int, lines: Int, tail: UInt64) {
      self.name = name
      self.size = size
      self.lines = lines
      self.tail = tail
    }

    /// Where the bytes begin that tell whether the file was only added to.
    package var tailStart: Int { max(0, size - File.tailLength) }

    /// What was added to the file, which from `tailStart` on has these bytes; nil where it was written anew.
    package func added(_ bytes: ContiguousArray<UInt8>) -> ContiguousArray<UInt8>? {
      let known = size - tailStart
      guard bytes.count >= known, bytes.prefix(known).stableHash == tail else { return nil }
      return ContiguousArray(bytes.dropFirst(known))
    }

    /// The file with so many more lines, which from `tailStart` on has these bytes.
    package func grown(to bytes: ContiguousArray<UInt8>, lines more: Int) -> File {
      File(
        name: name, size: tailStart + bytes.count, lines: lines + more,
        tail: bytes.suffix(File.tailLength).stableHash)
    }
  }

  package internal(set) var files: [File]
  /// The highest number of each machine's events.
  package internal(set) var sequences: [String: Int]
  /// The highest format in each file.
  package internal(set) var versions: [String: Int]
  /// The last event of all, in the order of a settled log.
  var last: (time: Int, machine: String, sequence: Int)

  /// Of a settled log that holds these files and nothing else.
  package init(of log: Log, files: [File]) {
    self.files = files
    versions = log.versions
    var highest = [Int](repeating: 0, count: log.machines.count)
    for entry in log.entries { highest[Int(entry.machine)] = max(highest[Int(entry.machine)], entry.sequence) }
    sequences = [:]
    for (number, sequence) in highest.enumerated() { sequences[log.machines[number]] = sequence }
    last = (.min, "", 0)
    if let entry = log.entries.last { last = (entry.time, log.machines[Int(entry.machine)], entry.sequence) }
  }

  init(reading reader: inout WordReader) {
    files = reader.list {
      File(name: $0.text(), size: $0.integer(), lines: $0.integer(), tail: $0.word())
    }
    versions = Dictionary(reader.list { ($0.text(), $0.integer()) }, uniquingKeysWith: max)
    sequences = Dictionary(reader.list { ($0.text(), $0.integer()) }, uniquingKeysWith: max)
    last = (reader.integer(), reader.text(), reader.integer())
  }

  func write(to writer: inout WordWriter) {
    writer.append(files.count)
    for file in files {
      writer.append(file.name)
      writer.append(file.size)
      writer.append(file.lines)
      writer.append(file.tail)
    }
    for numbers in [versions, sequences] {
      writer.append(numbers.count)
      for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
        writer.append(name)
        writer.append(number)
      }
    }
    writer.append(last.time)
    writer.append(last.machine)
    writer.append(last.sequence)
  }

  /// Whether all of a settled log's events are later than those that were read, new, and change nothing that was: then
  /// replaying them behind the others comes to the same as replaying all.
  func isBefore(_ log: Log) -> Bool {
    guard log.damage.isEmpty else { return false }
    return log.entries.allSatisfy { entry in
      let id = log.id(of: entry)
      guard id.machine != Event.importer,
        (last.time, last.machine, last.sequence) < (entry.time, id.machine, id.sequence),
        id.sequence > sequences[id.machine] ?? -1
      else { return false }
      guard entry.kind == .rare else { return true }
      return switch log.rare[Int(entry.subject)].kind {
      case .suspend, .forget, .begin, .end, .torn, .unknown: true
      case .review, .practice, .undo, .relink, .parameters: false
      }
    }
  }

  /// After a log for which `isBefore` holds.
  package mutating func advance(over log: Log, to files: [File]) {
    self.files = files
    let later = Horizon(of: log, files: [])
    versions.merge(later.versions, uniquingKeysWith: max)
    guard log.eventCount > 0 else { return }
    last = later.last
    sequences.merge(later.sequences, uniquingKeysWith: max)
  }
}
