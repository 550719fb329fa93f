extension Unicode.Scalar {
  /// Whether a terminal might obey the scalar or a reader be deceived by it: C0 and C1 controls (ECMA-48), delete,
  /// bidirectional embeddings, overrides and isolates (UAX #9), line and paragraph separators, annotation marks.
  package var isTerminalControl: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
