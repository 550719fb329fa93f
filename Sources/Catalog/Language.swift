/// The language a note is written in, and the one the interface speaks.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  package var other: Language { self == .english ? .chinese : .english }
}

/// The same words in both languages of the interface.
package struct Wording: Sendable, Hashable {
  package var english: String
  package var chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package subscript(language: Language) -> String {
    language == .english ? english : chinese
  }
}
