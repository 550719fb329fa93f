package import Text

/// All the notes at hand, by name.
package struct Library: Sendable {
  /// Ordered by slug, English before Chinese.
  package let notes: [Note]

  package init(_ notes: [Note]) {
    self.notes = notes
  }

  /// The note in that language, else the one in the other.
  package func note(_ slug: String, in language: Language) -> Note? {
    notes.first { $0.slug == slug && $0.language == language } ?? notes.first { $0.slug == slug }
  }

  /// The slugs that a name means: a slug, a title or an alias in either language, in any case; several where it is ambiguous.
  package func slugs(named name: String) -> [String] { [] }

  /// Up to `limit` names close to a mistyped one, the closest first.
  package func nearest(to name: String, limit: Int = 2) -> [String] { [] }

  /// Topics in the order a reader should meet them.
  package var topics: [String] { [] }

  /// What to learn before a note and the note itself, prerequisites first; nil for an unknown slug.
  package func path(to slug: String) -> [String]? { nil }

  /// The slugs whose text, prerequisites or related notes lead to this one.
  package func backlinks(to slug: String) -> [String] { [] }
}
