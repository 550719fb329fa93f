package import Text

/// How a formula is drawn.
package struct Setting: Sendable {
  /// Only ASCII characters, Greek by name.
  package var isASCII = false
  /// Bold by mathematical letters (𝐱), for output without styles; else by the run's style.
  package var hasBoldLetters = false
  package var ambiguous = AmbiguousWidth.narrow
  package init() {}
}
