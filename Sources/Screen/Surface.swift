package import Text

/// Where styled text becomes bytes for a terminal, and the one place that keeps control characters from it.
package struct Surface: Sendable {
  package var hasColor: Bool
  package var hasLinks: Bool
  package var isASCII: Bool
  package var ambiguous: AmbiguousWidth

  package init(hasColor: Bool, hasLinks: Bool, isASCII: Bool, ambiguous: AmbiguousWidth) {
    self.hasColor = hasColor
    self.hasLinks = hasLinks
    self.isASCII = isASCII
    self.ambiguous = ambiguous
  }

  /// A line with its line end.
  package func encoded(_ line: [Run]) -> [UInt8] {
    Array((line.map { sanitized($0.text) }.joined() + "\n").utf8)
  }

  /// The text with every control character shown as its control picture.
  package func sanitized(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 ? Unicode.Scalar(0x2400 + $0.value) ?? " " : $0 }))
  }
}
