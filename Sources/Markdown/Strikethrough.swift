/// Strikethrough (GFM section 6.5): text between two runs of one or two tildes, both of the same length.
///
///     ~~Hi~~ Hello, ~there~ world!
extension InlineParser {
  mutating func scanStrikethrough(at i: Int) -> Int { scanDelimiters(.tilde, at: i, lengths: 1...2) }
}
