/// The terms of several portions side by side, which are gone through at once, in order: what the portions say of each
/// term is put together and encoded.
struct Merge: Sendable {
  /// A term of the whole, and where its text stands.
  struct Term {
    var text: Range<Int32>
    var postings: Postings
  }

  /// The posting of a term that one entry has; of another, how many entries have it and how many bytes that takes.
  enum Postings {
    case lone(UInt32)
    case several(count: Int32, size: Int32)
  }

  /// Some of the terms in order and, in that order, the encoded postings of those that several entries have.
  struct Piece {
    var terms: ContiguousArray<Term> = []
    var postings: ContiguousArray<UInt8> = []
  }

  private(set) var records = Records()
  /// The portions' texts, terms and postings one after the other: in one array each, so that threads that go through
  /// different terms share nothing that they count references of.
  private(set) var text: ContiguousArray<UInt8> = []
  private var terms: ContiguousArray<Portion.Term> = []
  private var postings: ContiguousArray<UInt32> = []
  /// Where the terms of each portion start, and where the last ones end.
  private var starts = [0]

  /// Each portion is let go once it is taken.
  init(_ portions: consuming [Portion]) {
    text.reserveCapacity(portions.reduce(0) { $0 + $1.text.count })
    terms.reserveCapacity(portions.reduce(0) { $0 + $1.terms.count })
    postings.reserveCapacity(portions.reduce(0) { $0 + $1.postings.count })
    portions.reverse()
    while let portion = portions.popLast() { append(portion) }
  }

  private mutating func append(_ portion: Portion) {
    let (textBase, postingBase) = (Int32(text.count), Int32(postings.count))
    let entryBase = UInt32(records.count) << 8
    for term in portion.terms {
      terms.append(Portion.Term(key: term.key, text: term.text + textBase, postings: term.postings + postingBase))
    }
    text += portion.text
    for posting in portion.postings { postings.append(entryBase + posting) }
    records.append(portion.records)
    starts.append(terms.count)
  }

  /// Keys between which there are about as many terms.
  func cuts(pieces: Int) -> [UInt64] {
    guard let most = zip(starts, starts.dropFirst()).max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), most.1 > most.0 else {
      return []
    }
    return (1..<max(1, pieces)).map { terms[most.0 + (most.1 - most.0) * $0 / pieces].key }
  }

  /// The terms whose keys are not below one and below another.
  func piece(from start: UInt64?, to end: UInt64?) -> Piece {
    let (text, terms, all) = (text.span, terms.span, postings.span)
    /// The place of the next term of each portion, and its key, so that finding the least of many looks at one row of
    /// numbers.
    var heads = ContiguousArray(starts.dropLast().indices.map { firstTerm(ofPortion: $0, notBelow: start) })
    var keys = ContiguousArray(heads.indices.map { heads[$0] < starts[$0 + 1] ? terms[heads[$0]].key : .max })
    /// The portions that have the next term, in order.
    var having: ContiguousArray<Int> = []
    var postings: ContiguousArray<UInt32> = []
    var piece = Piece()
    while true {
      var least = UInt64.max
      for key in keys where key < least { least = key }
      guard least < end ?? .max else { return piece }
      having.removeAll(keepingCapacity: true)
      for i in keys.indices where keys[i] == least {
        switch having.first.map({ Merge.compare(terms[heads[i]], terms[heads[$0]], text) }) ?? .same {
        case .before: having = [i]
        case .same: having.append(i)
        case .after: break
        }
      }
      let text = terms[heads[having[0]]].text
      postings.removeAll(keepingCapacity: true)
      for i in having {
        for posting in terms[heads[i]].postings { postings.append(all[Int(posting)]) }
        heads[i] += 1
        keys[i] = heads[i] < starts[i + 1] ? terms[heads[i]].key : .max
      }
      let start = piece.postings.count
      if postings.count > 1 { PostingCode.append(postings, of: records.count, to: &piece.postings) }
      let size = Int32(piece.postings.count - start)
      piece.terms.append(
        Term(
          text: text,
          postings: postings.count == 1 ? .lone(postings[0]) : .several(count: Int32(postings.count), size: size)))
    }
  }

  private func firstTerm(ofPortion portion: Int, notBelow key: UInt64?) -> Int {
    guard let key else { return starts[portion] }
    var (low, high) = (starts[portion], starts[portion + 1])
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private enum Order { case before, same, after }

  /// How two terms of the same key stand to each other; of most the key is all.
  private static func compare(_ a: Portion.Term, _ b: Portion.Term, _ text: borrowing Span<UInt8>) -> Order {
    let (x, y) = (a.text, b.text)
    if x.count <= TermTable.keyWidth && y.count <= TermTable.keyWidth && x.count == y.count { return .same }
    for k in 0..<min(x.count, y.count) {
      let (left, right) = (text[Int(x.lowerBound) + k], text[Int(y.lowerBound) + k])
      if left != right { return left < right ? .before : .after }
    }
    return x.count == y.count ? .same : x.count < y.count ? .before : .after
  }
}

private func + (range: Range<Int32>, base: Int32) -> Range<Int32> {
  range.lowerBound + base..<range.upperBound + base
}
