/// How a list of postings lies in bits: the entries from its start, their impacts from its end, so that the two are
/// read side by side and neither waits for the other.
///
/// The distances between entries are Rice codes (Rice and Plaunt, "Adaptive Variable-Length Coding for Efficient
/// Compression of Spacecraft Television Data", 1971), whose parameter k follows from how many of the entries have the
/// term and so is not stored: the quotient by 2ᵏ as so many ones and a zero, then the k bits of the rest. A quotient of
/// sixteen or more is sixteen ones and the whole distance. An impact is how far it is from its entry's usual one: `0`
/// for not at all, `10` for a doubling, `110` and five bits where it is near, else `111` and seven.
enum PostingBits {
  private static let mostOnes = 16
  /// An index has fewer than 17 million entries, for which a posting has room.
  private static let wholeWidth = 25

  static func appendEntries(of list: Span<UInt32>, _ k: Int, to room: inout OutputSpan<UInt8>) {
    var writer = BitWriter()
    var last = -1
    for i in list.indices {
      let entry = Int(list[i] >> 8)
      let distance = entry - last - 1
      let quotient = distance >> k
      if quotient < mostOnes {
        writer.append(1 << quotient - 1, width: quotient + 1, to: &room)
        writer.append(distance & (1 << k - 1), width: k, to: &room)
      } else {
        writer.append(1 << mostOnes - 1, width: mostOnes, to: &room)
        writer.append(distance, width: wholeWidth, to: &room)
      }
      last = entry
    }
    writer.finish(&room)
  }

  static func appendImpacts(of list: Span<UInt32>, to room: inout OutputSpan<UInt8>) {
    var writer = BitWriter()
    for i in list.indices {
      switch Excess(bits: UInt8(truncatingIfNeeded: list[i])) {
      case .none: writer.append(0, width: 1, to: &room)
      case .doubling: writer.append(0b01, width: 2, to: &room)
      case let excess where Excess.near.contains(excess.bits):
        writer.append(0b011 | Int(excess.bits - Excess.near.lowerBound) << 3, width: 8, to: &room)
      case let excess: writer.append(0b111 | Int(excess.bits) << 3, width: 10, to: &room)
      }
    }
    writer.finish(&room)
  }

  /// Reads a list as `PostingCode` does, whose parameter is k.
  static func read(
    _ bytes: UnsafeRawBufferPointer, in place: Range<Int>, _ k: Int, of entryCount: Int, base: Int, usual: Int,
    into postings: UnsafeMutableBufferPointer<Posting>
  ) -> Int {
    unsafe codes.withUnsafeBufferPointer { codes in
      unsafe Excess.steps.withUnsafeBufferPointer { steps in
        var (entries, impacts) = unsafe (BitReader(bytes, from: place), BitReader(bytes, backFrom: place))
        // Counted as in the whole index, of which this one starts at the base.
        var entry = base - 1
        let (end, usual) = (base + entryCount, usual - UsualImpacts.width * base)
        for i in postings.indices {
          unsafe entries.fill()
          let quotient = unsafe (~entries.bits | 1 << mostOnes).trailingZeroBitCount
          if quotient < mostOnes {
            unsafe entries.drop(quotient + 1)
            entry &+= unsafe quotient &<< k &+ entries.take(k) &+ 1
          } else {
            unsafe entries.drop(mostOnes)
            unsafe entries.fill()
            entry &+= unsafe entries.take(wholeWidth) &+ 1
          }
          guard entry < end else { return i }
          unsafe impacts.fill()
          // Looked up, as which code comes next is as good as random.
          let code = unsafe Int(codes[Int(impacts.bits & 1023)])
          unsafe impacts.drop(code &>> 8)
          let digit = unsafe Int(bytes[usual &+ UsualImpacts.width &* entry])
          unsafe postings[i] = Posting(entry: entry, impact: steps[digit &+ code & 0xFF])
        }
        return postings.count
      }
    }
  }

  /// For each ten bits the code of an impact that they start with: in the lowest byte its excess, above how many bits
  /// it takes.
  private static let codes = ContiguousArray(
    (0..<1024).map { bits in
      switch (~bits).trailingZeroBitCount {
      case 0: UInt16(Excess.none.bits) | 1 << 8
      case 1: UInt16(Excess.doubling.bits) | 2 << 8
      case 2: UInt16(Excess.near.lowerBound) + UInt16(bits >> 3 & 31) | 8 << 8
      default: UInt16(bits >> 3 & 127) | 10 << 8
      }
    })
}
