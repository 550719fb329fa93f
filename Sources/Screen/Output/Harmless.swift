extension Unicode.Scalar {
  /// What is shown of a scalar: itself, the control picture of a C0 control (`␛`), or nothing where a terminal might
  /// obey it or a reader be deceived: C1 controls, bidirectional embeddings, overrides and isolates, line and paragraph
  /// separators, annotation marks, and tags outside of a flag.
  ///
  /// No more columns than `columns()` says.
  func harmless(inFlag: Bool) -> Unicode.Scalar? {
    switch value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFFF9...0xFFFB, 0x200B: nil
    case 0xE0000...0xE007F: inFlag ? self : nil
    default: self
    }
  }

  var isTag: Bool { 0xE0020...0xE007F ~= value }
}
