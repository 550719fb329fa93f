/// Numbers as printable characters, so that an index is text: it stands in the program as a string literal, which
/// compiles a hundred times faster than an array of bytes, and is read where it lies, without decoding.
///
/// A number of any size is an (s,c)-dense code with s = 64 and c = 30 (Brisaboa et al., "(S,C)-Dense Coding", SPIRE
/// 2003): the last digit is one of 64 characters from U+0020, those before it of 30 from U+0060. One character up to
/// 63, two up to 1,983. A number of fixed width has five digits of six bits from U+0030.
enum Digits {
  static let fixedWidth = 5

  static func append(_ number: Int, to bytes: inout ContiguousArray<UInt8>) {
    if number < 64 { return bytes.append(UInt8(0x20 + number)) }
    bytes.append(addingCapacity: mostDigits) { append(number, to: &$0) }
  }

  /// The same where there is room for `mostDigits`.
  @inline(__always) static func append(_ number: Int, to room: inout OutputSpan<UInt8>) {
    if number < 64 { return room.append(UInt8(0x20 + number)) }
    let (digits, count) = reversed(number)
    for i in stride(from: count - 1, through: 0, by: -1) { room.append(UInt8(truncatingIfNeeded: digits >> (8 * i))) }
  }

  static let mostDigits = 8

  /// The digits of a number below 2^40, the last in the lowest byte; larger numbers are cut.
  static func reversed(_ number: Int) -> (digits: UInt64, count: Int) {
    var rest = (number & 0xFF_FFFF_FFFF) / 64
    var digits = UInt64(0x20 + number % 64)
    var count = 1
    while rest > 0 {
      rest -= 1
      digits |= UInt64(0x60 + rest % 30) << (8 * UInt64(count))
      rest /= 30
      count += 1
    }
    return (digits, count)
  }

  static func appendFixed(_ number: Int, to bytes: inout ContiguousArray<UInt8>) {
    for shift in [24, 18, 12, 6, 0] { bytes.append(UInt8(0x30 + (number >> shift & 63))) }
  }

  static func append(_ text: String, to bytes: inout ContiguousArray<UInt8>) {
    append(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }
}
