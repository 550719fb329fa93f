extension String {
  /// The signs of a text that ASCII writes with several, before it is measured.
  var spelledInASCII: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return [("…", "..."), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("⇒", "=>"), ("⇐", "<="), ("→", "->"), ("←", "<-")]
      .reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}

extension Unicode.Scalar {
  /// The ASCII sign of the same width that stands for a drawing or typographic sign; itself where there is none.
  var asciiOrSelf: Unicode.Scalar {
    guard value > 0x7F else { return self }
    switch self {
    case "─", "━", "┄", "┈", "╌", "‐", "‑", "‒", "–", "—", "―", "−", "▔", "‾", "▁": return "-"
    case "│", "┃", "┆", "┊", "╎", "║", "▍", "▌", "▏", "⎜", "⎟", "⎢", "⎥", "⎪", "∣": return "|"
    case "═": return "="
    case "▸", "▶", "►", "→", "❯", "›", "»", "⇒": return ">"
    case "◂", "◀", "◄", "←", "‹", "«", "⇐": return "<"
    case "▲", "↑", "△": return "^"
    case "▼", "↓", "▽": return "v"
    case "•", "◦", "▪", "∙", "·", "⋅": return "*"
    case "↪", "↳", "⏎": return "\\"
    case "☑": return "x"
    case "☐", "○", "◯": return "o"
    // An x would say that a right answer is wrong.
    case "✓", "✔": return "+"
    case "✗", "✘": return "-"
    case "●", "■", "□", "▣": return "#"
    case "█", "▉", "▊", "▋": return "#"
    case "▓", "▇", "▆": return "%"
    case "▒", "▅", "▄", "▃": return "+"
    case "░", "▂": return "."
    case "‘", "’", "′", "ʼ": return "'"
    case "“", "”", "″": return "\""
    case "…": return "~"
    case "×": return "x"
    case "\u{A0}", "\u{2007}", "\u{202F}", "\u{2002}", "\u{2009}", "\u{2800}": return " "
    case "§": return "#"
    default: return drawing
    }
  }

  /// Corners and crossings of boxes as `+`, diagonals as slashes, Braille dots as `*`, control pictures as `?`.
  private var drawing: Unicode.Scalar {
    switch value {
    case 0x2400...0x2421: "?"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "x"
    case 0x2500...0x257F: "+"
    case 0x2801...0x28FF: "*"
    case 0x239B...0x23B1: "|"
    case 0x2580...0x259F: "#"
    default: self
    }
  }
}
