/// The stem of an English word in American spelling: the Porter2 algorithm of the Snowball project
/// (https://snowballstem.org/algorithms/english/stemmer.html), on lower-case ASCII letters.
///
/// `classified`, `classifies` and `classify` share the stem `classifi`. Words of one or two letters and words with
/// other characters are their own stems. Some words that the algorithm takes for forms of others, of which the notes
/// speak too, keep stems of their own.
package struct Stem {
  private var word: [UInt8]
  /// Where the regions R1 and R2 start.
  private var r1 = 0
  private var r2 = 0

  package static func of(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 2, text.allSatisfy({ isLower($0) || $0 == apostrophe }) else { return text }
    if text.count < 7 {
      let word = Ending(of: text)
      if let exception = exceptions.first(where: { $0.word == word }) { return Array(exception.stem.utf8) }
    }
    if text.count > 6, ownStems.pairs.contains(text[0], text[1]), let own = start(of: text, among: ownStems.all) {
      return own
    }
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
    if word.count < 8, Stem.finished.contains(tail) { return }
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
    guard word.contains(UInt8(ascii: "y")) else { return }
    for i in word.indices where word[i] == UInt8(ascii: "y") && (i == 0 || isVowel(word[i - 1])) {
      word[i] = consonantY
    }
  }

  private mutating func markRegions() {
    let isSpecial = word.count > 1 && Stem.starts.pairs.contains(word[0], word[1])
    let start = isSpecial ? Stem.start(of: word, among: Stem.starts.all) : nil
    r1 = start?.count ?? regionEnd(from: 0)
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
    guard word.contains(apostrophe) else { return }
    let tail = tail
    word.removeLast(tail.ends(in: "'s'") ? 3 : tail.ends(in: "'s") ? 2 : tail.ends(in: "'") ? 1 : 0)
  }

  private mutating func dropPlural() {
    let tail = tail
    if tail.ends(in: "sses") {
      word.removeLast(2)
    } else if tail.ends(in: "ied") || tail.ends(in: "ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if tail.ends(in: "us") || tail.ends(in: "ss") {
      return
    } else if word.last == UInt8(ascii: "s"), word.dropLast(2).contains(where: isVowel) {
      word.removeLast()
    }
  }

  private mutating func dropPast() {
    let tail = tail
    let doubled = tail.ends(in: "eedly") ? 5 : tail.ends(in: "eed") ? 3 : 0
    if doubled > 0 {
      let rest = word.dropLast(doubled)
      let isExempt = ["proc", "exc", "succ"].contains { rest.elementsEqual($0.utf8) }
      if rest.count >= r1 && !isExempt { word.removeLast(doubled - 2) }
      return
    }
    let past =
      tail.ends(in: "ingly") ? 5 : tail.ends(in: "edly") ? 4 : tail.ends(in: "ing") ? 3 : tail.ends(in: "ed") ? 2 : 0
    let rest = word.dropLast(past)
    guard past > 0, rest.contains(where: isVowel) else { return }
    if tail.ends(in: "ing"), rest.count == 2, rest.last == UInt8(ascii: "y"), !isVowel(rest[0]) {
      // dying, lying, tying
      word = [rest[0]] + Array("ie".utf8)
      return
    }
    word.removeLast(past)
    let restTail = self.tail
    if restTail.ends(in: "at") || restTail.ends(in: "bl") || restTail.ends(in: "iz") {
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
  private mutating func replace(_ table: Table<Replacement>, from region: Int) {
    guard mayEnd(in: table) else { return }
    let tail = tail
    guard let (suffix, new) = table.all.first(where: { tail.ends(in: $0.suffix) }) else { return }
    let start = word.count - suffix.count
    guard start >= region else { return }
    switch suffix.count {
    case 2: if !(start > 0 && "cdeghkmnrt".utf8.contains(word[start - 1])) { return }
    case 3: if suffix == "ogi" && !(start > 0 && word[start - 1] == UInt8(ascii: "l")) { return }
    default: break
    }
    word.removeLast(suffix.count)
    word.append(contentsOf: new.utf8)
  }

  private mutating func replaceStep3() {
    if tail.ends(in: "ative") {
      if word.count - 5 >= r2 { word.removeLast(5) }
    } else {
      replace(Stem.step3, from: r1)
    }
  }

  private mutating func dropStep4() {
    guard mayEnd(in: Stem.step4), let suffix = tail.first(of: Stem.step4.all) else { return }
    let start = word.count - suffix.count
    guard start >= r2 else { return }
    if suffix == "ion" && !(start > 0 && "st".utf8.contains(word[start - 1])) { return }
    word.removeLast(suffix.count)
  }

  private mutating func dropStep5() {
    let start = word.count - 1
    if word.last == UInt8(ascii: "e") {
      let isAfterShort = Stem.endsInShortSyllable(word.dropLast())
      if start >= r2 || (start >= r1 && !isAfterShort) { word.removeLast() }
    } else if tail.ends(in: "ll"), start >= r2 {
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

  private var tail: Ending { Ending(of: word) }

  private func mayEnd<Item>(in table: Table<Item>) -> Bool {
    word.count > 1 && table.pairs.contains(word[word.count - 1], word[word.count - 2])
  }

  /// With which of some texts a word starts.
  private static func start(of word: [UInt8], among starts: [[UInt8]]) -> [UInt8]? {
    for i in starts.indices where starts[i].first == word.first && word.starts(with: starts[i]) { return starts[i] }
    return nil
  }

  /// What words start with or end in, and the two letters that tell at once of most words that they do not.
  private struct Table<Item: Sendable>: Sendable {
    let all: [Item]
    let pairs: LetterPairs

    init(_ all: [Item], by pair: (Item) -> (UInt8, UInt8)) {
      self.all = all
      pairs = LetterPairs(all.map(pair))
    }
  }

  private static let starts = Table(
    ["gener", "commun", "arsen", "univers", "later", "emerg", "organ", "inter"].map { Array($0.utf8) },
    by: { ($0[0], $0[1]) })

  // In each table a longer suffix stands before its end.
  private typealias Replacement = (suffix: Ending, new: String)

  private static let step2 = Table<Replacement>(
    [
      ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
      ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"),
      ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("anci", "ance"), ("abli", "able"),
      ("alli", "al"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("ogist", "og"), ("bli", "ble"),
      ("ogi", "og"),
      ("li", ""),
    ], by: \.suffix.lastTwo)
  private static let step3 = Table<Replacement>(
    [
      ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
      ("ness", ""), ("ful", ""),
    ], by: \.suffix.lastTwo)
  private static let step4 = Table<Ending>(
    [
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
      "al", "er", "ic",
    ], by: \.lastTwo)

  /// Whole words of at most eight letters, like the endings of longer ones.
  private static let exceptions: [(word: Ending, stem: String)] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
    ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
    ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
  ]
  /// What has nothing to do with objects, positions, margins or means.
  private static let ownStems = Table(
    ["objectiv", "positiv", "negativ", "relativ", "marginal", "meaning", "importan"].map { Array($0.utf8) },
    by: { ($0[0], $0[1]) })
  private static let finished: [Ending] = ["inning", "outing", "canning", "herring", "earring", "evening"]
}

private let consonantY = UInt8(ascii: "Y")
private let apostrophe = UInt8(ascii: "'")

private func isVowel(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"):
    true
  default: false
  }
}
