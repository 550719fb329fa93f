package import Text

extension SplitMix64 {
  /// A stream of its own for each card and each of its reviews.
  package init(card: UInt64, review: Int, seed: UInt64 = 0) {
    self.init(
      seed: card ^ (UInt64(truncatingIfNeeded: review) &* 0xD6E8_FEB8_6659_FD93) ^ (seed &* 0xA076_1D64_78BD_642F))
  }
}
