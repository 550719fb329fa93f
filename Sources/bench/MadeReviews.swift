import Host
import Quiz
import Text

/// A learner of many years, made for measuring: 1,000 notes with 100 cards each and a log of a million reviews.
enum MadeReviews {
  static let cards = 100_000
  static let reviews = 1_000_000
  private static let cardsOfNote = 100

  /// Fills `folder/notes`, and `folder/data` as `XDG_DATA_HOME`.
  static func make(in folder: String) throws(SystemError) {
    for note in 0..<cards / cardsOfNote {
      let topic = "\(folder)/notes/topic-\(note / 100)"
      try UserFolder.make(topic)
      try File.write(Array(text(of: note).utf8), to: "\(topic)/\(slug(of: note)).en.md")
    }
    let data = "\(folder)/data/mlnotes/reviews"
    try UserFolder.make(data)
    try File.write(Array(logBytes()), to: "\(data)/bench000.jsonl")
  }

  /// The log: a card is reviewed every seven months on average, one answer in eight is wrong.
  static func logBytes() -> ContiguousArray<UInt8> {
    var random = SplitMix64(seed: 1)
    var bytes = ContiguousArray(Event.header(of: "bench000"))
    for i in 0..<reviews {
      let grade = Grade(rawValue: random.below(8) == 0 ? 1 : 3) ?? .good
      let event = Event(
        id: .init(machine: "bench000", sequence: i + 1), time: 1_600_000_000_000 + i * 190_000,
        kind: .review(
          card: id(of: random.below(cards)), grade: grade, duration: 5000, kind: "recall", isOverride: false))
      bytes += event.line
    }
    return bytes
  }

  private static func slug(of note: Int) -> String { "made-\(note)" }

  private static func id(of card: Int) -> String { "\(slug(of: card / cardsOfNote))-\(card % cardsOfNote)" }

  private static func text(of note: Int) -> String {
    var text = """
      ---
      slug: \(slug(of: note))
      lang: en
      title: "Made note \(note)"
      topic: topic-\(note / 100)
      prerequisites: [\(note % 100 == 0 ? "" : slug(of: note - 1))]
      ---

      ## In one minute

      The note number \(note), in which nothing is said but what its cards ask.

      ## Quiz

      """
    for card in note * cardsOfNote..<(note + 1) * cardsOfNote {
      let comment = "<!-- id: \(id(of: card)) -->"
      text +=
        card % 4 == 0
        ? "\nC: The step \(card) keeps the ==marginals== of $q_{\(card)}(x)$. \(comment)\n"
        : "\nQ: What does the step \(card) of the method give? \(comment)\n\nA: The sample $x_{\(card)}$ of the chain.\n"
    }
    return text
  }
}
