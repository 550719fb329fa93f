/// Whether a term that starts so is a word: what has a prefix starts with another sign.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}

/// All the terms met while an index is made, numbered in the order they came.
struct TermTable {
  /// The hash in the upper half, one more than the term's number in the lower; 0 where there is none.
  private var slots: ContiguousArray<UInt64> = .init(repeating: 0, count: 1 << 8)
  private var starts: ContiguousArray<Int32> = [0]
  private(set) var text: ContiguousArray<UInt8> = []

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

  /// The terms' numbers in the order of their bytes, each with its first eight bytes as a number.
  func sorted() -> ContiguousArray<(key: UInt64, term: Int32)> {
    var terms = ContiguousArray<(key: UInt64, term: Int32)>()
    terms.reserveCapacity(count)
    for term in 0..<count {
      let range = range(of: term)
      var key: UInt64 = 0
      for i in 0..<8 { key = key << 8 | (i < range.count ? UInt64(text[range.lowerBound + i]) : 0) }
      terms.append((key, Int32(term)))
    }
    terms.sort { $0.key < $1.key }
    // Only the few with the same first eight bytes are compared whole.
    var start = 0
    while start < terms.count {
      var end = start + 1
      while end < terms.count, terms[end].key == terms[start].key { end += 1 }
      if end - start > 1 {
        terms[start..<end].sort { self[Int($0.term)].lexicographicallyPrecedes(self[Int($1.term)]) }
      }
      start = end
    }
    return terms
  }

  func range(of term: Int32) -> Range<Int32> { starts[Int(term)]..<starts[Int(term) + 1] }

  private func range(of term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

  private func equals(_ term: Int, _ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) -> Bool {
    var own = self.range(of: term)
    if let prefix {
      guard let first = own.first, text[first] == prefix else { return false }
      own = own.dropFirst()
    }
    guard own.count == range.count else { return false }
    return TermTable.areEqual(text, own.lowerBound, bytes, range.lowerBound, own.count)
  }

  /// Unsafe, like the hash, because much of the making of an index is looking up words: by eight bytes at a time it takes
  /// half as long.
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
    slots = .init(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// A multiplicative hash of eight bytes at a time; the same whether a prefix stands by itself or is the first byte.
  private static func hash(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a term beyond the text")
    if prefix == nil, !range.isEmpty, bytes[range.lowerBound] < 0x80, !isWordByte(bytes[range.lowerBound]) {
      return hash(bytes, range.dropFirst(), bytes[range.lowerBound])
    }
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(prefix ?? 0) << 56 ^ UInt64(range.count)
    unsafe bytes.withUnsafeBytes { buffer in
      var i = range.lowerBound
      while i + 8 <= range.upperBound {
        hash = unsafe (hash ^ buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        i += 8
      }
      var rest: UInt64 = 0
      while i < range.upperBound {
        rest = unsafe rest << 8 | UInt64(buffer[i])
        i += 1
      }
      hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
