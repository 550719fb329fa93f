package import Catalog
package import Text

/// The topic index: every note at hand by its words, names, formulas and links.
///
/// It is the same bytes whether it was made in memory, lies in the program or in a mapped file, and gives the same
/// answers.
package struct Index: Sendable {
  /// A segment beside those of its entries that a later segment replaces.
  struct Part: Sendable {
    var segment: Segment
    var dead: Set<Int> = []
    /// The number of the segment's first entry in the whole index.
    var base: Int
  }

  let parts: [Part]
  /// One more than the largest number of an entry.
  let entryLimit: Int
  /// The number of concepts.
  package let count: Int

  /// The index of a segment and of one with what changed since, which replaces some of its entries.
  init(_ base: Segment, update: Segment? = nil, replacing dead: Set<Int> = []) {
    var parts = [Part(segment: base, dead: dead, base: 0)]
    if let update { parts.append(Part(segment: update, base: base.entryCount)) }
    self.parts = parts
    entryLimit = base.entryCount + (update?.entryCount ?? 0)
    count = entryLimit - dead.count
  }

  /// Makes the index of some files in memory.
  package init(of files: [Library.File]) throws(Problem) {
    try self.init(decoding: Bytes(Index.encoded(files)))
  }

  /// Reads an encoded index where it lies. With `isChecked`, damage that a search meets is reported by `isDamaged`.
  package init(decoding bytes: Bytes, isChecked: Bool = false) throws(Problem) {
    self.init(try Segment(decoding: bytes, isChecked: isChecked))
  }

  /// Whether something that was read since the index was opened is not what was written.
  package var isDamaged: Bool { parts.contains { $0.segment.isDamaged } }

  /// Whether it was asked for terms of its notes that it was made without, so that it may have answered wrongly.
  package var isTooNarrow: Bool { parts.contains { $0.segment.asked?.more != nil } }

  /// Bytes, all told.
  package var size: Int { parts.reduce(0) { $0 + $1.segment.bytes.count } }

  func record(_ entry: Int) -> Record {
    let part = part(of: entry)
    return parts[part].segment.record(entry - parts[part].base)
  }

  /// What a record says of the entry itself.
  func head(_ entry: Int) -> Record.Head {
    let part = part(of: entry)
    return parts[part].segment.head(entry - parts[part].base)
  }

  func slug(_ entry: Int) -> String {
    let part = part(of: entry)
    return parts[part].segment.slug(entry - parts[part].base)
  }

  /// The live entry of a slug.
  func entry(_ slug: String) -> Int? {
    for part in parts {
      if let entry = part.segment.entry(slug), !part.dead.contains(entry) { return part.base + entry }
    }
    return nil
  }

  /// The number of the part that has an entry.
  func part(of entry: Int) -> Int {
    var part = parts.count - 1
    while part > 0, parts[part].base > entry { part -= 1 }
    return part
  }

  /// The entries that have a term, with its impact in each; replaces what is in `postings`.
  func read(_ term: some Collection<UInt8>, into postings: inout ContiguousArray<Posting>) {
    postings.removeAll(keepingCapacity: true)
    append(term, to: &postings)
  }

  private func append(_ term: some Collection<UInt8>, to postings: inout ContiguousArray<Posting>) {
    for part in parts {
      if let found = part.segment.term(term) { part.append(found, to: &postings) }
    }
  }

  /// Appends the entries that have a term of a query, which may stand for all that start with it; each once, with the
  /// largest impact.
  func append(_ term: Query.Term, to postings: inout ContiguousArray<Posting>) {
    guard term.isStart else { return append(term.text, to: &postings) }
    var places: [(part: Part, term: Segment.Term)] = []
    for part in parts {
      part.segment.forEachTerm(startingWith: term.text) { item in
        places.append((part, item.place))
        return true
      }
    }
    guard places.count > 1 else {
      for (part, place) in places { part.append(place, to: &postings) }
      return
    }
    // Thousands of terms may start so, and sorting would take longer.
    var impacts = ContiguousArray<UInt8>(repeating: 0, count: entryLimit)
    var entries = EntrySet(below: entryLimit)
    var some = ContiguousArray<Posting>()
    for (part, place) in places {
      some.removeAll(keepingCapacity: true)
      part.append(place, to: &some)
      entries.insert(some.span)
      var impacts = impacts.mutableSpan
      for posting in some { impacts[Int(posting.entry)] = max(impacts[Int(posting.entry)], posting.impact) }
    }
    entries.forEach { postings.append(Posting(entry: $0, impact: impacts[$0])) }
  }

  /// The first terms that are wanted, each once and in order, of those that live entries have and that start with
  /// `prefix`.
  func terms(startingWith prefix: [UInt8], limit: Int, where isWanted: ([UInt8]) -> Bool) -> [[UInt8]] {
    terms(limit) { segment, visit in
      segment.forEachTerm(startingWith: prefix) { visit($0, isWanted($0.text)) }
    }
  }

  /// The same of the terms from `start` on; where `isWanted` gives nil there are no more.
  func terms(from start: [UInt8], limit: Int, where isWanted: ([UInt8]) -> Bool?) -> [[UInt8]] {
    terms(limit) { segment, visit in
      segment.forEachTerm(from: start) { visit($0, isWanted($0.text)) }
    }
  }

  private func terms(_ limit: Int, in walk: (Segment, (Terms, Bool?) -> Bool) -> Void) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for part in parts {
      var own: [[UInt8]] = []
      walk(part.segment) { item, isWanted in
        guard let isWanted else { return false }
        if isWanted, part.isLive(item.place) { own.append(item.text) }
        return own.count < limit
      }
      found += own
    }
    if parts.count == 1 { return found }
    return Array(Set(found).sorted { $0.lexicographicallyPrecedes($1) }.prefix(limit))
  }

  /// Whether a note has the term.
  func has(_ term: some Collection<UInt8>) -> Bool { frequency(of: term) > 0 }

  /// How many live entries have the term; of a stem, one that has two of its forms counts twice.
  func frequency(of term: some Collection<UInt8>) -> Int {
    var frequency = 0
    for part in parts {
      for place in part.segment.places(of: Array(term)) {
        if part.dead.isEmpty {
          frequency += place.count
        } else {
          var postings = ContiguousArray<Posting>()
          part.append(place, to: &postings)
          frequency += postings.count
        }
      }
    }
    return frequency
  }
}

/// An entry that has a term, and how much the term says about it.
struct Posting: Hashable, Sendable {
  // In four bytes, because a query reads tens of thousands: an index has fewer than 17 million entries.
  private let bits: UInt32

  /// The impact is one of `Impact`'s steps.
  @inline(__always) init(entry: Int, impact: UInt8) { bits = UInt32(truncatingIfNeeded: entry << 7) | UInt32(impact) }

  var entry: Int32 { Int32(truncatingIfNeeded: bits >> 7) }
  var impact: UInt8 { UInt8(bits & 127) }
}

extension Index.Part {
  /// Whether an entry that is not replaced has a term.
  func isLive(_ term: Segment.Term) -> Bool {
    guard !dead.isEmpty else { return true }
    var postings = ContiguousArray<Posting>()
    append(term, to: &postings)
    return !postings.isEmpty
  }

  /// Appends a term's postings; what a damaged segment says may be wrong but stays inside the index.
  func append(_ term: Segment.Term, to postings: inout ContiguousArray<Posting>) {
    let start = postings.count
    segment.append(term, base: base, to: &postings)
    guard !dead.isEmpty else { return }
    let live = postings[start...].filter { !dead.contains(Int($0.entry) - base) }
    postings.replaceSubrange(start..., with: live)
  }
}
