/// A state of a file or folder, as a hash of its size, times and inode.
package struct Stamp: Hashable, Sendable {
  private var bits: UInt64

  /// A state that is equal to none that is known: what it belongs to is looked at again.
  package static let unknown = Stamp(bits: 0)

  fileprivate init(bits: UInt64) { self.bits = bits }

  package init(size: Int, modified: Int, changed: Int, inode: Int) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for number in [size, modified, changed, inode] {
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

/// The states of files as one state, whatever their order: the sum of a hash of each one's name (FNV-1a) and state.
package struct StampSum: Sendable {
  private var bits: UInt64 = 0
  private var isKnown = true

  package init() {}

  package mutating func add(_ name: Span<UInt8>, _ stamp: Stamp) {
    var hash = stamp.number
    for i in name.indices { hash = (hash ^ UInt64(name[i])) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xFF51_AFD7_ED55_8CCD
    bits &+= hash ^ hash >> 29
    isKnown = isKnown && stamp != .unknown
  }

  /// Unknown where one of the files is.
  package var stamp: Stamp { isKnown ? Stamp(bits: max(1, bits & 0xFFF_FFFF_FFFF_FFFF)) : .unknown }
}
