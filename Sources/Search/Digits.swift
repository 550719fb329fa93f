/// Numbers as printable characters, so that an index is text: it stands in the program as a string literal, which
/// compiles a hundred times faster than an array of bytes, and is read where it lies, without decoding.
///
/// A number of any size is an (s,c)-dense code with s = 64 and c = 30 (Brisaboa et al., "(S,C)-Dense Coding", SPIRE
/// 2003): the last digit is one of 64 characters from U+0020, those before it of 30 from U+0060. One character up to 63,
/// two up to 1,983. A number of fixed width has five digits of six bits from U+0030.
enum Digits {
  static let fixedWidth = 5
  /// One more than the largest number of fixed width, and so than the largest index in bytes.
  static let fixedLimit = 1 << 30

  static func append(_ number: Int, to bytes: inout ContiguousArray<UInt8>) {
    if number < 64 { return bytes.append(UInt8(0x20 + number)) }
    var rest = number / 64
    // At most thirteen digits before the last: 30^13 > 2^63.
    var digits: UInt64 = 0
    var more: UInt64 = 0
    var count = 0
    while rest > 0 {
      rest -= 1
      more = more << 5 | digits >> 59
      digits = digits << 5 | UInt64(rest % 30)
      rest /= 30
      count += 1
    }
    for _ in 0..<count {
      bytes.append(0x60 + UInt8(digits & 31))
      digits = digits >> 5 | more << 59
      more >>= 5
    }
    bytes.append(UInt8(0x20 + number % 64))
  }

  static func appendFixed(_ number: Int, to bytes: inout ContiguousArray<UInt8>) {
    for shift in [24, 18, 12, 6, 0] { bytes.append(UInt8(0x30 + (number >> shift & 63))) }
  }

  static func append(_ text: String, to bytes: inout ContiguousArray<UInt8>) {
    append(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }
}
