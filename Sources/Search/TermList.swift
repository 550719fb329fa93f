/// The terms of an index in the order of their bytes, and their postings, as they are encoded.
///
/// Thirty-two terms make a block. A term is a digit that says how many bytes it shares with the one before it in the
/// block, at most seven, and how many more it has; where these are more than seven the digit is zero and both numbers
/// follow. Then comes the rest of it. Of a term that several entries have there follow one more than their number, and
/// how many bytes their postings take, which stand in the order of the terms; of one that a single entry has, one or two,
/// the entry in a fixed number of characters of seven bits, and after a two its excess. For each block two numbers of
/// fixed width say where it starts and where its postings do.
struct TermList {
  static let blockSize = 32

  private(set) var count = 0
  private(set) var blocks: ContiguousArray<UInt8> = []
  private(set) var terms: ContiguousArray<UInt8> = []
  private(set) var postings: ContiguousArray<UInt8> = []
  private let entryWidth: Int
  /// Where the postings of the terms so far end.
  private var postingsEnd = 0
  /// The term before in its text; none at the start of a block.
  private var last = 0..<0

  init(entryCount: Int) { entryWidth = TermList.entryWidth(of: entryCount) }

  /// How many characters of seven bits the number of an entry takes.
  static func entryWidth(of entryCount: Int) -> Int {
    (Int.bitWidth - max(1, entryCount - 1).leadingZeroBitCount + 6) / 7
  }

  /// Appends terms in order, which stand in a text, and their postings.
  ///
  /// The room for all is made first: an array asks at each byte appended whether it is shared and has room.
  mutating func append(_ pieces: [Merge.Piece], of text: ContiguousArray<UInt8>) {
    var terms: ContiguousArray<UInt8> = []
    swap(&terms, &self.terms)
    let start = terms.count
    let most = pieces.reduce(0) { $1.terms.reduce($0) { $0 + $1.text.count + TermList.mostBesideText } }
    terms.append(addingCapacity: most) { room in
      for piece in pieces {
        for term in piece.terms { append(term, text.span, from: start, to: &room) }
      }
    }
    swap(&terms, &self.terms)
    postings.reserveCapacity(postings.count + pieces.reduce(0) { $0 + $1.postings.count })
    for piece in pieces { postings += piece.postings }
  }

  private mutating func append(
    _ term: Merge.Term, _ text: Span<UInt8>, from start: Int, to room: inout OutputSpan<UInt8>
  ) {
    if count % TermList.blockSize == 0 {
      Digits.appendFixed(start + room.count, to: &blocks)
      Digits.appendFixed(postingsEnd, to: &blocks)
      last = 0..<0
    }
    count += 1
    append(Int(term.text.lowerBound)..<Int(term.text.upperBound), text, to: &room)
    switch term.postings {
    case .lone(let posting): appendLone(posting, to: &room)
    case .several(let count, let size):
      Digits.append(Int(count) + 1, to: &room)
      Digits.append(Int(size), to: &room)
      postingsEnd += Int(size)
    }
  }

  private func appendLone(_ posting: UInt32, to room: inout OutputSpan<UInt8>) {
    let excess = Excess(bits: UInt8(truncatingIfNeeded: posting))
    Digits.append(excess == .none ? 1 : 2, to: &room)
    let entry = Int(posting >> 8)
    for i in 0..<entryWidth { room.append(UInt8(entry &>> (7 &* i) & 0x7F)) }
    if excess != .none { room.append(excess.bits) }
  }

  private mutating func append(_ term: Range<Int>, _ text: Span<UInt8>, to room: inout OutputSpan<UInt8>) {
    let shared = sharedPrefix(of: term, text)
    let rest = term.count - shared
    if shared < 8 && rest < 8 {
      room.append(UInt8(0x20 + shared << 3 | rest))
    } else {
      room.append(0x20)
      Digits.append(shared, to: &room)
      Digits.append(rest, to: &room)
    }
    for i in term.lowerBound + shared..<term.upperBound { room.append(text[i]) }
    last = term
  }

  /// At most so many bytes say of a term how it starts, how many entries have it and which, or how long their list is.
  private static let mostBesideText = 1 + 4 * Digits.mostDigits

  /// How many bytes the term has in common with the last one, cut between characters so that the list stays text.
  private func sharedPrefix(of term: Range<Int>, _ text: Span<UInt8>) -> Int {
    var n = text.sharedPrefix(last.lowerBound, term.lowerBound, atMost: min(last.count, term.count))
    if n > 7 && term.count < 15 { n = 7 }
    while n > 0, n < term.count, text[term.lowerBound + n] & 0xC0 == 0x80 { n -= 1 }
    return n
  }
}
