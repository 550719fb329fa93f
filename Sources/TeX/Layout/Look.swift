import Text

/// The style of a glyph, in two bytes.
struct Look: Equatable {
  var flags: UInt8 = 0
  var color = Style.Color.standard

  static let bold: UInt8 = 1
  static let dim: UInt8 = 2
  static let struck: UInt8 = 4
  static let italic: UInt8 = 8
  static let underlined: UInt8 = 16

  var style: Style {
    var style = Style()
    guard flags != 0 || color != .standard else { return style }
    style.isBold = flags & Look.bold != 0
    style.isDim = flags & Look.dim != 0
    style.isStruck = flags & Look.struck != 0
    style.isItalic = flags & Look.italic != 0
    style.isUnderlined = flags & Look.underlined != 0
    style.color = color
    return style
  }
}
