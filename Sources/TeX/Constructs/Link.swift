/// `\href{url}{…}`, `\url{…}`, `\htmlClass{…}{…}`, `\includegraphics{…}`: the formula shown, the address only in MathML
/// (the package hyperref; KaTeX's `\html…`).
struct Link: Construct {
  let row: Row
  let address: String

  var rows: [Row] { [row] }

  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    switch parser.lexer.text(command.token) {
    case "href":
      let address = parser.textArgument()
      return Link(row: parser.argument(), address: address)
    case "url":
      let address = parser.textArgument()
      return Link(row: Row([TextRun(address, .mono)]), address: address)
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

  func box(in layout: inout Layout, _ style: MathStyle) -> Box { row.box(in: &layout, style) }

  func write(to xml: inout MathML, _ style: MathStyle) {
    let isSafe = ["http://", "https://", "mailto:", "#"].contains { address.hasPrefix($0) }
    xml.wrapped("mrow", isSafe ? "href=\"\(MathML.escaped(address))\"" : "") { row.writeItems(to: &$0, style) }
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
