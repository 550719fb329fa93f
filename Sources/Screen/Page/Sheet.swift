package import Catalog
package import Text
import TeX

/// What a page is set for: the screen's width and what it can show.
package struct Sheet: Sendable {
  package var width: Int
  /// The interface's language.
  package var language: Language
  /// The one that the program speaks where nothing on the command line says which.
  package var usualLanguage: Language
  package var ambiguous: AmbiguousWidth
  package var isASCII: Bool
  /// Whether styles reach the reader; without them bold letters of formulas are drawn as 𝐱.
  package var hasStyles: Bool
  /// Whether code wider than the screen goes on in a marked line; otherwise it stays whole, as programs want it.
  package var wrapsCode: Bool

  package init(
    width: Int, language: Language = .english, usualLanguage: Language? = nil, ambiguous: AmbiguousWidth = .narrow,
    isASCII: Bool = false, hasStyles: Bool = true, wrapsCode: Bool = true
  ) {
    self.width = max(10, width)
    self.language = language
    self.usualLanguage = usualLanguage ?? language
    self.ambiguous = ambiguous
    self.isASCII = isASCII
    self.hasStyles = hasStyles
    self.wrapsCode = wrapsCode
  }

  /// Columns left empty at the left: 2, or none on a narrow screen.
  package var margin: Int { width < 40 ? 0 : 2 }
  /// The column where prose ends: longer lines are hard to read.
  package var measure: Int { min(width, 88) }

  var formulaSetting: Setting {
    var setting = Setting()
    setting.isASCII = isASCII
    setting.hasBoldLetters = !hasStyles
    setting.ambiguous = ambiguous
    return setting
  }

  func columns(_ text: String) -> Int { text.columns(ambiguous) }
  func columns(_ line: Line) -> Int { line.columns(ambiguous) }

  /// A drawing sign that takes up one column even where the terminal draws ambiguous signs wide.
  func sign(_ scalar: Unicode.Scalar) -> String {
    String(Character(isASCII || scalar.columns(ambiguous) > 1 ? scalar.asciiOrSelf : scalar))
  }

  /// `columns` times a drawing sign.
  func bar(_ scalar: Unicode.Scalar, _ columns: Int) -> String {
    String(repeating: sign(scalar), count: max(0, columns))
  }

  /// A command that goes on in a language: it names that where it would speak another.
  package func command(_ command: String, in language: Language) -> String {
    language == usualLanguage ? command : "\(command) --lang \(language.rawValue)"
  }

  func word(_ wording: Wording) -> String { wording[language] }

  func lineBreak(_ columns: Int) -> LineBreak { LineBreak(limitedTo: columns, ambiguous: ambiguous) }
}
