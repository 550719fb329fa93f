extension Unicode.Scalar {
  /// Whether it is a Chinese character: a unified ideograph, those of the extensions included (UAX #38).
  package var isHan: Bool { 0x3400...0x9FFF ~= value || 0x20000...0x3FFFF ~= value }
}

extension StringProtocol {
  package var hasHan: Bool { unicodeScalars.contains(where: \.isHan) }
}
