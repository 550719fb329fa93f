/// 64-bit words where they lie: in a mapped file or in an array. Every read is checked; behind the end stand zeros.
@safe package struct WordMemory: @unchecked Sendable {
  // Unsafe, because a span cannot be stored; the owner keeps the memory as long as this value.
  private let start: UnsafePointer<UInt64>?
  package let count: Int
  private let owner: AnyObject?

  /// Memory that nobody changes while the owner lives, aligned to words.
  package init(start: UnsafeRawPointer, byteCount: Int, owner: AnyObject) {
    unsafe self.start = start.assumingMemoryBound(to: UInt64.self)
    count = byteCount / 8
    self.owner = owner
  }

  package init(_ array: ContiguousArray<UInt64>) {
    let copy = Copy(array)
    unsafe start = UnsafePointer(copy.start)
    count = array.count
    owner = copy
  }

  package subscript(i: Int) -> UInt64 {
    guard let start = unsafe start, i >= 0, i < count else { return 0 }
    return unsafe start[i]
  }

  /// Runs a measured loop over the memory: through `subscript` a sum over it takes three times the instructions.
  func withUnsafeWords<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    unsafe body(UnsafeBufferPointer(start: start, count: count))
  }

  package var array: ContiguousArray<UInt64> { ContiguousArray((0..<count).map { self[$0] }) }

  @safe private final class Copy {
    let start: UnsafeMutablePointer<UInt64>

    init(_ array: ContiguousArray<UInt64>) {
      unsafe start = .allocate(capacity: max(1, array.count))
      for i in array.indices { unsafe start[i] = array[i] }
    }

    deinit { unsafe start.deallocate() }
  }
}
