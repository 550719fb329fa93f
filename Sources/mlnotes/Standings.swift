import Catalog
import Screen

/// How well the reader knows the notes.
struct Standings {
  init(of library: Library, _ invocation: Invocation) throws(Failure) {}

  /// What the dashboard says of today; nil before the first review.
  var today: DashboardScreen.Standing? { nil }

  func due(of slug: String) -> Int { 0 }

  func standing(of slug: String) -> ListScreen.Standing { .unknown }

  /// The share of a topic's cards that would be recalled now.
  func mastery(ofTopic topic: String) -> Double? { nil }
}
