import Catalog
import TeX
import Text

/// A card as it is asked this time: its options shuffled, and the judgement of what is answered.
package struct Asking: Sendable {
  package let card: Card
  /// The form that the card is asked in.
  package let kind: Card.Kind
  /// Shown on request, in the order of this time; empty where there are none.
  package let options: [String]
  /// Of the options the right one, or of steps the right order.
  private let order: [Int]
  private let deck: Deck

  /// The order depends on the card, on how often it was asked and on the seed alone; the form on how many days its
  /// memory lasts. Without a number it is asked as it is written.
  package init(_ card: Card, reviews: Int, stability: Double? = nil, seed: UInt64, in deck: Deck) {
    let card = deck.completed(card)
    let form: Presentation = stability.map { Presentation(of: card, stability: $0) } ?? .own
    self.card = card
    kind = card.kind(as: form)
    self.deck = deck
    var random = SplitMix64(card: card.id.stableHash, review: reviews, seed: seed)
    switch card.key {
    case .choice(let options, _): order = random.shuffled(Array(options.indices))
    case .order(let steps):
      // Steps that happen to be in order ask nothing.
      var drawn = random.shuffled(Array(steps.indices))
      if drawn == Array(steps.indices) { drawn.swapAt(0, drawn.count - 1) }
      order = drawn
    case .truth: order = [0, 1]
    case .open, .text, .formula, .number: order = []
    }
    options =
      switch card.key {
      case .choice(let options, _): form == Presentation.own ? order.map { options[$0] } : []
      case .order(let steps): order.map { steps[$0] }
      case .truth: card.language == .english ? ["True", "False"] : ["对", "错"]
      case .open, .text, .formula, .number: []
      }
  }

  /// What an option is called: `a`, `b`, …
  package static func name(_ index: Int) -> String { String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(index, 25)))) }

  /// What a typed answer, the letter of an option or a sequence of letters is worth. What the card's twin in the other
  /// language accepts is right as well. `byLetters` says whether the options were seen: else a letter is an answer in
  /// words.
  package func verdict(on typed: String, byLetters: Bool = true) -> Verdict {
    let text = String(typed.trimmed)
    if case .choice(let options, let right) = card.key {
      if byLetters, let picked = index(text) { return order[picked] == right ? .right : .wrong }
      if let named = named(text, options) { return named == right ? .right : .wrong }
    }
    if byLetters, case .truth(let isTrue) = card.key, let picked = index(text), Asking.truth(text) == nil {
      return (picked == 0) == isTrue ? .right : .wrong
    }
    let verdict = verdict(on: text, by: card.key, also: card.also)
    guard verdict.isRight != true, !text.isEmpty else { return verdict }
    if TypedAnswer.isWritten(text, as: written, isFormula: card.kind == .formula) || isInContext(text, card) {
      return .right
    }
    if let value = assigned(text), self.verdict(on: value, by: card.key, also: card.also) == .right { return .right }
    guard let twin = deck.twin(of: card) else { return verdict }
    if isInContext(text, twin) { return .right }
    guard twin.key.typed != card.key || twin.also != card.also else { return verdict }
    let other = self.verdict(on: text, by: twin.key.typed, also: twin.also)
    return other.isRight == true ? other : verdict
  }

  /// What stands behind the sign where a word or number is answered with what it is of, or how it comes about, in
  /// front: `b = -10`, `4 - 3 = 1`, `1/e ≈ 0.37`.
  private func assigned(_ text: String) -> String? {
    switch card.key {
    case .text, .number: break
    case .open, .formula, .choice, .truth, .order: return nil
    }
    let parts = text.split { $0 == "=" || $0 == "≈" }
    guard parts.count == 2, !text.contains("=="), !text.contains(where: { "<>!:".contains($0) }) else { return nil }
    let name = parts[0].trimmed
    let isName = name.count <= 12 && name.allSatisfy { $0.isLetter || $0.isNumber || "_ ".contains($0) }
    let isSum = name.allSatisfy { $0.isNumber || "e+-−*/×·^(). ".contains($0) }
    return isName || isSum ? String(parts[1].trimmed) : nil
  }

  /// The option that is typed word for word; of formulas that differ in case alone, the one to the letter.
  private func named(_ text: String, _ options: [String]) -> Int? {
    let typed = TypedAnswer.plain(text)
    return options.firstIndex { TypedAnswer.plain($0) == typed }
      ?? options.firstIndex { TypedAnswer.isWritten(text, as: [$0]) }
  }

  /// Whether an answer is right but for words that it repeats from beside the blank.
  private func isInContext(_ text: String, _ card: Card) -> Bool {
    guard card.kind == .cloze, let context = BlankContext(of: card.stem) else { return false }
    return context.cores(of: text).contains { verdict(on: $0, by: card.key.typed, also: card.also) == .right }
  }

  /// Whether a text is letters for the steps to be put in order, but not each step's once.
  func isPartOfOrder(_ text: String) -> Bool {
    guard case .order(let steps) = card.key else { return false }
    let letters = text.filter { !" ,.-".contains($0) }
    return letters.count <= steps.count + 1 && letters.allSatisfy { $0.isASCII }
  }

  private func verdict(on text: String, by key: Card.Key, also: [String]) -> Verdict {
    switch key {
    case .open: return .undecided
    case .choice(let options, let right):
      let grading = deck.grading
      let verdict = grading.verdict(on: text, accepting: [options[right]] + also)
      // What is neither an option nor a name that the notes know may be right in other words.
      guard verdict == .wrong else { return verdict }
      let given = TypedAnswer.normalised(text)
      return options.contains { TypedAnswer.normalised($0) == given } || grading.isTerm(given) ? .wrong : .undecided
    case .truth(let isTrue):
      guard let said = Asking.truth(text) else { return .undecided }
      return said == isTrue ? .right : .wrong
    case .order(let steps):
      var said = text.lowercased().filter { $0.isLetter || $0.isNumber }.compactMap { index(String($0)) }
      // The letter that opened the line may be typed again.
      if said.count == steps.count + 1 { said.removeFirst() }
      guard said.count == steps.count, Set(said).count == steps.count else { return .undecided }
      // Steps that read the same may change places.
      return said.map { steps[order[$0]] } == steps ? .right : .wrong
    case .text(let accepted):
      return deck.grading.verdict(on: text, accepting: accepted + also)
    case .formula(let tex): return formula(text, tex, also)
    case .number(let value): return number(text, value, also)
    }
  }

  /// The answer as the card writes it: its key, its first paragraph and all of it.
  private var written: [String] {
    let key: [String] =
      switch card.key {
      case .choice(let options, let right): [options[right]]
      case .text(let accepted): accepted
      case .formula(let tex): [tex]
      case .open, .truth, .order, .number: []
      }
    let answer = card.answer.range(of: "\n\n").map { String(card.answer[..<$0.lowerBound]) } ?? card.answer
    return key + card.also + [answer, card.answer]
  }

  /// The answer as it stands behind the verdict on what was answered.
  package var correction: String {
    switch card.key {
    case .truth: Claim(answer: card.answer)?.sentence(in: card.language) ?? card.answer
    case .order(let steps):
      steps.indices.map { step in order.firstIndex(of: step).map(Asking.name) ?? "" }.joined() + "\n\n" + card.answer
    case .open, .choice, .text, .formula, .number: card.answer
    }
  }

  /// The right answer in short: nil where the reader judges.
  package var shortAnswer: String? {
    switch card.key {
    case .open: nil
    case .choice(let options, let right): TypedAnswer.plain(options[right])
    case .truth, .order: nil
    case .text(let accepted): accepted.first.map(TypedAnswer.plain)
    case .formula(let tex): tex
    case .number(let value): Asking.text(of: value)
    }
  }

  /// The same as it is seen, for hints.
  var seenAnswer: String? {
    switch card.key {
    case .choice(let options, let right): read(options[right])
    case .text(let accepted): accepted.first.map(read)
    case .formula(let tex): line(tex)
    case .open, .truth, .order, .number: shortAnswer
    }
  }

  /// Markdown as it is seen: without its marks, formulas on one line.
  func read(_ text: String) -> String {
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    // A sign that no other closes is one of money.
    guard pieces.count % 2 == 1 else { return TypedAnswer.plain(text) }
    return TypedAnswer.plain(
      pieces.enumerated().map { $0 % 2 == 0 ? String($1) : line(String($1)) }.joined())
  }

  private func line(_ tex: String) -> String {
    let macros = deck.library.header(card.slug, in: card.language)?.macros ?? GivenMacros()
    return Formula(parsing: tex, macros: macros).line().map(\.text).joined()
  }

  /// A whole number without a point, where it has few enough digits.
  private static func text(of value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private func formula(_ text: String, _ tex: String, _ also: [String]) -> Verdict {
    let macros = deck.library.header(card.slug, in: card.language)?.macros ?? GivenMacros()
    let whole = FormulaAnswer.wholes(of: tex, in: card.stem)
    let verdicts = ([tex] + also).map { FormulaAnswer.verdict(on: text, key: $0, in: whole, macros: macros) }
    if verdicts.contains(.right) { return .right }
    return verdicts.contains(.undecided) ? .undecided : .wrong
  }

  private func number(_ text: String, _ value: Double, _ also: [String]) -> Verdict {
    if MeasureUnit.differ(text, from: ([card.stem, card.answer] + also).joined(separator: "\n")) { return .wrong }
    if let said = Quantity(text) {
      // The key itself decides whether it is a count.
      return ([Asking.text(of: value)] + also).compactMap { Quantity($0) }
        .contains { said.answers($0, tolerance: card.tolerance) } ? .right : .wrong
    }
    if FormulaAnswer.verdict(on: text, key: String(value)) == .right { return .right }
    let key = Quantity(Asking.text(of: value))
    let computed = FormulaAnswer.numbers(text).map { Quantity(computed: $0) }
    if let key, computed.contains(where: { $0.answers(key, tolerance: card.tolerance) }) { return .right }
    return deck.grading.verdict(on: text, accepting: also)
  }

  /// The option that a letter or a number stands for: `c`, `c)`, `(c)`, `3.`.
  func index(_ text: String) -> Int? {
    var name = text[...]
    if let first = name.first, "(（".contains(first) { name.removeFirst() }
    if let last = name.last, ")）.、".contains(last) { name.removeLast() }
    guard name.count == 1, let letter = name.lowercased().utf8.first else { return nil }
    let index = letter >= UInt8(ascii: "a") ? Int(letter) - 97 : Int(letter) - 49
    return options.indices.contains(index) ? index : nil
  }

  private static func truth(_ text: String) -> Bool? {
    var word = text.folded
    while let last = word.last, ".。!！".contains(last) { word.removeLast() }
    return switch word {
    case "true", "t", "yes", "y", "right", "correct", "对", "对的", "正确", "是", "是的", "真", "√", "✓": true
    case "false", "f", "no", "n", "wrong", "incorrect", "错", "错的", "错误", "不对", "不正确", "否", "不是", "假", "×", "✗": false
    default: nil
    }
  }
}
