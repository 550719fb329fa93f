/// The entries that have a word in any form.
///
/// The forms that start with their stem stand next to each other among the terms, and so have no list in common: it is
/// brought together when it is asked for. `hoping`, of the stem `hope`, and forms of the shortest stems are in a list of
/// their stem.
extension Index {
  /// Appends the entries that have another form than the stem itself, with the largest impact of the forms in each.
  func appendForms(of stem: [UInt8], to postings: inout ContiguousArray<Posting>) {
    for part in parts {
      var union = ContiguousArray<Posting>()
      var next = ContiguousArray<Posting>()
      for place in part.segment.forms(of: stem) {
        next.removeAll(keepingCapacity: true)
        part.append(place, to: &next)
        union = union.isEmpty ? next : Posting.union(union, next)
      }
      postings += union
    }
  }
}

extension Segment {
  /// The lists of the forms of a stem, the stem itself aside. Cost: the stem of each word that starts with the stem.
  fileprivate func forms(of stem: [UInt8]) -> [Term] {
    var places = [term([Namespace.stem] + stem)].compactMap { $0 }
    guard stem.count >= Stem.leastShown else { return places }
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

extension Posting {
  /// The entries of two lists in order, with the larger impact where both have one.
  fileprivate static func union(_ a: ContiguousArray<Posting>, _ b: ContiguousArray<Posting>) -> ContiguousArray<
    Posting
  > {
    var union = ContiguousArray<Posting>()
    union.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      union.append(x.entry == y.entry ? (x.impact > y.impact ? x : y) : x.entry < y.entry ? x : y)
      if x.entry <= y.entry { i += 1 }
      if y.entry <= x.entry { j += 1 }
    }
    union += a[i...]
    union += b[j...]
    return union
  }
}
