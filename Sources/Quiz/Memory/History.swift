package import Text

/// A card's reviews under a scheduler, as the public vectors and `memory replay` write them.
package struct History: Sendable {
  /// One answer and the time since the one before; nil for the first.
  package struct Step: Sendable, Hashable {
    package var elapsed: Double?
    package var grade: Grade
  }

  package var id: JSON
  package var scheduler: Scheduler
  package var steps: [Step]

  /// Reads one line; the message of the error says what is missing.
  package init(reading line: JSON) throws(HistoryError) {
    id = line["id"] ?? .null
    scheduler = try History.scheduler(line["scheduler"])
    guard let steps = line["steps"]?.elements else { throw HistoryError("no 'steps'") }
    self.steps = []
    for (i, step) in steps.enumerated() {
      guard let grade = step["rating"]?.integer.flatMap(Grade.init) else {
        throw HistoryError("step \(i + 1) has no rating from 1 to 4")
      }
      let elapsed = step["elapsed_s"]?.number
      if i > 0 && elapsed == nil { throw HistoryError("step \(i + 1) has no 'elapsed_s'") }
      self.steps.append(Step(elapsed: i == 0 ? nil : elapsed, grade: grade))
    }
  }

  private static func scheduler(_ given: JSON?) throws(HistoryError) -> Scheduler {
    var scheduler = Scheduler()
    guard let given else { return scheduler }
    if let weights = given["parameters"]?.elements {
      guard let parameters = Parameters(weights.compactMap(\.number)) else {
        throw HistoryError("'parameters' is not 21 numbers")
      }
      scheduler.parameters = parameters
    }
    if let retention = given["desired_retention"]?.number {
      guard 0 < retention, retention < 1 else { throw HistoryError("'desired_retention' is not between 0 and 1") }
      scheduler.retention = retention
    }
    if let steps = given["learning_steps_s"]?.elements { scheduler.learningSteps = steps.compactMap(\.number) }
    if let steps = given["relearning_steps_s"]?.elements { scheduler.relearningSteps = steps.compactMap(\.number) }
    if let longest = given["maximum_interval"]?.integer { scheduler.longestInterval = max(1, longest) }
    return scheduler
  }

  /// The same history with what the scheduler makes of each step, and what it would have made of the other grades.
  /// Days are whole periods of 86,400 s; no fuzz, no rollover hour.
  package var replayed: JSON {
    var progress: Progress?
    var written: [JSON] = []
    for step in steps {
      let days = wholeDays(step.elapsed ?? 0)
      let choices = Grade.allCases.map { scheduler.answered(progress, $0, after: days) }
      let (next, wait) = choices[step.grade.rawValue - 1]
      let recall = progress.map { $0.memory.recall(after: days, under: scheduler.parameters) }
      written.append(
        .object([
          ("elapsed_s", step.elapsed.map(JSON.number) ?? .null), ("rating", .integer(step.grade.rawValue)),
          ("r_before", recall.map(JSON.number) ?? .null), ("state", .integer(next.phase.number)),
          ("step", next.phase.step.map(JSON.integer) ?? .null), ("stability", .number(next.memory.stability)),
          ("difficulty", .number(next.memory.difficulty)), ("interval_s", .number(wait.seconds)),
          (
            "next",
            .object(zip(Grade.allCases, choices).map { (String($0.rawValue), History.brief($1.progress, $1.wait)) })
          ),
        ]))
      progress = next
    }
    return .object([("id", id), ("steps", .array(written))])
  }

  private static func brief(_ progress: Progress, _ wait: Wait) -> JSON {
    .array([
      .integer(progress.phase.number), progress.phase.step.map(JSON.integer) ?? .null,
      .number(progress.memory.stability), .number(progress.memory.difficulty), .number(wait.seconds),
    ])
  }
}

/// What a history lacks.
package struct HistoryError: Error, Sendable, Hashable {
  package var message: String

  init(_ message: String) {
    self.message = message
  }
}

/// Whole periods of 86,400 s, rounded down: a second back in time is a day back, as in Python.
func wholeDays(_ seconds: Double) -> Int {
  Int(exactly: (seconds / 86_400).rounded(.down)) ?? 0
}
