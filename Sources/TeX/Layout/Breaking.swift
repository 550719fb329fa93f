/// Breaking a row that is too wide into lines, by least cost (TeXbook, chapter 18; D. E. Knuth, M. F. Plass, "Breaking
/// paragraphs into lines", 1981): between the equations of one display, then before relations, then before binary
/// operators; inside fences dearer with every level.
struct Breaking {
  /// A box or half a fence, with what it costs to begin a line with it.
  struct Part {
    enum Kind {
      case box
      case open(Unicode.Scalar?, partner: Int)
      case close(Unicode.Scalar?, partner: Int)
    }

    var kind: Kind
    var box: Box
    var gap: Int
    /// Nil where no line may begin.
    var cost: Int?
    /// Fences and brackets around it.
    var depth: Int
    /// What half a fence is drawn in.
    var look = Look()
  }

  /// What it costs to begin a line behind a comma and a wide space, which part equations.
  static let newEquation = -90

  var parts: [Part] = []
  /// The column of the first relation, under which the other lines begin.
  var indent = 2

  /// Where lines begin, the first at 0; the cheapest that keep to `limit`, or the least wide where none do.
  func lineStarts(limit: Int) -> [Int] {
    var best = Array(repeating: Int.max, count: parts.count + 1)
    var from = Array(repeating: 0, count: parts.count + 1)
    best[0] = 0
    var starts = [0]
    for end in 1...parts.count {
      guard end == parts.count || parts[end].cost != nil else { continue }
      // Lines that end here, from the shortest on; what no longer fits cannot fit with more before it.
      for start in starts.reversed() {
        let width = width(start..<end) + (start == 0 ? 0 : indent(of: start))
        let excess = max(0, width - limit)
        let slack = min(max(0, limit - width), limit)
        guard best[start] != .max else { continue }
        let cost =
          best[start] + (end == parts.count ? 0 : (parts[end].cost ?? 0) + 100)
          + (excess > 0 ? 100_000 + excess * 1000 : 0) + slack * slack * 20 / (limit * limit)
        if cost < best[end] {
          best[end] = cost
          from[end] = start
        }
        if excess > 0 { break }
      }
      starts.append(end)
    }
    var lines: [Int] = []
    var end = parts.count
    while end > 0 {
      end = from[end]
      lines.append(end)
    }
    return lines.reversed()
  }

  func indent(of start: Int) -> Int {
    let depth = parts[start].depth
    if parts[start].cost == Breaking.newEquation { return 0 }
    return depth == 0 ? indent : indent + 2 * depth + 2
  }

  func width(_ range: Range<Int>) -> Int {
    sums[range.upperBound] - sums[range.lowerBound] - parts[range.lowerBound].gap
  }

  private var sums: [Int]

  init(parts: [Part]) {
    self.parts = parts
    sums = [0]
    for part in parts { sums.append(sums[sums.count - 1] + part.gap + part.box.width) }
  }
}
