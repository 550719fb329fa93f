/// An answer with most of its letters as points.
enum HintMask {
  /// Names of functions are read as one sign, of which some letters say nothing.
  private static let functions: Set<String> = [
    "arg", "argmax", "argmin", "cos", "cov", "det", "exp", "KL", "ln", "log", "max", "min", "ReLU", "sigmoid", "sign",
    "sin", "softmax", "sqrt", "tanh", "tr", "var", "Cov", "Var",
  ]

  /// Every so manieth letter or sign, names of functions, and of a longer number the first digit.
  static func masked(_ text: String, keeping each: Int) -> String {
    var result = ""
    var count = 0
    var rest = text[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter }
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      if functions.contains(String(word)) {
        result += word
        rest = rest.dropFirst(word.count)
      } else if first.isNumber, number.count(where: \.isNumber) > 1 {
        result.append(first)
        result += number.dropFirst().map { $0.isNumber ? "·" : $0 }
        rest = rest.dropFirst(number.count)
      } else {
        for character in rest.prefix(max(1, word.count)) {
          let isSign = character.isLetter || character.isNumber
          result.append(isSign && count % each != 0 ? "·" : character)
          count += isSign ? 1 : 0
        }
        rest = rest.dropFirst(max(1, word.count))
      }
    }
    return result
  }
}
