import Synchronization

/// Checks each block of an index file before it is first read.
///
/// A class, because reading an index must remember which blocks were found sound. Of two threads that ask at once both
/// check; a block that is not sound is never passed over, so that every thread sees the damage before it reads there.
@safe final class BlockChecks: Sendable {
  private let bytes: Bytes
  private let table: Range<Int>
  // Unsafe, because no array holds atomics; the memory lives as long as this object.
  nonisolated(unsafe) private let areSound: UnsafeMutableBufferPointer<Atomic<Bool>>
  private let damage = Atomic(false)

  init(_ bytes: Bytes, table: Range<Int>) {
    self.bytes = bytes
    self.table = table
    unsafe areSound = .allocate(capacity: table.count / Digits.fixedWidth)
    for block in 0..<(table.count / Digits.fixedWidth) {
      unsafe areSound.initializeElement(at: block, to: Atomic(false))
    }
  }

  deinit {
    unsafe areSound.deinitialize()
    unsafe areSound.deallocate()
  }

  var foundDamage: Bool { damage.load(ordering: .relaxed) }

  func check(_ range: Range<Int>) {
    let first = max(0, range.lowerBound - IndexFile.headerSize) / IndexFile.blockSize
    let last = (min(range.upperBound, table.lowerBound) - IndexFile.headerSize - 1) / IndexFile.blockSize
    guard !range.isEmpty, first <= last else { return }
    for block in first...last {
      guard unsafe block < areSound.count, unsafe !areSound[block].load(ordering: .relaxed) else { continue }
      let start = IndexFile.headerSize + block * IndexFile.blockSize
      let end = min(start + IndexFile.blockSize, table.lowerBound)
      let check = unsafe bytes.withUnsafeBytes { unsafe IndexFile.check(of: $0, start..<end) }
      if check == bytes.fixed(at: table.lowerBound + block * Digits.fixedWidth) {
        unsafe areSound[block].store(true, ordering: .relaxed)
      } else {
        damage.store(true, ordering: .relaxed)
      }
    }
  }
}
