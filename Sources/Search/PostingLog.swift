/// The postings of a part of the notes in the order they come, each with its term, to be grouped by term at the end.
///
/// Writing a list for each term as it grows would touch a distant piece of memory for every posting; appending to one
/// list and counting the terms out (a counting sort) takes a third of the time.
struct PostingLog {
  private var items: ContiguousArray<UInt64> = []

  mutating func reserve(_ count: Int) { items.reserveCapacity(count) }

  /// Appends a posting of each term; entries come in ascending order, or all in descending order and the log is
  /// reversed at the end.
  @inline(__always)
  mutating func append(_ terms: ContiguousArray<Int32>, of entry: Int, excess: (Int32) -> Excess) {
    items.append(addingCapacity: terms.count) { room in
      for term in terms {
        room.append(UInt64(UInt32(bitPattern: term)) << 32 | UInt64(entry) << 8 | UInt64(excess(term).bits))
      }
    }
  }

  mutating func reverse() { items.reverse() }

  /// The postings by term, those of term `i` from `starts[i]` to `starts[i + 1]`: the entry and, in the lowest byte,
  /// its excess.
  consuming func grouped(terms: Int) -> (starts: ContiguousArray<Int32>, postings: ContiguousArray<UInt32>) {
    var starts = ContiguousArray<Int32>(repeating: 0, count: terms + 2)
    for item in items { starts[Int(item >> 32) + 2] += 1 }
    for term in starts.indices.dropFirst() { starts[term] += starts[term - 1] }
    var postings = ContiguousArray<UInt32>(repeating: 0, count: items.count)
    for item in items {
      let term = Int(item >> 32) + 1
      postings[Int(starts[term])] = UInt32(truncatingIfNeeded: item)
      starts[term] += 1
    }
    return (starts, postings)
  }
}
