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
    private(set) var terms: ContiguousArray<Term> = []
    private(set) var postings: ContiguousArray<UInt8> = []

    /// An empty one with room for so many terms.
    fileprivate init(expecting count: Int) { terms.reserveCapacity(count) }

    fileprivate mutating func append(_ text: Range<Int32>, _ postings: Span<UInt32>, of entryCount: Int) {
      if postings.count == 1 { return terms.append(Term(text: text, postings: .lone(postings[0]))) }
      let start = self.postings.count
      PostingCode.append(postings, of: entryCount, to: &self.postings)
      let size = Int32(self.postings.count - start)
      terms.append(Term(text: text, postings: .several(count: Int32(postings.count), size: size)))
    }
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
    for term in portion.terms {
      terms.append(Portion.Term(key: term.key, text: term.text + textBase, postings: term.postings + postingBase))
    }
    text += portion.text
    postings += portion.postings
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

  /// The place of a portion's next term, and its key, so that most are told apart without a look at them.
  private struct Head {
    private(set) var place: Int
    private(set) var key: UInt64
    let end: Int

    init(at place: Int, end: Int, _ terms: Span<Portion.Term>) {
      (self.place, self.end) = (place, end)
      key = place < end ? terms[place].key : .max
    }

    mutating func advance(_ terms: Span<Portion.Term>) {
      place += 1
      key = place < end ? terms[place].key : .max
    }
  }

  /// The terms whose keys are not below one and below another.
  func piece(from start: UInt64?, to end: UInt64?) -> Piece {
    let (text, terms, all, entryCount) = (text.span, terms.span, postings.span, records.count)
    var places = heads(from: start, to: end)
    var piece = Piece(expecting: places.reduce(0) { $0 + $1.end - $1.place })
    var together: ContiguousArray<UInt32> = []
    var heads = places.mutableSpan
    while let (first, isShared) = Merge.first(of: heads.span, terms, text) {
      let term = terms[heads[first].place]
      guard isShared else {
        piece.append(term.text, all.extracting(Range(term.postings)), of: entryCount)
        heads[first].advance(terms)
        continue
      }
      together.removeAll(keepingCapacity: true)
      let least = heads[first]
      for i in first..<heads.count where Merge.order(heads[i], least, terms, text) == .same {
        for posting in Range(terms[heads[i].place].postings) { together.append(all[posting]) }
        heads[i].advance(terms)
      }
      piece.append(term.text, together.span, of: entryCount)
    }
    return piece
  }

  /// The terms of each portion whose keys are not below one and below another.
  private func heads(from start: UInt64?, to end: UInt64?) -> ContiguousArray<Head> {
    var heads = ContiguousArray<Head>()
    for i in starts.indices.dropLast() {
      let first = start.map { firstTerm(ofPortion: i, notBelow: $0) } ?? starts[i]
      let end = end.map { firstTerm(ofPortion: i, notBelow: $0) } ?? starts[i + 1]
      heads.append(Head(at: first, end: end, terms.span))
    }
    return heads
  }

  /// The first portion that has the next term, and whether another one has it too; nil where all are at their ends.
  @inline(__always) private static func first(
    of heads: Span<Head>, _ terms: Span<Portion.Term>, _ text: Span<UInt8>
  ) -> (portion: Int, isShared: Bool)? {
    var (first, isShared) = (0, false)
    for i in heads.indices.dropFirst() {
      switch order(heads[i], heads[first], terms, text) {
      case .before: (first, isShared) = (i, false)
      case .same: isShared = true
      case .after: break
      }
    }
    return heads[first].key < .max ? (first, isShared) : nil
  }

  private func firstTerm(ofPortion portion: Int, notBelow key: UInt64) -> Int {
    var (low, high) = (starts[portion], starts[portion + 1])
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private enum Order { case before, same, after }

  /// How two terms stand to each other; of most the key is all.
  @inline(__always) private static func order(
    _ a: Head, _ b: Head, _ terms: Span<Portion.Term>, _ text: Span<UInt8>
  ) -> Order {
    if a.key != b.key { return a.key < b.key ? .before : .after }
    return a.key == .max ? .same : order(terms[a.place].text, terms[b.place].text, text)
  }

  private static func order(_ a: Range<Int32>, _ b: Range<Int32>, _ text: Span<UInt8>) -> Order {
    if a.count <= TermTable.keyWidth && b.count <= TermTable.keyWidth && a.count == b.count { return .same }
    for k in 0..<min(a.count, b.count) {
      let (left, right) = (text[Int(a.lowerBound) + k], text[Int(b.lowerBound) + k])
      if left != right { return left < right ? .before : .after }
    }
    return a.count == b.count ? .same : a.count < b.count ? .before : .after
  }
}

private func + (range: Range<Int32>, base: Int32) -> Range<Int32> {
  range.lowerBound + base..<range.upperBound + base
}

extension Range<Int> {
  fileprivate init(_ range: Range<Int32>) { self = Int(range.lowerBound)..<Int(range.upperBound) }
}
