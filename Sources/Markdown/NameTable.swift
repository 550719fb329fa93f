/// Names as bytes, with a number for each: link labels, footnotes, heading anchors.
///
/// A name is spelled byte by byte behind the ones that are kept, then looked up or kept: no name has memory of its own.
/// Dictionaries of byte arrays took half of the parse of notes with many headings. Hashes are seeded anew in every
/// process, so that nobody can write a document whose names collide.
struct NameTable: ~Copyable, Sendable {
  struct Entry: BitwiseCopyable {
    var hash: Int
    var start: Int32
    var end: Int32
    var value: Int32
  }

  private var bytes = Arena<UInt8>()
  private var entries = Arena<Entry>()
  /// Places in `entries`, -1 for none; twice as many as entries or more.
  private var slots = Arena<Int32>(capacity: 1)
  /// Where the name being spelled starts.
  private var start = 0

  var isEmpty: Bool { entries.isEmpty }

  /// Starts to spell a name.
  mutating func begin() { bytes.truncate(to: start) }

  @inline(__always) mutating func spell(_ byte: UInt8) { bytes.append(byte) }

  mutating func spell(_ name: some Sequence<UInt8>) { bytes.append(contentsOf: name) }

  /// The name being spelled.
  var spelled: UnsafeBufferPointer<UInt8> {
    unsafe bytes.view.buffer(start..<bytes.count)
  }

  var spelledCount: Int { bytes.count - start }

  /// Takes the last bytes of the name being spelled away again.
  mutating func shorten(to length: Int) { bytes.truncate(to: start + length) }

  /// The place of the spelled name's number; nil for a name that is not kept.
  func find() -> Int? {
    guard !entries.isEmpty else { return nil }
    let hash = hash()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[slots[slot]]
      if entry.hash == hash, isSpelled(entry) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a name, by its place.
  subscript(place: Int) -> Int32 {
    get { entries[place].value }
    set { entries[place].value = newValue }
  }

  /// Keeps the spelled name, which must be new.
  mutating func keep(_ value: Int32) {
    if slots.count < 2 * (entries.count + 1) { rehash(to: max(16, slots.count * 2)) }
    let hash = hash()
    insert(hash, at: Int32(entries.count))
    entries.append(Entry(hash: hash, start: Int32(start), end: Int32(bytes.count), value: value))
    start = bytes.count
  }

  private func hash() -> Int {
    var hasher = Hasher()
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(spelled))
    return hasher.finalize()
  }

  private func isSpelled(_ entry: Entry) -> Bool {
    let known = unsafe bytes.view.buffer(Int(entry.start)..<Int(entry.end))
    return unsafe known.elementsEqual(spelled)
  }

  private mutating func insert(_ hash: Int, at entry: Int32) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func rehash(to count: Int) {
    slots = Arena(repeating: -1, count: count)
    for i in entries.indices { insert(entries[i].hash, at: Int32(i)) }
  }
}
