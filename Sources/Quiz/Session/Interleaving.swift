/// Cards in their order, but no two neighbours of one note where that can be.
struct Interleaving {
  private let note: (Int) -> Int
  private var left: [Int: Int] = [:]
  /// How many notes have so many cards left.
  private var notes: [Int]
  private var most: Int
  private var count: Int

  private init(_ cards: [Int], by note: @escaping (Int) -> Int) {
    self.note = note
    for card in cards { left[note(card), default: 0] += 1 }
    most = left.values.max() ?? 0
    count = cards.count
    notes = [Int](repeating: 0, count: most + 1)
    for cards in left.values { notes[cards] += 1 }
  }

  /// `last` is the card before them. Linear in the cards.
  static func order(_ cards: [Int], after last: Int? = nil, by note: @escaping (Int) -> Int) -> [Int] {
    var state = Interleaving(cards, by: note)
    var result: [Int] = []
    var previous = last.map(note)
    // Passed over as their note was just asked, so all of one note.
    var held: [Int] = []
    var taken = 0
    var i = 0
    while !state.isCrowded {
      if taken < held.count, note(held[taken]) != previous {
        result.append(held[taken])
        taken += 1
      } else {
        while i < cards.count, note(cards[i]) == previous {
          held.append(cards[i])
          i += 1
        }
        guard i < cards.count else { break }
        result.append(cards[i])
        i += 1
      }
      previous = result.last.map(note)
      if let previous { state.take(previous) }
    }
    return result + state.alternating(Array(held[taken...] + cards[i...]), after: previous)
  }

  /// Whether one note has more than half of the cards: from then on it takes every second place.
  private var isCrowded: Bool { most * 2 > count || count == 0 }

  private mutating func take(_ note: Int) {
    let before = left[note] ?? 0
    left[note] = before - 1
    notes[before] -= 1
    notes[before - 1] += 1
    if notes[most] == 0 { most -= 1 }
    count -= 1
  }

  private func alternating(_ cards: [Int], after previous: Int?) -> [Int] {
    guard let crowd = left.first(where: { $0.value == most })?.key else { return cards }
    let (own, others) = (cards.filter { note($0) == crowd }, cards.filter { note($0) != crowd })
    var result: [Int] = []
    for i in 0..<max(own.count, others.count) {
      let pair = [own, others].compactMap { i < $0.count ? $0[i] : nil }
      result += previous == crowd ? pair.reversed() : pair
    }
    return result
  }
}
