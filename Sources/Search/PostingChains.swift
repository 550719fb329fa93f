/// The growing posting lists of all terms in one arena: each is a chain of chunks, each twice as long as the one before.
///
/// A posting is the distance from the entry before it and a bit that says whether its impact follows; where the bit is
/// not set the impact is the entry's usual one, that of a single occurrence in its text.
struct PostingChains {
  private struct Chain {
    var first: Int32 = -1
    /// Where the next byte goes, and where the chunk ends.
    var next: Int32 = 0
    var end: Int32 = 0
    var chunk: Int32 = 0
    var lastEntry: Int32 = -1
    var count: Int32 = 0
    var bytes: Int32 = 0
  }

  private var chains: ContiguousArray<Chain> = []
  private var arena: ContiguousArray<UInt8> = []

  /// Appends a posting; entries come in ascending order.
  mutating func append(entry: Int, impact: UInt8?, to term: Int) {
    while chains.count <= term { chains.append(Chain()) }
    let distance = entry - Int(chains[term].lastEntry) - 1
    var (digits, count) = Digits.reversed(distance << 1 | (impact == nil ? 0 : 1))
    if let impact {
      digits = digits << 8 | UInt64(0x20 + impact)
      count += 1
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      append(UInt8(truncatingIfNeeded: digits >> (8 * UInt64(i))), to: term)
    }
    chains[term].lastEntry = Int32(entry)
    chains[term].count += 1
  }

  /// How many entries have the term.
  func count(of term: Int) -> Int { term < chains.count ? Int(chains[term].count) : 0 }

  /// Appends a term's postings to `bytes`.
  func copy(_ term: Int, to bytes: inout ContiguousArray<UInt8>) {
    var left = Int(chains[term].bytes)
    var start = Int(chains[term].first)
    var size = PostingChains.firstChunk
    while left > 0 {
      let n = min(left, size)
      bytes.append(contentsOf: arena[start..<start + n])
      left -= n
      start = left > 0 ? link(at: start + size) : start
      size = min(size * 2, PostingChains.longestChunk)
    }
  }

  private static let firstChunk = 8
  private static let longestChunk = 4096

  private mutating func append(_ byte: UInt8, to term: Int) {
    if chains[term].next == chains[term].end { addChunk(to: term) }
    arena[Int(chains[term].next)] = byte
    chains[term].next += 1
    chains[term].bytes += 1
  }

  private mutating func addChunk(to term: Int) {
    let chain = chains[term]
    let size = chain.first < 0 ? PostingChains.firstChunk : min(Int(chain.chunk) * 2, PostingChains.longestChunk)
    let start = arena.count
    arena.append(contentsOf: repeatElement(0, count: size + 4))
    if chain.first < 0 { chains[term].first = Int32(start) } else { setLink(at: Int(chain.end), to: start) }
    chains[term].next = Int32(start)
    chains[term].end = Int32(start + size)
    chains[term].chunk = Int32(size)
  }

  private func link(at i: Int) -> Int {
    Int(arena[i]) | Int(arena[i + 1]) << 8 | Int(arena[i + 2]) << 16 | Int(arena[i + 3]) << 24
  }

  private mutating func setLink(at i: Int, to start: Int) {
    for k in 0..<4 { arena[i + k] = UInt8(truncatingIfNeeded: start >> (8 * k)) }
  }
}
