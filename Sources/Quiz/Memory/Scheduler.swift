/// The state machine around the memory: what an answer makes of a card and how long it rests; equal to py-fsrs 6.3.
///
/// `Schedule` adds our own rules to it: fuzz, and intervals that grow with the grade.
package struct Scheduler: Sendable, Hashable {
  package var parameters = Parameters.standard
  package var retention = 0.9
  /// In seconds.
  package var learningSteps: [Double] = [60, 600]
  package var relearningSteps: [Double] = [600]
  /// In days.
  package var longestInterval = 36_500

  package init() {}

  /// The progress after an answer, so many whole days after the last one, and the wait that py-fsrs gives.
  package func answered(_ progress: Progress?, _ grade: Grade, after days: Int) -> (progress: Progress, wait: Wait) {
    let (next, seconds) = stepped(progress, grade, after: days)
    return (next, seconds.map(Wait.seconds) ?? .days(interval(for: next.memory)))
  }

  /// The progress alone: what a replay needs.
  func progress(_ progress: Progress?, _ grade: Grade, after days: Int) -> Progress {
    stepped(progress, grade, after: days).progress
  }

  /// The whole days until recall falls to the wanted retention, rounded as Python rounds: half to even.
  package func interval(for memory: Memory) -> Int {
    let days = memory.days(until: retention, under: parameters).rounded(.toNearestOrEven)
    // Parameters that come to no number at all come to the longest wait, those below all numbers to the shortest.
    guard days < Double(longestInterval) else { return longestInterval }
    return days > 1 ? Int(days) : 1
  }

  /// The progress and the seconds of its step; nil seconds where the steps are done with.
  private func stepped(
    _ progress: Progress?, _ grade: Grade, after days: Int
  ) -> (progress: Progress, seconds: Double?) {
    guard let progress else { return stepped(Memory(first: grade, under: parameters), .learning(step: 0), grade) }
    return stepped(progress.memory.reviewed(grade, after: days, under: parameters), progress.phase, grade)
  }

  private func stepped(
    _ memory: Memory, _ phase: Progress.Phase, _ grade: Grade
  ) -> (progress: Progress, seconds: Double?) {
    switch phase {
    case .review:
      if grade == .again, let first = relearningSteps.first {
        return (Progress(memory: memory, phase: .relearning(step: 0)), first)
      }
    case .learning(let step):
      if let (next, wait) = taken(step, of: learningSteps, grade) {
        return (Progress(memory: memory, phase: .learning(step: next)), wait)
      }
    case .relearning(let step):
      if let (next, wait) = taken(step, of: relearningSteps, grade) {
        return (Progress(memory: memory, phase: .relearning(step: next)), wait)
      }
    }
    return (Progress(memory: memory, phase: .review), nil)
  }

  /// The step an answer leads to and its wait; nil where the steps are done with.
  private func taken(_ step: Int, of steps: [Double], _ grade: Grade) -> (step: Int, wait: Double)? {
    guard let first = steps.first, step < steps.count || grade == .again else { return nil }
    switch grade {
    case .again: return (0, first)
    case .hard:
      guard step == 0 else { return (step, steps[step]) }
      return (0, steps.count == 1 ? first * 1.5 : (first + steps[1]) / 2)
    case .good: return step + 1 < steps.count ? (step + 1, steps[step + 1]) : nil
    case .easy: return nil
    }
  }
}
