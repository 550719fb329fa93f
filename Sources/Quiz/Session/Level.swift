/// How well something is known, in the words of Khan Academy.
package enum Level: Int, Sendable, Hashable, CaseIterable {
  case new, familiar, proficient, mastered

  /// Of a card after an answer: a right one raises it as far as the memory lasts, a wrong one lowers it by one.
  /// Mastered wants a right answer in a session over all notes, where nothing says which note the question is about.
  func answered(_ grade: Grade, stability: Double, inMixedSession isMixed: Bool) -> Level {
    guard grade.isRecalled else { return self > .familiar ? Level(rawValue: rawValue - 1) ?? .familiar : .familiar }
    let reached: Level = stability >= 21 && isMixed ? .mastered : stability >= 7 ? .proficient : .familiar
    return self > reached ? self : reached
  }

  static func > (a: Level, b: Level) -> Bool { a.rawValue > b.rawValue }
}

extension Stats.Note {
  /// Four fifths of the cards at a level make the note or topic so; half of them make it familiar.
  package var level: Level {
    guard cards > 0 else { return .new }
    if mastered * 5 >= cards * 4 { return .mastered }
    if proficient * 5 >= cards * 4 { return .proficient }
    return learned * 2 >= cards ? .familiar : .new
  }
}
