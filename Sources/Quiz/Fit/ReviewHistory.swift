/// Reviews by card, split where the optimizer splits them: the earlier four fifths of the items to fit on, the later
/// fifth to judge by. An item is a review at least one whole day after the card's last one.
package struct ReviewHistory: Sendable {
  private struct Item {
    var sequence: Int
    var index: Int
    var time: Int
  }

  /// No card's history is followed further than this: what comes after says little and costs much.
  private static let longest = 256

  private var sequences: [ReviewSequence]
  /// In the order of time.
  private var items: [Item]
  package let reviewCount: Int
  package let earlierCount: Int
  package var laterCount: Int { items.count - earlierCount }

  /// Takes reviews in any order; `days` says how many whole days lie between two times.
  package init(_ reviews: [Review], days: (_ from: Int, _ to: Int) -> Int = { wholeDays(Double($1 - $0) / 1000) }) {
    reviewCount = reviews.count
    var cards: [String: Int] = [:]
    var ordered: [[Review]] = []
    for review in reviews {
      let next = cards[review.card] ?? ordered.count
      if next == ordered.count {
        cards[review.card] = next
        ordered.append([])
      }
      ordered[next].append(review)
    }
    sequences = []
    items = []
    for var history in ordered {
      // Reviews of one instant keep the order they were given in: `sort` is stable.
      history.sort { $0.time < $1.time }
      var last: Int?
      var steps: [ReviewSequence.Review] = []
      for review in history.prefix(ReviewHistory.longest) {
        let gap = last.map { days($0, review.time) } ?? 0
        if gap >= 1 { items.append(Item(sequence: sequences.count, index: steps.count, time: review.time)) }
        steps.append(.init(review.grade, after: gap))
        last = review.time
      }
      sequences.append(ReviewSequence(steps))
    }
    items.sort { ($0.time, $0.sequence, $0.index) < ($1.time, $1.sequence, $1.index) }
    earlierCount = items.count * 4 / 5
  }

  /// The sequences with their earlier items weighted by age, from a quarter for the oldest to 1 for the newest; those
  /// without an item are left out.
  package var earlier: [ReviewSequence] {
    let most = Double(max(earlierCount - 1, 1))
    return weighted(items[..<earlierCount]) { rank in
      let age = Double(rank) / most
      return 0.25 + 0.75 * age * age * age
    }
  }

  /// The sequences with their later items weighing 1 each.
  package var later: [ReviewSequence] { weighted(items[earlierCount...]) { _ in 1 } }

  private func weighted(_ items: ArraySlice<Item>, _ weight: (Int) -> Double) -> [ReviewSequence] {
    var copies = sequences
    for (rank, item) in items.enumerated() { copies[item.sequence].reviews[item.index].weight = weight(rank) }
    return copies.compactMap { sequence in
      guard let last = sequence.reviews.lastIndex(where: { $0.weight > 0 }) else { return nil }
      return ReviewSequence(Array(sequence.reviews[...last]))
    }
  }
}
