import Text

/// Names as small numbers, given out in the order of first sight; found by the bytes of a larger text.
struct Names: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  /// Where each name ends in `bytes`, behind a first 0.
  private var ends: ContiguousArray<Int> = [0]
  /// Open addressing: the upper half of a name's hash and, below it, its number and one; 0 is free. The size is a power
  /// of two, at most half full. The hash tells most other names apart without a look at them.
  private var slots = ContiguousArray<UInt64>(repeating: 0, count: 64)

  init() {}

  var count: Int { ends.count - 1 }

  subscript(number: Int) -> String {
    String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self)
  }

  /// The number of a name, if it has one.
  func number(of name: String) -> Int? {
    let wanted = Array(name.utf8)
    let slot = slot(of: wanted.span, 0..<wanted.count, Names.hash(wanted.span, 0..<wanted.count))
    return slots[slot] == 0 ? nil : Names.number(slots[slot])
  }

  /// The number of a name that stands in a table.
  func number(of table: SortedIdentities, _ place: Int) -> Int? {
    number(of: table.name(place))
  }

  /// The number of a name, new where it has none yet.
  mutating func add(_ name: String) -> Int {
    let wanted = Array(name.utf8)
    return add(wanted.span, 0..<wanted.count)
  }

  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let hash = Names.hash(text, range)
    let slot = slot(of: text, range, hash)
    if slots[slot] != 0 { return Names.number(slots[slot]) }
    for i in range { bytes.append(text[i]) }
    ends.append(bytes.count)
    slots[slot] = Names.filled(hash, count - 1)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The numbers of many names of a text. Their slots, then their ends, then their bytes are fetched all together and
  /// without a branch in between, so that the processor waits for many places of the memory at once.
  mutating func add(_ text: Span<UInt8>, _ ranges: [Range<Int>], to numbers: inout [Int]) {
    let hashes = ranges.map { Names.hash(text, $0) }
    var fetched = hashes.map { slots[Int(truncatingIfNeeded: $0) & (slots.count - 1)] }
    numbers.removeAll(keepingCapacity: true)
    for i in ranges.indices {
      var slot = Int(truncatingIfNeeded: hashes[i]) & (slots.count - 1)
      while fetched[i] != 0, fetched[i] >> 32 != hashes[i] >> 32 {
        slot = (slot + 1) & (slots.count - 1)
        fetched[i] = slots[slot]
      }
      numbers.append(fetched[i] == 0 ? -1 : Names.number(fetched[i]))
    }
    for i in numbers.indices where numbers[i] >= 0 && length(numbers[i]) != ranges[i].count { numbers[i] = -1 }
    for i in numbers.indices where numbers[i] >= 0 && !ranges[i].isEmpty {
      fetched[i] = UInt64(bytes[ends[numbers[i]]])
    }
    for i in numbers.indices {
      let isLikely = numbers[i] >= 0 && (ranges[i].isEmpty || fetched[i] == UInt64(text[ranges[i].lowerBound]))
      if !isLikely || !isName(numbers[i], text, ranges[i]) { numbers[i] = add(text, ranges[i]) }
    }
  }

  /// The numbers of all names of another list, in its order.
  mutating func add(_ others: Names) -> [Int] {
    var numbers: [Int] = []
    add(others.bytes.span, (0..<others.count).map { others.ends[$0]..<others.ends[$0 + 1] }, to: &numbers)
    return numbers
  }

  private func length(_ number: Int) -> Int { ends[number + 1] - ends[number] }

  /// The slot that holds the name or the free one it belongs in.
  private func slot(of text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] >> 32 != hash >> 32 || !isName(Names.number(slots[slot]), text, range) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(_ number: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = ends[number]
    guard length(number) == range.count else { return false }
    let own = bytes.span
    for i in 0..<range.count where own[start + i] != text[range.lowerBound + i] { return false }
    return true
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      let range = ends[number]..<ends[number + 1]
      let hash = Names.hash(bytes.span, range)
      slots[slot(of: bytes.span, range, hash)] = Names.filled(hash, number)
    }
  }

  private static func number(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

  private static func filled(_ hash: UInt64, _ number: Int) -> UInt64 {
    (hash >> 32) << 32 | UInt64(truncatingIfNeeded: number + 1)
  }

  /// The upper half of the hash mixed into the lower.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    for i in range { hash.combine(text[i]) }
    return hash.value ^ (hash.value >> 32)
  }
}
