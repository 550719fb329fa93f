/// Runs of delimiters and how they are matched (the appendix's "An algorithm for parsing nested emphasis and links");
/// what runs there are lies with each construct: emphasis, strikethrough, highlights.
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

  /// Whether the run is used as a whole, by one as long.
  var isWhole: Bool { byte == .tilde || byte == .equals }

  /// What a pair of runs becomes, by how many bytes of each it uses.
  func node(ofWidth width: Int32) -> Document.Kind {
    switch byte {
    case .tilde: .strikethrough
    case .equals: .highlight
    default: width == 2 ? .strong : .emphasis
    }
  }
}

/// A pair of delimiters that became a node.
struct Match: BitwiseCopyable {
  var node: Document.Kind
  var width: UInt8
  var nextClosing: Int32 = -1
  var nextOpening: Int32 = -1
}

extension InlineParser {
  /// Puts a run on the stack if it can open or close; gives the place after it.
  mutating func scanDelimiters(_ byte: UInt8, at i: Int, lengths: ClosedRange<Int>) -> Int {
    var runEnd = i + 1
    while runEnd < end, text[runEnd] == byte { runEnd += 1 }
    guard lengths.contains(runEnd - i) else { return runEnd }
    let (canOpen, canClose) = flanking(byte, i..<runEnd)
    guard canOpen || canClose else { return runEnd }
    let index = delimiters.count
    let length = Int32(runEnd - i)
    delimiters.append(
      Delimiter(
        mark: Int32(marks.count), byte: byte, canOpen: canOpen, canClose: canClose, length: length, left: length,
        previous: Int32(topDelimiter)))
    if topDelimiter >= 0 { delimiters[topDelimiter].next = Int32(index) }
    topDelimiter = index
    marks.append(Mark(start: Int32(i), end: Int32(runEnd), kind: .delimiters))
    return runEnd
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
    return close.isWhole ? open.length == close.length : open.opensEmphasis(with: close)
  }

  /// Makes a node of an opener and a closer; gives the delimiter to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    let isDouble = delimiters[opener].left >= 2 && delimiters[closer].left >= 2
    let width = delimiters[closer].isWhole ? delimiters[closer].length : isDouble ? 2 : 1
    let openMark = Int(delimiters[opener].mark)
    let closeMark = Int(delimiters[closer].mark)
    let match = Int32(matches.count)
    matches.append(
      Match(node: delimiters[closer].node(ofWidth: width), width: UInt8(width), nextOpening: marks[openMark].payload))
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
