/// Highlights of Obsidian: text between two pairs of `=`.
///
///     ==marked==
extension InlineParser {
  mutating func scanHighlight(at i: Int) -> Int { scanDelimiters(.equals, at: i, lengths: 2...2) }
}
