/// Walks the terms of a segment in order.
struct Terms {
  struct Item {
    var number: Int
    var text: [UInt8]
    /// How many bytes of the text the term before had too.
    var shared: Int
    var place: Segment.Term
  }

  private let segment: Segment
  private var cursor: Cursor
  private var number: Int
  private var postings = 0
  private var text: [UInt8] = []

  init(_ segment: Segment, fromBlock block: Int) {
    self.segment = segment
    number = block * TermList.blockSize
    cursor = Cursor(segment.bytes, at: segment.section(.terms).lowerBound)
  }

  mutating func next() -> Item? {
    guard number < segment.termCount else { return nil }
    if number % TermList.blockSize == 0 { enterBlock(number / TermList.blockSize) }
    let shared = min(cursor.number(), text.count)
    let count = min(cursor.number(), Terms.longest)
    text.removeLast(text.count - shared)
    for i in 0..<count { text.append(segment.bytes[cursor.position + i]) }
    cursor.position += count
    let entries = cursor.number()
    let end = postings + min(cursor.number(), segment.bytes.count)
    defer {
      postings = end
      number += 1
    }
    return Item(number: number, text: text, shared: shared, place: .init(count: entries, postings: postings..<end))
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
