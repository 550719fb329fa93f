import Text

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

  /// The terms of pieces in order, which stand in a text, and their postings.
  init(
    of pieces: [Merge.Piece], _ text: ContiguousArray<UInt8>, entryCount: Int, by workforce: Workforce = .alone
  ) {
    let starts = TermList.starts(of: pieces)
    let parts = workforce.map(pieces.count) { i in
      Part(of: pieces[i], text, after: starts[i], entryWidth: TermList.entryWidth(of: entryCount))
    }
    terms.reserveCapacity(parts.reduce(0) { $0 + $1.terms.count })
    postings.reserveCapacity(pieces.reduce(0) { $0 + $1.postings.count })
    for (piece, part) in zip(pieces, parts) {
      for block in part.blocks {
        Digits.appendFixed(terms.count + block.terms, to: &blocks)
        Digits.appendFixed(block.postings, to: &blocks)
      }
      count += piece.terms.count
      terms += part.terms
      postings += piece.postings
    }
  }

  /// How many characters of seven bits the number of an entry takes.
  static func entryWidth(of entryCount: Int) -> Int {
    (Int.bitWidth - max(1, entryCount - 1).leadingZeroBitCount + 6) / 7
  }

  /// What stands before each piece.
  private static func starts(of pieces: [Merge.Piece]) -> [Part.Start] {
    var start = Part.Start()
    return pieces.map { piece in
      let before = start
      start.count += piece.terms.count
      start.postings += piece.postings.count
      if let last = piece.terms.last { start.last = last.range }
      return before
    }
  }
}

/// The encoded terms of one piece.
private struct Part {
  /// What stands before them: how many terms, how many bytes of postings, and the last term in its text.
  struct Start {
    var count = 0
    var postings = 0
    var last = 0..<0
  }

  /// The blocks that start here, by the bytes of terms here and of postings in the whole before them.
  private(set) var blocks: ContiguousArray<(terms: Int, postings: Int)> = []
  private(set) var terms: ContiguousArray<UInt8> = []
  private let entryWidth: Int

  /// The room for all is made first: an array asks at each byte appended whether it is shared and has room.
  init(of piece: Merge.Piece, _ text: ContiguousArray<UInt8>, after start: Start, entryWidth: Int) {
    self.entryWidth = entryWidth
    let most = piece.terms.reduce(0) { $0 + $1.text.count + Part.mostBesideText }
    var (blocks, terms, start) = (blocks, terms, start)
    terms.append(addingCapacity: most) { room in
      for term in piece.terms {
        if start.count % TermList.blockSize == 0 {
          blocks.append((room.count, start.postings))
          start.last = 0..<0
        }
        append(term, text.span, after: &start, to: &room)
      }
    }
    (self.blocks, self.terms) = (blocks, terms)
  }

  private func append(
    _ term: Merge.Term, _ text: Span<UInt8>, after start: inout Start, to room: inout OutputSpan<UInt8>
  ) {
    append(term.range, text, after: start.last, to: &room)
    start.count += 1
    start.last = term.range
    switch term.postings {
    case .lone(let posting): appendLone(posting, to: &room)
    case .several(let count, let size):
      Digits.append(Int(count) + 1, to: &room)
      Digits.append(Int(size), to: &room)
      start.postings += Int(size)
    }
  }

  private func appendLone(_ posting: UInt32, to room: inout OutputSpan<UInt8>) {
    let excess = Excess(bits: UInt8(truncatingIfNeeded: posting))
    Digits.append(excess == .none ? 1 : 2, to: &room)
    let entry = Int(posting >> 8)
    for i in 0..<entryWidth { room.append(UInt8(entry &>> (7 &* i) & 0x7F)) }
    if excess != .none { room.append(excess.bits) }
  }

  private func append(
    _ term: Range<Int>, _ text: Span<UInt8>, after last: Range<Int>, to room: inout OutputSpan<UInt8>
  ) {
    let shared = sharedPrefix(of: term, last, text)
    let rest = term.count - shared
    if shared < 8 && rest < 8 {
      room.append(UInt8(0x20 + shared << 3 | rest))
    } else {
      room.append(0x20)
      Digits.append(shared, to: &room)
      Digits.append(rest, to: &room)
    }
    for i in term.lowerBound + shared..<term.upperBound { room.append(text[i]) }
  }

  /// At most so many bytes say of a term how it starts, how many entries have it and which, or how long their list is.
  private static let mostBesideText = 1 + 4 * Digits.mostDigits

  /// How many bytes the term has in common with the last one, cut between characters so that the list stays text.
  private func sharedPrefix(of term: Range<Int>, _ last: Range<Int>, _ text: Span<UInt8>) -> Int {
    var n = text.sharedPrefix(last.lowerBound, term.lowerBound, atMost: min(last.count, term.count))
    if n > 7 && term.count < 15 { n = 7 }
    while n > 0, n < term.count, text[term.lowerBound + n] & 0xC0 == 0x80 { n -= 1 }
    return n
  }
}

extension Merge.Term {
  fileprivate var range: Range<Int> { Int(text.lowerBound)..<Int(text.upperBound) }
}
