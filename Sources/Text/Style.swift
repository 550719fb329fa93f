/// How a run of text looks on a terminal; a renderer without colour or styles may ignore all of it.
package struct Style: Sendable, Hashable {
  /// The sixteen colours that a terminal's own theme defines, and the theme's default.
  package enum Color: UInt8, Sendable {
    case standard, red, green, yellow, blue, magenta, cyan, gray
  }

  package var isBold = false
  package var isDim = false
  package var isItalic = false
  package var isUnderlined = false
  package var isStruck = false
  package var isReversed = false
  package var color = Color.standard
  /// The target of a hyperlink, not yet checked or escaped.
  package var link: String?

  package init() {}

  package static let plain = Style()
  package static let bold = Style().with { $0.isBold = true }
  package static let dim = Style().with { $0.isDim = true }
  package static let italic = Style().with { $0.isItalic = true }

  /// This style after a change.
  package func with(_ change: (inout Style) -> Void) -> Style {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A piece of text in one style.
package struct Run: Sendable, Hashable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
