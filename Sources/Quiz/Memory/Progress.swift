/// Where a card stands: its memory, and which steps it still has to take. A card without progress is new.
package struct Progress: Sendable, Hashable {
  /// The state of py-fsrs; its steps count from 0.
  package enum Phase: Sendable, Hashable {
    case learning(step: Int)
    case review
    case relearning(step: Int)

    /// The number FSRS's implementations give it.
    package var number: Int {
      switch self {
      case .learning: 1
      case .review: 2
      case .relearning: 3
      }
    }

    package var step: Int? {
      switch self {
      case .learning(let step), .relearning(let step): step
      case .review: nil
      }
    }
  }

  package var memory: Memory
  package var phase: Phase

  package init(memory: Memory, phase: Phase) {
    self.memory = memory
    self.phase = phase
  }
}

/// How long a card rests after an answer.
package enum Wait: Sendable, Hashable {
  /// A step of learning or relearning.
  case seconds(Double)
  /// Whole days.
  case days(Int)

  package var seconds: Double {
    switch self {
    case .seconds(let seconds): seconds
    case .days(let days): Double(days) * 86_400
    }
  }
}
