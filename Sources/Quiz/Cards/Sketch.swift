import Text

/// A text in 64 bits, most of which like texts share: a simhash over its groups of three characters, case, spacing and
/// punctuation left out (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002).
struct Sketch: Sendable, Hashable {
  let bits: UInt64

  init(bits: UInt64) {
    self.bits = bits
  }

  /// Costs 64 additions a character.
  init(of text: String) {
    let scalars = Array(TypedAnswer.normalised(text).unicodeScalars.map { UInt64($0.value) })
    var sums = [Int](repeating: 0, count: 64)
    for i in scalars.indices {
      // A short text has shorter groups at its end.
      var random = SplitMix64(seed: scalars[i...].prefix(3).reduce(7) { $0 << 21 ^ $1 })
      let hash = random.next()
      for bit in 0..<64 { sums[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    bits = sums.indices.reduce(0) { sums[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Of 64 bits, about 32 for texts that share nothing; at an angle whose cosine is 0.7, 16.
  func distance(to other: Sketch) -> Int { (bits ^ other.bits).nonzeroBitCount }
}
