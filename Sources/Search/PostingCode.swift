/// How a list of postings lies in an index: in characters where many entries have the term, as such lists take longest
/// to read, else in bits.
///
/// Which of both follows from how many of the entries have the term and so is not stored. In ten thousand notes the
/// index is 2.3 % larger than with bits alone.
enum PostingCode {
  /// A posting takes at most fifty-one bits of `PostingBits`, or two characters of `PostingCharacters` and those with
  /// which entries are passed over, of which there are fewer than entries.
  private static let mostBytes = 8

  /// The binary logarithm of the mean distance between entries.
  private static func parameter(_ count: Int, of entryCount: Int) -> Int {
    let mean = max(1, (entryCount - count) / max(1, count))
    return Int.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// Appends a list of `PostingLog`: ascending entries, each with its excess in the lowest byte.
  static func append(_ list: Span<UInt32>, of entryCount: Int, to bytes: inout ContiguousArray<UInt8>) {
    // The room for all is made first: an array asks at each byte appended whether it is shared and has room.
    bytes.append(addingCapacity: 2 + mostBytes * list.count) { room in
      let k = parameter(list.count, of: entryCount)
      let isDense = PostingCharacters.parameters.contains(k)
      if isDense {
        PostingCharacters.appendEntries(of: list, to: &room)
      } else {
        PostingBits.appendEntries(of: list, k, to: &room)
      }
      let middle = room.count
      if isDense {
        PostingCharacters.appendImpacts(of: list, to: &room)
      } else {
        PostingBits.appendImpacts(of: list, to: &room)
      }
      // They are read from the end of the list.
      reverse(room.mutableSpan, from: middle)
    }
  }

  private static func reverse(_ bytes: consuming MutableSpan<UInt8>, from start: Int) {
    var (left, right) = (start, bytes.count - 1)
    while left < right {
      bytes.swapAt(left, right)
      (left, right) = (left + 1, right - 1)
    }
  }

  /// Reads a list that lies in `place` into room for as many postings as it has; returns how many are sound, which in
  /// a damaged list may be fewer; their entries ascend, whatever the bytes are. The usual impacts of the entries are a
  /// digit each at `usual`, every third.
  ///
  /// Unsafe, because much of the time of a search in a large index is spent here. What keeps every access inside: the
  /// caller has checked that `place` lies in the bytes, a read ends at its end, an entry is compared with the number of
  /// entries before it is used, and `usual` has that many.
  static func read(
    _ bytes: UnsafeRawBufferPointer, in place: Range<Int>, of entryCount: Int, base: Int, usual: Int,
    into postings: UnsafeMutableBufferPointer<Posting>
  ) -> Int {
    let k = parameter(postings.count, of: entryCount)
    return PostingCharacters.parameters.contains(k)
      ? unsafe PostingCharacters.read(bytes, in: place, of: entryCount, base: base, usual: usual, into: postings)
      : unsafe PostingBits.read(bytes, in: place, k, of: entryCount, base: base, usual: usual, into: postings)
  }
}
