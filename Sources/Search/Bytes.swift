/// The memory an index is read from where it lies: the program's own image, a mapped file or an array.
///
/// Every read is checked against the bounds, so that no content can make the program read elsewhere: past the end
/// stands a space, which to `Cursor` is the digit zero.
@safe package struct Bytes: @unchecked Sendable {
  // Unsafe, because a span cannot be stored; the owner keeps the memory as long as this value.
  private let start: UnsafeRawPointer?
  package let count: Int
  private let owner: AnyObject?

  /// Memory that nobody changes while the owner lives; without one, while the program runs.
  package init(start: UnsafeRawPointer?, count: Int, owner: AnyObject?) {
    unsafe self.start = unsafe start
    self.count = unsafe start == nil ? 0 : count
    self.owner = owner
  }

  package init(_ text: StaticString) {
    unsafe self.init(start: UnsafeRawPointer(text.utf8Start), count: text.utf8CodeUnitCount, owner: nil)
  }

  package init(_ array: ContiguousArray<UInt8>) {
    let copy = Copy(array)
    unsafe self.init(start: UnsafeRawPointer(copy.start), count: array.count, owner: copy)
  }

  subscript(i: Int) -> UInt8 {
    guard let start = unsafe start, i >= 0, i < count else { return 0x20 }
    return unsafe start.load(fromByteOffset: i, as: UInt8.self)
  }

  /// A number of fixed width.
  @inline(__always) func fixed(at i: Int) -> Int {
    if let start = unsafe start, i >= 0, i + 8 <= count {
      // All five digits at once.
      let word = unsafe UInt64(bigEndian: start.loadUnaligned(fromByteOffset: i, as: UInt64.self)) >> 24
      let digits = Int(truncatingIfNeeded: word &- 0x30_3030_3030)
      return digits >> 8 & 0x3F00_0000 | digits >> 6 & 0xFC_0000 | digits >> 4 & 0x3_F000 | digits >> 2 & 0xFC0
        | digits & 0x3F
    }
    var number = 0
    for k in 0..<Digits.fixedWidth { number = number << 6 | (Int(self[i + k]) - 0x30) & 63 }
    return number
  }

  /// Up to eight bytes from a place as the first of a number: so that the order of such numbers is that of the bytes,
  /// as far as these tell them apart.
  @inline(__always) func head(at i: Int, _ length: Int) -> UInt64 {
    if let start = unsafe start, i >= 0, i + 8 <= count {
      return unsafe Span(_unsafeStart: start.assumingMemoryBound(to: UInt8.self) + i, count: 8).head(at: 0, length)
    }
    return (0..<length).reduce(0) { $0 | UInt64(self[i + $1]) << UInt64(56 - 8 * $1) }
  }

  /// Runs a measured loop over the memory; decoding postings through `subscript` takes three times as long.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    guard let start = unsafe start else { return "" }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count), as: UTF8.self)
  }

  @safe private final class Copy {
    let start: UnsafeMutablePointer<UInt8>

    init(_ array: ContiguousArray<UInt8>) {
      unsafe start = .allocate(capacity: max(1, array.count))
      for i in array.indices { unsafe start[i] = array[i] }
    }

    deinit { unsafe start.deallocate() }
  }
}

/// Reads an index from left to right.
struct Cursor {
  let bytes: Bytes
  var position: Int
  /// Where what is read ends: a damaged length says no more than what is there.
  let limit: Int

  init(_ bytes: Bytes, at position: Int, limit: Int = .max) {
    self.bytes = bytes
    self.position = position
    self.limit = min(limit, bytes.count)
  }

  /// A number; most are of one digit.
  @inline(__always) mutating func number() -> Int {
    let byte = bytes[position]
    guard byte < 0x60 else { return longNumber() }
    position += 1
    return (Int(byte) - 0x20) & 63
  }

  private mutating func longNumber() -> Int {
    var number = 0
    while true {
      let byte = bytes[position]
      position += 1
      if byte < 0x60 { return (number & 0x1FF_FFFF_FFFF) << 6 | (Int(byte) - 0x20) & 63 }
      number = (number & 0x1FF_FFFF_FFFF) * 30 + Int(byte - 0x60) + 1
    }
  }

  mutating func string() -> String {
    let count = number()
    let range = (position..<position + count).clamped(to: 0..<limit)
    position += count
    return bytes.text(range)
  }

  /// A counted list; a count that cannot be is taken as none.
  mutating func list<Item>(_ item: (inout Cursor) -> Item) -> [Item] {
    let count = number()
    guard count <= limit - position else { return [] }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(item(&self)) }
    return items
  }
}
