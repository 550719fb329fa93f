extension Unicode.Scalar {
  /// Whether a line end of the source between this sign and another such is nothing, where it is else a space (CSS Text
  /// 3, 4.1.3): full-width and wide signs do but Hangul, which is written with spaces.
  package var joinsLines: Bool {
    guard columns() == 2 else { return false }
    switch value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: return false
    default: return true
    }
  }

  /// Whether it is a stop of Chinese text, which has its own room behind it: a space there is one too many.
  package var hasOwnSpace: Bool { "，。、；：！？）】」』》".unicodeScalars.contains(self) }
}
