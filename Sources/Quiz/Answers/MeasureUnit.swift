/// Units that a number is told in: half a nat is not half a bit, and ten megabytes are not ten gigabytes.
enum MeasureUnit: CaseIterable {
  case nat, bit, byte, kilobyte, megabyte, gigabyte, terabyte
  case millisecond, second, minute, hour, day

  /// Folded and in the singular, as `TypedAnswer.words` has them.
  private var names: Set<String> {
    switch self {
    case .nat: ["nat", "奈特"]
    case .bit: ["bit", "比特"]
    case .byte: ["byte", "字节"]
    case .kilobyte: ["kb", "kib", "kilobyte"]
    case .megabyte: ["mb", "mib", "megabyte"]
    case .gigabyte: ["gb", "gib", "gigabyte"]
    case .terabyte: ["tb", "tib", "terabyte"]
    case .millisecond: ["ms", "millisecond", "毫秒"]
    case .second: ["second", "秒", "秒钟"]
    case .minute: ["minute", "分钟"]
    case .hour: ["hour", "小时"]
    case .day: ["day", "天"]
    }
  }

  /// What names it beside a number alone: elsewhere it is a symbol.
  private var symbols: Set<String> {
    switch self {
    case .second: ["s", "sec"]
    case .minute: ["min"]
    case .hour: ["h", "hr"]
    case .nat, .bit, .byte, .kilobyte, .megabyte, .gigabyte, .terabyte, .millisecond, .day: []
    }
  }

  private var isOfTime: Bool {
    switch self {
    case .nat, .bit, .byte, .kilobyte, .megabyte, .gigabyte, .terabyte: false
    case .millisecond, .second, .minute, .hour, .day: true
    }
  }

  /// Whether an answer is told in another unit than those that the question names for the same measure.
  static func differ(_ answer: String, from question: String) -> Bool {
    let (given, asked) = (words(of: answer), words(of: question))
    let named = allCases.filter { !$0.names.isDisjoint(with: asked) }
    return allCases.contains { unit in
      let all = unit.names.union(unit.symbols)
      return !all.isDisjoint(with: given) && all.isDisjoint(with: asked)
        && named.contains { $0.isOfTime == unit.isOfTime }
    }
  }

  private static func words(of text: String) -> Set<String> { TypedAnswer.words(of: text.filter { !$0.isNumber }) }
}
