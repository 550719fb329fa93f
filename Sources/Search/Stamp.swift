/// A state of a file or folder, as a hash of its size, time and inode.
package struct Stamp: Hashable, Sendable {
  private var bits: UInt64

  /// A state that is equal to none that is known: what it belongs to is looked at again.
  package static let unknown = Stamp(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  package init(size: Int, modified: Int, inode: Int) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for number in [size, modified, inode] {
      hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    bits = max(1, hash & 0xFFF_FFFF_FFFF_FFFF)
  }

  /// The state as a number, for sums over many.
  package var number: UInt64 { bits }

  func append(to bytes: inout ContiguousArray<UInt8>) {
    Digits.appendFixed(Int(bits >> 30), to: &bytes)
    Digits.appendFixed(Int(bits & 0x3FFF_FFFF), to: &bytes)
  }

  init(reading cursor: inout Cursor) {
    bits = UInt64(cursor.bytes.fixed(at: cursor.position)) << 30
    bits |= UInt64(cursor.bytes.fixed(at: cursor.position + Digits.fixedWidth))
    cursor.position += 2 * Digits.fixedWidth
  }
}
