/// A set of entries: a bit for each of an index.
struct EntrySet {
  private var bits: ContiguousArray<UInt64>

  /// An empty set of entries below a limit.
  init(below limit: Int) {
    bits = ContiguousArray(repeating: 0, count: limit / 64 + 1)
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many of some postings are of entries that are in it.
  func count(in postings: Span<Posting>) -> Int {
    let bits = bits.span
    var count = 0
    for i in postings.indices {
      let entry = Int(postings[i].entry)
      count &+= Int(truncatingIfNeeded: bits[entry / 64] &>> UInt64(truncatingIfNeeded: entry % 64) & 1)
    }
    return count
  }

  mutating func insert(_ postings: Span<Posting>) {
    var bits = bits.mutableSpan
    for i in postings.indices {
      let entry = Int(postings[i].entry)
      bits[entry / 64] |= 1 &<< UInt64(truncatingIfNeeded: entry % 64)
    }
  }

  /// Returns whether the entry is new.
  @discardableResult mutating func insert(_ entry: Int) -> Bool {
    let (word, bit) = (bits[entry / 64], 1 &<< UInt64(truncatingIfNeeded: entry % 64))
    bits[entry / 64] = word | bit
    return word & bit == 0
  }

  mutating func remove(_ entry: Int) { bits[entry / 64] &= ~(1 << UInt64(entry % 64)) }

  func contains(_ entry: Int) -> Bool { bits[entry / 64] & 1 << UInt64(entry % 64) != 0 }

  /// The entries that are also in another set below the same limit.
  func intersection(_ other: EntrySet) -> EntrySet {
    var both = self
    for i in both.bits.indices { both.bits[i] &= other.bits[i] }
    return both
  }

  /// Visits the entries in order.
  func forEach(_ visit: (Int) -> Void) {
    for (i, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        visit(64 * i + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
