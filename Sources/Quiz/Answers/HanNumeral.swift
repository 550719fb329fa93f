/// A number in Chinese numerals: `六十四`, `一千二百`, `三点二亿`, `二〇一七`, `三分之一`, `百分之五` (GB/T 15835).
struct HanNumeral {
  var value: Double
  var isWhole: Bool

  /// Nil where the text is anything else than a numeral and perhaps a measure word.
  init?(_ text: String) {
    var text = text[...]
    let sign = text.hasPrefix("负") ? -1.0 : 1
    if sign < 0 { text.removeFirst() }
    let parts = text.split("分之")
    switch parts.count {
    case 1:
      guard let number = HanNumeral.number(HanNumeral.measured(parts[0])) else { return nil }
      self.init(value: sign * number.value, isWhole: number.isWhole)
    case 2:
      // The hundred of 百分之五 goes without its one.
      let below = ["百": 100, "千": 1000, "万": 10_000][parts[0]] ?? HanNumeral.part(parts[0])
      guard let below, below != 0, let above = HanNumeral.part(parts[1]) else { return nil }
      self.init(value: sign * above / below, isWhole: false)
    default: return nil
    }
  }

  private init(value: Double, isWhole: Bool) {
    self.value = value
    self.isWhole = isWhole
  }

  private static func part(_ text: Substring) -> Double? { number(text)?.value ?? Double(text) }

  /// Without the measure word: `六十四个`, `十二层`, `三比特`.
  private static func measured(_ text: Substring) -> Substring {
    for word in ["比特", "字节", "像素", "秒钟", "分钟", "小时", "毫秒", "奈特"] where text.hasSuffix(word) {
      return text.dropLast(word.count)
    }
    guard text.count > 1, let last = text.last, "个层次步倍位维年种类张项头块帧轮秒天对组套条棵只".contains(last) else { return text }
    return text.dropLast()
  }

  /// Whole groups of 万 and 亿, each of thousands, hundreds, tens and ones; then decimals.
  private static func number(_ text: Substring) -> (value: Double, isWhole: Bool)? {
    guard !text.isEmpty, text.first.map({ digits[$0] != nil || $0 == "十" }) == true else { return nil }
    var (total, group, number) = (0.0, 0.0, 0.0)
    var lastUnit = 1.0
    var decimal: Double?
    for character in text {
      if let digit = digits[character] {
        if let place = decimal {
          number += digit * place
          decimal = place / 10
        } else {
          number = lastUnit == 0 ? number * 10 + digit : digit
          if digit == 0, lastUnit > 1 { lastUnit = 1 }
          if lastUnit == 1 { lastUnit = 0 }
        }
      } else if character == "点", decimal == nil {
        decimal = 0.1
      } else if let unit = units[character] {
        if unit < 10_000 {
          guard decimal == nil else { return nil }
          group += (number == 0 && group == 0 && unit == 10 ? 1 : number) * unit
        } else {
          total = unit > 10_000 ? (total + group + number) * unit : total + (group + number) * unit
          group = 0
        }
        (number, lastUnit) = (0, unit)
        decimal = decimal == nil ? nil : 0
      } else {
        return nil
      }
    }
    // 一百二 is 一百二十.
    if lastUnit >= 100, number > 0, decimal == nil { number *= lastUnit / 10 }
    let value = total + group + number
    return (value, value == value.rounded())
  }

  private static let digits: [Character: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let units: [Character: Double] = ["十": 10, "百": 100, "千": 1000, "万": 1e4, "亿": 1e8]
}

extension Substring {
  /// The parts between the places where a text stands.
  fileprivate func split(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while let range = rest.range(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
