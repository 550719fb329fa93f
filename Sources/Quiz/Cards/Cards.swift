package import Catalog
import Markdown

/// The cards that a note's author wrote.
package enum Cards {
  package static func authored(in note: Note) -> [Card] {
    CardDraft.all(in: note).flatMap { cards(of: $0, in: note) }
  }

  /// Whether a note has cards that are asked without naming their kind: its author's, of a marked table or of a
  /// program.
  package static func areAsked(of note: Note) -> Bool {
    CardDraft.all(in: note).contains { !cards(of: $0, in: note).isEmpty }
      || MarkedTable.all(in: note).contains { !$0.questions.isEmpty }
      || note.document.nodes(.codeBlock).contains { note.document.info(of: $0).hasPrefix("output") }
  }

  private static func cards(of draft: CardDraft, in note: Note) -> [Card] {
    switch draft.mark {
    case .question: [question(draft, in: note)].compactMap { $0 }
    case .cloze: clozes(draft, in: note)
    }
  }

  private static func question(_ draft: CardDraft, in note: Note) -> Card? {
    let stem = draft.stem.joined(separator: "\n\n")
    let answer = (draft.answer ?? []).joined(separator: "\n\n")
    if let right = draft.options.firstIndex(where: \.isRight) {
      let full = answer.isEmpty ? draft.options[right].text : "\(draft.options[right].text)\n\n\(answer)"
      guard draft.options.count <= mostLetters else { return card(draft, note, .recall, stem, full, .open) }
      return card(draft, note, .choice, stem, full, .choice(draft.options.map(\.text), right: right))
    }
    if draft.steps.count > 1 {
      let list = draft.steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      let full = answer.isEmpty ? list : "\(list)\n\n\(answer)"
      guard draft.steps.count <= mostLetters else { return card(draft, note, .recall, stem, full, .open) }
      return card(draft, note, .order, stem, full, .order(draft.steps))
    }
    guard !answer.isEmpty else { return nil }
    if let claim = Claim(stem: stem, answer: answer) {
      return card(draft, note, .truth, stem, answer, .truth(claim.isTrue))
    }
    guard let kind = draft.attributes.kind, typedKinds.contains(kind) else {
      return card(draft, note, .recall, stem, answer, .open)
    }
    return typed(draft, note, stem, answer)
  }

  /// Options and steps are called by letters; with more of them a card is asked for free recall.
  static let mostLetters = 26

  /// What `kind:` may say of a question that is to be answered by typing.
  static let typedKinds = ["typed", "number", "formula"]

  /// A question whose answer is to be typed: a number, a formula or words, as the answer's first paragraph says.
  private static func typed(_ draft: CardDraft, _ note: Note, _ stem: String, _ answer: String) -> Card {
    let wanted = draft.answer?.first ?? answer
    switch key(wanted) {
    case .formula(let tex): return card(draft, note, .formula, stem, answer, .formula(tex))
    case .number(let value): return card(draft, note, .number, stem, answer, .number(value))
    case let key: return card(draft, note, .typed, stem, answer, key)
    }
  }

  /// Each card of a cloze holds all of its text: more cards of a long one would cost its square.
  static let mostBlanks = 50

  /// Each `==…==` and each `\boxed{…}`, up to `mostBlanks`, is a card of its own; the first has the identity that was
  /// given.
  private static func clozes(_ draft: CardDraft, in note: Note) -> [Card] {
    let text = draft.stem.joined(separator: "\n\n")
    let blanks = Blank.all(in: text)
    let extra = (draft.answer ?? []).joined(separator: "\n\n")
    let full = Blank.text(text, blanks, asking: nil)
    let answer = extra.isEmpty ? full : "\(full)\n\n\(extra)"
    // A derived identity takes all of the text to make.
    let id = id(of: draft, in: note)
    return blanks.prefix(mostBlanks).enumerated().map { i, blank in
      var card = card(
        draft, note, blank.isFormula ? .formula : .cloze, Blank.text(text, blanks, asking: i), answer,
        blank.isFormula ? .formula(blank.content) : key(blank.content), id: id)
      card.id = clozeIdentity(id, i)
      card.also += draft.attributes.alsoOfBlank[i + 1] ?? []
      return card
    }
  }

  /// The ids that a note's author gave its cards, in order.
  package static func givenIDs(in note: Note) -> [String] {
    CardDraft.all(in: note).compactMap(\.attributes.id)
  }

  /// The identities of a draft's cards.
  static func identities(of draft: CardDraft, in note: Note) -> [String] {
    let id = id(of: draft, in: note)
    guard draft.mark == .cloze else { return [id] }
    let blanks = Blank.all(in: draft.stem.joined(separator: "\n\n"))
    return (0..<max(1, min(blanks.count, mostBlanks))).map { clozeIdentity(id, $0) }
  }

  private static func clozeIdentity(_ id: String, _ blank: Int) -> String { blank == 0 ? id : "\(id).\(blank + 1)" }

  private static func id(of draft: CardDraft, in note: Note) -> String {
    draft.attributes.id ?? DerivedIdentity.id(of: draft.stem.joined(separator: " "), in: note.slug)
  }

  /// What a text asks for where it is to be typed: a number, a formula or words.
  private static func key(_ text: String) -> Card.Key {
    if let formula = wholeFormula(text) {
      return Quantity(formula: formula).map { .number($0.value) } ?? .formula(formula)
    }
    return Quantity(text).map { .number($0.value) } ?? .text([String(text.trimmed)])
  }

  private static func card(
    _ draft: CardDraft, _ note: Note, _ kind: Card.Kind, _ stem: String, _ answer: String, _ key: Card.Key,
    id: String? = nil
  ) -> Card {
    let id = id ?? self.id(of: draft, in: note)
    return Card(
      id: id, slug: note.slug, language: note.language, kind: kind, stem: stem, answer: answer, key: key,
      also: draft.attributes.also, tolerance: draft.attributes.tolerance?.amount(for: key), hint: draft.attributes.hint,
      section: draft.attributes.of, offset: draft.offset, group: id)
  }

  /// The TeX of a text that is one formula and nothing else but a full stop.
  private static func wholeFormula(_ text: String) -> String? {
    let text = text.trimmed
    let bare = text.last.map { ".。".contains($0) } == true ? text.dropLast() : text
    guard bare.count > 2, bare.hasPrefix("$"), bare.hasSuffix("$") else { return nil }
    let inner = bare.dropFirst().dropLast()
    let body = inner.hasPrefix("$") && inner.hasSuffix("$") ? inner.dropFirst().dropLast() : inner
    return body.contains("$") ? nil : String(body.trimmed)
  }
}
