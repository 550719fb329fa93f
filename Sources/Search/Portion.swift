import Text

/// What some of the notes say, finished: their records, and their terms in order with the postings.
///
/// A large index is made in portions, perhaps at the same time, which are then written out as one; the notes of a
/// portion come behind those of the portion before.
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

  /// What was only needed to make them makes room as soon as it can.
  init(records: Records, table: consuming TermTable, log: consuming PostingLog) {
    self.records = records
    let (starts, postings) = log.grouped(terms: table.count)
    let sorted = table.sorted()
    var terms: ContiguousArray<Term> = []
    // Arrays that have grown have room for as much again, which all portions together would keep.
    terms.reserveCapacity(table.count)
    for item in sorted {
      let range = starts[Int(item.term)]..<starts[Int(item.term) + 1]
      if !range.isEmpty { terms.append(Term(key: item.key, text: table.range(of: item.term), postings: range)) }
    }
    self.terms = terms
    text = ContiguousArray(table.text[...])
    self.postings = postings
  }

  /// The encoded index of portions in order, with what is known of the files they were made from.
  static func encoded(
    _ portions: consuming [Portion], _ manifest: Manifest?, by workforce: Workforce = .alone
  ) -> ContiguousArray<UInt8> {
    let (records, terms) = merged(portions, by: workforce)
    return IndexFile.encoded(records, terms, folders: manifest?.encoded() ?? [])
  }

  /// What portions say together; the portions are let go, as writing it out takes much room too.
  private static func merged(
    _ portions: consuming [Portion], by workforce: Workforce
  ) -> (records: Records, terms: TermList) {
    let merge = Merge(portions)
    // More pieces than workers, as some take longer.
    let cuts = workforce.count > 1 ? merge.cuts(pieces: 4 * workforce.count) : []
    let pieces = workforce.map(cuts.count + 1) { piece in
      merge.piece(from: piece > 0 ? cuts[piece - 1] : nil, to: piece < cuts.count ? cuts[piece] : nil)
    }
    return (merge.records, TermList(of: pieces, merge.text, entryCount: merge.records.count, by: workforce))
  }
}
