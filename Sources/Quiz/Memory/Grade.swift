/// How well a card was recalled, in the numbers of FSRS and of the log.
package enum Grade: Int, Sendable, Hashable, CaseIterable {
  case again = 1
  case hard, good, easy

  /// Whether the answer counts as recalled.
  package var isRecalled: Bool { self != .again }
}
