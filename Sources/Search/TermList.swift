import Text

/// The terms of an index in the order of their bytes, and their postings, as they are encoded.
///
/// Thirty-two terms make a block. A term is a digit that says how many bytes it shares with the one before it in the
/// block, at most seven, and how many more it has; where these are more than seven the digit is zero and both numbers
/// follow. Then comes the rest of it. Of a term that several entries have there follow one more than their number, and
/// how many bytes their postings take, which stand in the order of the terms; of one that a single entry has, one or
/// two, the entry in a fixed number of characters of seven bits, and after a two its excess. For each block two numbers
/// of fixed width say where it starts and where its postings do.
struct TermList {
  static let blockSize = 32

  private(set) var count = 0
  private(set) var blocks: ContiguousArray<UInt8> = []
  private(set) var terms: ContiguousArray<UInt8> = []
  private(set) var postings: ContiguousArray<UInt8> = []

  /// The terms of pieces in order, which stand in a text, and their postings.
  init(
    of pieces: [Merge.Piece], _ text: ContiguousArray<UInt8>, entryCount: Int, by workforce: Workforce
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
