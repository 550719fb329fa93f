/// The terms that a word's stem stands for.
///
/// The forms that start with their stem stand next to each other among the terms, and so have no list in common. `hoping`,
/// of the stem `hope`, and forms of the shortest stems are in a list of their stem.
extension Segment {
  /// Where the postings of a term are; of a stem, those of its forms, the stem itself aside. Cost: the stem of each word
  /// that starts with the stem.
  func places(of text: [UInt8]) -> [Term] {
    var places = [term(text)].compactMap { $0 }
    guard text.first == Namespace.stem, text.count > Stem.leastShown else { return places }
    let stem = Array(text.dropFirst())
    forEachTerm(startingWith: stem) { item in
      if item.text.count > stem.count, Stem.of(item.text) == stem { places.append(item.place) }
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
    return word.starts(with: stem)
      || stem.last == UInt8(ascii: "i") && word.elementsEqual(stem.dropLast() + [UInt8(ascii: "y")])
  }

  /// With fewer letters too many words start.
  fileprivate static let leastShown = 4
}
