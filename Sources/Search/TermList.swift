/// The terms of an index in the order of their bytes, and their postings, as they are encoded.
///
/// Sixteen terms make a block. A term is the number of bytes it shares with the one before it in the block, the rest of
/// it, how many entries have it and how many bytes its postings take; the postings stand in the order of the terms. For
/// each block two numbers of fixed width say where it starts and where its postings do.
struct TermList {
  static let blockSize = 16

  private(set) var count = 0
  private(set) var blocks: ContiguousArray<UInt8> = []
  private(set) var terms: ContiguousArray<UInt8> = []
  private(set) var postings: ContiguousArray<UInt8> = []
  private var last: ContiguousArray<UInt8> = []

  mutating func append(_ term: ArraySlice<UInt8>, count entries: Int, _ write: (inout ContiguousArray<UInt8>) -> Void) {
    if count % TermList.blockSize == 0 {
      Digits.appendFixed(terms.count, to: &blocks)
      Digits.appendFixed(postings.count, to: &blocks)
      last.removeAll(keepingCapacity: true)
    }
    let shared = sharedPrefix(with: term)
    Digits.append(shared, to: &terms)
    Digits.append(term.count - shared, to: &terms)
    terms.append(contentsOf: term.dropFirst(shared))
    let start = postings.count
    write(&postings)
    Digits.append(entries, to: &terms)
    Digits.append(postings.count - start, to: &terms)
    last = ContiguousArray(term)
    count += 1
  }

  /// How many bytes the term has in common with the last one, cut between characters so that the list stays text.
  private func sharedPrefix(with term: ArraySlice<UInt8>) -> Int {
    var n = 0
    while n < last.count, n < term.count, last[n] == term[term.startIndex + n] { n += 1 }
    while n > 0, n < term.count, term[term.startIndex + n] & 0xC0 == 0x80 { n -= 1 }
    return n
  }
}
