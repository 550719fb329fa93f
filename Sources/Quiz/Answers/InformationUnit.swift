/// Units that a number of information is told in: half a nat is not half a bit.
enum InformationUnit: CaseIterable {
  case nat, bit, byte

  private var names: Set<String> {
    switch self {
    case .nat: ["nat", "奈特"]
    case .bit: ["bit", "比特"]
    case .byte: ["byte", "字节"]
    }
  }

  /// Those that a text names.
  static func all(in text: String) -> Set<InformationUnit> {
    let words = TypedAnswer.words(of: text.filter { !$0.isNumber })
    return Set(allCases.filter { !$0.names.isDisjoint(with: words) })
  }
}
