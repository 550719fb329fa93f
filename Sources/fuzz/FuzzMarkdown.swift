import Host
import Markdown
import Text

/// What must hold for any bytes as Markdown: nothing traps, the output is UTF-8, ranges nest, and the line endings
/// change nothing.
enum MarkdownTarget {
  static func check(_ bytes: ContiguousArray<UInt8>) {
    let lines = ContiguousArray(bytes.filter { $0 != UInt8(ascii: "\r") })
    for options in [Document.Options.commonMark, .gfm, .notes] {
      let document = Document(parsing: bytes, options: options)
      checkRanges(of: document)
      for raw in [HTML.RawHTML.passed, .filtered, .escaped] {
        let html = HTML.bytes(of: document, raw: raw)
        precondition(String(validating: html, as: UTF8.self) != nil, "the HTML is not UTF-8")
      }
      precondition(String(validating: document.json, as: UTF8.self) != nil, "the JSON is not UTF-8")
      _ = document.plainText
      let tree = Tree(lines, options)
      precondition(tree == Tree(withReturns(lines, isPair: true), options), "CR LF differs")
      precondition(tree == Tree(withReturns(lines, isPair: false), options), "CR differs")
    }
  }

  private static func checkRanges(of document: Document) {
    var nodes = [document.root]
    while let node = nodes.popLast() {
      let outer = document.range(of: node)
      var place = outer.lowerBound
      for child in document.children(of: node) {
        let range = document.range(of: child)
        precondition(range.lowerBound >= place && range.upperBound <= outer.upperBound, "ranges do not nest")
        place = range.upperBound
        nodes.append(child)
      }
    }
  }

  /// What must not depend on the line endings.
  private struct Tree: Equatable {
    var kinds: [Document.Kind] = []
    var html: [UInt8]

    init(_ bytes: ContiguousArray<UInt8>, _ options: Document.Options) {
      let document = Document(parsing: bytes, options: options)
      html = HTML.bytes(of: document, raw: .passed)
      var nodes = [document.root]
      while let node = nodes.popLast() {
        kinds.append(document.kind(of: node))
        nodes += document.children(of: node).reversed()
      }
    }
  }

  private static func withReturns(_ bytes: ContiguousArray<UInt8>, isPair: Bool) -> ContiguousArray<UInt8> {
    var result: ContiguousArray<UInt8> = []
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        result.append(byte)
        continue
      }
      result.append(UInt8(ascii: "\r"))
      if isPair { result.append(byte) }
    }
    return result
  }
}

/// Mutations of real texts: pieces cut out, doubled, moved between files and salted with what Markdown gives a meaning.
/// Says how many; a fault traps, and the text that brought it about lies in the file `fuzz.last`.
func abuseMarkdown(in paths: [String], minutes: Int) {
  let texts = paths.map { contents(of: $0) }.filter { !$0.isEmpty }
  guard !texts.isEmpty else { return print("usage: fuzz markdown [--minutes N] FILE...") }
  let end = Clock.ticks + minutes * 60_000_000_000
  var random = SplitMix64(seed: UInt64(truncatingIfNeeded: minutes > 1 ? Clock.now : 7))
  var rounds = 0
  while rounds < 20_000 || minutes > 1 && Clock.ticks < end {
    let piece = mutation(of: texts, &random)
    try? File.write(Array(piece), to: "fuzz.last")
    MarkdownTarget.check(piece)
    rounds += 1
  }
  print("\(rounds) mutations of \(texts.count) texts, no fault")
}

private func mutation(of texts: [ContiguousArray<UInt8>], _ random: inout SplitMix64) -> ContiguousArray<UInt8> {
  let salt = Array(" \t\n\n>-*_`~$|[]()<>!#=:&\\{}^+1.\"'/x\u{0}\u{FF}中。，w@%".utf8)
  let text = texts[random.below(texts.count)]
  let start = random.below(text.count)
  let length = random.below(20) == 0 ? 6000 : 400
  var piece = ContiguousArray(text[start..<min(text.count, start + 1 + random.below(length))])
  for _ in 0..<random.below(16) {
    let place = random.below(piece.count + 1)
    switch random.below(4) {
    case 0: piece.insert(salt[random.below(salt.count)], at: place)
    case 1: if place < piece.count { piece[place] = salt[random.below(salt.count)] }
    case 2:
      let other = texts[random.below(texts.count)]
      let from = random.below(other.count)
      piece.insert(contentsOf: other[from..<min(other.count, from + random.below(60))], at: place)
    default:
      let end = min(piece.count, place + random.below(30))
      piece.insert(contentsOf: Array(piece[place..<end]), at: random.below(piece.count + 1))
    }
  }
  return piece
}
