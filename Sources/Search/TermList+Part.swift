extension TermList {
  /// The encoded terms of one piece.
  struct Part {
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

    /// At most so many bytes say of a term how it starts, how many entries have it and which, or how long their list
    /// is.
    private static let mostBesideText = 1 + 4 * Digits.mostDigits

    /// How many bytes the term has in common with the last one, cut between characters so that the list stays text.
    private func sharedPrefix(of term: Range<Int>, _ last: Range<Int>, _ text: Span<UInt8>) -> Int {
      var n = text.sharedPrefix(last.lowerBound, term.lowerBound, atMost: min(last.count, term.count))
      if n > 7 && term.count < 15 { n = 7 }
      while n > 0, n < term.count, text[term.lowerBound + n] & 0xC0 == 0x80 { n -= 1 }
      return n
    }
  }
}

extension Merge.Term {
  var range: Range<Int> { Int(text.lowerBound)..<Int(text.upperBound) }
}
