/// Each symbol and each two neighbours of a formula, so that a fragment is found inside a larger one.
struct FormulaGrams {
  struct Gram { var text: String; var weight: Float }

  private(set) var all: [Gram] = []
  /// How many symbols the formula has.
  let length: Int

  init(of tokens: [String]) {
    let tokens = tokens.prefix(FormulaGrams.longest)
    length = tokens.count
    for i in tokens.indices {
      var text = ""
      for (n, weight) in [(1, Float(0.5)), (2, 1)] where i + n <= tokens.count {
        text += n == 1 ? tokens[i] : " " + tokens[i + n - 1]
        // A sign alone says nothing.
        let saysNothing = n == 1 && tokens[i].unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
        if !saysNothing { all.append(Gram(text: text, weight: weight)) }
      }
    }
  }

  /// What of a formula is looked at.
  private static let longest = 600
}
