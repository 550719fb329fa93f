extension Span<UInt8> {
  /// Up to eight bytes from a place as the first of a number.
  ///
  /// Unsafe in name only, as the place is checked: much of the making of an index is looking up words, and by eight
  /// bytes at a time it takes half as long.
  @inline(__always) func head(at start: Int, _ length: Int) -> UInt64 {
    guard length > 0 else { return 0 }
    if start + 8 <= count {
      let eight = unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
      return eight & (.max &<< UInt64(truncatingIfNeeded: 64 - 8 * length))
    }
    var head: UInt64 = 0
    for i in 0..<length { head |= UInt64(self[start + i]) &<< UInt64(56 - 8 * i) }
    return head
  }
}
