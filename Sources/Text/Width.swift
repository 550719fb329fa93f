/// How wide the terminal draws the characters whose East Asian Width is Ambiguous (UAX #11).
package enum AmbiguousWidth: Sendable {
  case narrow, wide
}

extension Unicode.Scalar {
  /// The columns a scalar takes up in a terminal: 0, 1 or 2.
  package func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension StringProtocol {
  /// The columns the text takes up in a terminal, counted by extended grapheme cluster.
  package func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
    unicodeScalars.reduce(0) { $0 + $1.columns(ambiguous) }
  }
}
