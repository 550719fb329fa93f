extension Log {
  /// The reviews that count, in order, with the state each card was in: for the community's CSV and for the optimizer.
  /// Those of a card before it was forgotten count no more.
  package func reviews(zone: Zone) -> [Review] {
    var reviews: [Review] = []
    // By card, where its memory begins.
    var starts: [String: Int] = [:]
    let ledger = Ledger(replaying: self, zone: zone) { answer in
      if answer.progress == nil { starts[answer.card] = reviews.count }
      reviews.append(
        Review(
          card: answer.card, time: answer.time, grade: answer.grade, state: answer.progress?.phase.number ?? 0,
          duration: answer.duration))
    }
    return reviews.indices.filter { i in
      let card = reviews[i].card
      return i >= starts[card] ?? 0 && ledger.standing(of: card)?.progress != nil
    }.map { reviews[$0] }
  }
}
