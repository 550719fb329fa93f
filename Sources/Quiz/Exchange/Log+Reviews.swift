extension Log {
  /// The reviews that count, in order, with the state each card was in: for the community's CSV and for the optimizer.
  package func reviews(zone: Zone) -> [Review] {
    var reviews: [Review] = []
    _ = Ledger(replaying: self, zone: zone) { answer in
      reviews.append(
        Review(
          card: answer.card, time: answer.time, grade: answer.grade, state: answer.progress?.phase.number ?? 0,
          duration: answer.duration))
    }
    return reviews
  }
}
