/// Walks the terms of a segment in order; what it says of a term holds until the next step.
struct Terms {
  private(set) var number: Int
  private(set) var text: [UInt8] = []
  /// How many bytes of the text the term before had too.
  var shared = 0
  private(set) var place = Segment.Term(count: 0, postings: 0..<0)

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
    shared = min(cursor.number(), text.count)
    let count = min(cursor.number(), Terms.longest)
    text.removeLast(text.count - shared)
    for i in 0..<count { text.append(segment.bytes[cursor.position + i]) }
    cursor.position += count
    let entries = cursor.number()
    let end = postings + min(cursor.number(), segment.bytes.count)
    place = Segment.Term(count: entries, postings: postings..<end)
    postings = end
    return true
  }

  private mutating func enterBlock(_ block: Int) {
    let start = segment.termsStart(ofBlock: block)
    let isLast = block + 1 >= segment.blockCount
    let end = isLast ? segment.section(.terms).upperBound : segment.termsStart(ofBlock: block + 1)
    segment.check(start..<max(start, end))
    cursor.position = start
    postings = segment.postingsStart(ofBlock: block)
    text.removeAll(keepingCapacity: true)
  }

  /// More than any term has; what a damaged block says may be more.
  private static let longest = 4096
}
