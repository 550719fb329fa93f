/// Images (section 6.4): a link behind a `!`. Its text is the image's description, and may hold links.
///
///     ![foo](/url "title")
extension InlineParser {
  /// Whether a `!` that is not escaped stands before a bracket.
  func opensImage(at bracket: Int) -> Bool { bracket > markedEnd && text[bracket - 1] == .bang }
}
