/// What some of the notes say, finished: their records, and their terms in order with the postings.
///
/// A large index is made in portions, perhaps at the same time, which are then written out as one; the notes of a portion
/// come behind those of the portion before.
struct Portion: Sendable {
  /// A term, by its first eight bytes, which decide nearly every comparison.
  struct Term {
    var key: UInt64
    var text: Range<Int32>
    var postings: Range<Int32>
  }

  let records: Records
  let terms: ContiguousArray<Term>
  let text: ContiguousArray<UInt8>
  let postings: ContiguousArray<UInt32>

  init(records: Records, table: TermTable, log: PostingLog) {
    self.records = records
    let (starts, postings) = log.grouped(terms: table.count)
    let found = table.sorted().lazy.compactMap { key, term -> Term? in
      let range = starts[Int(term)]..<starts[Int(term) + 1]
      return range.isEmpty ? nil : Term(key: key, text: table.range(of: term), postings: range)
    }
    terms = ContiguousArray(found)
    text = table.text
    self.postings = postings
  }

  /// The encoded index of portions in order, with what is known of the files they were made from.
  static func encoded(_ portions: [Portion], _ manifest: Manifest?) -> ContiguousArray<UInt8> {
    var records = portions.first?.records ?? Records()
    var bases = [0]
    for portion in portions.dropFirst() {
      bases.append(records.count)
      records.append(portion.records)
    }
    var list = TermList(entryCount: records.count)
    var postings: ContiguousArray<UInt32> = []
    var heads = [Int](repeating: 0, count: portions.count)
    /// The portions that have the next term.
    var having: [Int] = []
    while true {
      having.removeAll(keepingCapacity: true)
      for i in portions.indices where heads[i] < portions[i].terms.count {
        let order = having.first.map { compare(portions, i, heads[i], $0, heads[$0]) } ?? .before
        if order == .before { having.removeAll(keepingCapacity: true) }
        if order != .after { having.append(i) }
      }
      guard let first = having.first else { break }
      postings.removeAll(keepingCapacity: true)
      for i in having {
        let base = UInt32(bases[i]) << 8
        for posting in portions[i].postings(of: heads[i]) { postings.append(base + posting) }
      }
      list.append(portions[first].text(of: heads[first]), postings)
      for i in having { heads[i] += 1 }
    }
    return IndexFile.encoded(records, list, folders: manifest?.encoded() ?? [])
  }

  private func text(of term: Int) -> ArraySlice<UInt8> {
    let range = terms[term].text
    return text[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func postings(of term: Int) -> ArraySlice<UInt32> {
    let range = terms[term].postings
    return postings[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private enum Order { case before, same, after }

  private static func compare(_ portions: [Portion], _ i: Int, _ term: Int, _ j: Int, _ other: Int) -> Order {
    let (x, y) = (portions[i].terms[term].key, portions[j].terms[other].key)
    if x != y { return x < y ? .before : .after }
    let (left, right) = (portions[i].text(of: term), portions[j].text(of: other))
    if left.elementsEqual(right) { return .same }
    return left.lexicographicallyPrecedes(right) ? .before : .after
  }
}
