/// Checks each block of an index file once, before it is first read.
///
/// A class, because reading an index must remember which blocks were checked. Two threads at worst check a block twice.
@safe final class BlockChecks: @unchecked Sendable {
  private let bytes: Bytes
  private let table: Range<Int>
  // Unsafe, because a byte a block is written while the segment is otherwise only read.
  private let states: UnsafeMutableBufferPointer<UInt8>
  private(set) var foundDamage = false

  init(_ bytes: Bytes, table: Range<Int>) {
    self.bytes = bytes
    self.table = table
    unsafe states = .allocate(capacity: table.count / Digits.fixedWidth)
    unsafe states.initialize(repeating: 0)
  }

  deinit { unsafe states.deallocate() }

  func check(_ range: Range<Int>) {
    let first = max(0, range.lowerBound - IndexFile.headerSize) / IndexFile.blockSize
    let last = (min(range.upperBound, table.lowerBound) - IndexFile.headerSize - 1) / IndexFile.blockSize
    guard !range.isEmpty, first <= last else { return }
    for block in first...last {
      guard unsafe block < states.count, unsafe states[block] == 0 else { continue }
      let start = IndexFile.headerSize + block * IndexFile.blockSize
      let end = min(start + IndexFile.blockSize, table.lowerBound)
      let check = unsafe bytes.withUnsafeBytes { unsafe IndexFile.check(of: $0, start..<end) }
      if check != bytes.fixed(at: table.lowerBound + block * Digits.fixedWidth) { foundDamage = true }
      unsafe states[block] = 1
    }
  }
}
