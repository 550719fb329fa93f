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

  /// How many entries are in any of some lists: those of the longest, and of the others those that are new.
  private static func count(_ lists: [Range<Int>], of postings: ContiguousArray<Posting>, limit: Int) -> Int {
    guard lists.count > 1, let longest = lists.max(by: { $0.count < $1.count }) else { return lists.first?.count ?? 0 }
    let others = lists.filter { $0 != longest }
    var entries = EntrySet(below: limit)
    let (all, known) = (postings.span, postings.span.extracting(longest))
    // A look for each of a few takes less than to enter all of the longest.
    if others.reduce(0, { $0 + $1.count }) < longest.count / 12 {
      return others.reduce(longest.count) { count, other in
        var (count, place) = (count, 0)
        for i in other {
          let entry = all[i].entry
          place = known.place(of: entry, from: place)
          let isKnown = place < known.count && known[place].entry == entry
          count += !isKnown && entries.insert(Int(entry)) ? 1 : 0
        }
        return count
      }
    }
    entries.insert(known)
    return others.reduce(longest.count) { $0 + entries.insert(counting: all.extracting($1)) }
  }
}

extension Span<Posting> {
  /// The first place from one on whose entry is not before another: in steps that double, then by halves (Bentley and
  /// Yao, "An Almost Optimal Algorithm for Unbounded Searching", 1976).
  fileprivate func place(of entry: Int32, from start: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step < count, self[low + step].entry < entry {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].entry < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
