import Text

/// `\textcolor{blue}{x}` and `\color{red} …`: the nearest colour of the terminal's own (the
/// package xcolor).
enum Colored {
  static func parse(_ parser: inout Parser, _ command: Command, into items: inout [any Construct]) {
    _ = parser.optionalText()
    let name = parser.textArgument()
    let safe = name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") } ? name : "inherit"
    items.append(Switch(change: .color(color(named: name), name: safe)))
    guard parser.lexer.spells(command.token, "textcolor") else { return }
    let inner = parser.isText ? parser.textRow(.roman).items : parser.argument().items
    if inner.contains(where: { if case .style = ($0 as? Switch)?.change { true } else { false } }) {
      // A `\displaystyle` inside ends where its group does, and so does a `\color`.
      return items += [Group(Row(inner)), Switch(change: .endColor)]
    }
    items += inner
    items += Array(repeating: Switch(change: .endColor), count: 1 + open(in: inner))
  }

  /// The colours that a row begins and does not end.
  static func open(in items: some Sequence<any Construct>) -> Int {
    items.reduce(0) { count, item in
      switch (item as? Switch)?.change {
      case .color: count + 1
      case .endColor: count - 1
      case .style, nil: count
      }
    }
  }

  private static func color(named name: String) -> Style.Color {
    switch name.lowercased() {
    case "red", "maroon", "crimson": .red
    case "green", "lime", "olive", "forestgreen": .green
    case "yellow", "orange", "gold", "brown": .yellow
    case "blue", "navy", "royalblue": .blue
    case "magenta", "purple", "pink", "violet", "fuchsia": .magenta
    case "cyan", "teal", "aqua": .cyan
    case "gray", "grey", "lightgray", "darkgray", "silver": .gray
    default: name.first == "#" ? nearest(to: name.dropFirst()) : .standard
    }
  }

  /// `#rgb` or `#rrggbb`.
  private static func nearest(to digits: Substring) -> Style.Color {
    guard let number = Int(digits, radix: 16), digits.utf8.count == 3 || digits.utf8.count == 6 else {
      return .standard
    }
    let isShort = digits.utf8.count == 3
    let (r, g, b) =
      isShort
      ? ((number >> 8) * 17, (number >> 4 & 15) * 17, (number & 15) * 17)
      : (number >> 16, number >> 8 & 255, number & 255)
    let high = max(r, g, b)
    if high < 48 || (min(r, g, b) > 200) { return .standard }
    if high - min(r, g, b) < 32 { return .gray }
    let bits = (r * 3 > high * 2 ? 4 : 0) + (g * 3 > high * 2 ? 2 : 0) + (b * 3 > high * 2 ? 1 : 0)
    return [.standard, .blue, .green, .cyan, .red, .magenta, .yellow, .standard][bits]
  }
}
