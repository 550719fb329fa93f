internal import Text

/// Emphasis and strong emphasis (section 6.2), strikethrough (GFM section 6.5) and highlights.
///
///     *emphasis* **strong** ~~struck~~ ==marked==
struct Delimiter: BitwiseCopyable {
  var mark: Int32
  var byte: UInt8
  var canOpen: Bool
  var canClose: Bool
  var length: Int32
  /// How many of the run's bytes no match has used yet.
  var left: Int32
  var previous: Int32
  var next: Int32 = -1
}

/// A pair of delimiters that became a node.
struct Match: BitwiseCopyable {
  var node: Document.Kind
  var width: UInt8
  var nextClosing: Int32 = -1
  var nextOpening: Int32 = -1
}

extension InlineParser {
  mutating func scanDelimiters(_ byte: UInt8, at i: Int) -> Int {
    var runEnd = i + 1
    while runEnd < end, text[runEnd] == byte { runEnd += 1 }
    let length = runEnd - i
    switch byte {
    case .tilde: guard length <= 2 else { return runEnd }
    case .equals: guard length == 2 else { return runEnd }
    default: break
    }
    let (canOpen, canClose) = flanking(byte, i..<runEnd)
    guard canOpen || canClose else { return runEnd }
    let index = delimiters.count
    delimiters.append(
      Delimiter(
        mark: Int32(marks.count), byte: byte, canOpen: canOpen, canClose: canClose, length: Int32(length),
        left: Int32(length), previous: Int32(topDelimiter)))
    if topDelimiter >= 0 { delimiters[topDelimiter].next = Int32(index) }
    topDelimiter = index
    marks.append(Mark(start: Int32(i), end: Int32(runEnd), kind: .delimiters))
    return runEnd
  }

  /// Whether a run can open and close (section 6.2), with the rule for text without spaces for all but `_`: beside a wide
  /// character, punctuation does not keep a run from opening or closing (tats-u/markdown-cjk-friendly).
  private func flanking(_ byte: UInt8, _ run: Range<Int>) -> (canOpen: Bool, canClose: Bool) {
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

  /// Matches the delimiters above a place of the stack and takes them off it (the appendix's "process emphasis").
  mutating func matchDelimiters(above bottom: Int) {
    var bottoms = OpenersBottom(bottom)
    var closer = topDelimiter
    while closer >= 0, Int(delimiters[closer].previous) != bottom { closer = Int(delimiters[closer].previous) }
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = Int(delimiters[closer].next)
        continue
      }
      let slot = OpenersBottom.slot(of: delimiters[closer])
      var opener = Int(delimiters[closer].previous)
      while opener > bottom, opener > bottoms[slot], !matches(opener, closer) {
        opener = Int(delimiters[opener].previous)
      }
      if opener > bottom, opener > bottoms[slot] {
        closer = pair(opener, closer)
      } else {
        bottoms[slot] = Int(delimiters[closer].previous)
        let next = Int(delimiters[closer].next)
        if !delimiters[closer].canOpen { unlink(closer) }
        closer = next
      }
    }
    topDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let open = delimiters[opener]
    let close = delimiters[closer]
    guard open.byte == close.byte, open.canOpen else { return false }
    if close.byte == .tilde || close.byte == .equals { return open.length == close.length }
    // Rules 9 and 10: with a run that can do both, the lengths do not add up to a multiple of 3.
    return !(open.canClose || close.canOpen) || close.length % 3 == 0 || (open.length + close.length) % 3 != 0
  }

  /// Makes a node of an opener and a closer; gives the delimiter to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    let byte = delimiters[closer].byte
    let isWhole = byte == .tilde || byte == .equals
    let width =
      isWhole ? delimiters[closer].length : delimiters[opener].left >= 2 && delimiters[closer].left >= 2 ? 2 : 1
    let openMark = Int(delimiters[opener].mark)
    let closeMark = Int(delimiters[closer].mark)
    let node: Document.Kind =
      byte == .tilde ? .strikethrough : byte == .equals ? .highlight : width == 2 ? .strong : .emphasis
    let match = Int32(matches.count)
    matches.append(Match(node: node, width: UInt8(width), nextOpening: marks[openMark].payload))
    marks[openMark].payload = match
    if marks[closeMark].first < 0 {
      marks[closeMark].first = match
    } else {
      matches[marks[closeMark].last].nextClosing = match
    }
    marks[closeMark].last = match
    // What stands between the two can match nothing any more.
    delimiters[opener].next = Int32(closer)
    delimiters[closer].previous = Int32(opener)
    delimiters[opener].left -= width
    delimiters[closer].left -= width
    if delimiters[opener].left == 0 { unlink(opener) }
    guard delimiters[closer].left == 0 else { return closer }
    let next = Int(delimiters[closer].next)
    unlink(closer)
    return next
  }

  private mutating func unlink(_ index: Int) {
    let previous = Int(delimiters[index].previous)
    let next = Int(delimiters[index].next)
    if previous >= 0 { delimiters[previous].next = Int32(next) }
    if next >= 0 { delimiters[next].previous = Int32(previous) } else { topDelimiter = previous }
  }
}

/// Below which delimiter a closer of a kind has no opener: keeps the matching linear.
private struct OpenersBottom {
  private var places: InlineArray<16, Int>

  init(_ bottom: Int) { places = InlineArray(repeating: bottom) }

  subscript(slot: Int) -> Int {
    get { places[slot] }
    set { places[slot] = newValue }
  }

  static func slot(of closer: Delimiter) -> Int {
    switch closer.byte {
    case .star: (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case .underscore: 6 + (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case .tilde: 11 + Int(closer.length)
    default: 14
    }
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
