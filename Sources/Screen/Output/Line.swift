package import Text

/// A line of the screen.
package typealias Line = [Run]

extension Array<Run> {
  /// The line without white space at its end.
  var withoutTrailingSpace: [Run] {
    guard let last = last(where: { !$0.text.isEmpty }), last.text.unicodeScalars.last?.isBlank == true else {
      return self
    }
    var line = self
    while let run = line.popLast() {
      let text = run.text.trimmedEnd
      if !text.isEmpty {
        line.append(Run(text, run.style))
        break
      }
    }
    return line
  }
}

extension String {
  /// Without spaces, seen or unseen, at the end.
  var trimmedEnd: String {
    var view = self[...].unicodeScalars
    while view.last?.isBlank == true { view.removeLast() }
    return view.endIndex == endIndex ? self : String(Substring(view))
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: Swift.max(0, count)) }

  /// The text with spaces after it up to a width.
  func padded(to columns: Int, _ ambiguous: AmbiguousWidth = .narrow) -> String {
    self + .spaces(columns - self.columns(ambiguous))
  }

  /// The text with spaces before it up to a width.
  func indented(to columns: Int, _ ambiguous: AmbiguousWidth = .narrow) -> String {
    .spaces(columns - self.columns(ambiguous)) + self
  }

  /// As much of the text as fits, with `…` where something is left out.
  func shortened(to columns: Int, _ ambiguous: AmbiguousWidth = .narrow) -> String {
    guard self.columns(ambiguous) > columns else { return self }
    var short = ""
    var used = "…".columns(ambiguous)
    for character in self {
      used += String(character).columns(ambiguous)
      guard used <= columns else { break }
      short.append(character)
    }
    return short.trimmedEnd + "…"
  }
}

extension Unicode.Scalar {
  /// A space, or the zero-width space, which is not shown.
  fileprivate var isBlank: Bool { self == " " || value == 0x200B }
}
