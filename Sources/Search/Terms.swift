/// Walks the terms of a segment in order; what it says of a term holds until the next step.
struct Terms {
  private(set) var number: Int
  private(set) var text: [UInt8] = []
  /// How many bytes of the text the term before had too.
  var shared = 0
  private(set) var place = Segment.Term(count: 0, postings: 0..<0, kind: .word)

  private let segment: Segment
  private var cursor: Cursor
  private var postings = 0

  init(_ segment: Segment, fromBlock block: Int) {
    self.segment = segment
    number = block * TermList.blockSize - 1
    cursor = Cursor(segment.bytes, at: segment.section(.terms).lowerBound)
  }

  /// Steps to the next term; false behind the last.
  mutating func advance() -> Bool {
    number += 1
    guard number < segment.termCount else { return false }
    if number % TermList.blockSize == 0 { enterBlock(number / TermList.blockSize) }
    let (before, count) = cursor.termHead()
    shared = min(before, text.count)
    text.removeLast(text.count - shared)
    for i in 0..<min(count, Terms.longest) { text.append(segment.bytes[cursor.position + i]) }
    cursor.position += count
    place = cursor.termPlace(UsualImpacts.Kind(of: text), segment.entryWidth, &postings)
    return true
  }

  /// Leaves out the blocks in which all terms start as the one at hand does, up to `length` bytes; the next step may
  /// still find some that do.
  mutating func skip(sharing length: Int) {
    let block = number / TermList.blockSize
    guard block + 1 < segment.blockCount, let end = Terms.behind(text.prefix(length)),
      segment.isFirstTerm(ofBlock: block + 1, notAfter: end)
    else { return }
    let target = segment.lastBlock(startingBefore: end, from: block)
    guard target > block else { return }
    number = target * TermList.blockSize - 1
  }

  /// The first text behind all that start so.
  private static func behind(_ start: ArraySlice<UInt8>) -> [UInt8]? {
    guard let last = start.last, last < 0xFF else { return nil }
    return start.dropLast() + [last + 1]
  }

  private mutating func enterBlock(_ block: Int) {
    cursor.position = segment.check(block: block).lowerBound
    postings = segment.postingsStart(ofBlock: block)
    text.removeAll(keepingCapacity: true)
  }

  /// More than any term has; what a damaged block says may be more.
  private static let longest = 4096
}

extension Cursor {
  /// How many bytes a term shares with the one before it, and how many more it has.
  mutating func termHead() -> (shared: Int, rest: Int) {
    let digit = Int(bytes[position]) - 0x20
    position += 1
    if digit > 0 { return (digit >> 3 & 7, digit & 7) }
    return (number(), min(number(), bytes.count))
  }

  /// How many entries have a term and where their postings are: here for one, else from `postings` on, which is moved
  /// behind them.
  mutating func termPlace(_ kind: UsualImpacts.Kind, _ entryWidth: Int, _ postings: inout Int) -> Segment.Term {
    let code = number()
    if code < 3 {
      let start = position
      position += entryWidth + (code == 2 ? 1 : 0)
      return Segment.Term(count: 1, postings: start..<position, kind: kind)
    }
    let start = postings
    postings += min(number(), bytes.count)
    return Segment.Term(count: code - 1, postings: start..<postings, kind: kind)
  }
}
