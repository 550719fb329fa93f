/// The reviews of one card in order, as the optimizer sees them.
package struct ReviewSequence: Sendable {
  package struct Review: Sendable {
    package var grade: Grade
    /// Whole days since the review before; 0 for the first and for another one on the same day.
    package var days: Int
    /// How much its loss counts; 0 where it only leads up to later ones.
    package var weight: Double

    package init(_ grade: Grade, after days: Int, weight: Double = 0) {
      self.grade = grade
      self.days = days
      self.weight = weight
    }
  }

  package var reviews: [Review]

  package init(_ reviews: [Review]) {
    self.reviews = reviews
  }
}
