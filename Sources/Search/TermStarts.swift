/// How terms may start: by it nearly all words of a text are passed over at once.
///
/// A start is five bits of each of the first three letters; of what starts with a Chinese character, of the last two of
/// its bytes and of the last one of the character behind it.
struct TermStarts: Sendable {
  static let count = 1 << 15

  private var isIn = ContiguousArray(repeating: false, count: TermStarts.count)

  func contains(_ start: Int) -> Bool { isIn[start] }

  func contains(_ starts: [Range<Int>]) -> Bool {
    starts.allSatisfy { starts in isIn[starts].allSatisfy { $0 } }
  }

  mutating func insert(_ starts: [Range<Int>]) {
    for starts in starts {
      for start in starts { isIn[start] = true }
    }
  }

  /// The start of a term that is a range of bytes.
  @inline(__always) static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let i = range.lowerBound
    func byte(_ k: Int) -> Int { k < range.count ? Int(bytes[i + k]) & 31 : 0 }
    // Of a Chinese character the last two of its three bytes tell most; of a pair, also the last of the second.
    let isHan = bytes[i] >= 0x80 && range.count >= 3
    return isHan ? byte(1) << 10 | byte(2) << 5 | byte(5) : byte(0) << 10 | byte(1) << 5 | byte(2)
  }

  static func of(_ term: [UInt8]) -> [Range<Int>] {
    let start = of(term.span, term.indices)
    return [start..<start + 1]
  }

  /// The starts of all terms that start with a text.
  static func ofAll(startingWith text: [UInt8]) -> [Range<Int>] {
    let start = of(text.span, text.indices)
    let isHan = (text.first ?? 0) >= 0x80
    // How many bits what follows may still change.
    let open =
      switch text.count {
      case 0...2: isHan || text.isEmpty ? 15 : 15 - 5 * text.count
      case 3..<6: isHan ? 5 : 0
      default: 0
      }
    let first = (start >> open) << open
    return [first..<first + 1 << open]
  }

  /// The starts of the words of a stem: they may end in another letter, as `cry` of `cri`, or have another before it,
  /// as `dying` of `die`; and some are also spelled otherwise.
  static func ofWords(withStem stem: [UInt8]) -> [Range<Int>] {
    guard let first = stem.first, first < 0x80 else { return of(stem) }
    let known = stem.count == 3 && stem.elementsEqual([first] + "ie".utf8) ? 1 : max(1, min(3, stem.count - 1))
    return ([Array(stem.prefix(known))] + AmericanSpelling.britishStarts(of: stem)).flatMap(ofAll)
  }

  /// The starts of the words that are as few typing mistakes away from a word as `NearWords` looks for.
  static func ofWords(near word: [UInt8], within limit: Int) -> [Range<Int>] {
    if limit > 1 { return ofAll(startingWith: Array(word.prefix(1))) }
    var near = [word]
    for place in 0..<min(3, word.count) {
      near.append(Array(word[..<place] + word[(place + 1)...]))
      if place + 1 < word.count {
        near.append(word)
        near[near.count - 1].swapAt(place, place + 1)
      }
      for letter in 0..<UInt8(32) {
        near.append(Array(word[..<place] + [letter] + word[(place + 1)...]))
        near.append(Array(word[..<place] + [letter] + word[place...]))
      }
    }
    return near.flatMap { of($0) }
  }
}
