import Markdown

/// What must hold for any bytes as Markdown: nothing traps, the output is UTF-8, ranges nest, and the line endings
/// change nothing.
enum MarkdownTarget {
  static func check(_ bytes: ContiguousArray<UInt8>) {
    for options in [Document.Options.commonMark, .gfm, .notes] {
      let document = Document(parsing: bytes, options: options)
      checkRanges(of: document)
      let html = HTML.bytes(of: document, raw: .passed)
      precondition(String(validating: html, as: UTF8.self) != nil, "the HTML is not UTF-8")
      precondition(!document.json.isEmpty, "no JSON")
      let lines = ContiguousArray(bytes.filter { $0 != UInt8(ascii: "\r") })
      precondition(kinds(lines, options) == kinds(withReturns(lines, isPair: true), options), "CR LF differs")
      precondition(kinds(lines, options) == kinds(withReturns(lines, isPair: false), options), "CR differs")
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

  private static func kinds(_ bytes: ContiguousArray<UInt8>, _ options: Document.Options) -> [Document.Kind] {
    let document = Document(parsing: bytes, options: options)
    var nodes = [document.root]
    var kinds: [Document.Kind] = []
    while let node = nodes.popLast() {
      kinds.append(document.kind(of: node))
      nodes += document.children(of: node).reversed()
    }
    return kinds
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
/// Says how many; a fault traps, after the text was printed.
func abuseMarkdown(in paths: [String], rounds: Int = 20_000) {
  let texts = paths.map { contents(of: $0) }.filter { !$0.isEmpty }
  guard !texts.isEmpty else { return print("usage: fuzz markdown FILE...") }
  var random = SplitMix(state: 7)
  let salt = Array(" \t\n\n>-*_`~$|[]()<>!#=:&\\{}^+1.\"'\u{0}\u{FF}中。w@".utf8)
  for _ in 0..<rounds {
    let text = texts[random.next(below: texts.count)]
    let start = random.next(below: text.count)
    var piece = ContiguousArray(text[start..<min(text.count, start + 1 + random.next(below: 400))])
    for _ in 0..<random.next(below: 12) {
      let place = random.next(below: piece.count + 1)
      switch random.next(below: 3) {
      case 0: piece.insert(salt[random.next(below: salt.count)], at: place)
      case 1: if place < piece.count { piece[place] = salt[random.next(below: salt.count)] }
      default:
        let end = min(piece.count, place + random.next(below: 30))
        piece.insert(contentsOf: Array(piece[place..<end]), at: random.next(below: piece.count + 1))
      }
    }
    MarkdownTarget.check(piece)
  }
  print("\(rounds) mutations of \(texts.count) texts, no fault")
}

/// Random numbers that are the same in every run (Steele, Lea, Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
