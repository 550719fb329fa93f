/// All the terms met while an index is made, numbered in the order they came.
///
/// A hash table with open addressing whose slots hold a term's first eight bytes: most terms have no more, and are found
/// with one look at memory.
struct TermTable {
  /// How many bytes a key has.
  static let keyWidth = 8

  /// A term's place; its `term` is one more than its number, and 0 where there is none.
  private struct Slot {
    var key: UInt64 = 0
    var tag: UInt32 = 0
    var term: Int32 = 0
  }

  private var slots: ContiguousArray<Slot> = .init(repeating: Slot(), count: 1 << 8)
  private var starts: ContiguousArray<Int32> = [0]
  private(set) var text: ContiguousArray<UInt8> = []

  var count: Int { starts.count - 1 }

  init() {}

  /// A set of words with a space between two.
  init(words: String) {
    let bytes = ContiguousArray(words.utf8)
    for word in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: " ") }) {
      _ = number(of: bytes, in: word.startIndex..<word.endIndex)
    }
  }

  /// The number of a term that is `prefix` and a range of bytes, if it was met.
  func find(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int? {
    let spelling = Spelling(bytes, range, prefix)
    let slot = slot(of: spelling, bytes, range)
    return slots[slot].term == 0 ? nil : Int(slots[slot].term) - 1
  }

  /// The number of a term that is `prefix` and a range of bytes; a new one the first time.
  mutating func number(of bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int {
    let spelling = Spelling(bytes, range, prefix)
    let slot = slot(of: spelling, bytes, range)
    if slots[slot].term > 0 { return Int(slots[slot].term) - 1 }
    let term = count
    slots[slot] = Slot(key: spelling.key, tag: spelling.tag, term: Int32(term + 1))
    if let prefix { text.append(prefix) }
    text.append(contentsOf: bytes[range])
    starts.append(Int32(text.count))
    if count * 2 > slots.count { grow() }
    return term
  }

  /// The slot of a term, or the one where it would be.
  @inline(__always) private func slot(
    of spelling: Spelling, _ bytes: ContiguousArray<UInt8>, _ range: Range<Int>
  ) -> Int {
    let mask = slots.count - 1
    var slot = spelling.slot & mask
    while slots[slot].term > 0 {
      if slots[slot].key == spelling.key && slots[slot].tag == spelling.tag
        && (spelling.isWhole || endsAlike(Int(slots[slot].term) - 1, bytes, range, spelling.count))
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The terms' numbers in the order of their bytes, each with its first eight bytes as a number.
  func sorted() -> ContiguousArray<(key: UInt64, term: Int32)> {
    var terms = ContiguousArray<(key: UInt64, term: Int32)>()
    terms.reserveCapacity(count)
    for slot in slots where slot.term > 0 { terms.append((slot.key, slot.term - 1)) }
    terms.sort { $0.key < $1.key }
    // Only the few with the same first eight bytes are compared whole.
    var start = 0
    while start < terms.count {
      var end = start + 1
      while end < terms.count, terms[end].key == terms[start].key { end += 1 }
      if end - start > 1 {
        terms[start..<end].sort { text(of: $0.term).lexicographicallyPrecedes(text(of: $1.term)) }
      }
      start = end
    }
    return terms
  }

  func range(of term: Int32) -> Range<Int32> { starts[Int(term)]..<starts[Int(term) + 1] }

  private func text(of term: Int32) -> ArraySlice<UInt8> {
    ArraySlice(text[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])])
  }

  /// Whether a term of the same length and first eight bytes is the same behind these.
  private func endsAlike(_ term: Int, _ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ count: Int) -> Bool {
    let end = Int(starts[term + 1])
    guard end - Int(starts[term]) == count else { return false }
    let rest = count - TermTable.keyWidth
    return TermTable.areEqual(text, end - rest, bytes, range.upperBound - rest, rest)
  }

  /// Unsafe, like the spelling, because much of the making of an index is looking up words: by eight bytes at a time it
  /// takes half as long.
  private static func areEqual(
    _ a: ContiguousArray<UInt8>, _ start: Int, _ b: ContiguousArray<UInt8>, _ other: Int, _ count: Int
  ) -> Bool {
    precondition(start + count <= a.count && other + count <= b.count, "a term beyond the text")
    return unsafe a.withUnsafeBytes { a in
      unsafe b.withUnsafeBytes { b in
        var i = 0
        while i + 8 <= count {
          let x = unsafe a.loadUnaligned(fromByteOffset: start + i, as: UInt64.self)
          let y = unsafe b.loadUnaligned(fromByteOffset: other + i, as: UInt64.self)
          if x != y { return false }
          i += 8
        }
        while i < count {
          if unsafe a[start + i] != b[other + i] { return false }
          i += 1
        }
        return true
      }
    }
  }

  private mutating func grow() {
    let old = slots
    slots = .init(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.term > 0 {
      var slot = Spelling.slot(of: entry.tag) & mask
      while slots[slot].term > 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// How a term is written, as its slot says it; the same whether a prefix stands by itself or is the first byte.
private struct Spelling {
  /// The first eight bytes as a number, so that the order of keys is that of terms.
  let key: UInt64
  /// A hash, and in the lowest bits how many bytes the key holds, or that there are more.
  let tag: UInt32
  let count: Int

  var isWhole: Bool { count <= TermTable.keyWidth }
  var slot: Int { Spelling.slot(of: tag) }

  static func slot(of tag: UInt32) -> Int { Int(tag >> 4) }

  @inline(__always) init(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a term beyond the text")
    let own = prefix == nil ? TermTable.keyWidth : TermTable.keyWidth - 1
    count = range.count + (prefix == nil ? 0 : 1)
    (key, tag) = unsafe bytes.withUnsafeBytes { [count] buffer in
      var key = unsafe Spelling.head(buffer, range.lowerBound, min(range.count, own))
      if let prefix { key = UInt64(prefix) << 56 | key >> 8 }
      // The letters in the low bits, from which a product spreads upwards.
      var hash = (key.byteSwapped ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
      var i = range.lowerBound + own
      while i < range.upperBound {
        let length = min(range.upperBound - i, 8)
        hash = unsafe (hash ^ hash >> 32 ^ Spelling.head(buffer, i, length)) &* 0x9E37_79B9_7F4A_7C15
        i += 8
      }
      hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
      return (key, UInt32(hash >> 32) & ~15 | UInt32(min(count, TermTable.keyWidth + 1)))
    }
  }

  /// Up to eight bytes from a place as the first of a number.
  @inline(__always) private static func head(_ buffer: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt64 {
    guard count > 0 else { return 0 }
    if start + 8 <= buffer.count {
      let eight = unsafe UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return eight & (.max << UInt64(64 - 8 * count))
    }
    var head: UInt64 = 0
    for i in 0..<count { head |= unsafe UInt64(buffer[start + i]) << UInt64(56 - 8 * i) }
    return head
  }
}
