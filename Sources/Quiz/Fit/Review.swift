/// One review as every log of reviews has it: what was answered, when, how, and how long it took.
package struct Review: Sendable, Hashable {
  package var card: String
  /// Milliseconds since 1970.
  package var time: Int
  package var grade: Grade
  /// What the card was before the answer, in the numbers of the community's CSV: 0 new, 1 learning, 2 review,
  /// 3 relearning, 4 filtered.
  package var state: Int
  /// Milliseconds.
  package var duration: Int

  package init(card: String, time: Int, grade: Grade, state: Int = 0, duration: Int = 0) {
    self.card = card
    self.time = time
    self.grade = grade
    self.state = state
    self.duration = duration
  }
}
