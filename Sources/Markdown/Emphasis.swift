/// Emphasis and strong emphasis (section 6.2) between runs of `*` or `_`.
///
///     *emphasis* **strong** _emphasis_ __strong__
extension InlineParser {
  mutating func scanEmphasis(_ byte: UInt8, at i: Int) -> Int { scanDelimiters(byte, at: i, lengths: 1...Int.max) }
}

extension Delimiter {
  /// Rules 9 and 10: with a run that can do both, the lengths do not add up to a multiple of 3.
  func opensEmphasis(with closer: Delimiter) -> Bool {
    !(canClose || closer.canOpen) || closer.length % 3 == 0 || (length + closer.length) % 3 != 0
  }
}
