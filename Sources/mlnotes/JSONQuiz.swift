import Catalog
import Host
import Quiz
import Text

/// A session in JSON Lines both ways.
struct JSONQuiz {
  private let call: QuizCall
  private let deck: Deck

  init(_ call: QuizCall) throws(Failure) {
    self.call = call
    deck = try call.deck()
  }

  func run(_ console: inout Console) throws(Failure) -> ExitCode {
    var run = try QuizRun(call, deck, telling: &console)
    var input = LineReader()
    var current = show(run.dialogue.advance(at: call.time.now), &console)
    let isEmpty = current == nil
    while let asking = current {
      console.flush()
      guard let line = input.next() else { break }
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let object = try? JSON(reading: line), case .object = object else {
        say("error", [("message", .string("not a JSON object"))], &console)
        continue
      }
      current = try take(object, asking, &run, &console)
    }
    if let failure = input.failure { throw Failure(.cannotRead, "cannot read standard input: \(failure.reason)") }
    if current == nil { try run.end(&console) }
    let tally = run.session.tally
    say("end", [("asked", .integer(tally.asked)), ("right", .integer(tally.right))], &console)
    if isEmpty { _ = try run.lull() }
    return .done
  }

  /// What one line of input does; gives the card that is asked then.
  private func take(_ input: JSON, _ asking: Asking, _ run: inout QuizRun, _ console: inout Console) throws(Failure)
    -> Asking?
  {
    if input["undo"]?.isTrue == true {
      guard let (card, steps) = try run.undo(&console) else {
        say("error", [("message", .string("nothing to undo"))], &console)
        return asking
      }
      say("undone", [("id", .string(card.id))], &console)
      return show(steps, &console)
    }
    if let id = input["id"], id.text != asking.card.id {
      say("error", [("id", id), ("message", .string("the card asked is '\(asking.card.id)'"))], &console)
      return asking
    }
    if let grade = input["grade"]?.integer.flatMap(Grade.init) {
      return try record(asking, grade, nil, &run, &console)
    }
    guard let answer = input["answer"]?.text else {
      say(
        "error",
        [("id", .string(asking.card.id)), ("message", .string("wanted: a grade from 1 to 4, an answer, or undo"))],
        &console)
      return asking
    }
    let verdict = asking.verdict(on: answer)
    guard let isRight = verdict.isRight else {
      say(
        "answer",
        [("id", .string(asking.card.id)), ("right", .null), ("answer", .string(asking.card.answer))], &console)
      return asking
    }
    let grade = run.session.grade(verdict, for: asking.card, sawOptions: !asking.options.isEmpty, sawHint: false)
    return try record(asking, grade, isRight, &run, &console)
  }

  private func record(
    _ asking: Asking, _ grade: Grade, _ isRight: Bool?, _ run: inout QuizRun, _ console: inout Console
  ) throws(Failure) -> Asking? {
    let due = try run.record(asking.card, grade, isOverride: false, duration: 0, &console)
    var members: [(key: String, value: JSON)] = [
      ("id", .string(asking.card.id)), ("grade", .integer(grade.rawValue)),
    ]
    if let isRight { members.append(("right", .bool(isRight))) }
    say("result", members + [("due", .string(Moment.text(due)))], &console)
    return show(run.dialogue.advance(at: call.time.now), &console)
  }

  private func show(_ steps: [Step], _ console: inout Console) -> Asking? {
    guard case .ask(let asking, _, _)? = steps.first else { return nil }
    let card = asking.card
    var members: [(key: String, value: JSON)] = [
      ("id", .string(card.id)), ("slug", .string(card.slug)), ("kind", .string(asking.kind.rawValue)),
      ("stem", .string(card.stem)),
    ]
    if !asking.options.isEmpty { members.append(("options", .strings(asking.options))) }
    let section = deck.section(of: card)
    members.append(("section", section.map { .string($0.anchor) } ?? .null))
    if call.standIn != nil { members.append(("source", .string("bundled"))) }
    say("card", members, &console)
    return asking
  }

  private func say(_ event: String, _ members: [(key: String, value: JSON)], _ console: inout Console) {
    console.write(JSON.object([("event", .string(event))] + members).encoded + "\n")
  }
}
