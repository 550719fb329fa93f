/// How a list of postings lies in characters: from its start one for each entry, which says how far the entry is from
/// the one before and whether its impact is its usual one, a doubling of that or another, and from its end the excesses
/// of the others.
///
/// No posting waits for what another says, but for where it ends, which is a character further.
enum PostingCharacters {
  /// Where the mean distance is from four to thirty-one: nearer entries take less in bits, and farther ones often more
  /// than a character.
  static let parameters = 2...4
  /// How many distances a character can say; there is one such for each of three kinds of impact.
  private static let reach = 42
  /// That so many entries are passed over; of these there may be several.
  private static let leap = UInt8(3 * reach)

  static func appendEntries(of list: Span<UInt32>, to room: inout OutputSpan<UInt8>) {
    var next = 0
    for i in list.indices {
      let entry = Int(list[i] >> 8)
      while entry - next >= reach {
        room.append(leap)
        next += reach
      }
      room.append(UInt8(kind(of: list[i]) * reach + entry - next))
      next = entry + 1
    }
  }

  static func appendImpacts(of list: Span<UInt32>, to room: inout OutputSpan<UInt8>) {
    for i in list.indices where kind(of: list[i]) == 2 {
      room.append(Excess(bits: UInt8(truncatingIfNeeded: list[i])).bits)
    }
  }

  private static func kind(of posting: UInt32) -> Int {
    switch Excess(bits: UInt8(truncatingIfNeeded: posting)) {
    case .none: 0
    case .doubling: 1
    default: 2
    }
  }

  /// Reads a list as `PostingCode` does.
  static func read(
    _ bytes: UnsafeRawBufferPointer, in place: Range<Int>, of entryCount: Int, base: Int, usual: Int,
    into postings: UnsafeMutableBufferPointer<Posting>
  ) -> Int {
    unsafe codes.withUnsafeBufferPointer { codes in
      unsafe Excess.steps.withUnsafeBufferPointer { steps in
        let place = place.clamped(to: bytes.indices)
        var (next, last) = (place.lowerBound, place.upperBound - 1)
        // Counted as in the whole index, of which this one starts at the base.
        var entry = base - 1
        let (end, usual) = (base + entryCount, usual - UsualImpacts.width * base)
        for i in postings.indices {
          // Both are inside as long as what is between them is not empty.
          guard next <= last else { return i }
          var code = unsafe codes[Int(bytes[next])]
          let other = unsafe bytes[last]
          next &+= 1
          while code.isLeap {
            entry &+= reach
            guard next <= last else { return i }
            code = unsafe codes[Int(bytes[next])]
            next &+= 1
          }
          entry &+= Int(code.distance)
          guard entry < end else { return i }
          // Without a branch: which are others is as good as random.
          let excess = Int(code.excess | other & code.other)
          last &-= Int(code.other & 1)
          let digit = unsafe Int(bytes[usual &+ UsualImpacts.width &* entry])
          unsafe postings[i] = Posting(entry: entry, impact: steps[digit &+ excess])
        }
        return postings.count
      }
    }
  }

  /// What a character says.
  private struct Code {
    /// How much larger the entry is than the one before.
    let distance: UInt8
    /// The excess of the impact; 0 where that is another.
    let excess: UInt8
    /// The bits of an excess where it is another, else none.
    let other: UInt8
    let isLeap: Bool

    /// Characters have seven bits; of a damaged one only these count.
    init(character: Int) {
      let character = character & 127
      let kind = character / reach
      distance = UInt8(character % reach + 1)
      excess = kind == 0 ? Excess.none.bits : kind == 1 ? Excess.doubling.bits : 0
      other = kind == 2 ? 0x7F : 0
      isLeap = kind > 2
    }
  }

  private static let codes = ContiguousArray((0..<256).map(Code.init(character:)))
}
