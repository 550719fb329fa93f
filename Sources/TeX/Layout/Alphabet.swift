/// The alphabets of mathematical letters (Unicode, block Mathematical Alphanumeric Symbols).
enum Alphabet: UInt8, Sendable {
  case normal, roman, italic, bold, blackboard, script, fraktur, sans, mono

  init(named name: String) {
    self =
      switch name {
      case "roman": .roman
      case "italic": .italic
      case "bold": .bold
      case "blackboard": .blackboard
      case "script": .script
      case "fraktur": .fraktur
      case "sans": .sans
      case "mono": .mono
      default: .normal
      }
  }

  /// Whether a terminal shows its letters by characters; the others are told by style or not at all.
  var hasOwnCharacters: Bool { self == .blackboard || self == .script || self == .fraktur }

  /// The letter of this alphabet for a plain letter or digit; itself where there is none.
  func letter(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: capital(scalar - 0x41) ?? scalar
    case 0x61...0x7A: small(scalar - 0x61) ?? scalar
    case 0x30...0x39: digitBase.map { $0 + scalar - 0x30 } ?? scalar
    case 0x391...0x3F6, 0x2202, 0x2207: self == .bold ? Alphabet.boldGreek(scalar) : scalar
    default: scalar
    }
  }

  private func capital(_ i: UInt32) -> UInt32? {
    let letter = UInt8(0x41 + i)
    switch self {
    case .normal, .roman: return nil
    case .italic: return 0x1D434 + i
    case .bold: return 0x1D400 + i
    case .sans: return 0x1D5A0 + i
    case .mono: return 0x1D670 + i
    case .blackboard:
      return switch letter {
      case UInt8(ascii: "C"): 0x2102
      case UInt8(ascii: "H"): 0x210D
      case UInt8(ascii: "N"): 0x2115
      case UInt8(ascii: "P"): 0x2119
      case UInt8(ascii: "Q"): 0x211A
      case UInt8(ascii: "R"): 0x211D
      case UInt8(ascii: "Z"): 0x2124
      default: 0x1D538 + i
      }
    case .script:
      return switch letter {
      case UInt8(ascii: "B"): 0x212C
      case UInt8(ascii: "E"): 0x2130
      case UInt8(ascii: "F"): 0x2131
      case UInt8(ascii: "H"): 0x210B
      case UInt8(ascii: "I"): 0x2110
      case UInt8(ascii: "L"): 0x2112
      case UInt8(ascii: "M"): 0x2133
      case UInt8(ascii: "R"): 0x211B
      default: 0x1D49C + i
      }
    case .fraktur:
      return switch letter {
      case UInt8(ascii: "C"): 0x212D
      case UInt8(ascii: "H"): 0x210C
      case UInt8(ascii: "I"): 0x2111
      case UInt8(ascii: "R"): 0x211C
      case UInt8(ascii: "Z"): 0x2128
      default: 0x1D504 + i
      }
    }
  }

  private func small(_ i: UInt32) -> UInt32? {
    switch self {
    case .normal, .roman: nil
    case .italic: i == 7 ? 0x210E : 0x1D44E + i
    case .bold: 0x1D41A + i
    case .sans: 0x1D5BA + i
    case .mono: 0x1D68A + i
    case .blackboard: 0x1D552 + i
    case .script: i == 4 ? 0x212F : i == 6 ? 0x210A : i == 14 ? 0x2134 : 0x1D4B6 + i
    case .fraktur: 0x1D51E + i
    }
  }

  private var digitBase: UInt32? {
    switch self {
    case .bold: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sans: 0x1D7E2
    case .mono: 0x1D7F6
    default: nil
    }
  }

  private static func boldGreek(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9: 0x1D6A8 + scalar - 0x391
    case 0x3B1...0x3C9: 0x1D6C2 + scalar - 0x3B1
    case 0x2207: 0x1D6C1
    case 0x2202: 0x1D6DB
    case 0x3F5: 0x1D6DC
    case 0x3D1: 0x1D6DD
    case 0x3F0: 0x1D6DE
    case 0x3D5: 0x1D6DF
    case 0x3F1: 0x1D6E0
    case 0x3D6: 0x1D6E1
    default: scalar
    }
  }
}
