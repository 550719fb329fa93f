import Text

/// A number as people write it, in either language: `400M`, `4亿`, `4e8`, `1,000`, `0,5`, `25 %`, `1/4`,
/// `half`, `六十四`.
package struct Quantity: Sendable, Hashable {
  package var value: Double
  /// Whether it is a count or a year, where nothing but itself is right.
  package var isWhole: Bool

  package init?(_ text: String) {
    var rest = Quantity.prepared(text)
    guard !rest.isEmpty else { return nil }
    if let words = EnglishNumeral.value(of: Quantity.withoutMeasure(rest)) {
      self.init(value: words, isWhole: true)
      return
    }
    if let share = EnglishNumeral.fraction(of: rest) ?? (["半", "一半"].contains(rest) ? 0.5 : nil) {
      self.init(value: share, isWhole: false)
      return
    }
    if let numeral = HanNumeral(rest) {
      self.init(value: numeral.value, isWhole: numeral.isWhole)
      return
    }
    guard let number = Quantity.fraction(&rest), let scale = Quantity.scale(of: rest.trimmingSpaces) else { return nil }
    self.init(value: number.value * scale.factor, isWhole: number.isWhole && scale.factor >= 1)
  }

  /// A formula that is a number and nothing else but per cent: the letter of `2n` is no unit.
  init?(formula: String) {
    var rest = Quantity.prepared(formula)
    guard let number = Quantity.fraction(&rest) else { return nil }
    switch rest.trimmingSpaces {
    case "": self.init(value: number.value, isWhole: number.isWhole)
    case "%", "\\%": self.init(value: number.value / 100, isWhole: false)
    default: return nil
    }
  }

  /// A number that was worked out, and so is whole only up to rounding.
  init(computed value: Double) {
    let whole = value.rounded()
    self.init(value: abs(value - whole) <= 1e-9 * max(1, abs(whole)) ? whole : value, isWhole: true)
  }

  private init(value: Double, isWhole: Bool) {
    self.value = value
    self.isWhole = isWhole && value == value.rounded()
  }

  /// Whether this answers a question whose right answer is `key`: whole numbers and years exactly, others within
  /// `tolerance`, or one part in a hundred.
  package func answers(_ key: Quantity, tolerance: Double?) -> Bool {
    if let tolerance { return abs(value - key.value) <= tolerance * (1 + 1e-9) }
    if key.isWhole { return value == key.value }
    return abs(value - key.value) <= abs(key.value) / 100 * (1 + 1e-9)
  }

  /// Folded, without formula marks, signs of about and separators of thousands.
  private static func prepared(_ text: String) -> String {
    var text = Quantity.unraised(TypedAnswer.plain(text)).replacing("×", with: "x").folded.replacing("−", with: "-")
    for lead in ["about", "approximately", "approx.", "roughly", "around", "约", "大约", "≈", "~", "="]
    where text.hasPrefix(lead) {
      text = String(text.dropFirst(lead.count))
    }
    text = text.trimmingSpaces
    for sign in ["minus ", "negative ", "负"] where text.hasPrefix(sign) {
      let number = text.dropFirst(sign.count)
      if number.first?.isASCII == true, number.first?.isNumber == true { text = "-" + number }
    }
    while text.last.map({ ".。".contains($0) }) == true { text.removeLast() }
    return text
  }

  /// `10⁸` as `10^8`.
  static func unraised(_ text: String) -> String {
    var plain = ""
    var isRaised = false
    for character in text {
      guard let place = raised.firstIndex(of: character) else {
        plain.append(character)
        isRaised = false
        continue
      }
      if !isRaised { plain += "^" }
      isRaised = true
      plain += place == 10 ? "-" : String(place)
    }
    return plain
  }

  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

  /// A number or a quotient of two at the front of a text, taken off it.
  private static func fraction(_ rest: inout String) -> (value: Double, isWhole: Bool)? {
    guard let first = number(&rest) else { return nil }
    guard rest.hasPrefix("/") else { return first }
    rest.removeFirst()
    guard let second = number(&rest), second.value != 0 else { return nil }
    return (first.value / second.value, false)
  }

  /// A decimal number with optional power of ten at the front of a text, taken off it.
  private static func number(_ rest: inout String) -> (value: Double, isWhole: Bool)? {
    var digits = ""
    var isWhole = true
    var characters = Array(rest)[...]
    if let sign = characters.first, "+-".contains(sign) {
      digits.append(sign)
      characters.removeFirst()
    }
    while let next = characters.first {
      if next.isASCII && next.isNumber {
        digits.append(next)
      } else if next == ".", isWhole, characters.dropFirst().first?.isNumber == true {
        digits.append(next)
        isWhole = false
      } else if next == ",", ["0", "-0", "+0"].contains(digits), let digit = characters.dropFirst().first,
        digit.isASCII, digit.isNumber
      {
        // The decimal sign of half the world; elsewhere than behind a nought it may part a list.
        digits.append(".")
        isWhole = false
      } else if ", ".contains(next), isThousands(characters.dropFirst()) {
        characters.removeFirst()
        continue
      } else {
        break
      }
      characters.removeFirst()
    }
    guard let mantissa = Double(digits) else { return nil }
    let power = Quantity.power(&characters, of: digits)
    rest = String(characters)
    return (mantissa * power, isWhole && (power >= 1 || abs(mantissa * power) >= 1))
  }

  /// Three digits and then no fourth.
  private static func isThousands(_ characters: ArraySlice<Character>) -> Bool {
    let head = characters.prefix(4)
    return head.count >= 3 && head.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
      && !(head.count == 4 && head.last?.isNumber == true)
  }

  /// `e8`, `x10^8`, `*10^{8}`, and behind a ten alone `^8`: taken off.
  private static func power(_ characters: inout ArraySlice<Character>, of digits: String) -> Double {
    let text = String(characters).replacing(" ", with: "")
    let marks = (digits == "10" ? ["^"] : []) + ["e", "x10^", "*10^", "x10", "\\times10^", "\\cdot10^"]
    for mark in marks where text.hasPrefix(mark) {
      let tail = text.dropFirst(mark.count).filter { !"{}".contains($0) }
      let digits = tail.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
      guard var exponent = Int(digits), -300 < exponent, exponent < 300 else { continue }
      if mark == "^" { exponent -= 1 }
      characters = Array(tail.dropFirst(digits.count))[...]
      let scale = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
      return exponent < 0 ? 1 / scale : scale
    }
    return 1
  }

  /// What a unit multiplies with; a word that scales nothing, as a unit of measure, counts 1.
  private static func scale(of unit: String) -> (factor: Double, Void)? {
    let scales: [(names: [String], factor: Double)] = [
      (["%", "percent", "per cent"], 0.01), (["‰"], 0.001), (["k", "thousand", "千"], 1e3), (["万"], 1e4),
      (["m", "million", "百万"], 1e6), (["千万"], 1e7), (["亿"], 1e8), (["b", "billion", "bn", "十亿"], 1e9),
      (["t", "trillion", "万亿"], 1e12), (["百", "hundred"], 1e2), (["dozen", "打"], 12), (["成"], 0.1),
    ]
    if unit.isEmpty { return (1, ()) }
    // The longest name first: 万亿 is not 万.
    let named = scales.flatMap { scale in scale.names.map { (name: $0, factor: scale.factor) } }
      .sorted { $0.name.count > $1.name.count }
    // `B parameters`, `k tokens` and `million-parameter` scale as well.
    let first = unit.prefix { $0 != " " && $0 != "-" }
    for scale in named where first == scale.name && (unit == first || isWord(unit.dropFirst(first.count + 1))) {
      return (scale.factor, ())
    }
    for scale in named where scale.name.count > 1 || !scale.name.allSatisfy(\.isASCII) {
      if unit.hasPrefix(scale.name), isWord(unit.dropFirst(scale.name.count)) { return (scale.factor, ()) }
    }
    return isUnit(unit) ? (1, ()) : nil
  }

  /// A unit that scales nothing. A letter alone is a symbol, `1 - p` and `2n` are no numbers; but for the few of `4 s`,
  /// `16 h`, `4x` and `512-d`.
  private static func isUnit(_ unit: String) -> Bool {
    let word = unit.hasPrefix("-") ? unit.dropFirst() : unit[...]
    guard let first = word.first, first.isLetter, isWord(word), !changesValue(word) else { return false }
    let letters = word.prefix { $0.isLetter }
    return (letters.count > 1 && !TypedAnswer.greek.values.contains(String(letters))) || letters.hasHan
      || ["s", "h", "x", "d", "m/s"].contains(word)
  }

  /// Whether words behind a number make another one of it, or no number at all: `4 squared`, `50 or more`, `4 的倒数`.
  private static func changesValue(_ words: Substring) -> Bool {
    if words.split(whereSeparator: { " -/".contains($0) }).contains(where: changing.contains) { return true }
    return ["平方", "立方", "次方", "倒数", "折", "多", "余"].contains(where: words.hasSuffix)
      || ["半", "分之", "以上", "以下", "以内", "以外"].contains { words.range(of: $0) != nil }
  }

  private static let changing = Set(
    """
    half halves third thirds quarter quarters fourths fifth fifths sixths eighth eighths tenth tenths hundredths \
    thousandths squared cubed factorial minus plus over or and not no more less fewer many few below above hundreds \
    thousands millions billions dozens lakh crore
    """.split(separator: " "))

  /// A numeral in words without what it counts: `four times`, `fifty-six pairs`. Only some words are known to be no part
  /// of a term: `one-hot` is none.
  private static func withoutMeasure(_ text: String) -> String {
    guard let space = text.lastIndex(of: " "), measures.contains(text[text.index(after: space)...]) else {
      return text
    }
    return String(text[..<space])
  }

  private static let measures = Set(
    """
    times seconds secs minutes hours days years epochs steps calls bits bytes bins pairs samples images frames tokens \
    patches pixels points boxes cells layers heads trees leaves nodes classes features channels groups sets views \
    dimensions parameters words levels stages blocks models networks
    """.split(separator: " "))

  /// A unit of at most two words.
  private static func isWord(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isLetter || " -/²³".contains($0) } && text.split(separator: " ").count <= 2
  }
}

extension StringProtocol {
  var trimmingSpaces: String { String(trimmed) }
}
