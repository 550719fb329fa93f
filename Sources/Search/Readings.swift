/// The postings of a query's terms, each list read once however many terms share it.
struct Readings {
  /// Where a term's postings are, in order within each list, and how many entries they are of.
  struct Reading {
    var lists: [Range<Int>]
    var count: Int
  }

  private struct Place: Hashable {
    var part: Int
    var start: Int
  }

  private let index: Index
  private var known: [Query.Term: Reading] = [:]
  private var lists: [Place: Range<Int>] = [:]

  init(_ index: Index) { self.index = index }

  /// How many entries have each term that was read.
  var frequencies: [Query.Term: Int] { known.mapValues(\.count).filter { $0.value > 0 } }

  /// Reads a term's postings behind those that were read before.
  mutating func read(_ term: Query.Term, into postings: inout ContiguousArray<Posting>) -> Reading {
    if let reading = known[term] { return reading }
    var reading = Reading(lists: [], count: 0)
    if term.isStart {
      let start = postings.count
      index.append(term, to: &postings)
      reading.lists = [start..<postings.count]
    } else {
      for (number, part) in index.parts.enumerated() {
        for term in part.segment.places(of: term.text) {
          let place = Place(part: number, start: term.postings.lowerBound)
          let start = postings.count
          if lists[place] == nil { part.append(term, to: &postings) }
          let list = lists[place] ?? start..<postings.count
          lists[place] = list
          if !list.isEmpty { reading.lists.append(list) }
        }
      }
    }
    reading.count = Readings.count(reading.lists, of: postings, limit: index.entryLimit)
    known[term] = reading
    return reading
  }

  /// How many entries are in any of some lists.
  private static func count(_ lists: [Range<Int>], of postings: ContiguousArray<Posting>, limit: Int) -> Int {
    guard lists.count > 1 else { return lists.first?.count ?? 0 }
    var entries = EntrySet(below: limit)
    for list in lists { entries.insert(postings.span.extracting(list)) }
    return entries.count
  }
}
