/// All the terms met while an index is made, numbered in the order they came.
struct TermTable {
  /// The hash in the upper half, one more than the term's number in the lower; 0 where there is none.
  private var slots: ContiguousArray<UInt64> = .init(repeating: 0, count: 1 << 8)
  private var starts: ContiguousArray<Int32> = [0]
  private var text: ContiguousArray<UInt8> = []

  var count: Int { starts.count - 1 }

  subscript(term: Int) -> ArraySlice<UInt8> { ArraySlice(text[range(of: term)]) }

  /// The number of a term that is `prefix` and a range of bytes, if it was met.
  func find(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int? {
    let hash = TermTable.hash(bytes, range, prefix)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let term = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash) && equals(term, bytes, range, prefix) { return term }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a term that is `prefix` and a range of bytes; a new one the first time.
  mutating func number(of bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int {
    let hash = TermTable.hash(bytes, range, prefix)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let term = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash) && equals(term, bytes, range, prefix) { return term }
      slot = (slot + 1) & mask
    }
    let term = count
    slots[slot] = UInt64(hash) << 32 | UInt64(term + 1)
    if let prefix { text.append(prefix) }
    text.append(contentsOf: bytes[range])
    starts.append(Int32(text.count))
    if count * 2 > slots.count { grow() }
    return term
  }

  /// The terms' numbers in the order of their bytes.
  func sorted() -> [Int32] {
    // The first eight bytes decide nearly every comparison.
    let keys = (0..<count).map { term in
      let range = range(of: term)
      return (0..<8).reduce(UInt64(0)) { key, i in
        key << 8 | (i < range.count ? UInt64(text[range.lowerBound + i]) : 0)
      }
    }
    return (0..<Int32(count)).sorted { a, b in
      let (x, y) = (keys[Int(a)], keys[Int(b)])
      return x != y ? x < y : self[Int(a)].lexicographicallyPrecedes(self[Int(b)])
    }
  }

  private func range(of term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

  private func equals(_ term: Int, _ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) -> Bool {
    var own = self.range(of: term)
    if let prefix {
      guard let first = own.first, text[first] == prefix else { return false }
      own = own.dropFirst()
    }
    guard own.count == range.count else { return false }
    for i in 0..<range.count where text[own.lowerBound + i] != bytes[range.lowerBound + i] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = .init(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// FNV-1a, with a last mix because the low bits choose the slot.
  private static func hash(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    if let prefix { hash = (hash ^ UInt64(prefix)) &* 0x100_0000_01B3 }
    for i in range { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
