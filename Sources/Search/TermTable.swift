/// All the terms met while an index is made, numbered in the order they came.
///
/// A hash table with open addressing. Its slots are small, and a term's first eight bytes, of which most have no more,
/// stand in the order the terms came: so what is looked up often lies close together.
struct TermTable {
  /// How many bytes a key has.
  static let keyWidth = 8

  /// One more than the number of a term, in as many low bits as the number of a slot has, and above it what of the
  /// term's tag has room; 0 where there is none.
  private var slots: ContiguousArray<UInt32>
  /// The first eight bytes of each term.
  private var keys: ContiguousArray<UInt64> = []
  private var starts: ContiguousArray<Int32> = [0]
  private(set) var text: ContiguousArray<UInt8> = []

  var count: Int { starts.count - 1 }

  /// A table with room for so many terms before it grows.
  init(expecting terms: Int = 0) {
    let bits = Int.bitWidth - max(127, 2 * terms - 1).leadingZeroBitCount
    slots = ContiguousArray(repeating: 0, count: 1 << bits)
    keys.reserveCapacity(terms)
    starts.reserveCapacity(terms + 1)
    text.reserveCapacity(8 * terms)
  }

  /// A set of words with a space between two.
  init(words: String) {
    self.init()
    let bytes = ContiguousArray(words.utf8)
    for word in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: " ") }) {
      _ = number(of: bytes.span, in: word.startIndex..<word.endIndex)
    }
  }

  /// The number of a term that is `prefix` and a range of bytes, if it was met.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int? {
    let term = place(of: Spelling(bytes, range, prefix), bytes, range).term
    return term < 0 ? nil : term
  }

  func find(_ bytes: ContiguousArray<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int? {
    find(bytes.span, in: range, prefix: prefix)
  }

  mutating func number(of bytes: ContiguousArray<UInt8>, in range: Range<Int>) -> Int {
    number(of: bytes.span, in: range)
  }

  /// The number of a term that is `prefix` and a range of bytes; a new one the first time.
  @inline(__always)
  mutating func number(of bytes: Span<UInt8>, in range: Range<Int>, prefix: UInt8? = nil) -> Int {
    let place = place(of: Spelling(bytes, range, prefix), bytes, range)
    return place.term >= 0 ? place.term : add(bytes, in: range, prefix: prefix, at: place)
  }

  /// Numbers what a text says; a new term is added.
  ///
  /// Much of the time of a look-up is waiting for the term's slot, as the table is larger than the near caches: the
  /// slots of several terms are read, one right after the other, before what they lead to is compared.
  mutating func number(
    _ mentions: Span<NoteReading.Mention>, of text: Span<UInt8>, to numbers: inout ContiguousArray<Int32>
  ) {
    numbers.removeAll(keepingCapacity: true)
    var spellings = InlineArray<16, Spelling>(repeating: Spelling())
    var entries = InlineArray<16, UInt32>(repeating: 0)
    numbers.append(addingCapacity: mentions.count) { room in
      for start in stride(from: 0, to: mentions.count, by: entries.count) {
        let some = start..<min(start + entries.count, mentions.count)
        // A slot that was read stays what it is while a few terms are added.
        if (count + some.count) * 2 > slots.count { grow() }
        for i in some { spellings[i - start] = Spelling(text, mentions[i].text, nil) }
        for i in entries.indices { entries[i] = slots[Int(spellings[i].tag & mask)] }
        for i in some { room.append(number(of: text, in: mentions[i].text, spellings[i - start], entries[i - start])) }
      }
    }
  }

  /// The number of a term in whose first slot an entry stands.
  @inline(__always)
  private mutating func number(
    of bytes: Span<UInt8>, in range: Range<Int>, _ spelling: Spelling, _ entry: UInt32
  ) -> Int32 {
    if entry > 0, has(entry, spelling, bytes, range) { return Int32(truncatingIfNeeded: entry & mask) &- 1 }
    let place = place(of: spelling, bytes, range)
    let term = place.term >= 0 ? place.term : add(bytes, in: range, at: place)
    return Int32(truncatingIfNeeded: term)
  }

  /// Adds a term at the place where it was not found; returns its number.
  private mutating func add(
    _ bytes: Span<UInt8>, in range: Range<Int>, prefix: UInt8? = nil, at place: Place
  ) -> Int {
    let term = count
    slots[place.slot] = entry(of: term, place.spelling)
    keys.append(place.spelling.key)
    text.append(addingCapacity: place.spelling.count) { room in
      if let prefix { room.append(prefix) }
      for i in range { room.append(bytes[i]) }
    }
    starts.append(Int32(text.count))
    if count * 2 > slots.count { grow() }
    return term
  }

  private var mask: UInt32 { UInt32(truncatingIfNeeded: slots.count &- 1) }

  /// What stands in the slot of a term.
  private func entry(of term: Int, _ spelling: Spelling) -> UInt32 { spelling.tag & ~mask | UInt32(term + 1) }

  /// Where a term stands, or would stand.
  private struct Place {
    /// Negative where it was not met.
    let term: Int
    let slot: Int
    let spelling: Spelling
  }

  @inline(__always)
  private func place(of spelling: Spelling, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Place {
    let (slots, mask) = (slots.span, mask)
    var slot = spelling.tag & mask
    while true {
      let entry = slots[Int(slot)]
      guard entry > 0 else { return Place(term: -1, slot: Int(slot), spelling: spelling) }
      if has(entry, spelling, bytes, range) {
        return Place(term: Int(entry & mask) &- 1, slot: Int(slot), spelling: spelling)
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Whether what stands in a slot is a term.
  @inline(__always)
  private func has(_ entry: UInt32, _ spelling: Spelling, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (entry ^ spelling.tag) & ~mask == 0 else { return false }
    let term = Int(entry & mask) &- 1
    return keys[term] == spelling.key && (spelling.isWhole || endsAlike(term, bytes, range, spelling.count))
  }

  /// The terms' numbers in the order of their bytes, each with its first eight bytes as a number; nothing is looked up
  /// any more, and what only that needs makes room.
  mutating func sorted() -> ContiguousArray<KeyedTerm> {
    slots = []
    var terms = ContiguousArray<KeyedTerm>()
    terms.reserveCapacity(count)
    for term in keys.indices { terms.append(KeyedTerm(key: keys[term], term: Int32(term))) }
    terms.sortByKey()
    // Only the few with the same first eight bytes are compared whole.
    var start = 0
    while start < terms.count {
      var end = start + 1
      while end < terms.count, terms[end].key == terms[start].key { end += 1 }
      if end - start > 1 {
        terms[start..<end].sort { precedes($0.term, $1.term) }
      }
      start = end
    }
    return terms
  }

  /// Whether a term comes before another that has the same first eight bytes.
  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (text, first, second) = (text.span, range(of: a), range(of: b))
    let most = min(first.count, second.count)
    let shared = text.sharedPrefix(Int(first.lowerBound), Int(second.lowerBound), atMost: most)
    guard shared < most else { return first.count < second.count }
    return text[Int(first.lowerBound) + shared] < text[Int(second.lowerBound) + shared]
  }

  /// The first byte of a term.
  func head(of term: Int) -> UInt8 { UInt8(truncatingIfNeeded: keys[term] >> 56) }

  func range(of term: Int32) -> Range<Int32> { starts[Int(term)]..<starts[Int(term) + 1] }

  /// Whether a term of the same length and first eight bytes is the same behind these.
  private func endsAlike(_ term: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, _ count: Int) -> Bool {
    let end = Int(starts[term + 1])
    guard end - Int(starts[term]) == count else { return false }
    let rest = count - TermTable.keyWidth
    let own = text.span
    for i in stride(from: 0, to: rest, by: 8) {
      let length = min(rest - i, 8)
      if own.head(at: end - rest + i, length) != bytes.head(at: range.upperBound - rest + i, length) { return false }
    }
    return true
  }

  private mutating func grow() {
    slots = .init(repeating: 0, count: slots.count * 2)
    for term in 0..<count {
      let range = Int(starts[term])..<Int(starts[term + 1])
      let spelling = Spelling(text.span, range, nil)
      var slot = spelling.tag & mask
      while slots[Int(slot)] > 0 { slot = (slot + 1) & mask }
      slots[Int(slot)] = entry(of: term, spelling)
    }
  }
}

/// How a term is written, as its slot says it; the same whether a prefix stands by itself or is the first byte.
private struct Spelling {
  /// The first eight bytes as a number, so that the order of keys is that of terms.
  let key: UInt64
  /// A hash, and in the highest bits how many bytes the key holds, or that there are more.
  let tag: UInt32
  let count: Int

  var isWhole: Bool { count <= TermTable.keyWidth }

  /// That of no term.
  init() { (key, tag, count) = (0, 0, 0) }

  @inline(__always) init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt8?) {
    let own = prefix == nil ? TermTable.keyWidth : TermTable.keyWidth - 1
    count = range.count + (prefix == nil ? 0 : 1)
    var key = bytes.head(at: range.lowerBound, min(range.count, own))
    if let prefix { key = UInt64(prefix) << 56 | key >> 8 }
    self.key = key
    // The letters in the low bits, from which a product spreads upwards.
    var hash = (key.byteSwapped ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    var i = range.lowerBound + own
    while i < range.upperBound {
      hash = (hash ^ hash >> 32 ^ bytes.head(at: i, min(range.upperBound - i, 8))) &* 0x9E37_79B9_7F4A_7C15
      i += 8
    }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    let held = UInt32(truncatingIfNeeded: min(count, TermTable.keyWidth + 1))
    tag = UInt32(truncatingIfNeeded: hash >> 36) | held << 28
  }
}
