/// The terms that a word's stem stands for.
///
/// The forms that start with their stem stand next to each other among the terms, and so have no list in common.
/// `hoping`, of the stem `hope`, and forms of the shortest stems are in a list of their stem.
extension Segment {
  /// Where the postings of a term are; of a stem, those of its forms, the stem itself aside. Cost: the stem of each
  /// word that starts with the stem.
  func places(of text: [UInt8]) -> [Term] {
    var places = [term(text)].compactMap { $0 }
    guard text.first == Namespace.stem, text.count > Stem.leastShown else { return places }
    let stem = Array(text.dropFirst())
    forEachTerm(startingWith: stem) { item in
      if Stem.goesOn(stem, in: item.text), Stem.of(item.text) == stem { places.append(item.place) }
      return true
    }
    if stem.last == UInt8(ascii: "i") {
      let form = stem.dropLast() + [UInt8(ascii: "y")]
      if Stem.of(Array(form)) == stem, let place = term(form) { places.append(place) }
    }
    return places
  }
}

extension Stem {
  /// Whether a word is found as a form of its stem by how it starts: `classified` and `classify` of `classifi`.
  static func isShown(_ stem: [UInt8], by word: [UInt8]) -> Bool {
    guard stem.count >= leastShown else { return false }
    return word == stem || word.starts(with: stem) && goesOn(stem, in: word)
      || stem.last == UInt8(ascii: "i") && word.elementsEqual(stem.dropLast() + [UInt8(ascii: "y")])
  }

  /// Whether a longer word that starts with a stem may be a form of it, by how much longer it is and by the next
  /// letter: one of those with which a suffix starts, or the stem's last one again. So of most words that only start
  /// alike no stem is asked.
  fileprivate static func goesOn(_ stem: [UInt8], in word: [UInt8]) -> Bool {
    guard (1...longestEnding).contains(word.count - stem.count) else { return false }
    let letter = word[stem.count]
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"),
      UInt8(ascii: "s"):
      return true
    default: return letter == stem.last
    }
  }

  /// Of 164,544 forms in a large index one has a longer ending.
  private static let longestEnding = 7

  /// With fewer letters too many words start.
  fileprivate static let leastShown = 4
}
