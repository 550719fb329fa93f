/// The terms of an index in the order of their bytes, and their postings, as they are encoded.
///
/// Thirty-two terms make a block. A term is a digit that says how many bytes it shares with the one before it in the
/// block, at most seven, and how many more it has; where these are more than seven the digit is zero and both numbers
/// follow. Then come the rest of it and how many entries have it: of a single one the posting follows at once, of more
/// the number of bytes that their postings take; these stand in the order of the terms. For each block two numbers of
/// fixed width say where it starts and where its postings do.
///
/// A posting is the distance from the entry before it, doubled, and one more where its impact follows; where it does not
/// the impact is the entry's usual one, that of a single occurrence.
struct TermList {
  static let blockSize = 32

  private(set) var count = 0
  private(set) var blocks: ContiguousArray<UInt8> = []
  private(set) var terms: ContiguousArray<UInt8> = []
  private(set) var postings: ContiguousArray<UInt8> = []
  private var last: ContiguousArray<UInt8> = []
  /// Of the term at hand: whether it is one entry's, where its postings start, and the last entry among them.
  private var isLone = false
  private var start = 0
  private var lastEntry = -1

  /// Starts a term that so many entries have; their postings follow.
  mutating func open(_ term: ArraySlice<UInt8>, entries: Int) {
    if count % TermList.blockSize == 0 {
      Digits.appendFixed(terms.count, to: &blocks)
      Digits.appendFixed(postings.count, to: &blocks)
      last.removeAll(keepingCapacity: true)
    }
    appendText(term)
    Digits.append(entries, to: &terms)
    isLone = entries == 1
    start = postings.count
    lastEntry = -1
    count += 1
  }

  /// Appends postings of the term, their entries counted from a base.
  mutating func append(_ list: ArraySlice<UInt32>, base: Int) {
    for posting in list {
      let entry = base + Int(posting >> 8)
      let impact = UInt8(truncatingIfNeeded: posting)
      let code = (entry - lastEntry - 1) << 1 | (impact == PostingLog.usual ? 0 : 1)
      let mark = impact == PostingLog.usual ? nil : 0x20 + impact
      if isLone { TermList.append(code, mark, to: &terms) } else { TermList.append(code, mark, to: &postings) }
      lastEntry = entry
    }
  }

  /// Ends the term.
  mutating func close() {
    if !isLone { Digits.append(postings.count - start, to: &terms) }
  }

  private static func append(_ code: Int, _ impact: UInt8?, to bytes: inout ContiguousArray<UInt8>) {
    Digits.append(code, to: &bytes)
    if let impact { bytes.append(impact) }
  }

  private mutating func appendText(_ term: ArraySlice<UInt8>) {
    let shared = sharedPrefix(with: term)
    let rest = term.count - shared
    if shared < 8 && rest < 8 {
      terms.append(UInt8(0x20 + shared << 3 | rest))
    } else {
      terms.append(0x20)
      Digits.append(shared, to: &terms)
      Digits.append(rest, to: &terms)
    }
    last.removeLast(last.count - shared)
    for i in term.startIndex + shared..<term.endIndex {
      terms.append(term[i])
      last.append(term[i])
    }
  }

  /// How many bytes the term has in common with the last one, cut between characters so that the list stays text.
  private func sharedPrefix(with term: ArraySlice<UInt8>) -> Int {
    var n = 0
    while n < last.count, n < term.count, last[n] == term[term.startIndex + n] { n += 1 }
    if n > 7 && term.count < 15 { n = 7 }
    while n > 0, n < term.count, term[term.startIndex + n] & 0xC0 == 0x80 { n -= 1 }
    return n
  }
}
