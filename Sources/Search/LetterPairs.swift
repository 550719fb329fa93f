/// Some pairs of small letters, a bit each: a look tells of most words at once that none of some endings fits.
struct LetterPairs: Sendable {
  private var bits = InlineArray<32, UInt32>(repeating: 0)

  init(_ pairs: some Sequence<(UInt8, UInt8)>) {
    for (first, second) in pairs { bits[Int(first & 31)] |= LetterPairs.bit(second) }
  }

  /// Whether a pair is there; what is no letter is taken for one.
  @inline(__always) func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    bits[Int(first & 31)] & LetterPairs.bit(second) != 0
  }

  @inline(__always) private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }
}
