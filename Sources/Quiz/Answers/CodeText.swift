import Text

/// An answer that is code of which the signs count: `x**2` is neither `x*2` nor `x2`, and `//` is not `/`.
struct CodeText {
  private let signs: String

  /// Nil where the text is not one code span (CommonMark 6.1), or its code is words, numbers and brackets, which are
  /// graded as those of a text.
  init?(_ text: String) {
    guard let code = CodeText.content(of: text),
      code.contains(where: "*$\\".contains) || !code.contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    signs = CodeText.signs(of: code)
  }

  /// Whether this was typed, with its backticks or without them.
  func isWritten(as typed: String) -> Bool {
    CodeText.signs(of: CodeText.content(of: typed) ?? String(typed.trimmed)) == signs
  }

  /// All but spaces; quotes and the letters' case are not told apart.
  private static func signs(of code: String) -> String {
    String(code.folded.filter { !$0.isWhitespace }.map { "\"‘’“”".contains($0) ? "'" : $0 })
  }

  private static func content(of text: String) -> String? {
    let text = text.trimmed
    let fence = text.prefix { $0 == "`" }
    let inner = text.dropFirst(fence.count)
    guard !fence.isEmpty, inner.hasSuffix(fence) else { return nil }
    let content = inner.dropLast(fence.count)
    return content.isEmpty || content.range(of: String(fence)) != nil ? nil : String(content)
  }
}
