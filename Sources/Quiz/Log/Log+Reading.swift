package import Text

extension Log {
  /// Adds the lines of a text and counts them, as of a file.
  @discardableResult
  package mutating func add(
    _ bytes: ContiguousArray<UInt8>, named file: String, by workforce: Workforce = .alone
  ) -> Int {
    add(file, of: bytes.count, by: workforce) { ContiguousArray(bytes[$0]) }
  }

  /// Adds a file's lines and counts them. A line that is no event is noted as damage and left out.
  ///
  /// Linear; the file is read in pieces, a large one by all of the workforce. `reading` gives the bytes of a range,
  /// fewer where the file has become shorter.
  @discardableResult
  package mutating func add<Failure>(
    _ file: String, of size: Int, by workforce: Workforce = .alone,
    reading: @Sendable (Range<Int>) throws(Failure) -> ContiguousArray<UInt8>
  ) throws(Failure) -> Int {
    let count = max(1, min(workforce.count, size / Log.leastPortion))
    let before = self
    let parts = workforce.map(count) { i in
      Result { () throws(Failure) in
        var part = i == 0 ? before : Log()
        let lines = try part.read(size * i / count..<size * (i + 1) / count, of: file, size, reading)
        return (log: part, lines: lines)
      }
    }
    var lines = 0
    for (i, part) in parts.enumerated() {
      let part = try part.get()
      if i == 0 { self = part.log } else { join(part.log, behind: lines) }
      lines += part.lines
    }
    return lines
  }

  /// What is less is not worth a thread.
  private static let leastPortion = 1 << 16
  /// What is read at once: it stays in the processor's cache while its lines are looked at.
  private static let piece = 1 << 18

  /// Adds the lines that begin in a range, and counts them.
  private mutating func read<Failure>(
    _ range: Range<Int>, of file: String, _ size: Int,
    _ reading: (Range<Int>) throws(Failure) -> ContiguousArray<UInt8>
  ) throws(Failure) -> Int {
    // A line has about a hundred bytes.
    if range.count > 1 << 20 { entries.reserveCapacity(entries.count + range.count / 90) }
    var lines = 0
    // The line that is under way where the range begins is not of it.
    var isWithinLine = range.lowerBound > 0
    var start = isWithinLine ? range.lowerBound - 1 : 0
    var length = Log.piece
    while start < range.upperBound {
      let wanted = start..<min(size, start + length)
      let text = try reading(wanted)
      let isLast = text.count < wanted.count || wanted.upperBound == size
      var i = 0
      if isWithinLine {
        while i < text.count, text[i] != UInt8(ascii: "\n") { i += 1 }
        isWithinLine = i == text.count
        i = min(i + 1, text.count)
      }
      i = read(text, from: i, at: start, before: range.upperBound, isLast: isLast, of: file, &lines)
      if isLast { break }
      // A line that is longer than the piece needs a longer one.
      length = i == 0 ? length * 2 : Log.piece
      start += i
    }
    return lines
  }

  /// Adds the lines of a piece that begin before an offset of the file; gives the place in it behind the last.
  private mutating func read(
    _ bytes: ContiguousArray<UInt8>, from first: Int, at offset: Int, before end: Int, isLast: Bool, of file: String,
    _ lines: inout Int
  ) -> Int {
    let text = bytes.span
    var i = first
    var scans = ScannedEvents()
    while i < text.count, offset + i < end {
      if let scan = EventScan(text, at: i) {
        if scans.append(scan) { add(&scans, text) }
        i = scan.end + 1
        lines += 1
        continue
      }
      add(&scans, text)
      var end = i
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      if end == text.count && !isLast { return i }
      lines += 1
      if end == text.count || !addRare(bytes[i..<end], of: file) {
        damage.append(Damage(file: file, line: lines, bytes: offset + i..<offset + min(end + 1, text.count)))
      }
      i = end + 1
    }
    add(&scans, text)
    return min(i, text.count)
  }

  /// Takes in what was read of lines behind those that are here, which are so many of the file.
  private mutating func join(_ part: Log, behind lines: Int) {
    let cardNumbers = cards.add(part.cards)
    let machineNumbers = machines.add(part.machines)
    let rareCount = Int32(clamping: rare.count)
    rare += part.rare
    undone.formUnion(part.undone)
    versions.merge(part.versions, uniquingKeysWith: max)
    damage += part.damage.map { Damage(file: $0.file, line: $0.line + lines, bytes: $0.bytes) }
    for var entry in part.entries {
      entry.machine = Int32(clamping: machineNumbers[Int(entry.machine)])
      entry.subject =
        entry.kind == .rare ? entry.subject + rareCount : Int32(clamping: cardNumbers[Int(entry.subject)])
      entries.append(entry)
    }
  }

  /// Lines that were scanned and whose names are not looked up yet.
  private struct ScannedEvents {
    private(set) var all: [EventScan] = []
    private(set) var cards: [Range<Int>] = []
    var numbers: [Int] = []

    /// True where there are enough of them.
    mutating func append(_ scan: EventScan) -> Bool {
      all.append(scan)
      cards.append(scan.card)
      return all.count == 256
    }

    mutating func removeAll() {
      all.removeAll(keepingCapacity: true)
      cards.removeAll(keepingCapacity: true)
    }
  }

  private mutating func add(_ scans: inout ScannedEvents, _ text: Span<UInt8>) {
    cards.add(text, scans.cards, to: &scans.numbers)
    for (scan, card) in zip(scans.all, scans.numbers) {
      entries.append(
        Entry(
          time: scan.time, sequence: scan.sequence,
          machine: Int32(truncatingIfNeeded: machines.add(text, scan.machine)),
          subject: Int32(truncatingIfNeeded: card), duration: Int32(clamping: scan.duration), grade: scan.grade,
          kind: .review))
    }
    scans.removeAll()
  }

  /// Reads a line that the scan did not take; false where it is neither an event nor a file's first line.
  private mutating func addRare(_ line: some RandomAccessCollection<UInt8>, of file: String) -> Bool {
    guard let object = try? JSON(reading: line) else { return false }
    versions[file] = max(versions[file] ?? 0, object["v"]?.integer ?? 0)
    if object["format"]?.text == "mlnotes-reviews" { return true }
    guard let event = Event(object) else { return false }
    add(event)
    return true
  }
}
