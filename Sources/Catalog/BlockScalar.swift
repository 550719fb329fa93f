/// A scalar of whole lines (YAML 1.2.2 §8.1): `|` keeps its line ends, `>` makes those between lines of text spaces.
///
///     summary: >-
///       One sentence
///       on two lines.
struct BlockScalar {
  private enum LastEnd { case one, none, all }

  private var isFolded: Bool
  /// Whether the line end behind the text is kept, dropped (`-`), or kept with those behind it (`+`).
  private var lastEnd = LastEnd.one
  /// How much deeper than its key the text is, where that is said.
  private var depth: Int?

  /// Reads what stands behind the key: nil where it is no head of a block.
  init?(_ head: ContiguousArray<UInt8>.SubSequence) {
    isFolded = head.first == UInt8(ascii: ">")
    let parts = head.dropFirst().split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: \.isBlank)
    if parts.count > 1, let first = parts[1].first(where: { !$0.isBlank }), first != UInt8(ascii: "#") { return nil }
    for byte in parts[0] {
      switch byte {
      case UInt8(ascii: "-"): lastEnd = .none
      case UInt8(ascii: "+"): lastEnd = .all
      case UInt8(ascii: "1")...UInt8(ascii: "9"): depth = Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
  }

  /// The text of some lines below a key that is indented so far.
  func text(of source: ContiguousArray<UInt8>, _ lines: [Range<Int>], below indent: Int) -> String {
    func indentation(_ line: Range<Int>) -> Int { line.prefix { source[$0] == UInt8(ascii: " ") }.count }
    let first = lines.first { !$0.isEmpty }.map(indentation) ?? 0
    let margin = depth.map { indent + $0 } ?? first
    var text = ""
    var ends = 0
    // A line that is indented deeper than the text stays by itself.
    var wasDeeper = true
    for line in lines {
      guard !line.isEmpty else {
        ends += 1
        continue
      }
      let words = source[line].dropFirst(min(margin, indentation(line)))
      let isDeeper = words.first == UInt8(ascii: " ") || words.first == UInt8(ascii: "\t")
      let isFolding = isFolded && !isDeeper && !wasDeeper
      text += isFolding && ends == 1 ? " " : String(repeating: "\n", count: isFolding ? ends - 1 : ends)
      text += String(decoding: words, as: UTF8.self)
      (ends, wasDeeper) = (1, isDeeper)
    }
    guard !text.isEmpty else { return "" }
    switch lastEnd {
    case .one: return text + "\n"
    case .none: return text
    case .all: return text + String(repeating: "\n", count: ends)
    }
  }
}
