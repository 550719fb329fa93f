/// The stem of an English word in American spelling: the Porter2 algorithm of the Snowball project
/// (https://snowballstem.org/algorithms/english/stemmer.html), on lower-case ASCII letters.
///
/// `classification`, `classified` and `classifies` share the stem `classif`. Words of one or two letters and words with
/// other characters are their own stems.
package struct Stem {
  private var word: [UInt8]
  /// Where the regions R1 and R2 start.
  private var r1 = 0
  private var r2 = 0

  package static func of(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 2, text.allSatisfy({ isLetter($0) || $0 == apostrophe }) else { return text }
    if text.count < 7, let exception = exceptions[text] { return exception }
    var stem = Stem(word: AmericanSpelling.of(text))
    stem.run()
    return stem.word
  }

  private init(word: [UInt8]) {
    self.word = word
  }

  private mutating func run() {
    if word.first == apostrophe { word.removeFirst() }
    markConsonants()
    markRegions()
    dropPossessive()
    dropPlural()
    if word.count < 8, hasSuffix("ing"), Stem.finished.contains(word) { return }
    dropPast()
    turnFinalY()
    replace(Stem.step2, from: r1)
    replaceStep3()
    dropStep4()
    dropStep5()
    for i in word.indices where word[i] == consonantY { word[i] = UInt8(ascii: "y") }
  }

  // A `y` at the start or after a vowel is a consonant, written `Y`.
  private mutating func markConsonants() {
    for i in word.indices where word[i] == UInt8(ascii: "y") && (i == 0 || isVowel(word[i - 1])) {
      word[i] = consonantY
    }
  }

  private mutating func markRegions() {
    r1 = Stem.starts.first { hasPrefix($0) }?.utf8CodeUnitCount ?? regionEnd(from: 0)
    r2 = regionEnd(from: r1)
  }

  /// After the first consonant that follows a vowel.
  private func regionEnd(from start: Int) -> Int {
    var i = start + 1
    while i < word.count {
      if isVowel(word[i - 1]) && !isVowel(word[i]) { return i + 1 }
      i += 1
    }
    return word.count
  }

  private mutating func dropPossessive() {
    for suffix in ["'s'", "'s", "'"] as [StaticString] where hasSuffix(suffix) {
      word.removeLast(suffix.utf8CodeUnitCount)
      return
    }
  }

  private mutating func dropPlural() {
    if hasSuffix("sses") {
      word.removeLast(2)
    } else if hasSuffix("ied") || hasSuffix("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if hasSuffix("us") || hasSuffix("ss") {
      return
    } else if word.last == UInt8(ascii: "s"), word.dropLast(2).contains(where: isVowel) {
      word.removeLast()
    }
  }

  private mutating func dropPast() {
    for suffix in ["eedly", "eed"] as [StaticString] where hasSuffix(suffix) {
      let rest = word.dropLast(suffix.utf8CodeUnitCount)
      let isExempt = ["proc", "exc", "succ"].contains { rest.elementsEqual($0.utf8) }
      if rest.count >= r1 && !isExempt { word.removeLast(suffix.utf8CodeUnitCount - 2) }
      return
    }
    guard let suffix = Stem.past.first(where: hasSuffix) else { return }
    let rest = word.dropLast(suffix.utf8CodeUnitCount)
    guard rest.contains(where: isVowel) else { return }
    if hasSuffix("ing"), rest.count == 2, rest.last == UInt8(ascii: "y"), !isVowel(rest[0]) {
      // dying, lying, tying
      word = [rest[0]] + Array("ie".utf8)
      return
    }
    word.removeLast(suffix.utf8CodeUnitCount)
    if hasSuffix("at") || hasSuffix("bl") || hasSuffix("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      if word.count == 3, "aeo".utf8.contains(word[0]) { return }
      word.removeLast()
    } else if isShort {
      word.append(UInt8(ascii: "e"))
    }
  }

  private mutating func turnFinalY() {
    guard word.count > 2, let last = word.last, last == UInt8(ascii: "y") || last == consonantY else { return }
    if !isVowel(word[word.count - 2]) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  /// Replaces the longest suffix of the table that the word has, if it stands in the region.
  private mutating func replace(_ table: [[(suffix: StaticString, new: StaticString)]], from region: Int) {
    guard let (suffix, new) = table[lastLetter].first(where: { hasSuffix($0.suffix) }) else { return }
    let start = word.count - suffix.utf8CodeUnitCount
    guard start >= region else { return }
    switch suffix.utf8CodeUnitCount {
    case 2: if !(start > 0 && "cdeghkmnrt".utf8.contains(word[start - 1])) { return }
    case 3: if hasSuffix("ogi") && !(start > 0 && word[start - 1] == UInt8(ascii: "l")) { return }
    default: break
    }
    word.removeLast(word.count - start)
    unsafe word.append(contentsOf: UnsafeBufferPointer(start: new.utf8Start, count: new.utf8CodeUnitCount))
  }

  private mutating func replaceStep3() {
    if hasSuffix("ative") {
      if word.count - 5 >= r2 { word.removeLast(5) }
    } else {
      replace(Stem.step3, from: r1)
    }
  }

  private mutating func dropStep4() {
    guard let (suffix, _) = Stem.step4[lastLetter].first(where: { hasSuffix($0.suffix) }) else { return }
    let start = word.count - suffix.utf8CodeUnitCount
    guard start >= r2 else { return }
    if hasSuffix("ion") && !(start > 0 && "st".utf8.contains(word[start - 1])) { return }
    word.removeLast(suffix.utf8CodeUnitCount)
  }

  private mutating func dropStep5() {
    let start = word.count - 1
    if word.last == UInt8(ascii: "e") {
      let isAfterShort = Stem.endsInShortSyllable(word.dropLast())
      if start >= r2 || (start >= r1 && !isAfterShort) { word.removeLast() }
    } else if hasSuffix("ll"), start >= r2 {
      word.removeLast()
    }
  }

  private var endsInDouble: Bool {
    guard word.count > 1, let last = word.last else { return false }
    return word[word.count - 2] == last && "bdfgmnprt".utf8.contains(last)
  }

  /// A word that ends in a short syllable and has no R1.
  private var isShort: Bool {
    word.elementsEqual("past".utf8) || r1 >= word.count && Stem.endsInShortSyllable(word[...])
  }

  private static func endsInShortSyllable(_ word: ArraySlice<UInt8>) -> Bool {
    let n = word.endIndex
    if word.count == 2 { return isVowel(word[0]) && !isVowel(word[1]) }
    return word.count > 2 && !isVowel(word[n - 3]) && isVowel(word[n - 2]) && !isVowel(word[n - 1])
      && !"wx".utf8.contains(word[n - 1]) && word[n - 1] != consonantY
  }

  /// The number of the last letter, by which suffixes are looked up.
  private var lastLetter: Int { Int((word.last ?? 0) & 31) }

  private func hasPrefix(_ text: StaticString) -> Bool { has(text, at: 0) }

  private func hasSuffix(_ text: StaticString) -> Bool { has(text, at: word.count - text.utf8CodeUnitCount) }

  /// Whether the letters stand there; compared from the last, by which most suffixes differ.
  private func has(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start >= 0, start + count <= word.count else { return false }
    var k = count - 1
    while k >= 0 {
      // Unsafe, because the letters of a literal are reached no other way without making a string.
      if unsafe word[start + k] != text.utf8Start[k] { return false }
      k -= 1
    }
    return true
  }

  private static let starts: [StaticString] = [
    "gener", "commun", "arsen", "univers", "later", "emerg", "organ", "inter",
  ]
  private static let past: [StaticString] = ["ingly", "edly", "ing", "ed"]

  private static let step2 = byLastLetter([
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
    ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"),
    ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("anci", "ance"), ("abli", "able"),
    ("alli", "al"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("ogist", "og"), ("bli", "ble"), ("ogi", "og"),
    ("li", ""),
  ])
  private static let step3 = byLastLetter([
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
    ("ness", ""), ("ful", ""),
  ])
  private static let step4 = byLastLetter([
    ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""), ("ant", ""), ("ent", ""),
    ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""), ("ion", ""), ("al", ""), ("er", ""),
    ("ic", ""),
  ])

  /// A table's suffixes by their last letters, in the order of the table, in which a longer one stands before its end.
  private static func byLastLetter(
    _ table: [(suffix: StaticString, new: StaticString)]
  ) -> [[(suffix: StaticString, new: StaticString)]] {
    var groups = [[(suffix: StaticString, new: StaticString)]](repeating: [], count: 32)
    for entry in table {
      let last = unsafe entry.suffix.utf8Start[entry.suffix.utf8CodeUnitCount - 1]
      groups[Int(last & 31)].append(entry)
    }
    return groups
  }

  private static let exceptions: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
      ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
      ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ].map { (Array($0.utf8), Array($1.utf8)) })
  private static let finished: Set<[UInt8]> = Set(
    ["inning", "outing", "canning", "herring", "earring", "evening"].map { Array($0.utf8) })
}

private let consonantY = UInt8(ascii: "Y")
private let apostrophe = UInt8(ascii: "'")

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

private func isVowel(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"):
    true
  default: false
  }
}
