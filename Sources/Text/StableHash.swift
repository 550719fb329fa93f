/// FNV-1a of 64 bits (Fowler, Noll and Vo): the same in every run and on every machine.
package struct StableHash: Sendable {
  package var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable package init() {}

  @inlinable package mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  package mutating func combine(_ bytes: Span<UInt8>) {
    for i in bytes.indices { combine(bytes[i]) }
  }
}

extension Sequence<UInt8> {
  package var stableHash: UInt64 {
    var hash = StableHash()
    for byte in self { hash.combine(byte) }
    return hash.value
  }
}

extension String {
  /// Of the bytes.
  package var stableHash: UInt64 { utf8.stableHash }
}
