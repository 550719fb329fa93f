package import Catalog
import Markdown
package import Text

extension Cards {
  /// What is wrong with the cards of a note, each with its place.
  package static func problems(in note: Note) -> [Problem] {
    var problems: [Problem] = []
    var seen: Set<String> = []
    for draft in CardDraft.all(in: note) {
      let place = note.place(of: draft.offset)
      func report(_ severity: Problem.Severity, _ message: String, hint: String? = nil) {
        problems.append(
          Problem(severity, path: note.path, line: place.line, column: place.column, message: message, hint: hint))
      }
      for id in identities(of: draft, in: note) where !seen.insert(id).inserted {
        report(.error, "two cards have the id '\(id)'", hint: "only the first of them is ever asked")
      }
      if draft.attributes.id == nil {
        report(.warning, "the card has no id", hint: "add <!-- id: \(note.slug)-… -->, or an edit may cost its memory")
      }
      for name in draft.attributes.unknown { report(.warning, "a card knows no attribute '\(name)'") }
      if let kind = draft.attributes.kind, kind != Card.Kind.recall.rawValue, !typedKinds.contains(kind) {
        report(.warning, "a card knows no kind '\(kind)'", hint: "kind: typed asks for an answer by typing")
      }
      if let text = draft.attributes.unreadTolerance {
        report(.warning, "the tolerance '\(text)' is no number", hint: "write tol: 0.05, or tol: 5% for a share")
      }
      let blanks = draft.mark == .cloze ? Blank.all(in: draft.stem.joined(separator: "\n\n")).count : 0
      for blank in draft.attributes.alsoOfBlank.keys.sorted() where blank > blanks {
        report(.warning, "the card has no blank \(blank) for 'also.\(blank)'")
      }
      for message in faults(of: draft) { report(.error, message) }
    }
    if let stray = CardDraft.stray(in: note) {
      let place = note.place(of: stray.offset)
      problems.append(
        Problem(
          .warning, path: note.path, line: place.line, column: place.column,
          message: "a card outside of the quiz is never asked", hint: "put it below a heading '## Quiz'"))
    }
    return problems
  }

  /// The identities that cards of several notes claim, in either language: all but one of these cards are never asked.
  package static func problemsAmong(_ notes: [Note]) -> [Problem] {
    var owners: [String: Note] = [:]
    var problems: [Problem] = []
    for note in notes {
      for draft in CardDraft.all(in: note) {
        for id in identities(of: draft, in: note) {
          guard let owner = owners[id], owner.slug != note.slug else {
            owners[id] = owners[id] ?? note
            continue
          }
          let place = note.place(of: draft.offset)
          problems.append(
            Problem(
              path: note.path, line: place.line, column: place.column,
              message: "a card of \(owner.path) has the id '\(id)' too", hint: "only one of them is ever asked"))
        }
      }
    }
    return problems
  }

  private static func faults(of draft: CardDraft) -> [String] {
    var faults: [String] = []
    let right = draft.options.filter(\.isRight)
    if !draft.options.isEmpty {
      if right.isEmpty { faults.append("none of the options is marked right with [x]") }
      if right.count > 1 { faults.append("\(right.count) options are marked right; one is wanted") }
      if draft.options.count < 2 { faults.append("a choice wants at least two options") }
      let keys = right.map { TypedAnswer.normalised($0.text) }
      // A formula's punctuation is its meaning: only texts without formulas are compared this way.
      let isSame = draft.options.contains { option in
        !option.isRight && !option.text.contains("$") && keys.contains(TypedAnswer.normalised(option.text))
      }
      if isSame { faults.append("a wrong option says the same as the right one") }
    }
    for (count, what) in [(draft.options.count, "options"), (draft.steps.count, "steps")] where count > mostLetters {
      faults.append("\(count) \(what) are more than there are letters; the card is asked for free recall")
    }
    if draft.steps.count == 1 { faults.append("a list of one step has no order; write it below 'A:'") }
    switch draft.mark {
    case .question:
      let hasAnswer = draft.answer?.contains { !$0.trimmed.isEmpty } == true
      if !hasAnswer && draft.options.isEmpty && draft.steps.isEmpty { faults.append("the question has no answer") }
    case .cloze:
      let text = draft.stem.joined(separator: "\n\n")
      let blanks = Blank.all(in: text)
      if blanks.count > mostBlanks {
        faults.append("a cloze asks for its first \(mostBlanks) blanks alone, not for all \(blanks.count)")
      }
      if blanks.count < Blank.marked(in: text).count { faults.append("a blank inside another one is never asked") }
      if blanks.isEmpty { faults.append("the cloze has neither ==words== nor \\boxed{…} to ask for") }
      if blanks.contains(where: { $0.content.trimmed.isEmpty }) { faults.append("the cloze has an empty blank") }
    }
    return faults
  }
}
