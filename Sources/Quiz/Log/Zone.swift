import Text

/// How local time differs from UTC, and which day a moment belongs to: a day begins at four in the morning, so that a
/// late evening is one session and not two.
package struct Zone: Sendable, Hashable {
  /// Milliseconds after midnight at which the day begins.
  private static let rollover = 4 * 3_600_000
  private static let dayLength = 86_400_000

  /// From when on, in milliseconds since 1970, and how far local time is ahead, in milliseconds; in order of time.
  private let changes: [(from: Int, offset: Int)]

  package static let utc = Zone(secondsAhead: 0)

  package init(secondsAhead seconds: Int) {
    changes = [(.min, seconds * 1000)]
  }

  /// Finds the changes between two times, in seconds, by asking for the offset every month and halving the months in
  /// which it changed.
  package init(from start: Int, to end: Int, offset: (Int) -> Int) {
    var last = offset(start)
    var changes = [(from: Int.min, offset: last * 1000)]
    for next in stride(from: start + 2_592_000, through: max(end, start) + 2_592_000, by: 2_592_000) {
      let ahead = offset(next)
      guard ahead != last else { continue }
      var (low, high) = (next - 2_592_000, next)
      while high - low > 1 {
        let middle = (low + high) / 2
        if offset(middle) == last { low = middle } else { high = middle }
      }
      changes.append((high * 1000, ahead * 1000))
      last = ahead
    }
    self.changes = changes
  }

  /// How far local time is ahead at a moment, in milliseconds.
  package func offset(at time: Int) -> Int {
    var (low, high) = (0, changes.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].from <= time { low = middle } else { high = middle }
    }
    return changes[low].offset
  }

  /// The number of the local day, counted from 1970-01-01.
  package func day(of time: Int) -> Int {
    Zone.divided(time + offset(at: time) - Zone.rollover, by: Zone.dayLength)
  }

  /// When a local day begins, in milliseconds since 1970.
  package func start(of day: Int) -> Int {
    let local = day * Zone.dayLength + Zone.rollover
    let guess = local - offset(at: local - changes[0].offset)
    return local - offset(at: guess)
  }

  /// What makes two zones give every moment the same day.
  package var fingerprint: UInt64 {
    changes.map { "\($0.from):\($0.offset)" }.joined(separator: " ").stableHash
  }

  package static func == (a: Zone, b: Zone) -> Bool { a.changes.elementsEqual(b.changes, by: ==) }

  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

  private static func divided(_ a: Int, by b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }
}
