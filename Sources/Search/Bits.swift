/// Writes numbers of few bits as text: seven bits a character, the lowest first.
///
/// Seven, because any characters below U+0080 are text, and so an index with lists of bits may stand in a string literal.
struct BitWriter {
  private var bits: UInt64 = 0
  private var count = 0

  /// Appends the low bits of a number, of which no others are set; at most 32.
  @inline(__always) mutating func append(_ number: Int, width: Int, to bytes: inout ContiguousArray<UInt8>) {
    bits |= UInt64(number) << UInt64(count)
    count += width
    while count >= 7 {
      bytes.append(UInt8(bits & 0x7F))
      bits >>= 7
      count -= 7
    }
  }

  /// Fills the last character up with zeros.
  mutating func finish(_ bytes: inout ContiguousArray<UInt8>) {
    if count > 0 { bytes.append(UInt8(bits)) }
    (bits, count) = (0, 0)
  }
}

/// Reads numbers of few bits that `BitWriter` wrote; behind the end of the memory all bits are zero.
///
/// Unsafe and with arithmetic that does not check, because most of what a search in a large index reads is read here, four
/// characters at a time: a shift that is checked takes four instructions for one.
@unsafe struct BitReader {
  /// At least 37 bits after `fill`, the next one lowest.
  private(set) var bits: UInt64 = 0
  private var count = 0
  private var next: Int
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    unsafe self.bytes = unsafe bytes
    unsafe next = max(0, start)
  }

  /// Sees to it that 37 bits are at hand.
  @inline(__always) mutating func fill() {
    while unsafe count <= 36 {
      var four = unsafe nextFour
      // Pairs of characters are drawn together, then pairs of pairs.
      four = four & 0x007F_007F | (four & 0x7F00_7F00) >> 1
      four = four & 0x3FFF | four >> 2 & 0xFFF_C000
      unsafe bits |= four &<< UInt64(count)
      unsafe count &+= 28
      unsafe next &+= 4
    }
  }

  @inline(__always) private var nextFour: UInt64 {
    if unsafe next &+ 4 <= bytes.count {
      return unsafe UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt32.self)))
    }
    var four: UInt64 = 0
    for place in unsafe stride(from: bytes.count - 1, through: next, by: -1) {
      four = unsafe four << 8 | UInt64(bytes[place])
    }
    return four
  }

  /// Passes over bits that are at hand.
  @inline(__always) mutating func drop(_ width: Int) {
    unsafe bits &>>= UInt64(width)
    unsafe count &-= width
  }

  /// The next bits as a number.
  @inline(__always) mutating func take(_ width: Int) -> Int {
    let number = unsafe Int(truncatingIfNeeded: bits & (1 &<< UInt64(width) &- 1))
    unsafe drop(width)
    return number
  }
}
