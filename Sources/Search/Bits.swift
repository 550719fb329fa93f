/// Writes numbers of few bits as text: seven bits a character, the lowest first.
///
/// Seven, because any characters below U+0080 are text, and so an index with lists of bits may stand in a string
/// literal.
struct BitWriter {
  private var bits: UInt64 = 0
  private var count = 0

  /// Appends the low bits of a number, of which no others are set; at most 32.
  @inline(__always) mutating func append(_ number: Int, width: Int, to room: inout OutputSpan<UInt8>) {
    bits |= UInt64(truncatingIfNeeded: number) &<< UInt64(truncatingIfNeeded: count)
    count &+= width
    while count >= 7 {
      room.append(UInt8(truncatingIfNeeded: bits & 0x7F))
      bits &>>= 7
      count &-= 7
    }
  }

  /// Fills the last character up with zeros.
  mutating func finish(_ room: inout OutputSpan<UInt8>) {
    if count > 0 { room.append(UInt8(bits)) }
    (bits, count) = (0, 0)
  }
}

/// Reads numbers of few bits that `BitWriter` wrote, or wrote and reversed; outside the memory all bits are zero.
///
/// Unsafe and with arithmetic that does not check, because most of what a search in a large index reads is read here,
/// four characters at a time: a shift that is checked takes four instructions for one.
@unsafe struct BitReader {
  /// At least 37 bits after `fill`, the next one lowest.
  private(set) var bits: UInt64 = 0
  private var count = 0
  private var next: Int
  private let isReversed: Bool
  private let bytes: UnsafeRawBufferPointer

  /// Reads characters from the first on.
  @inline(__always) init(_ bytes: UnsafeRawBufferPointer, from place: Range<Int>) {
    unsafe self.bytes = unsafe bytes
    unsafe isReversed = false
    unsafe next = max(0, place.lowerBound)
  }

  /// Reads reversed characters from the last one back.
  @inline(__always) init(_ bytes: UnsafeRawBufferPointer, backFrom place: Range<Int>) {
    unsafe self.bytes = unsafe bytes
    unsafe isReversed = true
    unsafe next = min(place.upperBound, bytes.count) - 4
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
      unsafe next &+= isReversed ? -4 : 4
    }
  }

  @inline(__always) private var nextFour: UInt64 {
    if unsafe next >= 0 && next &+ 4 <= bytes.count {
      let four = unsafe bytes.loadUnaligned(fromByteOffset: next, as: UInt32.self)
      return unsafe UInt64(isReversed ? UInt32(bigEndian: four) : UInt32(littleEndian: four))
    }
    var four: UInt64 = 0
    for i in 0..<4 {
      let place = unsafe isReversed ? next + i : next + 3 - i
      four = unsafe four << 8 | (bytes.indices.contains(place) ? UInt64(bytes[place]) : 0)
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
