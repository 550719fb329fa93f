#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Darwin
#endif

/// A growing array of plain values for the parser's hot loops.
///
/// An array in a mutating parser costs a look at its reference count on each write, and doubles by copying: with arenas
/// 11 MB parse in 22 ms instead of 27, and a tree of 12 million nodes needs 670 MB instead of 1,140, as `realloc` moves
/// pages instead of bytes. Reads and writes stay checked.
@safe struct Arena<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int
  /// Whether the memory is another's, which is left when there is too little of it.
  private(set) var isBorrowed: Bool

  /// The capacity is at least one element, so that an arena always has an address.
  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    isBorrowed = false
    unsafe base = Arena.block(nil, self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    unsafe base.update(repeating: element, count: count)
    self.count = count
  }

  /// Fills memory that must stay until the arena is gone.
  init(borrowing room: UnsafeMutableBufferPointer<Element>) {
    isBorrowed = unsafe room.baseAddress != nil
    capacity = isBorrowed ? room.count : 1
    unsafe base = room.baseAddress ?? Arena.block(nil, 1)
  }

  deinit { if !isBorrowed { unsafe free(base) } }

  private static func block(_ old: UnsafeMutablePointer<Element>?, _ capacity: Int) -> UnsafeMutablePointer<Element> {
    guard let block = unsafe realloc(old, capacity * MemoryLayout<Element>.stride) else { fatalError("out of memory") }
    return unsafe block.assumingMemoryBound(to: Element.self)
  }

  @inline(never) private mutating func grow(to least: Int) {
    capacity = max(least, capacity * 2)
    guard isBorrowed else { return unsafe base = Arena.block(base, capacity) }
    let block = unsafe Arena.block(nil, capacity)
    unsafe block.update(from: base, count: count)
    unsafe base = block
    isBorrowed = false
  }

  var isEmpty: Bool { @inline(__always) get { count == 0 } }
  var indices: Range<Int> { @inline(__always) get { 0..<count } }

  var last: Element? { @inline(__always) get { count > 0 ? unsafe base[count - 1] : nil } }

  @inline(__always) private func check(_ i: Int) {
    precondition(UInt(bitPattern: i) < UInt(bitPattern: count), "a place beyond the arena")
  }

  subscript(i: Int) -> Element {
    @inline(__always) get {
      check(i)
      return unsafe base[i]
    }
    @inline(__always) _modify {
      check(i)
      yield unsafe &base[i]
    }
  }

  subscript(i: Int32) -> Element {
    @inline(__always) get { self[Int(i)] }
    @inline(__always) _modify { yield &self[Int(i)] }
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe base[count] = element
    count += 1
  }

  @inline(__always) mutating func append(contentsOf source: UnsafeBufferPointer<Element>) {
    guard let start = source.baseAddress else { return }
    if capacity - count < source.count { grow(to: count + source.count) }
    unsafe (base + count).update(from: start, count: source.count)
    count += source.count
  }

  mutating func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  @inline(__always) mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return unsafe base[count]
  }

  @inline(__always) mutating func removeLast() {
    precondition(count > 0, "nothing to remove")
    count -= 1
  }

  mutating func remove(at i: Int) {
    check(i)
    unsafe (base + i).update(from: base + i + 1, count: count - i - 1)
    count -= 1
  }

  /// Drops what stands from a place on; the memory is kept.
  @inline(__always) mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count, "a place beyond the arena")
    self.count = count
  }

  @inline(__always) mutating func removeAll() { count = 0 }

  /// The elements where they lie, valid until the arena grows or goes.
  @inline(__always) var view: View<Element> { unsafe View(UnsafeBufferPointer(start: base, count: count)) }
}
