import Text

/// What a card is known by that has no `id:` of its own: its note and ten letters of a hash of the question, in which
/// case, spacing and punctuation do not count. Editing the answer keeps the memory; for an edited question or a renamed
/// note see `Roster.moves(since:)`.
enum DerivedIdentity {
  private static let length = 10
  /// RFC 4648's base 32.
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567")

  static func id(of question: String, in slug: String) -> String {
    var hash = TypedAnswer.normalised(question).stableHash
    var text = "\(slug)-"
    for _ in 0..<length {
      text.append(letters[Int(hash & 31)])
      hash >>= 5
    }
    return text
  }

  /// The letters of the question in the identity of a note's card; nil where it is not derived.
  static func question(of id: String, in slug: String) -> Substring? {
    guard id.utf8.count == slug.utf8.count + 1 + length, id.hasPrefix(slug), id.dropFirst(slug.count).first == "-"
    else {
      return nil
    }
    let question = id.suffix(length)
    return question.allSatisfy(letters.contains) ? question : nil
  }
}
