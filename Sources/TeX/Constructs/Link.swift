/// `\href{url}{…}`, `\url{…}`, `\htmlClass{…}{…}`, `\includegraphics{…}`: the formula alone; MathML Core has no links
/// (the package hyperref; KaTeX's `\html…`).
enum Link {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "href":
      _ = parser.textArgument()
      return Group(parser.argument())
    case "url": return TextRun(parser.textArgument(), .mono)
    case "includegraphics":
      let options = parser.optionalText() ?? ""
      let file = parser.textArgument()
      return TextRun("[" + (alternative(options) ?? file) + "]")
    default:
      _ = parser.textArgument()
      return Group(parser.argument())
    }
  }

  /// The `alt=…` among the options of an image.
  private static func alternative(_ options: String) -> String? {
    for option in options.split(separator: ",") {
      let parts = option.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].trimmed == "alt" { return parts[1].trimmed }
    }
    return nil
  }
}

extension Substring {
  /// Without the spaces at its ends.
  var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
