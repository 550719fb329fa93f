import Catalog
import Text

/// What a topic's operand or flag names.
enum TopicOperand {
  /// The topic of a slug or a title, in either language and any case.
  static func topic(_ name: String, among slugs: [String]) throws(Failure) -> Topic {
    let topics = slugs.map { Topic($0) }
    let folded = name.lowercased()
    let found = topics.first { topic in
      topic.slug.lowercased() == folded || Language.allCases.contains { topic.title[$0].lowercased() == folded }
    }
    if let found { return found }
    let near = topics.map { (slug: $0.slug, distance: editDistance(folded, $0.slug)) }.min { $0.distance < $1.distance }
    let guess = near.flatMap { $0.distance <= max(2, folded.count / 2) ? "; did you mean '\($0.slug)'?" : nil } ?? ""
    throw Failure(.noInput, "no topic named '\(name)'" + guess, hint: "'mlnotes topics' lists them")
  }
}
