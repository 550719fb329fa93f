internal import Text

extension Unicode.Scalar {
  /// What is shown of a scalar: itself, a space for a tab, the control picture of a C0 control (`␛`), or nothing where
  /// a terminal might obey it or a reader be deceived: C1 controls, bidirectional embeddings, overrides and isolates,
  /// line and paragraph separators, annotation marks, and tags outside of a flag.
  ///
  /// No more columns than `columns()` says.
  func harmless(inFlag: Bool) -> Unicode.Scalar? {
    switch value {
    // White space in a text (CommonMark 2.2); where it is one to be kept, it was made spaces before.
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "␡"
    case 0x200B: nil
    case 0xE0000...0xE007F: inFlag ? self : nil
    default: isTerminalControl ? nil : self
    }
  }

  var isTag: Bool { 0xE0020...0xE007F ~= value }
}
