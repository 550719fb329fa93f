import Catalog
import Text

/// What a topic's operand or flag names.
enum TopicOperand {
  /// The topic of a slug or a title, in either language and any case; nil where none has it.
  static func find(_ name: String, among slugs: [String]) -> Topic? {
    let folded = name.lowercased()
    return slugs.map { Topic($0) }.first { topic in
      topic.slug.lowercased() == folded || Language.allCases.contains { topic.title[$0].lowercased() == folded }
    }
  }

  /// The same; an error that names the nearest where none has it.
  static func topic(_ name: String, among slugs: [String]) throws(Failure) -> Topic {
    if let found = find(name, among: slugs) { return found }
    let near = nearest(to: name, among: slugs, within: max(2, name.count / 2))
    let guess = near.map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(.noInput, "no topic named '\(name)'" + guess, hint: "'mlnotes topics' lists them")
  }

  /// A topic that a name which none has is likely a slip for.
  static func near(_ name: String, among slugs: [String]) -> String? {
    let known = Set(slugs)
    return known.contains(name) ? nil : nearest(to: name, among: known.sorted(), within: max(1, name.count / 4))
  }

  /// The slug that is the fewest slips away; nil where each is more than so many.
  private static func nearest(to name: String, among slugs: [String], within limit: Int) -> String? {
    let folded = name.lowercased()
    let near = slugs.map { (slug: $0, distance: editDistance(folded, $0)) }.min { $0.distance < $1.distance }
    return near.flatMap { $0.distance <= limit ? $0.slug : nil }
  }
}
