internal import Text

/// Which runs of delimiters open and close (section 6.2, "left-flanking", "right-flanking"), with the rule for text
/// without spaces (tats-u/markdown-cjk-friendly).
///
///     **中文。**然后
extension InlineParser {
  /// Whether a run can open and close (section 6.2), with the rule for text without spaces for all but `_`: beside a
  /// wide character, punctuation does not keep a run from opening or closing (tats-u/markdown-cjk-friendly).
  func flanking(_ byte: UInt8, _ run: Range<Int>) -> (canOpen: Bool, canClose: Bool) {
    let before = run.lowerBound > start ? Neighbour(text, endingAt: run.lowerBound, from: start) : .edge
    let after = run.upperBound < end ? Neighbour(text, startingAt: run.upperBound, before: end) : .edge
    if byte == .underscore {
      let left = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
      let right = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
      return (left && (!right || before.isPunctuation), right && (!left || after.isPunctuation))
    }
    let isWide = before.isWide || after.isWide
    let left =
      !after.isSpace
      && (!after.isPunctuation || before.isSpace || before.isPunctuation || isWide || before.isIdeographicVariation)
    let right = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation || isWide)
    return (left, right)
  }
}

/// What the rules ask of the character beside a run.
private struct Neighbour {
  var isSpace = false
  var isPunctuation = false
  var isWide = false
  var isIdeographicVariation = false

  /// The start or end of the text counts as white space.
  static let edge = Neighbour(isSpace: true)

  init(isSpace: Bool) { self.isSpace = isSpace }

  private init(_ scalar: Unicode.Scalar) {
    isSpace = scalar.isMarkdownSpace
    isPunctuation = scalar.isMarkdownPunctuation
    isWide = scalar.isEastAsianWide
  }

  init(_ text: Bytes, startingAt i: Int, before end: Int) {
    let (scalar, next) = text.scalar(at: i, before: end)
    self.init(scalar)
    if scalar.isCurlyQuote, next < end, text.scalar(at: next, before: end).0 == "\u{FE01}" { isWide = true }
  }

  init(_ text: Bytes, endingAt i: Int, from start: Int) {
    let (scalar, place) = text.scalar(endingAt: i, from: start)
    guard (0xFE00...0xFE0E).contains(scalar.value), place > start else {
      self.init(scalar)
      isIdeographicVariation = (0xE0100...0xE01EF).contains(scalar.value)
      return
    }
    // A variation selector is looked through to its base.
    let base = text.scalar(endingAt: place, from: start).0
    self.init(base)
    if base.isCurlyQuote, scalar == "\u{FE01}" { isWide = true }
  }
}

extension Unicode.Scalar {
  fileprivate var isCurlyQuote: Bool { (0x2018...0x2019).contains(value) || (0x201C...0x201D).contains(value) }
}
