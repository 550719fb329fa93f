/// The superscripts and subscripts that Unicode has as characters, and terminals' fonts too.
///
/// Left out: the superscripts C, F, Q and q (fonts lack them), and whole words, which modifier letters make unreadable.
enum UnicodeScript {
  /// The characters of a row as superscripts or subscripts; nil where one of them has none.
  static func characters(of row: Row, above: Bool) -> [UInt32]? {
    has(row, above: above) ? spelled(row, above: above) : nil
  }

  /// The characters of a row that has them.
  static func spelled(_ row: Row, above: Bool) -> [UInt32] {
    row.items.compactMap { $0.asAtom.flatMap { character($0, above: above) } }
  }

  /// Whether all of a row can be raised or lowered.
  static func has(_ row: Row, above: Bool) -> Bool {
    guard row.items.count <= 12 else { return false }
    var count = 0
    var letters = 0
    var capitals = 0
    for item in row.items {
      if case .space(let columns, _) = item.role(in: .script), columns <= 1 { continue }
      guard let atom = item.asAtom, character(atom, above: above) != nil else { return false }
      letters = atom.isLetter ? letters + 1 : 0
      if (0x41...0x5A).contains(atom.scalar) { capitals += 1 }
      if letters > 3 || capitals > 1 || (letters > 1 && atom.alphabet == .roman) { return false }
      count += 1
    }
    return count > 0
  }

  private static func character(_ atom: Atom, above: Bool) -> UInt32? {
    guard atom.second == 0, !atom.isNegated else { return nil }
    switch atom.alphabet {
    case .normal, .roman, .italic: return above ? superscript(atom.scalar) : `subscript`(atom.scalar)
    case .bold, .blackboard, .script, .fraktur, .sans, .mono: return nil
    }
  }

  static func superscript(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30: 0x2070
    case 0x31: 0xB9
    case 0x32: 0xB2
    case 0x33: 0xB3
    case 0x34...0x39: 0x2070 + scalar - 0x30
    case 0x2B: 0x207A
    case 0x2212: 0x207B
    case 0x3D: 0x207C
    case 0x28: 0x207D
    case 0x29: 0x207E
    case 0x2217: 0x2A
    case 0x2218: 0xB0
    case 0x2020, 0x2021, 0x2032, 0x2033: scalar
    case 0x61...0x7A: find(scalar - 0x61, in: small)
    case 0x41...0x5A: find(scalar - 0x41, in: capitals)
    case 0x3B2...0x3B4: 0x1D5D + scalar - 0x3B2
    case 0x3B8: 0x1DBF
    case 0x3D5, 0x3C6: 0x1D60
    case 0x3C7: 0x1D61
    default: nil
    }
  }

  static func `subscript`(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: 0x2080 + scalar - 0x30
    case 0x2B: 0x208A
    case 0x2212: 0x208B
    case 0x3D: 0x208C
    case 0x28: 0x208D
    case 0x29: 0x208E
    case 0x61...0x7A: find(scalar - 0x61, in: below)
    case 0x3B2: 0x1D66
    case 0x3B3: 0x1D67
    case 0x3C1: 0x1D68
    case 0x3C6, 0x3D5: 0x1D69
    case 0x3C7: 0x1D6A
    default: nil
    }
  }

  // a to z, with a full stop where there is none.
  private static let small = Array("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ.ʳˢᵗᵘᵛʷˣʸᶻ".unicodeScalars)
  private static let capitals = Array("ᴬᴮ.ᴰᴱ.ᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾ.ᴿ.ᵀᵁⱽᵂ...".unicodeScalars)
  private static let below = Array("ₐ...ₑ..ₕᵢⱼₖₗₘₙₒₚ.ᵣₛₜᵤᵥ.ₓ..".unicodeScalars)

  private static func find(_ index: UInt32, in letters: [Unicode.Scalar]) -> UInt32? {
    letters[Int(index)] == "." ? nil : letters[Int(index)].value
  }
}
