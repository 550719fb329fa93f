/// How large a formula is set (TeXbook, page 140). Cells have one size: the styles differ in spacing and in where
/// limits go.
enum MathStyle: UInt8, Sendable, Comparable {
  case display, text, script, scriptScript

  static func < (a: MathStyle, b: MathStyle) -> Bool { a.rawValue < b.rawValue }

  var isScript: Bool { self >= .script }
  var ofScripts: MathStyle { self < .script ? .script : .scriptScript }
  /// The style of a numerator or denominator.
  var ofFraction: MathStyle { self == .display ? .text : self == .text ? .script : .scriptScript }
}
