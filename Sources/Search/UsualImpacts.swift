/// The impacts that an entry's terms usually have: those of a single occurrence, by the kind of the term. A posting
/// says how far it is from that.
struct UsualImpacts {
  /// What a term is by its first byte.
  enum Kind: Int, CaseIterable {
    case word, han, formula

    init(of term: some Collection<UInt8>) {
      self =
        switch term.first ?? 0 {
        case 0xE3...: .han
        case Namespace.formula: .formula
        default: .word
        }
    }
  }

  /// How many digits an entry has.
  static let width = 3

  private var impacts: SIMD3<UInt8>

  /// From what one occurrence counts in each of an entry's notes: in the text, and in a formula. A word is
  /// usually one of the note in English, a character one of the note in Chinese.
  init(english: Occurrence?, chinese: Occurrence?) {
    let steps = [
      Impact(frequency: english?.body ?? chinese?.body ?? 0), Impact(frequency: chinese?.body ?? english?.body ?? 0),
      Impact(frequency: max(english?.formula ?? 0, chinese?.formula ?? 0)),
    ].map(\.step)
    impacts = SIMD3(steps)
  }

  /// The frequencies that one occurrence stands for.
  struct Occurrence {
    var body: Float
    var formula: Float
  }

  subscript(kind: Kind) -> Impact { Impact(step: impacts[kind.rawValue]) }

  /// A digit a kind.
  func append(to bytes: inout ContiguousArray<UInt8>) {
    for kind in Kind.allCases { bytes.append(0x20 + self[kind].step) }
  }
}

/// How far an impact is from its entry's usual one, in steps: from 32 below to 95 above.
struct Excess: Hashable {
  /// Thirty-two more than the number of steps.
  let bits: UInt8

  static let none = Excess(bits: 32)
  static let doubling = Excess(bits: 32 + 9)
  /// What most are of those that are neither.
  static let near: ClosedRange<UInt8> = 32 - 8...32 + 23

  init(bits: UInt8) { self.bits = bits & 0x7F }

  init(of impact: Impact, beside usual: Impact) {
    bits = UInt8(max(0, 32 + Int(impact.step) - Int(usual.step)))
  }

  /// The step of an impact by the sum of these bits and of the usual impact's digit, whatever that is.
  static let steps = ContiguousArray((0..<256 + 128).map { UInt8(max(0, min(Int(Impact.mostStep), $0 - 0x20 - 32))) })
}
