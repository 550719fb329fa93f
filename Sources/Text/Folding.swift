/// What a scalar is searched as: in lower case, without accents, in half width, simplified; hyphens of all kinds are
/// one, and marks without a width are nothing.
///
/// Compatibility forms are those of NFKC (UAX #15): `ﬁ` is `fi`, `ₜ` is `t`, `𝐱` is `x`, `Ａ` is `a`. Traditional
/// characters follow the Unihan database (UAX #38, kSimplifiedVariant).
package struct Folded: Sendable, Hashable {
  /// At most three scalars of 21 bits, the first in the lowest; 0 ends them.
  private let bits: UInt64

  package var first: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
  package var second: UInt32 { UInt32(truncatingIfNeeded: bits >> 21 & 0x1F_FFFF) }
  package var third: UInt32 { UInt32(truncatingIfNeeded: bits >> 42 & 0x1F_FFFF) }

  /// Folds one scalar, given by its value.
  package init(_ value: UInt32) {
    switch value {
    case 0x41...0x5A: bits = UInt64(value + 0x20)
    case 0..<0x80: bits = UInt64(value)
    case 0x4E00...0x9FFF: bits = UInt64(Folded.simplified(value))
    case 0xFF21...0xFF3A: bits = UInt64(value - 0xFEC0)
    case 0xFF01...0xFF5E: bits = UInt64(value - 0xFEE0)
    // Commas, full stops and what frames are drawn with, which are many and stand for themselves.
    case 0x3001...0x3002, 0x2500...0x25FF: bits = UInt64(value)
    default: bits = Folded.record(of: value)
    }
  }

  /// The first and only scalar of a unified ideograph's folding, U+4E00 to U+9FFF.
  package static func simplified(_ value: UInt32) -> UInt32 {
    precondition(0x4E00...0x9FFF ~= value, "only unified ideographs are in the table")
    let table = unsafe hanFoldingTable.utf8Start + Int(value - 0x4E00) * 3
    return unsafe UInt32(table[0] & 0xF) << 12 | UInt32(table[1] & 0x3F) << 6 | UInt32(table[2] & 0x3F)
  }

  /// Binary search in the table; a scalar that is not there stands for itself.
  private static func record(of value: UInt32) -> UInt64 {
    let table = unsafe foldingTable.utf8Start
    func digits(at offset: Int) -> UInt32 {
      (0..<4).reduce(UInt32(0)) { unsafe $0 << 6 | UInt32(table[offset + $1] - 0x30) }
    }
    var low = 0
    var high = foldingTable.utf8CodeUnitCount / 16
    while low < high {
      let middle = (low + high) / 2
      if digits(at: middle * 16) < value { low = middle + 1 } else { high = middle }
    }
    guard low * 16 < foldingTable.utf8CodeUnitCount, digits(at: low * 16) == value else { return UInt64(value) }
    return UInt64(digits(at: low * 16 + 4)) | UInt64(digits(at: low * 16 + 8)) << 21
      | UInt64(digits(at: low * 16 + 12)) << 42
  }
}

extension StringProtocol {
  /// The text as search compares it.
  package var folded: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let folded = Folded(scalar.value)
      for value in [folded.first, folded.second, folded.third] where value > 0 {
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
      }
    }
    return String(view)
  }
}
