/// How ASCII says a character.
enum ASCII {
  /// Its sign or name; a letter and its accent for one with an accent, the plain letter for one of another alphabet.
  /// The character itself where it has none of these, as Han has not.
  static func text(of scalar: UInt32) -> String {
    guard scalar >= 0x80 else { return scalar.text }
    if let row = CharacterTable.row(of: scalar) { return row.ascii }
    // Fullwidth forms follow the order of ASCII.
    if (0xFF01...0xFF5E).contains(scalar) { return (scalar - 0xFEE0).text }
    if scalar == 0x3000 { return " " }
    if let letter = inCircle(scalar) { return "(" + letter.text + ")" }
    if let letter = plainLetter(of: scalar) { return text(of: letter) }
    for (mark, sign) in accents {
      if scalar == mark { return sign }
      if let letter = Accent.letter(of: scalar, with: mark) { return text(of: letter) + sign }
    }
    return scalar.text
  }

  private static func inCircle(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x24B6...0x24CF: scalar - 0x24B6 + 0x41
    case 0x24D0...0x24E9: scalar - 0x24D0 + 0x61
    case 0x2460...0x2468: scalar - 0x2460 + 0x31
    case 0x24EA: 0x30
    default: nil
    }
  }

  /// The letter or digit that a mathematical one stands for (Unicode, block Mathematical Alphanumeric Symbols).
  private static func plainLetter(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x1D400...0x1D6A3:
      let i = (scalar - 0x1D400) % 52
      return i < 26 ? 0x41 + i : 0x61 + i - 26
    case 0x1D6A8...0x1D7CB:
      switch (scalar - 0x1D6A8) % 58 {
      case 17: return 0x398
      case let i where i < 25: return 0x391 + i
      case 25: return 0x2207
      case let i where i < 51: return 0x3B1 + i - 26
      case let i: return greekVariants[Int(i) - 51]
      }
    case 0x1D7CE...0x1D7FF: return 0x30 + (scalar - 0x1D7CE) % 10
    case 0x2100..<0x2150:
      let letters = Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt32]
      return letters.first { letter in
        [Alphabet.blackboard, .script, .fraktur, .italic].contains { $0.letter(letter) == scalar }
      }
    default: return nil
    }
  }

  private static let greekVariants: [UInt32] = [0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]

  private static let accents: [(mark: UInt32, sign: String)] = [
    (0x301, "'"), (0x300, "`"), (0x302, "^"), (0x303, "~"), (0x304, "="), (0x306, "u"), (0x307, "."), (0x308, "\""),
    (0x30A, "o"), (0x30B, "''"), (0x30C, "v"), (0x327, ","), (0x328, ";"),
  ]
}
