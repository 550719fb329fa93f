/// A whole number in English words: `sixty-four`, `a hundred and five`, `two thousand`.
enum EnglishNumeral {
  /// The number; nil where there is any other word.
  static func value(of text: String) -> Double? {
    guard text.first != "-" else { return nil }
    let words = text.split { $0 == " " || $0 == "-" }
    var (total, group) = (0.0, 0.0)
    // What comes next must be smaller than these: `twenty one`, but neither `one twenty` nor `two thousand million`.
    var (digits, scale) = (Double.infinity, Double.infinity)
    for (i, word) in words.enumerated() {
      if let number = numbers[word] {
        guard number < digits, number > 0 || words.count == 1 else { return nil }
        group += number
        // Behind `twenty` stands a digit, behind any other number no more.
        digits = number >= 20 ? 10 : 0
      } else if word == "a", i == 0, words.count > 1 {
        (group, digits) = (1, 0)
      } else if word == "hundred", group > 0, group < 10 {
        group *= 100
        digits = 100
      } else if let next = scales[word], group > 0, next < scale {
        total += group * next
        (group, digits, scale) = (0, .infinity, next)
      } else if word == "and", i + 1 < words.count, i > 0, words[i - 1] == "hundred" || scales[words[i - 1]] != nil {
        continue
      } else {
        return nil
      }
    }
    return words.isEmpty || words == ["a"] ? nil : total + group
  }

  /// A fraction: `half`, `a third`, `three quarters`; nil where there is any other word.
  static func fraction(of text: String) -> Double? {
    var words = text.split { $0 == " " || $0 == "-" }
    guard let last = words.popLast(), let part = parts[last.hasSuffix("s") ? last.dropLast() : last] else { return nil }
    // `third` alone is the one behind the second.
    if words.isEmpty { return part == 2 && last == "half" ? 0.5 : nil }
    let count = words == ["a"] ? 1 : value(of: words.joined(separator: " "))
    return count.flatMap { $0 == 1 || last.hasSuffix("s") ? $0 / part : nil }
  }

  private static let parts: [Substring: Double] = [
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
  ]

  private static let numbers: [Substring: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  private static let scales: [Substring: Double] = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12]
}
