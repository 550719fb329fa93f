/// How a card is asked this time. A fact has one memory and several forms, which ask for more as it lasts longer.
package enum Presentation: Sendable, Hashable {
  /// As the card is written: with the options at hand that it has.
  case own
  /// The answer is typed.
  case typed
  /// The answer is recalled and judged by the reader.
  case recall

  /// Below so many days the card is asked as it is written, above `recallDays` by recall.
  private static let typedDays = 3.0
  private static let recallDays = 21.0

  /// The form for a memory that lasts so many days (options below 3, typed up to 21, then free recall).
  init(of card: Card, stability: Double) {
    guard card.hasOtherForms else {
      self = .own
      return
    }
    if stability > Presentation.recallDays {
      self = .recall
    } else {
      self = stability >= Presentation.typedDays && card.isTypable ? .typed : .own
    }
  }
}

extension Card {
  /// Whether the question makes sense without its options.
  fileprivate var hasOtherForms: Bool {
    guard case .choice = key else { return false }
    let stem = stem.lowercased()
    let pointers = ["of these", "of the following", "following", "下列", "以下", "下面", "哪一项", "哪项", "哪个说法"]
    return !pointers.contains { stem.contains($0) }
  }

  /// Whether the right option is a name rather than a sentence.
  fileprivate var isTypable: Bool {
    guard case .choice(let options, let right) = key, !options[right].contains("$") else { return false }
    let words = TypedAnswer.plain(options[right])
    return words.split(separator: " ").count <= 4 && words.count <= 32
  }

  /// The name of the form for the log and for programs.
  func kind(as presentation: Presentation) -> Kind {
    switch presentation {
    case .own: kind
    case .typed: .typed
    case .recall: .recall
    }
  }
}
