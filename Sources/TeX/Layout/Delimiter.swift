/// A delimiter drawn to the height of what it holds, from the pieces Unicode has for it (TeXbook, page 147 and rule
/// 19).
enum Delimiter {
  /// Top, extension, middle and bottom of a tall delimiter; nil where it has no pieces and stays one character.
  struct Pieces {
    var top: Unicode.Scalar
    var extender: Unicode.Scalar
    var bottom: Unicode.Scalar
    var middle: Unicode.Scalar?
  }

  static func pieces(_ delimiter: Unicode.Scalar) -> Pieces? {
    switch delimiter {
    case "(", "⟮": Pieces(top: "⎛", extender: "⎜", bottom: "⎝")
    case ")", "⟯": Pieces(top: "⎞", extender: "⎟", bottom: "⎠")
    case "[": Pieces(top: "⎡", extender: "⎢", bottom: "⎣")
    case "]": Pieces(top: "⎤", extender: "⎥", bottom: "⎦")
    case "⌈": Pieces(top: "⎡", extender: "⎢", bottom: "⎢")
    case "⌉": Pieces(top: "⎤", extender: "⎥", bottom: "⎥")
    case "⌊": Pieces(top: "⎢", extender: "⎢", bottom: "⎣")
    case "⌋": Pieces(top: "⎥", extender: "⎥", bottom: "⎦")
    case "{", "⦃": Pieces(top: "⎧", extender: "⎪", bottom: "⎩", middle: "⎨")
    case "}", "⦄": Pieces(top: "⎫", extender: "⎪", bottom: "⎭", middle: "⎬")
    case "|", "∣": Pieces(top: "│", extender: "│", bottom: "│")
    case "‖", "∥": Pieces(top: "║", extender: "║", bottom: "║")
    case "⟦": Pieces(top: "╓", extender: "║", bottom: "╙")
    case "⟧": Pieces(top: "╖", extender: "║", bottom: "╜")
    case "⎰": Pieces(top: "⎧", extender: "⎪", bottom: "⎭")
    case "⎱": Pieces(top: "⎫", extender: "⎪", bottom: "⎩")
    case "↑": Pieces(top: "↑", extender: "│", bottom: "│")
    case "↓": Pieces(top: "│", extender: "│", bottom: "↓")
    case "↕": Pieces(top: "↑", extender: "│", bottom: "↓")
    case "⇑": Pieces(top: "⇑", extender: "║", bottom: "║")
    case "⇓": Pieces(top: "║", extender: "║", bottom: "⇓")
    case "⇕": Pieces(top: "⇑", extender: "║", bottom: "⇓")
    case "⌜": Pieces(top: "┌", extender: " ", bottom: " ")
    case "⌝": Pieces(top: "┐", extender: " ", bottom: " ")
    case "⌞": Pieces(top: " ", extender: " ", bottom: "└")
    case "⌟": Pieces(top: " ", extender: " ", bottom: "┘")
    default: nil
    }
  }

  static func isBrace(_ delimiter: Unicode.Scalar?) -> Bool {
    delimiter == "{" || delimiter == "}" || delimiter == "⦃" || delimiter == "⦄"
  }

  /// The same in ASCII.
  static func asciiPieces(_ delimiter: Unicode.Scalar) -> Pieces? {
    switch delimiter {
    case "(", "⟮": Pieces(top: "/", extender: "|", bottom: "\\")
    case ")", "⟯": Pieces(top: "\\", extender: "|", bottom: "/")
    case "[", "⟦", "]", "⟧": Pieces(top: "[", extender: "[", bottom: "[").closing(delimiter == "]" || delimiter == "⟧")
    case "⌈": Pieces(top: "+", extender: "|", bottom: "|")
    case "⌉": Pieces(top: "+", extender: "|", bottom: "|")
    case "⌊": Pieces(top: "|", extender: "|", bottom: "+")
    case "⌋": Pieces(top: "|", extender: "|", bottom: "+")
    case "{", "⦃", "⎰": Pieces(top: "/", extender: "|", bottom: "\\", middle: "<")
    case "}", "⦄", "⎱": Pieces(top: "\\", extender: "|", bottom: "/", middle: ">")
    case "|", "∣": Pieces(top: "|", extender: "|", bottom: "|")
    case "↑", "⇑": Pieces(top: "^", extender: "|", bottom: "|")
    case "↓", "⇓": Pieces(top: "|", extender: "|", bottom: "v")
    case "↕", "⇕": Pieces(top: "^", extender: "|", bottom: "v")
    default: nil
    }
  }
}

extension Delimiter.Pieces {
  fileprivate func closing(_ isClosing: Bool) -> Delimiter.Pieces {
    isClosing ? Delimiter.Pieces(top: "]", extender: "]", bottom: "]") : self
  }
}

extension Layout {
  /// Draws a delimiter over rows `-above...below` at column `x`, in at most so many columns; gives its width.
  mutating func delimiter(
    _ delimiter: Unicode.Scalar?, above: Int, below: Int, at x: Int, within columns: Int = .max
  ) -> Int {
    guard let delimiter else { return 0 }
    if above + below == 0 { return spell(delimiter.value.text, x) }
    switch delimiter {
    case "⟨", "⟩", "<", ">", "/", "\\": return slanted(delimiter, above, below, x, columns)
    default: break
    }
    if drawsASCII, columns > 1, delimiter == "‖" || delimiter == "∥" {
      for y in -above...below { put("||", x, y) }
      return 2
    }
    guard let pieces = drawsASCII ? Delimiter.asciiPieces(delimiter) : Delimiter.pieces(delimiter) else {
      return spell(delimiter.value.text, x)
    }
    if let middle = pieces.middle, above + below == 1, !drawsASCII {
      // Two rows have no place for the tip of a brace.
      let (top, bottom): (Unicode.Scalar, Unicode.Scalar) = middle == "⎨" ? ("⎰", "⎱") : ("⎱", "⎰")
      put(top, x, -above)
      put(bottom, x, below)
      return 1
    }
    for y in -above...below {
      let isTip = pieces.middle != nil && y == 0 && above > 0 && below > 0
      let piece = isTip ? pieces.middle : y == -above ? pieces.top : y == below ? pieces.bottom : pieces.extender
      put(piece ?? pieces.extender, x, y)
    }
    return 1
  }

  /// The columns of a delimiter over so many rows.
  func columns(of delimiter: Unicode.Scalar?, above: Int, below: Int) -> Int {
    switch delimiter {
    case nil: 0
    case "⟨", "⟩", "<", ">": max((above + below + 1) / 2, 1)
    case "/", "\\": above + below + 1
    case "‖", "∥": drawsASCII ? 2 : 1
    default: 1
    }
  }

  /// Angle brackets and slashes out of diagonals, which stand upright where the columns do not suffice.
  private mutating func slanted(_ delimiter: Unicode.Scalar, _ above: Int, _ below: Int, _ x: Int, _ columns: Int)
    -> Int
  {
    let rows = above + below + 1
    let width = min(self.columns(of: delimiter, above: above, below: below), max(columns, 1))
    let rising: Unicode.Scalar = drawsASCII ? "/" : "╱"
    let falling: Unicode.Scalar = drawsASCII ? "\\" : "╲"
    let upright: Unicode.Scalar = drawsASCII ? "|" : "│"
    if delimiter == "/" || delimiter == "\\" {
      for i in 0..<rows {
        let stroke = i >= width ? upright : delimiter == "/" ? rising : falling
        let column = min(i, width - 1)
        put(stroke, x + (delimiter == "/" ? width - 1 - column : column), i - above)
      }
      return width
    }
    let opens = delimiter == "⟨" || delimiter == "<"
    let half = rows / 2
    for i in 0..<half {
      // From the ends to the middle.
      let column = max(width - half + i, 0)
      let at = x + (opens ? width - 1 - column : column)
      let isUpright = i < half - width
      put(isUpright ? upright : opens ? rising : falling, at, i - above)
      put(isUpright ? upright : opens ? falling : rising, at, below - i)
    }
    if rows % 2 == 1 {
      let tip: Unicode.Scalar = setting.isASCII ? (opens ? "<" : ">") : opens ? "⟨" : "⟩"
      put(tip, x + (opens ? 0 : width - 1), half - above)
    }
    return width
  }

  /// A box between two delimiters as tall as it is.
  mutating func fenced(_ box: Box, _ open: Unicode.Scalar?, _ close: Unicode.Scalar?) -> Box {
    var box = box
    let start = box.start
    let (above, below) = extent(for: box, open, close)
    let first = glyphs.count
    let left = delimiter(open, above: above, below: below, at: 0)
    move(start..<first, left, 0)
    let right = delimiter(close, above: above, below: below, at: left + box.width)
    box.width += left + right
    box.above = max(box.above, above)
    box.below = max(box.below, below)
    box.coreAbove = above
    box.coreBelow = below
    box.hasRuleOnTop = box.hasRuleOnTop && above < box.above
    box.end = glyphs.count
    let isTall = above + below > 0
    let fence: Box.Edge = above + below == 1 ? .lowFence : .fence
    if let open { box.left = isTall ? fence : open == "(" || open == "[" || open == "{" ? .bracket : .plain }
    if close != nil { box.right = isTall ? fence : .plain }
    return box
  }

  /// The rows that delimiters cover: those of the content, unless that is a single row but for scripts, accents and
  /// rules; a brace's tip needs a row on either side.
  func extent(for box: Box, _ open: Unicode.Scalar?, _ close: Unicode.Scalar?) -> (above: Int, below: Int) {
    guard box.isTall else { return (0, 0) }
    var above = box.above
    var below = box.below
    if above + below > 1, Delimiter.isBrace(open) || Delimiter.isBrace(close) {
      above = max(above, 1)
      below = max(below, 1)
    }
    return (above, below)
  }
}
