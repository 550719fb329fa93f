/// Walks the terms of a segment in order; what it says of a term holds until the next step.
struct Terms {
  private(set) var number: Int
  private(set) var text: [UInt8] = []
  /// How many bytes of the text the term at hand before had too.
  private(set) var shared = 0
  private(set) var place = Segment.Term(count: 0, postings: 0..<0, kind: .word)

  private let segment: Segment
  private var cursor: Cursor
  private var postings = 0

  init(_ segment: Segment, fromBlock block: Int) {
    self.segment = segment
    number = block * TermList.blockSize - 1
    cursor = Cursor(segment.bytes, at: segment.section(.terms).lowerBound)
  }

  /// Steps to the next term, or the next that has fewer than so many bytes in common with the one at hand; false behind
  /// the last.
  mutating func advance(sharingLessThan most: Int = .max) -> Bool {
    var mayLeave = true
    while true {
      number += 1
      guard number < segment.termCount else { return false }
      let isFirst = number % TermList.blockSize == 0
      if isFirst { enterBlock(sharing: most) }
      var (shared, rest) = cursor.termHead()
      if isFirst {
        // A block starts anew; a damaged one may say otherwise.
        shared = 0
        while shared < min(rest, text.count), segment.bytes[cursor.position + shared] == text[shared] { shared += 1 }
        cursor.position += shared
        rest -= shared
      }
      let start = cursor.position
      cursor.position += rest
      // Of those that are passed over none has fewer bytes in common with the text.
      guard shared < most else {
        if mayLeave, leaveBlock(sharing: most) { continue }
        mayLeave = false
        _ = cursor.termPlace(place.kind, segment.entryWidth, &postings)
        continue
      }
      self.shared = min(shared, text.count)
      replaceText(with: start..<start + min(rest, Terms.longest))
      place = cursor.termPlace(UsualImpacts.Kind(of: text), segment.entryWidth, &postings)
      return true
    }
  }

  /// Replaces what the text has beyond the shared bytes. An array asks at each byte removed or appended whether it is
  /// shared and has room, and most terms are about as long as the one before.
  private mutating func replaceText(with rest: Range<Int>) {
    let (count, shared, bytes) = (shared + rest.count, shared, segment.bytes)
    while text.count > count { text.removeLast() }
    while text.count < count { text.append(0) }
    var room = text.mutableSpan
    for i in 0..<rest.count { room[shared + i] = bytes[rest.lowerBound + i] }
  }

  /// Passes over the rest of the block where the next starts with a term that is passed over as well.
  private mutating func leaveBlock(sharing most: Int) -> Bool {
    let next = number / TermList.blockSize + 1
    guard next < segment.blockCount, segment.isFirstTerm(ofBlock: next, startingWith: text[..<most]) else {
      return false
    }
    number = next * TermList.blockSize - 1
    return true
  }

  /// Enters the block that starts with the next term, or the last block behind it whose first term has as many bytes in
  /// common with the text: all between are passed over.
  private mutating func enterBlock(sharing most: Int) {
    var block = number / TermList.blockSize
    if most <= text.count, segment.isFirstTerm(ofBlock: block, startingWith: text[..<most]) {
      block = segment.lastBlock(startingWith: text[..<most], from: block)
      number = block * TermList.blockSize
    }
    cursor.position = segment.check(block: block).lowerBound
    postings = segment.postingsStart(ofBlock: block)
  }

  /// More than any term has; what a damaged block says may be more.
  private static let longest = 4096
}

extension Cursor {
  /// How many bytes a term shares with the one before it, and how many more it has.
  @inline(__always) mutating func termHead() -> (shared: Int, rest: Int) {
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
