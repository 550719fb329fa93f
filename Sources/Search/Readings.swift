/// The postings of a query's terms, each list read once however many terms share it.
struct Readings {
  /// Where a term's postings are, in order within each list, and how many entries they are of.
  struct Reading {
    var lists: [Range<Int>]
    var count: Int
  }

  private let index: Index
  /// The terms that were read, and what of each. Tables of the library's would take longer to set up than most queries.
  private var terms = TermTable()
  private var known: [Reading] = []
  /// The lists that were read, by their parts and places, and where each was read to. A table of the library's would
  /// take longer to set up than to look through these.
  private var places: ContiguousArray<Int> = []
  private var lists: [Range<Int>] = []

  init(_ index: Index) { self.index = index }

  /// How many entries have a term; nil for one that was not read or that none has.
  func frequency(of term: Query.Term) -> Int? {
    let key = Readings.key(of: term)
    guard let number = terms.find(key, in: key.indices), known[number].count > 0 else { return nil }
    return known[number].count
  }

  private static func key(of term: Query.Term) -> ContiguousArray<UInt8> {
    ContiguousArray(term.text) + (term.isStart ? [0] : [])
  }

  /// Reads a term's postings behind those that were read before.
  mutating func read(_ term: Query.Term, into postings: inout ContiguousArray<Posting>) -> Reading {
    let key = Readings.key(of: term)
    let number = terms.number(of: key, in: key.indices)
    if number < known.count { return known[number] }
    var reading = Reading(lists: [], count: 0)
    if term.isStart {
      let start = postings.count
      index.append(term, to: &postings)
      reading.lists = [start..<postings.count]
    } else {
      for (part, indexPart) in index.parts.enumerated() {
        for term in indexPart.segment.places(of: term.text) {
          let place = part << 48 | term.postings.lowerBound
          let list: Range<Int>
          if let known = places.firstIndex(of: place) {
            list = lists[known]
          } else {
            let start = postings.count
            indexPart.append(term, to: &postings)
            list = start..<postings.count
            places.append(place)
            lists.append(list)
          }
          if !list.isEmpty { reading.lists.append(list) }
        }
      }
    }
    reading.count = Readings.count(reading.lists, of: postings, limit: index.entryLimit)
    known.append(reading)
    return reading
  }

  /// How many entries are in any of some lists.
  private static func count(_ lists: [Range<Int>], of postings: ContiguousArray<Posting>, limit: Int) -> Int {
    guard let longest = lists.max(by: { $0.count < $1.count }), lists.count > 1 else { return lists.first?.count ?? 0 }
    // The longest is only looked up in the others, which takes less than to add it.
    var others = EntrySet(below: limit)
    for list in lists where list != longest { others.insert(postings.span.extracting(list)) }
    return longest.count + others.count - others.count(in: postings.span.extracting(longest))
  }
}
