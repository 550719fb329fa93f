/// British spellings of what technical writing is full of as the American ones, so that `normalisation` is found as
/// `normalization` and `centred` as `centered`.
enum AmericanSpelling {
  /// A word of small letters in American spelling.
  static func of(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3, mayDiffer(word) else { return word }
    return withZ(word) ?? withoutU(word) ?? withER(word) ?? whole(word) ?? word
  }

  /// Letters that every word has which differs, and few others have: each word of the notes comes by here.
  private static func mayDiffer(_ word: [UInt8]) -> Bool {
    for i in 2..<word.count {
      switch word[i] {
      case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "a"):
        // `-ise`, `-ysing`, `-tre`, `-bring`
        switch (word[i - 2], word[i - 1]) {
        case (UInt8(ascii: "i"), UInt8(ascii: "s")), (UInt8(ascii: "y"), UInt8(ascii: "s")),
          (UInt8(ascii: "t"), UInt8(ascii: "r")), (UInt8(ascii: "b"), UInt8(ascii: "r")):
          return true
        default: break
        }
      case UInt8(ascii: "r"): if word[i - 1] == UInt8(ascii: "u") && word[i - 2] == UInt8(ascii: "o") { return true }
      case UInt8(ascii: "y"): if word[i - 1] == UInt8(ascii: "e") && word[i - 2] == UInt8(ascii: "r") { return true }
      case UInt8(ascii: "f"): if word[i - 1] == UInt8(ascii: "e") && word[i - 2] == UInt8(ascii: "t") { return true }
      case UInt8(ascii: "u"): if word[i - 1] == UInt8(ascii: "g") && word[i - 2] == UInt8(ascii: "o") { return true }
      default: break
      }
    }
    return false
  }

  /// `-ise` and its forms, where it is a verb's ending: `optimised`, but `supervised` and `pairwise`.
  private static func withZ(_ word: [UInt8]) -> [UInt8]? {
    // The last `s` may be one of a plural.
    guard let last = word.lastIndex(of: UInt8(ascii: "s")) else { return nil }
    if let s = word[..<last].lastIndex(of: UInt8(ascii: "s")), let changed = withZ(word, at: s) { return changed }
    return withZ(word, at: last)
  }

  private static func withZ(_ word: [UInt8], at s: Int) -> [UInt8]? {
    guard s > 3, verbEndings.contains(where: { word[(s + 1)...].elementsEqual($0) }) else { return nil }
    let base = word[..<(s - 1)]
    guard let last = base.last else { return nil }
    switch word[s - 1] {
    case UInt8(ascii: "i"):
      let isOther = "aeiouwy".utf8.contains(last) || neverWithZ.contains { ends(base, in: $0) }
      if isOther { return nil }
    case UInt8(ascii: "y"): if last != UInt8(ascii: "l") { return nil }
    default: return nil
    }
    var changed = word
    changed[s] = UInt8(ascii: "z")
    return changed
  }

  /// `-our`: `behaviour`, `neighbouring`.
  private static func withoutU(_ word: [UInt8]) -> [UInt8]? {
    guard let start = withOUR.first(where: { word.starts(with: $0) }) else { return nil }
    var changed = word
    changed.remove(at: start.count - 2)
    return changed
  }

  /// `-re`: `centre`, `centred`, `millimetres`.
  private static func withER(_ word: [UInt8]) -> [UInt8]? {
    for (british, american) in endingsWithRE where ends(word[...], in: british) {
      let base = word.dropLast(british.count)
      if withRE.contains(where: { ends(base, in: $0) }) { return base + american }
    }
    return nil
  }

  /// From the last letter on, by which most differ.
  private static func ends(_ word: ArraySlice<UInt8>, in ending: [UInt8]) -> Bool {
    guard word.count >= ending.count else { return false }
    for i in 1...ending.count where word[word.endIndex - i] != ending[ending.count - i] { return false }
    return true
  }

  /// Words that differ otherwise.
  private static func whole(_ word: [UInt8]) -> [UInt8]? {
    for (british, american) in others where word.starts(with: british.utf8) {
      return Array(american.utf8) + word[british.utf8.count...]
    }
    return nil
  }

  /// How British words of a stem start where that differs within the first three letters.
  static func britishStarts(of stem: [UInt8]) -> [[UInt8]] {
    others.filter { british, american in
      !british.utf8.prefix(3).elementsEqual(american.utf8.prefix(3)) && stem.starts(with: american.utf8.prefix(3))
    }.map { Array($0.british.utf8.prefix(3)) }
  }

  private static let verbEndings = bytes(["e", "ed", "es", "er", "ers", "ing", "able", "ation", "ations"])
  /// What stands right before `-ise` in words that have no `-ize`.
  private static let neverWithZ = bytes([
    "superv", "prom", "exerc", "prec", "adv", "rev", "dev", "compr", "surpr", "comprom", "improv", "telev", "desp",
    "enterpr", "expert", "prem", "franch", "merchand", "conc", "parad", "exc", "inc", "appr",
  ])
  private static let withOUR = bytes([
    "colour", "behaviour", "neighbour", "favour", "honour", "labour", "vapour", "humour", "flavour", "armour", "rumour",
  ])
  private static let withRE = bytes(["cent", "met", "fib", "lit", "theat"])
  private static let endingsWithRE = zip(bytes(["res", "red", "ring", "re"]), bytes(["ers", "ered", "ering", "er"]))
  private static let others: [(british: String, american: String)] = [
    ("grey", "gray"), ("artefact", "artifact"), ("catalogue", "catalog"),
  ]

  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
