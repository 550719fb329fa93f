/// `\not=`, `\not\in`: the struck relation, as one character where Unicode has it (TeXbook, appendix F).
enum Negation {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    var row = parser.argument()
    // The stroke falls on the symbol behind a space: `\not\!\perp`.
    while row.single is Space { row = parser.argument() }
    guard var atom = row.single?.asAtom else { return Cancel(row: row, stroke: .rising) }
    if let struck = negated(atom.scalar) { atom.scalar = struck } else { atom.isNegated = true }
    if atom.atomClass == .ordinary { atom.atomClass = .relation }
    return atom
  }

  private static func negated(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3D: 0x2260
    case 0x3C: 0x226E
    case 0x3E: 0x226F
    case 0x7C: 0x2224
    case 0x2190: 0x219A
    case 0x2192: 0x219B
    case 0x2194: 0x21AE
    case 0x21D0: 0x21CD
    case 0x21D2: 0x21CF
    case 0x21D4: 0x21CE
    case 0x2203: 0x2204
    case 0x2208, 0x220B, 0x2223, 0x2225: scalar + 1
    case 0x223C: 0x2241
    case 0x2243: 0x2244
    case 0x2245: 0x2247
    case 0x2248: 0x2249
    case 0x2261: 0x2262
    case 0x2264: 0x2270
    case 0x2265: 0x2271
    case 0x227A, 0x227B, 0x2282, 0x2283, 0x2286, 0x2287: scalar + (scalar < 0x2280 ? 6 : 2)
    case 0x22A2: 0x22AC
    case 0x22A8: 0x22AD
    default: nil
    }
  }
}
