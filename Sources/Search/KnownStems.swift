/// The stems of words met before: names say the same ones again and again.
struct KnownStems {
  private var words = TermTable()
  private var stems: [[UInt8]] = []

  /// The stem of a word that is a range of bytes.
  mutating func stem(of bytes: ContiguousArray<UInt8>, in range: Range<Int>) -> [UInt8] {
    let number = words.number(of: bytes, in: range)
    if number == stems.count { stems.append(Stem.of(Array(bytes[range]))) }
    return stems[number]
  }
}
