/// What a reader does: a key of the terminal or a line of a pipe.
package enum Stroke: Sendable, Hashable {
  case enter, space
  case key(Character)
  /// An arrow, a tabulator, an escape: keys without a meaning here.
  case other
  /// The reader is back, after Ctrl-Z.
  case resumed
  /// A line that is longer than a key, or a number.
  case line(String)
  /// An answer typed after `t`.
  case typed(String)
}

/// What the shell has to do, in this order.
package enum Step: Sendable {
  case ask(Asking, number: Int, count: Int)
  case options(Asking)
  /// Of steps to be put in order not all letters were given.
  case missingLetters(Asking)
  case hint(String)
  case noMoreHints
  /// The answer, with the program's verdict where it has one.
  case answer(Asking, verdict: Verdict?)
  /// The four grades with their waits, which practice has none of, and the one that Enter takes; of two buttons it is
  /// Good whatever is suggested.
  case grades(waits: [Wait], suggested: Grade)
  /// Must be on the disk before the steps behind it are shown; then the dialogue is told by `recorded(_:)`.
  case record(Card, Grade, isOverride: Bool)
  case suspend(Card)
  case undo
  case source(Card)
  case edit(Card)
  /// Read a line that begins with this and hand it on as `.typed`.
  case readLine(begun: String)
  case keys
  case end
}

/// The course of one card: asked, perhaps its options, answered, graded.
package struct Dialogue: Sendable {
  /// An answered card has the program's verdict, where it has one, and the suggested grade.
  private enum Phase { case asked, choosing, answered(Verdict?, Grade), over }

  package private(set) var session: Session
  private let hasTwoButtons: Bool
  private let showsSuggestions: Bool
  private var phase = Phase.over
  private var asking: Asking?
  private var hints = 0
  private var sawOptions = false
  private var sawSource = false

  /// `showsSuggestions` says whether the reader sees the grade that Enter takes before taking it.
  package init(_ session: Session, hasTwoButtons: Bool = false, showsSuggestions: Bool = true) {
    self.session = session
    self.hasTwoButtons = hasTwoButtons
    self.showsSuggestions = showsSuggestions
  }

  package var card: Card? { asking?.card }

  /// Asks the next card, or ends.
  package mutating func advance(at now: Int) -> [Step] {
    hints = 0
    sawOptions = false
    sawSource = false
    asking = session.next(at: now)
    guard let asking else {
      phase = .over
      return [.end]
    }
    phase = .asked
    return [.ask(asking, number: session.number, count: session.count)]
  }

  /// The question once more with what was shown below it, as after a look at its source.
  package func repeated(at now: Int) -> [Step] {
    guard let asking else { return [] }
    var steps: [Step] = [.ask(asking, number: session.number, count: session.count)]
    if sawOptions { steps.append(.options(asking)) }
    if case .answered(let verdict, let suggested) = phase {
      steps += [.answer(asking, verdict: verdict), gradeStep(asking, suggested, now)]
    }
    return steps
  }

  /// What a stroke leads to.
  package mutating func take(_ stroke: Stroke, at now: Int) -> [Step] {
    guard let asking else { return [.end] }
    // The letter of an option shown is no command.
    if case .choosing = phase, case .key(let key) = stroke, asking.index(String(key)) != nil {
      return choice(asking, stroke, now)
    }
    switch stroke {
    case .key("q"): return [.end]
    case .key("?"): return [.keys]
    case .key("u"): return [.undo]
    case .key("s"):
      if !isAnswered { sawSource = true }
      return [.source(asking.card)]
    case .key("e"): return [.edit(asking.card)]
    case .key("x"): return [.suspend(asking.card)]
    case .other: return []
    case .resumed: return repeated(at: now)
    default: break
    }
    switch phase {
    case .asked: return question(asking, stroke, now)
    case .choosing: return choice(asking, stroke, now)
    case .answered(let verdict, let suggested): return grading(asking, verdict, suggested, stroke, now)
    case .over: return [.end]
    }
  }

  /// Takes in an answer that is on the disk, as `Session.take` does; gives when the card is due again.
  @discardableResult
  package mutating func recorded(_ event: Event, _ card: Card, _ grade: Grade, replayed: Ledger? = nil) -> Int {
    session.take(event, for: card, grade, replayed: replayed)
  }

  package mutating func suspended(_ card: Card, by event: Event) { session.suspend(card, by: event) }

  /// Asks a card again whose answer or suspension was taken back.
  package mutating func goBack(to card: Card, wasAnswered: Bool, _ ledger: Ledger, at now: Int) -> [Step] {
    session.goBack(to: card, wasAnswered: wasAnswered, ledger, current: asking?.card)
    return advance(at: now)
  }

  private mutating func question(_ asking: Asking, _ stroke: Stroke, _ now: Int) -> [Step] {
    switch stroke {
    case .enter: return show(asking, nil, now)
    case .space, .key("o"):
      guard !asking.options.isEmpty else { return show(asking, nil, now) }
      sawOptions = true
      phase = .choosing
      return [.options(asking)]
    case .key("h"): return hint(asking)
    case .key("t"): return [.readLine(begun: "")]
    case .line(let text), .typed(let text): return answer(asking, text, now)
    case .key, .other, .resumed: return [.keys]
    }
  }

  private mutating func choice(_ asking: Asking, _ stroke: Stroke, _ now: Int) -> [Step] {
    switch stroke {
    case .enter: return show(asking, nil, now)
    case .space: return [.options(asking)]
    case .key("h"): return hint(asking)
    case .key("t"): return [.readLine(begun: "")]
    case .key(let key):
      if case .order = asking.card.key {
        return asking.index(String(key)) == nil ? [.options(asking)] : [.readLine(begun: String(key))]
      }
      let verdict = asking.verdict(on: String(key))
      return verdict == .undecided ? [.options(asking)] : show(asking, verdict, now)
    case .line(let text), .typed(let text): return answer(asking, text, now)
    case .other, .resumed: return []
    }
  }

  private mutating func grading(
    _ asking: Asking, _ verdict: Verdict?, _ suggested: Grade, _ stroke: Stroke, _ now: Int
  ) -> [Step] {
    let grade: Grade
    switch stroke {
    case .enter: grade = hasTwoButtons ? .good : suggested
    case .key("1"), .line("1"): grade = .again
    case .key("2") where !hasTwoButtons, .line("2") where !hasTwoButtons: grade = .hard
    case .key("3") where !hasTwoButtons, .line("3") where !hasTwoButtons: grade = .good
    case .key("4") where !hasTwoButtons, .line("4") where !hasTwoButtons: grade = .easy
    case .key("y"): grade = .good
    case .key, .other, .resumed: return []
    case .space, .line, .typed: return [gradeStep(asking, suggested, now)]
    }
    let isOverride = verdict == .wrong && grade.isRecalled
    return [.record(asking.card, grade, isOverride: isOverride)]
  }

  private mutating func answer(_ asking: Asking, _ text: String, _ now: Int) -> [Step] {
    let verdict = asking.verdict(on: text, byLetters: sawOptions)
    if verdict == .undecided, asking.isPartOfOrder(text) {
      defer { (phase, sawOptions) = (.choosing, true) }
      return (sawOptions ? [] : [.options(asking)]) + [.missingLetters(asking)]
    }
    // Whoever judges an answer that has nothing of the right one hardly means Good.
    let isNear = showsSuggestions && TypedAnswer.resembles(text, asking.card.answer)
    let isFar = verdict == .undecided && !isNear
    return show(asking, verdict, now, suggesting: isFar ? .again : nil)
  }

  private mutating func show(
    _ asking: Asking, _ verdict: Verdict?, _ now: Int, suggesting suggested: Grade? = nil
  ) -> [Step] {
    let likely = suggested ?? suggestion(asking, verdict)
    let suggested = hasTwoButtons && likely.isRecalled ? .good : likely
    phase = .answered(verdict, suggested)
    return [.answer(asking, verdict: verdict), gradeStep(asking, suggested, now)]
  }

  private func suggestion(_ asking: Asking, _ verdict: Verdict?) -> Grade {
    // What was read there is not recalled.
    if sawSource { return .again }
    guard let verdict, verdict != .undecided else { return hints > 0 ? .hard : .good }
    return session.grade(verdict, for: asking.card, sawOptions: sawOptions, sawHint: hints > 0)
  }

  private var isAnswered: Bool {
    if case .answered = phase { true } else { false }
  }

  private func gradeStep(_ asking: Asking, _ suggested: Grade, _ now: Int) -> Step {
    let waits = session.practises ? [] : session.ledger.choices(for: asking.card.id, at: now).map(\.wait)
    return .grades(waits: waits, suggested: suggested)
  }

  /// First the author's hint or the first letter, then every second letter, then no more. Of a judgement only its
  /// reason gives nothing away, and of steps the first gives little.
  private mutating func hint(_ asking: Asking) -> [Step] {
    hints += 1
    if hints > 2 { return [.noMoreHints] }
    if hints == 1, let hint = asking.card.hint { return [.hint(hint)] }
    if let answer = asking.seenAnswer, let first = answer.first {
      // Its first letter would be all of it.
      if answer.count == 1 { return [.noMoreHints] }
      return [.hint(hints == 1 ? "\(first)…" : HintMask.masked(answer, keeping: 2))]
    }
    var answer = asking.card.answer[...]
    switch asking.card.key {
    case .order(let steps):
      let isFirst = hints == 1 || asking.card.hint != nil
      return isFirst ? steps.prefix(1).map { .hint("\(asking.read($0)) → …") } : [.noMoreHints]
    case .truth:
      let reason = Claim(answer: asking.card.answer)?.rest ?? ""
      answer = reason.drop { !$0.isLetter && !$0.isNumber && $0 != "$" }
    case .open, .choice, .text, .formula, .number: break
    }
    let words = asking.read(String(answer)).prefix { $0 != "\n" && $0 != "." && $0 != "。" }
    return words.isEmpty ? [.noMoreHints] : [.hint(HintMask.masked(String(words), keeping: hints > 1 ? 2 : 4))]
  }
}
