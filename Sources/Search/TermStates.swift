/// What is known of each term while an index is made, and what the note and the entry at hand say of it.
///
/// The loops go over spans, as an array asks at each change whether it is shared.
struct TermStates {
  private struct State {
    /// Occurrences in body, code, headings and formulas.
    var counts = SIMD4<Float>.zero
    /// Weighted frequency in titles, aliases, keywords and summaries.
    var named: Float = 0
    /// The largest frequency among the entry's notes.
    var best: Float = 0
    /// The term of a word's stem, or one of the numbers below.
    var stem = TermStates.unknown
    /// The entry has the term or has it not; how often does not matter.
    var isMark = false
    var kind: UsualImpacts.Kind
  }

  /// In place of a stem's term: it was not looked up; the word itself tells it.
  static let unknown: Int32 = -2
  static let own: Int32 = -1

  private var states: ContiguousArray<State> = []
  /// The terms that have counts, and those that have a best frequency.
  private var ofNote: ContiguousArray<Int32> = []
  private var ofEntry: ContiguousArray<Int32> = []

  var count: Int { states.count }

  init(expecting terms: Int) { states.reserveCapacity(terms) }

  /// Appends a term, given by its first byte.
  mutating func append(startingWith byte: UInt8) {
    states.append(State(kind: UsualImpacts.Kind(of: CollectionOfOne(byte))))
  }

  func stem(of term: Int) -> Int32 { states[term].stem }

  mutating func setStem(of term: Int, to stem: Int32) { states[term].stem = stem }

  /// A term that the entry has or has not.
  mutating func mark(_ term: Int) {
    if states[term].best == 0 { ofEntry.append(Int32(term)) }
    states[term].best = 1
    states[term].isMark = true
  }

  /// Adds to a term what a title, an alias, a keyword or a summary says of it.
  mutating func addNamed(_ term: Int, _ amount: Float) {
    if states[term].counts == .zero && states[term].named == 0 { ofNote.append(Int32(term)) }
    states[term].named += amount
  }

  /// Counts terms of a field.
  mutating func add(_ terms: ContiguousArray<Int32>.SubSequence, _ amount: SIMD4<Float>) {
    TermStates.add(terms, amount, &states, &ofNote)
  }

  private static func add(
    _ terms: ContiguousArray<Int32>.SubSequence, _ amount: SIMD4<Float>, _ states: inout ContiguousArray<State>,
    _ ofNote: inout ContiguousArray<Int32>
  ) {
    var states = states.mutableSpan
    for term in terms { add(Int(term), amount, &states, &ofNote) }
  }

  /// Counts what a field says from one mention on by its terms, and the stems of words, but for those terms that are
  /// passed over; returns the first mention that cannot be counted, because the stem of its term is unknown.
  mutating func add(
    _ mentions: Span<NoteReading.Mention>, from start: Int, by terms: Span<Int32>, _ amount: SIMD4<Float>,
    passing passed: Range<Int>
  ) -> Int? {
    TermStates.add(mentions, from: start, by: terms, amount, passed, &states, &ofNote)
  }

  private static func add(
    _ mentions: Span<NoteReading.Mention>, from start: Int, by terms: Span<Int32>, _ amount: SIMD4<Float>,
    _ passed: Range<Int>, _ states: inout ContiguousArray<State>, _ ofNote: inout ContiguousArray<Int32>
  ) -> Int? {
    var states = states.mutableSpan
    for i in start..<mentions.count {
      let term = Int(terms[i])
      if passed.contains(term) { continue }
      let isWord = mentions[i].isWord
      let stem = states[term].stem
      if isWord && stem == unknown { return i }
      add(term, amount, &states, &ofNote)
      if isWord && stem >= 0 { add(Int(stem), amount, &states, &ofNote) }
    }
    return nil
  }

  @inline(__always) private static func add(
    _ term: Int, _ amount: SIMD4<Float>, _ states: inout MutableSpan<State>, _ ofNote: inout ContiguousArray<Int32>
  ) {
    let counts = states[term].counts
    if counts == .zero && states[term].named == 0 { ofNote.append(Int32(truncatingIfNeeded: term)) }
    states[term].counts = counts + amount
  }

  /// Ends a note: what it says of its terms counts towards the entry, an occurrence as much as its field's scale.
  mutating func endNote(_ scales: SIMD4<Float>) {
    TermStates.settle(ofNote, scales, &states, &ofEntry)
    ofNote.removeAll(keepingCapacity: true)
  }

  private static func settle(
    _ terms: ContiguousArray<Int32>, _ scales: SIMD4<Float>, _ states: inout ContiguousArray<State>,
    _ ofEntry: inout ContiguousArray<Int32>
  ) {
    var states = states.mutableSpan
    ofEntry.append(addingCapacity: terms.count) { room in
      for term in terms {
        let i = Int(term)
        let frequency = states[i].named + (states[i].counts * scales).sum()
        if states[i].best == 0 { room.append(term) }
        states[i].best = max(states[i].best, frequency)
        states[i].counts = .zero
        states[i].named = 0
      }
    }
  }

  /// Ends an entry: logs what it says of its terms.
  mutating func endEntry(_ entry: Int, beside usual: UsualImpacts, to log: inout PostingLog) {
    TermStates.post(ofEntry, of: entry, beside: usual, &states, to: &log)
    ofEntry.removeAll(keepingCapacity: true)
  }

  private static func post(
    _ terms: ContiguousArray<Int32>, of entry: Int, beside usual: UsualImpacts, _ states: inout ContiguousArray<State>,
    to log: inout PostingLog
  ) {
    var states = states.mutableSpan
    // Many terms in a row are met as often as each other.
    var (frequency, impact) = (Float.zero, Impact(frequency: .zero))
    log.append(terms, of: entry) { term in
      let state = states[Int(term)]
      if state.best != frequency { (frequency, impact) = (state.best, Impact(frequency: state.best)) }
      states[Int(term)].best = 0
      return state.isMark ? .none : Excess(of: impact, beside: usual[state.kind])
    }
  }
}
